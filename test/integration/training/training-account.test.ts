// The training account: what is recorded changes the right, and the printed account says all of it and names nobody's number
// outside of its pages.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printingHost } from '../../../main/host/printing-host.ts';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { trainingAccountHandlers } from '../../../main/training/account/handlers.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { pdfPages, pdfText } from '../../support/pdf-text.ts';
import { addWorker, type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
let profile: OpenProfile;
let folder: string;
let saved: { name: string; bytes: Uint8Array }[];
let account: ReturnType<typeof trainingAccountHandlers>;
let register: ReturnType<typeof trainingAndOutboxHandlers>;
beforeEach(() => {
  profile = openProfile({ businessDate: () => '2025-06-12' });
  folder = newFolder();
  saved = [];
  const session = {
    ...profile.session,
    texts: createTexts(),
    host: {
      ...printingHost(folder),
      saveFile: async (_windowId: string, name: string, bytes: Uint8Array) => {
        saved.push({ name, bytes });
        return { ok: true as const, value: { name } };
      },
    },
  };
  account = trainingAccountHandlers(session);
  register = trainingAndOutboxHandlers(session, { reachesProduction: () => false });
});
afterEach(async () => {
  await profile.close();
  removeFolder(folder);
});

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const year = 2025;
const facts = (who: keyof typeof workers = 'fien') =>
  must(account['trainingAccount.facts']({ workerId: profile.workerIds[who], year }, call));
const nothing = { carriedOverHundredths: 0, regime: null, jointCommittee: '', budget: null };
const keep = (change: object, expectedRevision: number) =>
  account['trainingAccount.keepFacts'](
    { workerId: profile.workerIds.fien, year, expectedRevision, ...nothing, ...change },
    call,
  );
const balance = () => must(register['training.balance']({ workerId: profile.workerIds.fien, year }, call));
const add = (fields: Partial<TrainingFields>, who: (keyof typeof workers)[] = ['fien']) =>
  must(
    register['training.add']({ workerIds: who.map((name) => profile.workerIds[name]), year, fields }, call),
  );
const employerFacts = {
  sizeBracket: 'from20',
  fullTimeWeeklyMinutes: 2_280,
  jointCommittee: '121',
  agreementNumber: '176543/CO/121',
  sectorDaysHundredths: 300,
} as const;
async function keepEmployer(): Promise<void> {
  const { employer } = await facts();
  const input = { employerId: profile.employerId, expectedRevision: employer.revision, ...employerFacts };
  await must(account['trainingAccount.keepEmployer'](input, call));
}

describe('what is recorded', () => {
  it('changes the right: the sector’s three days, 24 of 38 hours, and what was carried over', async () => {
    await keepEmployer();
    await must(keep({ carriedOverHundredths: 150, regime: { qHundredths: 2_400, sHundredths: 3_800 } }, 0));
    expect(await balance()).toMatchObject({
      rightHundredths: 189,
      carriedOverHundredths: 150,
      remainingHundredths: 339,
      dayMinutes: 456,
    });
    expect((await balance()).steps.map(({ key }) => key)).toEqual([
      'size.from20',
      'sector',
      'workRegime',
      'result',
      'carriedOver',
      'total',
    ]);
  });

  it('comes back as it was kept, and is not overwritten by who read it before', async () => {
    const budget = { initialCents: 180_000, remainingCents: 120_050, lastDay: '2026-03-31' };
    await must(keep({ jointCommittee: '140.03', budget }, 0));
    expect(await facts()).toMatchObject({ jointCommittee: '140.03', budget, regime: null, revision: 1 });
    expect(await keep({}, 0)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect((await facts()).jointCommittee).toBe('140.03');
  });

  it('is refused where the worker has more hours than full time or more is left than there was', async () => {
    const wrong = {
      regime: { qHundredths: 3_900, sHundredths: 3_800 },
      budget: { initialCents: 100, remainingCents: 101, lastDay: null },
    };
    expect(await keep(wrong, 0)).toMatchObject({
      ok: false,
      failure: { code: 'refusedByRule', details: { rules: 'TAC-REGIME,TAC-BUDGET' } },
    });
    expect((await facts()).revision).toBe(0);
  });

  it('of the employer holds for all its workers and knows when somebody else was first', async () => {
    await keepEmployer();
    expect((await facts('rania')).employer).toMatchObject(employerFacts);
    const late = { employerId: profile.employerId, expectedRevision: 1, ...employerFacts };
    expect(await account['trainingAccount.keepEmployer'](late, call)).toMatchObject({
      failure: { code: 'conflict' },
    });
  });
});

describe('the printed account', () => {
  const print = (language: 'nl' | 'fr' | 'de' | 'en') =>
    must(account['trainingAccount.savePdf']({ workerId: profile.workerIds.fien, year, language }, call));

  it('says who, the computation with its source, what was followed and planned, certificates and budget', async () => {
    await keepEmployer();
    await must(
      keep(
        {
          carriedOverHundredths: 150,
          regime: { qHundredths: 2_400, sHundredths: 3_800 },
          budget: { initialCents: 180_000, remainingCents: 120_050, lastDay: '2026-03-31' },
        },
        0,
      ),
    );
    await add({ title: 'Tillen <b>', startDate: '2025-02-04', endDate: '2025-02-04', durationMinutes: 228 });
    await add({
      title: 'Heftruck',
      status: 'reserved',
      startDate: '2025-09-16',
      endDate: '2025-09-17',
      durationMinutes: 456,
    });
    await add({
      title: 'EHBO',
      startDate: '2025-03-04',
      endDate: '2025-03-04',
      durationMinutes: 60,
      leaveScheme: 'vov',
      countsForTrainingRight: false,
      certificateObtained: true,
      certificateName: 'Hulpverlener',
      certificateValidUntil: '2026-03-04',
    });
    const { name } = await print('nl');
    expect(name).toBe('opleidingsrekening-fien-2025.pdf');
    const pdf = saved[0]?.bytes ?? new Uint8Array();
    const text = pdfText(pdf);
    for (const part of [
      'Individuele opleidingsrekening 2025',
      'Opgemaakt op 12/06/2025',
      'INSZ 01.01.01-996.69',
      'Ondernemingsnummer 0999.999.130',
      '24,00 van 38,00 uur per week',
      'Paritair comité 121',
      '176543/CO/121',
      'Sectorakkoord: 3,00 dagen',
      'Recht van het jaar: 1,89 dagen Honderdsten van een dag',
      'hoofdstuk 12 (wet)',
      'Overgedragen 1,50 11:24',
      'Gevolgd 0,50 3:48',
      'Gepland 1,00 7:36',
      'Over 1,89 14:22',
      'Tillen <b> 04/02/2025 Formeel Gevolgd ja 3:48',
      '16/09/2025 tot 17/09/2025 Formeel Gepland ja 7:36',
      'Vlaams opleidingsverlof',
      'Hulpverlener EHBO 04/03/2025 04/03/2026',
      'Te besteden tot en met 31/03/2026',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/€ ?1\.200,50/);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toMatch(/\/Lang ?\(nl/);
    expect(raw).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
    expect(raw).not.toContain(workers.fien);
  });

  it.each([
    ['fr', 'Compte formation individuel 2025', 'compte-formation'],
    ['de', 'Individuelles Weiterbildungskonto 2025', 'weiterbildungskonto'],
    ['en', 'Individual training account 2025', 'training-account'],
  ] as const)('is there in %s', async (language, title, file) => {
    expect((await print(language)).name).toBe(`${file}-fien-2025.pdf`);
    const text = pdfText(saved[0]?.bytes ?? new Uint8Array());
    expect(text).toContain(title);
    expect(text).not.toMatch(/training-(account|messages)[.:]|\ufffd/);
  });

  it('of a client has every worker in service in the year, each on pages of its own', async () => {
    addWorker(profile.session.db, profile.employerId, {
      insz: '04452099792',
      familyName: 'Vertrokken',
      startDate: '2020-01-01',
      endDate: '2024-12-31',
    });
    const input = { employerId: profile.employerId, year, language: 'nl', separate: false } as const;
    const { jobId } = await must(account['trainingAccount.makeAll'](input, call));
    await expect.poll(() => profile.session.jobs.list()[0]?.state, { timeout: 30_000 }).toBe('done');
    expect(await must(account['trainingAccount.saveMade']({ jobId }, call))).toEqual({
      saved: true,
      name: 'opleidingsrekening-schoonmaak-de-berk-2025.pdf',
      rows: 7,
    });
    const pages = pdfPages(saved[0]?.bytes ?? new Uint8Array());
    const begun = pages.filter((page) => page.includes('Individuele opleidingsrekening'));
    expect(begun.length).toBe(7);
    for (const name of Object.keys(workers))
      expect(begun.filter((page) => new RegExp(`Werknemer\\s+${name}\\s`).test(page)).length).toBe(1);
    expect(pages.join()).not.toContain('Vertrokken');
  });

  it('never has a number in the name of its file, not even where one was typed as a name', async () => {
    const id = addWorker(profile.session.db, profile.employerId, {
      insz: '04452099792',
      familyName: '04.45.20-997.92',
      startDate: '2020-01-01',
    });
    await must(account['trainingAccount.savePdf']({ workerId: id, year, language: 'nl' }, call));
    expect(saved[0]?.name.replace(/\D/g, '')).toBe('2025');
  });
});
