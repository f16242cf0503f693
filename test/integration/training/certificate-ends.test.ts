// Certificates of trainings that end: which are watched, from which day, and the refresher that is planned from one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import { inSlices } from '../../../main/platform/slices.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { trainingAccountHandlers } from '../../../main/training/account/handlers.ts';
import { countCertificateEnds } from '../../../main/training/account/watch-certificates.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { addWorker, type OpenProfile, openProfile, type workers } from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
const today = '2025-06-12';
let profile: OpenProfile;
let saved: string[];
let account: ReturnType<typeof trainingAccountHandlers>;
let register: ReturnType<typeof trainingAndOutboxHandlers>;
beforeEach(() => {
  profile = openProfile({ businessDate: () => today });
  saved = [];
  const { host } = profile.session;
  const saveFile = async (_windowId: string, name: string, bytes: Uint8Array) => {
    saved.push(new TextDecoder().decode(bytes));
    return { ok: true as const, value: { name } };
  };
  const session = { ...profile.session, texts: createTexts(), host: { ...host, saveFile } };
  account = trainingAccountHandlers(session);
  register = trainingAndOutboxHandlers(session, { reachesProduction: () => false });
});
afterEach(() => profile.close());

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const held = {
  title: 'EHBO, basis',
  startDate: '2023-05-02',
  endDate: '2023-05-03',
  durationMinutes: 912,
  providerName: 'Linde',
  certificateObtained: true,
  certificateName: 'Hulpverlener',
};
async function hold(who: keyof typeof workers | string, until: string, fields: Partial<TrainingFields> = {}) {
  const workerId = profile.workerIds[who as 'fien'] ?? who;
  const given = { ...held, certificateValidUntil: until, ...fields };
  const { ids } = await must(
    register['training.add']({ workerIds: [workerId], year: 2023, fields: given }, call),
  );
  return ids[0] ?? '';
}
type Asked = HandlerInput<'trainingAccount.certificates'>;
const filter = { employerId: null, text: '', within: 'all' } as const;
const ends = async (more: Partial<Asked> = {}) =>
  (await must(account['trainingAccount.certificates']({ ...filter, page: 1, pageSize: 100, ...more }, call)))
    .rows;
const names = async (more: Partial<Asked> = {}) =>
  (await ends(more)).map(({ workerName, daysLeft }) => `${workerName} ${daysLeft}`);

describe('certificates that end', () => {
  it('come in the order of their end, from 90 days ahead', async () => {
    await hold('fien', '2025-09-10');
    await hold('rania', '2025-09-11');
    await hold('marek', '2025-06-11');
    await hold('jef', '2025-06-12');
    await hold('ilse', '2025-06-26');
    await hold('oksana', '2025-07-22');
    const all = ['marek -1', 'jef 0', 'ilse 14', 'oksana 40', 'fien 90'];
    expect(await names()).toEqual(all);
    expect(await names({ within: 'over' })).toEqual(all.slice(0, 1));
    expect(await names({ within: '14' })).toEqual(all.slice(1, 3));
    expect(await names({ within: '40' })).toEqual(all.slice(1, 4));
    expect(await names({ within: '90' })).toEqual(all.slice(1));
    expect(
      await inSlices(
        countCertificateEnds(profile.session.db, {
          today,
          in14: '2025-06-26',
          in40: '2025-07-22',
          in90: '2025-09-10',
        }),
      ),
    ).toEqual({ past: 1, in14: 2, in40: 3, in90: 4 });
  });

  it('are no longer watched once a later one of the same name is there, nor when the worker has left', async () => {
    await hold('fien', '2025-06-20');
    await hold('fien', '2028-06-20', { certificateName: 'HULPVERLENER' });
    await hold('rania', '2025-06-20');
    await hold('rania', '2028-06-20', { certificateName: 'Heftruck' });
    const gone = addWorker(profile.session.db, profile.employerId, {
      insz: '04452099792',
      familyName: 'Vertrokken',
      startDate: '2020-01-01',
      endDate: '2025-06-11',
    });
    await hold(gone, '2025-06-20');
    await hold('jef', '2025-06-20', { certificateObtained: false });
    expect(await names()).toEqual(['rania 8']);
  });

  it('are found by worker, client and certificate', async () => {
    await hold('fien', '2025-06-20');
    await hold('rania', '2025-06-21', { certificateName: '' });
    expect(await names({ text: 'hulpv' })).toEqual(['fien 8']);
    expect(await names({ text: 'ehbo' })).toEqual(['fien 8', 'rania 9']);
    expect(await names({ text: 'De Berk', employerId: profile.employerId })).toHaveLength(2);
    expect(await names({ text: '_' })).toEqual([]);
  });

  it('become a reserved draft that is like the last training, without its days and its certificate', async () => {
    const trainingId = await hold('fien', '2025-06-20');
    const { id } = await must(account['trainingAccount.planRefresher']({ trainingId }, call));
    const draft = await must(register['training.get']({ id }, call));
    expect(draft).toMatchObject({ state: 'draft', year: 2025, workerId: profile.workerIds.fien });
    expect(draft.fields).toMatchObject({
      title: 'EHBO, basis',
      providerName: 'Linde',
      durationMinutes: 912,
      certificateName: 'Hulpverlener',
      status: 'reserved',
      startDate: null,
      endDate: null,
      certificateObtained: false,
      certificateValidUntil: null,
    });
    expect(await ends()).toMatchObject([{ trainingId, plannedId: id }]);
    await must(register['training.undo']({}, call));
    expect(await ends()).toMatchObject([{ trainingId, plannedId: null }]);
  });

  it('refuse a refresher of what was removed', async () => {
    const trainingId = await hold('fien', '2025-06-20');
    await must(register['training.remove']({ ids: [trainingId] }, call));
    expect(await account['trainingAccount.planRefresher']({ trainingId }, call)).toMatchObject({
      failure: { code: 'notFound' },
    });
  });

  it('go out as a list that no spreadsheet takes for a formula', async () => {
    await hold('fien', '2025-06-20', { certificateName: '=1+1' });
    const input = { ...filter, format: 'csv', language: 'nl' } as const;
    expect(await must(account['trainingAccount.saveCertificates'](input, call))).toMatchObject({
      name: 'attesten.csv',
      rows: 1,
    });
    expect(saved[0]).toContain("fien;Schoonmaak De Berk;'=1+1;EHBO, basis;20/06/2025;8;nee");
  });
});
