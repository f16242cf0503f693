// What the app sees of a guide by itself, what a person says against it, and what is named in its words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuidePlan } from '../../../preload/contract/guide.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Service } from '../../../preload/contract/services.ts';
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

describe('a guide', () => {
  it('sees the account that was added here', async () => {
    const made = await bench.must('certificate.generate', { ...berk, name: 'De Berk', keyKind: 'ecP384' });
    await bench.must('account.registerInPractice', {
      ...berk,
      name: 'De Berk',
      quality: 'employerNsso',
      rights: ['careerProFlaDeclaration'],
      certificateId: made.id,
    });
    const { id } = await bench.must('guide.start', { plan: plan(), ...berk });
    expect(stepOf(await show(id), 'addAccount')).toMatchObject({ state: 'done', by: 'app' });
  });

  it('lets a person contradict what the app saw, and take that back', async () => {
    const { id } = await bench.must('guide.start', { plan: plan(), ...berk });
    await mark(id, 'addAccount', 'notDone');
    expect(stepOf(await show(id), 'addAccount')).toMatchObject({ state: 'open', by: 'person' });
    expect((await show(id)).next).not.toBeNull();
    await mark(id, 'addAccount', 'open');
    expect(stepOf(await show(id), 'addAccount')).toMatchObject({ state: 'done', by: 'app' });
  });

  it('says that another does it only once every service of the guide goes elsewhere', async () => {
    const oak = { enterpriseName: 'Timmerwerk Eik', enterpriseNumber: '0999999526' };
    const byMandatary = plan({ access: 'mandatary', services: ['fla', 'checkInAndOutAtWork'] });
    const { id } = await bench.must('guide.start', { plan: byMandatary, ...oak });
    const state = async (): Promise<string | undefined> => stepOf(await show(id), 'chooseElsewhere')?.state;
    expect(await state()).toBe('open');
    const { id: employerId } = await bench.must('employer.add', {
      name: oak.enterpriseName,
      enterpriseNumber: oak.enterpriseNumber,
    });
    const route = (service: Service, to: unknown) =>
      bench.must('route.set', { employerId, service, route: to } as never);
    const made = await bench.must('certificate.generate', { ...oak, name: 'Eik', keyKind: 'ecP384' });
    const account = await bench.must('account.registerInPractice', {
      ...oak,
      name: 'Eik',
      quality: 'employerNsso',
      rights: ['careerProFlaDeclaration', 'checkInAndOutAtWork'],
      certificateId: made.id,
    });
    for (const service of ['fla', 'checkInAndOutAtWork'] as const)
      await route(service, { kind: 'own', accountId: account.id });
    expect(await state()).toBe('open');
    await route('fla', { kind: 'elsewhere' });
    expect(await state()).toBe('open');
    await route('checkInAndOutAtWork', { kind: 'elsewhere' });
    expect(stepOf(await show(id), 'chooseElsewhere')).toMatchObject({ state: 'done', by: 'app' });
  });

  it('stops: ticks what was stopped here and names the service, and leaves the portal to a person', async () => {
    const elm = { enterpriseName: 'Timmerwerk Iep', enterpriseNumber: '0999999625' };
    const made = await bench.must('certificate.generate', { ...elm, name: 'Iep', keyKind: 'ecP384' });
    const account = await bench.must('account.registerInPractice', {
      ...elm,
      name: 'Iep',
      quality: 'employerNsso',
      rights: ['careerProFlaDeclaration', 'checkInAndOutAtWorkConsult'],
      certificateId: made.id,
    });
    const stop: GuidePlan = {
      kind: 'stop',
      what: 'right',
      quality: 'employerNsso',
      services: ['checkInAndOutAtWork'],
    };
    const { id } = await bench.must('guide.start', { plan: stop, ...elm });
    expect(await show(id)).toMatchObject({ done: 0, road: { rights: ['checkInAndOutAtWorkConsult'] } });
    const { lines } = await bench.must('guide.checklist', { id, language: 'en' });
    expect(lines).toContain('Stopping the right for Check In and Out at Work');
    await bench.must('route.stop', {
      stop: { kind: 'right', accountId: account.id, service: 'checkInAndOutAtWork' },
      waiting: 'keep',
      confirmed: true,
    });
    const after = await show(id);
    expect(after.steps.map(({ state, by }) => [state, by])).toEqual([
      ['done', 'app'],
      ['open', null],
      ['done', 'app'],
    ]);
  });

  it('stops a certificate: sees the other one that works, and the removal once it is made here', async () => {
    const beech = { enterpriseName: 'Timmerwerk Beuk', enterpriseNumber: '0999999724' };
    const make = (name: string) =>
      bench.must('certificate.generate', { ...beech, name, keyKind: 'ecP384' as const });
    const [old, fresh] = [await make('Oud'), await make('Nieuw')];
    const account = await bench.must('account.registerInPractice', {
      ...beech,
      name: 'Beuk',
      quality: 'employerNsso',
      rights: ['careerProFlaDeclaration'],
      certificateId: fresh.id,
    });
    const stop: GuidePlan = { kind: 'stop', what: 'certificate', quality: 'employerNsso', services: [] };
    const { id } = await bench.must('guide.start', { plan: stop, ...beech });
    const seen = async () => (await show(id)).steps.map((step) => [step.id, step.by]);
    expect((await seen()).map(([, by]) => by)).toEqual([null, null, null]);
    await bench.must('doctor.run', { accountId: account.id });
    expect(await seen()).toEqual([
      ['newCertificateFirst', 'app'],
      ['removeCertificate', null],
      ['recordRemoval', null],
    ]);
    await bench.must('certificate.remove', { id: old.id, confirmed: true });
    expect(await seen()).toEqual([
      ['newCertificateFirst', 'app'],
      ['removeCertificate', null],
      ['recordRemoval', 'app'],
    ]);
  });

  it('stops a mandate: sees it where the way by mandate is gone and none is recorded without an end', async () => {
    const { id: accountId } = await bench.must('account.registerInPractice', {
      ...klaver,
      name: 'Klaver',
      quality: 'socialSecretariat',
      rights: ['careerProFlaDeclaration'],
      certificateId: (
        await bench.must('certificate.generate', { ...klaver, name: 'Klaver', keyKind: 'ecP384' })
      ).id,
    });
    const ash = { name: 'Timmerwerk Es', enterpriseNumber: '0999999823' };
    const { id: employerId } = await bench.must('employer.add', ash);
    const route = (to: unknown) =>
      bench.must('route.set', { employerId, service: 'fla', route: to } as never);
    await route({ kind: 'mandatary', accountId });
    const stop: GuidePlan = { kind: 'stop', what: 'mandate', quality: 'employerNsso', services: ['fla'] };
    const of = { enterpriseName: ash.name, enterpriseNumber: ash.enterpriseNumber };
    const { id } = await bench.must('guide.start', { plan: stop, ...of });
    const recorded = async () => stepOf(await show(id), 'recordMandateEnd')?.by;
    expect(await recorded()).toBeNull();
    await bench.must('practice.setDate', { date: '2025-03-03' });
    await route({ kind: 'elsewhere' });
    expect(await recorded()).toBe('app');
    await bench.must('mandate.record', {
      employerId,
      service: 'fla',
      mandataryNumber: klaver.enterpriseNumber,
      startQuarter: '2025Q1',
      endQuarter: null,
    } as never);
    expect(await recorded()).toBeNull();
    await bench.must('practice.setDate', { date: '2025-03-01' });
  });

  it('names the mandatary that was answered in the steps', async () => {
    const mandatary = { name: klaver.enterpriseName, enterpriseNumber: klaver.enterpriseNumber as never };
    const { id } = await bench.must('guide.start', {
      plan: plan({ access: 'mandatary', mandatary }),
      ...berk,
    });
    const { lines } = await bench.must('guide.checklist', { id, language: 'en' });
    expect(lines.join('\n')).toContain('Choose as mandatary: Sociaal secretariaat Klaver (0999.999.031).');
  });
});
