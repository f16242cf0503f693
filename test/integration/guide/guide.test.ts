// A guide from the first question to the last step, for each of the four qualities, in the app with its practice service.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuidePlan } from '../../../preload/contract/guide.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Quality, Service } from '../../../preload/contract/services.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

type Guide = CallOutput<'guide.show'>;
type Answers = Extract<GuidePlan, { kind: 'start' }>['answers'];

let bench: AppBench;
let folder: string;
beforeAll(async () => {
  folder = newFolder();
  bench = await openApp({ profileDir: folder });
}, 60_000);
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
});

const answers: Answers = {
  services: ['fla'],
  audience: 'ownWorkers',
  groupWay: 'one',
  mandataryKind: 'socialSecretariat',
  access: 'self',
  size: 'from10to49',
  account: false,
  certificate: 'none',
};
const plan = (more: Partial<Answers> = {}): GuidePlan => ({
  kind: 'start',
  answers: { ...answers, ...more },
});
const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };

const show = (id: string): Promise<Guide> => bench.must('guide.show', { id });
const stepOf = (guide: Guide, id: string) => guide.steps.find((step) => step.id === id);
async function mark(
  id: string,
  step: string,
  state: 'open' | 'done' | 'alreadyDone' | 'waiting' | 'notDone',
  more: { person?: string; since?: string; note?: string } = {},
): Promise<void> {
  const { revision } = await show(id);
  await bench.must('guide.setStep', { id, expectedRevision: revision, step, state, ...more } as never);
}

/** Does what the guide asks: here what is done here, and a tick for what a person does on the portal. */
async function walk(
  enterprise: typeof berk,
  quality: Quality,
  begun: GuidePlan,
  employer: { id: string; service: Service } | null,
): Promise<string[]> {
  const { id } = await bench.must('guide.start', { plan: begun, ...enterprise });
  const walked: string[] = [];
  for (;;) {
    const guide = await show(id);
    const step = guide.next;
    if (step === null) break;
    walked.push(step);
    expect(stepOf(guide, step)?.state).toBe('open');
    if (step === 'makeCertificate')
      await bench.must('certificate.generate', {
        ...enterprise,
        name: `${enterprise.enterpriseName} ${quality}`,
        keyKind: 'ecP384',
      });
    else if (step === 'addAccount') {
      const certificates = await bench.must('certificate.list', {});
      const certificate = certificates.rows.find(
        (row) => row.enterpriseNumber === enterprise.enterpriseNumber,
      );
      const account = { ...enterprise, name: quality, quality, rights: guide.road.rights };
      await bench.must('account.registerInPractice', { ...account, certificateId: certificate?.id ?? '' });
    } else if (step === 'giveMandate' && employer !== null) {
      const { service } = employer;
      const mandate = {
        mandataryNumber: enterprise.enterpriseNumber,
        startQuarter: '2025Q1',
        endQuarter: null,
      };
      await bench.must('mandate.record', { employerId: employer.id, service, ...mandate });
    } else await mark(id, step, 'done');
    const after = await show(id);
    expect(after.next).not.toBe(step);
  }
  const done = await show(id);
  expect(done.done).toBe(done.total);
  await bench.must('guide.finish', { id, expectedRevision: done.revision, finished: true });
  return walked;
}

describe('a guide leads from the first question to the last step', () => {
  it('as an employer', async () => {
    const walked = await walk(berk, 'employerNsso', plan(), null);
    // The account shows that the portal was reached and gives the client id.
    expect(walked).toEqual([
      'known',
      'registered',
      'chamanAccess',
      'makeCertificate',
      'signIn',
      'contactData',
      'addAccount',
      'testConnection',
      'chooseRoute',
    ]);
  }, 60_000);

  it('as a social secretariat, with a mandate of a client', async () => {
    const { id } = await bench.must('employer.add', {
      name: 'Zalen Het Park',
      enterpriseNumber: '1999999250',
    });
    const walked = await walk(klaver, 'socialSecretariat', plan({ audience: 'clients' }), {
      id,
      service: 'fla',
    });
    expect(walked).toContain('activateQuality');
    expect(walked).toContain('giveMandate');
    expect(walked).not.toContain('recordMandate');
  }, 60_000);

  it('as a service provider for a group', async () => {
    const walked = await walk(
      klaver,
      'serviceProvider',
      plan({ audience: 'group', services: ['checkInAndOutAtWork'] }),
      null,
    );
    expect(walked).toContain('giveMandate');
    expect(walked).not.toContain('makeCertificate');
  }, 60_000);

  it('as a training provider', async () => {
    const walked = await walk(klaver, 'trainingProvider', plan({ audience: 'participants' }), null);
    expect(walked).not.toContain('giveMandate');
    expect(walked.at(-1)).toBe('testConnection');
  }, 60_000);
});

describe('a guide', () => {
  it('remembers who a step waits for, says so on Today, and forgets it when it is done', async () => {
    const { id } = await bench.must('guide.start', { plan: plan({ services: ['citizenData'] }), ...berk });
    await mark(id, 'circleOfTrust', 'waiting', { person: 'Marek', since: '2025-02-20', note: 'gebeld' });
    const today = await bench.must('today.list', {});
    expect(today.lines).toContainEqual({
      id: `guideWaits:${id}:circleOfTrust`,
      when: 'waiting',
      tone: 'plain',
      key: 'guideWaits',
      params: {
        step: 'circleOfTrust',
        named: 'yes',
        name: 'Marek',
        employer: berk.enterpriseName,
        date: '2025-02-20',
      },
      path: `/connection/guide/${id}/circleOfTrust`,
    });
    expect(stepOf(await show(id), 'circleOfTrust')).toMatchObject({
      person: 'Marek',
      since: '2025-02-20',
      note: 'gebeld',
    });
    await mark(id, 'circleOfTrust', 'done');
    expect((await bench.must('today.list', {})).lines.filter(({ key }) => key === 'guideWaits')).toEqual([]);
  });

  it('says that the app ticked a step, and keeps what a person said before it', async () => {
    const { id } = await bench.must('guide.start', { plan: plan(), ...berk });
    const first = await show(id);
    expect(stepOf(first, 'addAccount')).toMatchObject({ state: 'done', by: 'app' });
    await mark(id, 'addAccount', 'alreadyDone');
    expect(stepOf(await show(id), 'addAccount')).toMatchObject({ state: 'alreadyDone', by: 'person' });
    await mark(id, 'addAccount', 'open');
    expect(stepOf(await show(id), 'addAccount')).toMatchObject({ state: 'done', by: 'app' });
  });

  it('knows an employer whose number at the NSSO is kept, and no other', async () => {
    const knownIn = async (enterpriseName: string, enterpriseNumber: string): Promise<string | undefined> => {
      const { id } = await bench.must('guide.start', { plan: plan(), enterpriseName, enterpriseNumber });
      return stepOf(await show(id), 'known')?.state;
    };
    const [kept, other] = ['0999999229', '0999999328'] as const;
    await bench.must('employer.add', {
      name: 'Bakkerij Oven',
      enterpriseNumber: kept,
      nssoNumber: '199999061',
    });
    expect(await knownIn('Bakkerij Oven', kept)).toBe('done');
    expect(await knownIn('Slagerij Mes', other)).toBe('open');
  });

  it('ticks the test of the connection once the doctor found the account in order', async () => {
    const { id } = await bench.must('guide.start', { plan: plan(), ...berk });
    const { accountId, road } = await show(id);
    expect(road.rights).toEqual(['careerProFlaDeclaration']);
    expect(stepOf(await show(id), 'testConnection')).toMatchObject({ state: 'open' });
    await bench.must('doctor.run', { accountId });
    expect(stepOf(await show(id), 'testConnection')).toMatchObject({ state: 'done', by: 'app' });
  });

  it('counts answers that prove a step, when an account is used again', async () => {
    const again = plan({ account: true, certificate: 'elsewhere', services: ['dimona'] });
    const { id } = await bench.must('guide.start', {
      plan: again,
      enterpriseName: 'Bakkerij Voorbeeld',
      enterpriseNumber: '0999999427',
    });
    expect(stepOf(await show(id), 'known')).toMatchObject({ state: 'alreadyDone', by: 'answers' });
    expect(stepOf(await show(id), 'chamanAccess')).toMatchObject({ state: 'open', by: null });
  });

  it('refuses what was changed by another meanwhile, a step of another road, and a day to come', async () => {
    const { id } = await bench.must('guide.start', { plan: plan(), ...berk });
    const { revision } = await show(id);
    const set = { id, expectedRevision: revision, step: 'known', state: 'done' } as const;
    expect(await bench.call('guide.setStep', { ...set, expectedRevision: revision + 4 })).toMatchObject({
      failure: { code: 'conflict' },
    });
    expect(await bench.call('guide.setStep', { ...set, step: 'circleOfTrust' })).toMatchObject({
      failure: { code: 'notFound' },
    });
    expect(await bench.call('guide.setStep', { ...set, since: '2999-01-01' as never })).toMatchObject({
      failure: { code: 'invalidInput' },
    });
    expect(await show(id)).toMatchObject({ revision });
  });

  it('that leads nowhere is not started', async () => {
    const nowhere = plan({ audience: 'participants', services: ['dimona'] });
    expect(await bench.must('guide.road', { plan: nowhere })).toMatchObject({ channel: 'none', steps: [] });
    expect(await bench.call('guide.start', { plan: nowhere, ...berk })).toMatchObject({
      failure: { code: 'refusedByRule' },
    });
  });

  it('is taken away and brought back with all it remembered', async () => {
    const { id } = await bench.must('guide.start', { plan: plan({ access: 'mandatary' }), ...berk });
    await mark(id, 'giveMandate', 'waiting', { person: 'Nadia' });
    const { revision } = await show(id);
    await bench.must('guide.remove', { id, expectedRevision: revision, removed: true });
    expect(await bench.call('guide.show', { id })).toMatchObject({ failure: { code: 'notFound' } });
    await bench.must('guide.remove', { id, expectedRevision: revision + 1, removed: false });
    expect(stepOf(await show(id), 'giveMandate')).toMatchObject({ state: 'waiting', person: 'Nadia' });
  });

  it('once finished takes no more ticks until it is opened again', async () => {
    const { id } = await bench.must('guide.start', { plan: plan({ access: 'mandatary' }), ...berk });
    const { revision } = await bench.must('guide.finish', {
      id,
      expectedRevision: (await show(id)).revision,
      finished: true,
    });
    const set = { id, step: 'giveMandate', state: 'done' } as const;
    expect(await bench.call('guide.setStep', { ...set, expectedRevision: revision })).toMatchObject({
      failure: { code: 'stateNotAllowed' },
    });
    const open = await bench.must('guide.finish', { id, expectedRevision: revision, finished: false });
    await bench.must('guide.setStep', { ...set, expectedRevision: open.revision });
  });

  it.each(['right', 'certificate', 'account', 'mandate'] as const)(
    'to stop with a %s has its own steps',
    async (what) => {
      const stop: GuidePlan = { kind: 'stop', what, quality: 'employerNsso', services: ['fla'] };
      const { id } = await bench.must('guide.start', { plan: stop, ...berk });
      const guide = await show(id);
      expect(guide).toMatchObject({ kind: 'stop', what, done: 0, total: 3 });
      for (const { id: step } of guide.steps) await mark(id, step, 'done');
      expect(await show(id)).toMatchObject({ done: 3, next: null });
    },
  );
});
