// The workbench against the practice service: a message is built, signed, looked at, sent as it stands, explained and sent again.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { SAMPLE } from '../../../main/practice/cbss/sample-persons.ts';
import { noteDate } from '../../../main/register/cbss/service-clock.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { meaningOf } from '../../../preload/rules/register/cbss-meaning.ts';
import { type CbssBench, openCbss } from './cbss-bench.ts';

let bench: CbssBench;
beforeAll(async () => {
  bench = await openCbss();
  await bench.must('cbss.saveProfile', { kind: 'practice', on: true, expectedRevision: 0 });
});
afterEach(() => bench.admin('DELETE', '/faults'));
afterAll(() => bench.close());

type Outcome = CallOutput<'cbss.call'>['outcome'];

const insertion = (ssin: string, more: Record<string, string> = {}) =>
  bench.must('cbssWorkbench.build', {
    operation: 'insertInscription',
    fields: {
      'inscription.ssin': ssin,
      'inscription.inscriptionContext': 'EMPLOYEE',
      'inscription.period.beginDate': '2026-01-01',
      ...more,
    },
  });
const signed = async (ssin: string, more?: Record<string, string>) =>
  (await bench.must('cbssWorkbench.sign', { xml: (await insertion(ssin, more)).xml })).xml;
const sent = (xml: string) => bench.must('cbssWorkbench.send', { xml });
const told = (outcome: Outcome) => {
  const { layer, code, party, known } = meaningOf(outcome);
  return { layer, code, party, known };
};

it('a message goes from its fields to an answer that is explained', async () => {
  const { xml } = await insertion(SAMPLE.active);
  expect(xml.split('\n').length).toBeGreaterThan(8);
  const bare = await bench.must('cbssWorkbench.check', { xml });
  expect(bare).toMatchObject({ kind: 'request', schema: { state: 'valid' }, signature: null });
  const { xml: whole, inspection } = await bench.must('cbssWorkbench.sign', { xml });
  expect(inspection.guards.every(({ state }) => state === 'passed')).toBe(true);
  expect(inspection.signature).toMatchObject({ value: 'right', timestamp: { state: 'ok' } });
  expect(await bench.must('cbssWorkbench.check', { xml: whole })).toMatchObject({
    signature: { value: 'right' },
  });
  const answer = await sent(whole);
  expect(told(answer.outcome)).toEqual({ layer: 'business', code: 'MSG00000', party: 'nobody', known: true });

  // Kept masked, and whole for whoever asks for it; its answer is explained from its text alone.
  const { exchangeId: id } = answer;
  const masked = await bench.must('cbssWorkbench.exchange', { id });
  const shown = await bench.must('cbssWorkbench.exchange', { id, shown: true });
  expect(shown.request).toBe(whole);
  expect(`${masked.request}${masked.answer}`).not.toContain(SAMPLE.active);
  expect(masked.request).toContain('<ssin>[number]</ssin>');
  expect(shown.answer).toContain(SAMPLE.active);
  const explained = await bench.must('cbssWorkbench.explain', { xml: shown.answer ?? '' });
  expect(explained.outcome).toEqual(answer.outcome);
  expect(await bench.call('cbssWorkbench.explain', { xml: whole })).toMatchObject({
    failure: { code: 'refusedByRule', details: { rules: 'isRequest' } },
  });

  // As it stands it may not go twice; sent again it has a new timestamp and signature under the same ticket.
  expect(told((await sent(whole)).outcome)).toMatchObject({ layer: 'platform', code: 'SOA-01001' });
  const again = await bench.must('cbssWorkbench.replay', { id, sure: false });
  expect(again.ticket).toBe(answer.ticket);
  expect(again.outcome).toMatchObject({ layer: 'business', value: 'OK' });
});

it('every refusal has its layer, and somebody who must act', async () => {
  const nobody = await sent(await signed(SAMPLE.unknown));
  expect(told(nobody.outcome)).toEqual({ layer: 'business', code: 'MSG00005', party: 'you', known: true });
  // The answer names the number in a field of its own: masked as the texts are.
  expect(JSON.stringify(nobody.outcome)).toContain(SAMPLE.unknown);
  const masked = await bench.must('cbssWorkbench.exchange', { id: nobody.exchangeId });
  expect(JSON.stringify(masked)).not.toContain(SAMPLE.unknown);
  expect(masked.outcome).toMatchObject({ code: 'MSG00005', information: [{ fieldName: 'ssin' }] });
  const broken = (await signed(SAMPLE.active)).replace('EMPLOYEE', 'EMPLOYER');
  expect(told((await sent(broken)).outcome)).toMatchObject({ layer: 'platform', code: 'SOA-01001' });
  const notInSchema = await signed(SAMPLE.active, { 'inscription.period.beginDate': 'tomorrow' });
  expect(await bench.must('cbssWorkbench.check', { xml: notInSchema })).toMatchObject({
    schema: { state: 'invalid' },
    signature: { value: 'right' },
  });
  expect(told((await sent(notInSchema)).outcome)).toEqual({
    ...{ layer: 'platform', code: 'SOA-03006', party: 'maker', known: true },
  });
});

it.each([
  ['soa02001', 'platform', 'SOA-02001', 'platform'],
  ['soa02002', 'platform', 'SOA-02002', 'time'],
  ['cbssFaultDetail', 'cbss', 'MSG00003', 'cbss'],
  ['cbssFaultError', 'cbss', 'MSG00003', 'cbss'],
  ['bom', 'transport', 'byteOrderMark', 'platform'],
  ['otherTicket', 'transport', 'wrongTicket', 'platform'],
  ['html502', 'transport', 'htmlPage', 'network'],
])('what the service does wrong is told apart: %s', async (kind, layer, code, party) => {
  const xml = await signed(SAMPLE.active);
  await bench.fault(kind);
  const answer = await sent(xml);
  // As it stands it leaves once, also where the platform asks for it again.
  expect(answer.tries).toBe(1);
  expect(told(answer.outcome)).toEqual({ layer, code, party, known: true });
});

it('a message is signed and looked at on the clock of the service, which a sending tells', async () => {
  const minutes = 5;
  noteDate(bench.session(), new Date(Date.now() + minutes * 60_000).toUTCString());
  const xml = await signed(SAMPLE.active);
  const created = Date.parse(/<wsu:Created>([^<]*)</.exec(xml)?.[1] ?? '');
  expect(Math.round((created - Date.now()) / 60_000)).toBe(minutes);
  expect((await bench.must('cbssWorkbench.check', { xml })).signature).toMatchObject({
    timestamp: { state: 'ok' },
  });
  // The service is not ahead at all: it refuses the message, and its answer sets the clock right.
  expect(told((await sent(xml)).outcome)).toMatchObject({ code: 'SOA-01001' });
  expect(told((await sent(await signed(SAMPLE.active))).outcome)).toMatchObject({ code: 'MSG00000' });
});

it('a message is found again by its function, ticket or code, and those that went wrong by themselves', async () => {
  const find = (text: string, problemsOnly = false) =>
    bench.must('cbssWorkbench.exchanges', { text, problemsOnly });
  const all = await find('');
  const ok = all.rows.find(({ code }) => code === 'MSG00000');
  expect(
    (await find(ok?.ticket.slice(0, 13).toUpperCase() ?? '')).rows.map(({ ticket }) => ticket),
  ).toContain(ok?.ticket);
  expect((await find('soa-03006')).rows.map(({ code }) => code)).toEqual(['SOA-03006']);
  expect((await find('createPerson')).total).toBe(0);
  const problems = await find('', true);
  expect(problems.total).toBeGreaterThan(0);
  expect(problems.total).toBeLessThan(all.total);
  expect(problems.rows.map(({ code }) => code)).not.toContain('MSG00000');
});

it('what may do something twice is not sent again unasked, and what is no message is not sent', async () => {
  await bench.must('cbss.authorise', {
    right: 'create',
    authorisation: { reference: 'T/1', date: '2026-01-01' },
  });
  const made = await bench.must('cbss.create', {
    ...{
      lastName: 'Wolkenveld',
      givenName: 'Ysolde',
      birthDate: '1991-04-00',
      genderCode: 2,
      nationality: 'FR',
    },
    address: { countryCode: 'FR', city: 'Lille' },
    justification: 'Contract from 1 March',
  });
  expect(made.outcome).toMatchObject({ layer: 'business', value: 'OK' });
  expect(await bench.call('cbssWorkbench.replay', { id: made.exchangeId, sure: false })).toMatchObject({
    failure: { code: 'stateNotAllowed', details: { reason: 'notSure' } },
  });
  expect(await bench.call('cbssWorkbench.send', { xml: '<x/>' })).toMatchObject({
    failure: { code: 'refusedByRule', details: { rules: 'otherOperation' } },
  });
});

it('the steps of the admission are kept with their day, and an e-mail stands ready for those that are written', async () => {
  await bench.must('cbssAdmission.mark', {
    step: 'permission',
    done: { on: '2026-02-03', reference: '26/014' },
  });
  const { steps } = await bench.must('cbssAdmission.show', {});
  expect(steps.find(({ step }) => step === 'permission')?.done).toEqual({
    on: '2026-02-03',
    reference: '26/014',
  });
  expect(steps.filter(({ address }) => address !== null).map(({ step }) => step)).toEqual([
    'certificate',
    'support',
  ]);
  for (const language of ['nl', 'fr', 'de', 'en'] as const) {
    const mail = await bench.must('cbssAdmission.mail', { step: 'support', language });
    expect(mail.to).toContain('@');
    expect(mail.body).not.toContain('cbss:');
  }
  expect(await bench.call('cbssAdmission.mail', { step: 'hosting', language: 'nl' })).toMatchObject({
    failure: { code: 'notFound' },
  });
  await bench.must('cbssAdmission.mark', { step: 'permission', done: null });
  expect((await bench.must('cbssAdmission.show', {})).steps.every(({ done }) => done === null)).toBe(true);
});

it('to a gateway goes only what the check has nothing against', async () => {
  const { certificateId, revision } = await bench.must('cbss.profile', {});
  await bench.must('cbss.saveProfile', {
    ...{ kind: 'gateway', on: true, certificateId, urn: 'urn:example:payroll', expectedRevision: revision },
    ...{ endpoint: 'https://gateway.invalid/CBSSInscription/v1', legalContext: 'EXAMPLE:INSCRIPTION' },
    identification: { by: 'sector', sector: 12, institution: 1 },
  });
  const before = bench.exchanges();
  const { xml } = await insertion(SAMPLE.active);
  expect(xml).toContain('<sector>12</sector>');
  const refused = async (text: string) => {
    const answer = await bench.call('cbssWorkbench.send', { xml: text });
    return answer.ok ? null : answer.failure.details?.['rules'];
  };
  expect(await refused(xml)).toBe('oneSecurity');
  const whole = await signed(SAMPLE.active);
  expect(await refused(whole.replace('EMPLOYEE', 'TRAINEE'))).toBe('digest');
  expect(await refused(`<!DOCTYPE x>${whole}`)).toBe('doctype');
  expect(bench.exchanges()).toBe(before);
});
