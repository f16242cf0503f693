// The connector against the practice service: switched on by one click, each operation, the four layers, and an independent program
// (xmlsec1) on both sides of the signature.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sessionVault } from '../../../main/certificates/session-vault.ts';
import { cbssCommands } from '../../../main/cli/cbss.ts';
import { SAMPLE } from '../../../main/practice/cbss/sample-persons.ts';
import { authenticSourceOf } from '../../../main/register/cbss/cbss-source.ts';
import { findExchange } from '../../../main/register/cbss/exchange-store.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { foreignTemplate, signedByXmlsec, verifiedByXmlsec } from '../../support/cbss-foreign.ts';
import { runCommand } from '../../support/run-command.ts';
import { type CbssBench, openCbss, scenarios } from './cbss-bench.ts';

let bench: CbssBench;
beforeAll(async () => {
  bench = await openCbss();
});
afterEach(() => bench.admin('DELETE', '/faults'));
afterAll(() => bench.close());

type Outcome = CallOutput<'cbss.call'>['outcome'];
const business = (outcome: Outcome) => {
  if (outcome.layer !== 'business') throw new Error(JSON.stringify(outcome));
  return outcome;
};

it('is off until somebody switches it on, and practice then needs one click', async () => {
  expect(await bench.must('cbss.profile', {})).toMatchObject({
    kind: null,
    on: false,
    practiceOffered: true,
  });
  const early = await bench.call('cbss.call', { operation: 'checkAccessControl' });
  expect(early).toMatchObject({ failure: { code: 'stateNotAllowed', details: { reason: 'connectorOff' } } });
  expect(authenticSourceOf(bench.session())).toBeNull();
  const on = await bench.must('cbss.saveProfile', { kind: 'practice', on: true, expectedRevision: 0 });
  expect(on).toMatchObject({
    ...{ kind: 'practice', on: true, missing: [], legalContext: 'TEST:INSCRIPTION' },
    identification: { by: 'cbeNumber', cbeNumber: '0999999031' },
    urn: 'urn:practice:sociodesk:0999999031',
  });
  const tested = await bench.must('cbss.test', { insz: SAMPLE.active });
  expect(tested.links.map(({ link, state }) => `${link} ${state}`)).toEqual(
    ['connection', 'platform', 'access', 'service'].map((link) => `${link} ok`),
  );
  const [, , access] = tested.links;
  expect(access?.answer?.outcome).toMatchObject({ consumer: 'urn:practice:sociodesk:0999999031' });
  expect(
    await bench.call('cbss.saveProfile', { kind: 'practice', on: false, expectedRevision: 0 }),
  ).toMatchObject({
    failure: { code: 'conflict' },
  });
});

it('inserts, consults and deletes, and follows a number that was replaced', async () => {
  const first = await bench.insert(SAMPLE.replacedTwice);
  expect(first.tries).toBe(1);
  expect(first.outcome).toMatchObject({
    ...{ layer: 'business', value: 'OK', code: 'MSG00000' },
    number: { insz: SAMPLE.activeWoman, canceled: false, replaces: SAMPLE.replacedTwice },
    inscriptions: [{ inscriptionContext: 'EMPLOYEE', period: { begin: '2026-01-01', end: null } }],
  });
  expect(business(first.outcome).anomalies.map(({ code }) => code)).toEqual(['MSG00006']);
  const again = await bench.insert(SAMPLE.activeWoman, { 'inscription.period.beginDate': '2026-02-01' });
  expect(business(again.outcome).anomalies.map(({ code }) => code)).toEqual(['INS00006']);
  const consulted = await bench.ask('consultInscriptions', { ssin: SAMPLE.activeWoman });
  expect(business(consulted.outcome)).toMatchObject({
    value: 'DATA_FOUND',
    inscriptions: [{ period: { begin: '2026-01-01' } }],
  });
  const march = { beginDate: '2026-03-01', endDate: '2026-03-31' };
  const key = { ssin: SAMPLE.activeWoman, inscriptionContext: 'EMPLOYEE' };
  const removed = await bench.ask('deleteInscription', { ...key, ...march });
  expect(business(removed.outcome).inscriptions.map(({ period }) => period)).toEqual([
    { begin: '2026-01-01', end: '2026-02-28' },
    { begin: '2026-04-01', end: null },
  ]);
  const none = await bench.ask('consultInscriptions', { ssin: SAMPLE.bis });
  expect(business(none.outcome)).toMatchObject({
    value: 'NO_DATA_FOUND',
    code: 'MSG00100',
    inscriptions: [],
  });
});

const [context, end] = ['inscription.inscriptionContext', 'inscription.period.endDate'];
it.each([
  ['a number that nobody has', SAMPLE.unknown, {}, 'MSG00005', []],
  ['check digits that do not fit', '85070399769', {}, 'MSG00011', ['ssin']],
  ['a number that was cancelled', SAMPLE.cancelled, {}, 'INS00003', ['ssin']],
  ['a role no longer in use', SAMPLE.active, { [context]: 'FORMER' }, 'INS00002', ['inscriptionContext']],
  ['a period upside down', SAMPLE.active, { [end]: '2025-01-01' }, 'INS00004', ['beginDate', 'endDate']],
  ['another name', SAMPLE.active, { 'inscription.personData.lastName': 'Anders' }, 'INS00001', []],
])('is refused by the service for %s', async (_what, ssin, more, code, fields) => {
  const { outcome } = await bench.insert(ssin, more);
  expect(business(outcome)).toMatchObject({ value: 'NOK', code });
  expect(business(outcome).information.map(({ fieldName }) => fieldName)).toEqual(
    expect.arrayContaining(fields),
  );
});

it('what the schema does not take does not leave', async () => {
  const before = bench.exchanges();
  const wrong = await bench.call('cbss.call', {
    operation: 'insertInscription',
    fields: { ssin: SAMPLE.active, beginDate: '2026-02-30' },
  });
  expect(wrong).toMatchObject({ failure: { code: 'refusedByRule', details: { rules: 'MSG00008' } } });
  const other = await bench.call('cbss.call', {
    operation: 'consultInscriptions',
    fields: { beginning: '2026-02-01' },
  });
  expect(other).toMatchObject({ failure: { code: 'invalidInput', details: { fields: 'beginning' } } });
  expect(bench.exchanges()).toBe(before);
});

it.each(scenarios)('tells %s apart from all else', async (kind, outcome, tries) => {
  await bench.fault(kind);
  const answer = await bench.insert(SAMPLE.rad);
  expect(answer.outcome).toMatchObject(outcome);
  expect(answer.tries).toBe(tries);
});

it('a message that is not let in says so, by the certificate and by the rules of access', async () => {
  const path = `/cbss/applications/${encodeURIComponent('urn:practice:sociodesk:0999999031')}`;
  await bench.admin('DELETE', path);
  expect((await bench.ask('checkAccessControl')).outcome).toMatchObject({
    layer: 'platform',
    code: 'SOA-01002',
  });
  const { links } = await bench.must('cbss.test', { insz: SAMPLE.active });
  expect(links.map(({ state }) => state)).toEqual(['ok', 'ok', 'failed', 'notReached']);
  await bench.admin('PUT', path, { enterpriseNumber: '0999999031' });
  expect(business((await bench.ask('checkAccessControl')).outcome).value).toBe('OK');
});

it.each([-200, 200])(
  'a PC whose clock is off by %i seconds is refused once, and then has the time of the service',
  async (seconds) => {
    await bench.admin('PUT', '/clock', { skewSeconds: seconds });
    expect((await bench.ask('checkAccessControl')).outcome).toMatchObject({
      layer: 'platform',
      code: 'SOA-01001',
    });
    expect((await bench.ask('checkAccessControl')).outcome).toMatchObject({ layer: 'business', value: 'OK' });
    await bench.admin('PUT', '/clock', { skewSeconds: 0 });
    await bench.ask('checkConnection');
  },
);

it('searching, making, correcting and subscribing wait for their authorisation', async () => {
  const search = () =>
    bench.call('cbss.search', { lastName: 'Kestelar', birthDate: '1985-00-00', tolerance: 1 });
  expect(await search()).toMatchObject({
    failure: { code: 'permissionMissing', details: { right: 'search' } },
  });
  for (const right of ['search', 'create', 'correct', 'subscribe'] as const)
    await bench.must('cbss.authorise', {
      right,
      authorisation: { reference: 'CSI/26/041', date: '2026-02-02' },
    });
  expect((await bench.must('cbss.profile', {})).authorisations).toHaveLength(4);
  const found = await search();
  expect(found.ok && business(found.value.outcome).persons).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ insz: SAMPLE.active, lastName: 'Kestelaar', register: 'RR' }),
    ]),
  );
  const person = {
    lastName: 'Nieuwmaan',
    givenName: 'Iskra Vesna',
    birthDate: '1999-04-00',
    genderCode: 2,
    nationality: 'HR',
  };
  const address = { countryCode: 'HR', city: 'Zagreb' };
  const create = () =>
    bench.must('cbss.create', { ...person, address, justification: 'First day of work on a site' });
  const made = business((await create()).outcome);
  expect(made).toMatchObject({ value: 'OK', number: { canceled: false, replaces: null } });
  const stopped = business((await create()).outcome);
  expect(stopped).toMatchObject({
    value: 'NOK',
    persons: [{ insz: made.number?.insz, lastName: 'Nieuwmaan' }],
  });
  const correct = (insz: string) =>
    bench.must('cbss.correct', { insz, lastName: 'Nieuwe Maan', justification: 'Passport' });
  expect(business((await correct(made.number?.insz ?? '')).outcome).value).toBe('OK');
  expect(business((await correct(SAMPLE.active)).outcome).value).toBe('NOK');
  const flow = { flow: 'dimonaMutation', inscriptionContext: 'EMPLOYEE' } as const;
  expect(business((await bench.must('cbss.subscribe', flow)).outcome).value).toBe('OK');
  expect((await bench.must('cbss.subscriptions', {})).rows).toMatchObject([flow]);
  expect(business((await bench.must('cbss.unsubscribe', flow)).outcome).value).toBe('OK');
  expect((await bench.must('cbss.subscriptions', {})).rows).toEqual([]);
  await bench.must('cbss.authorise', { right: 'search', authorisation: null });
  expect(await search()).toMatchObject({ failure: { code: 'permissionMissing' } });
});

it('xmlsec1 verifies what the app signed, and practice takes what xmlsec1 signed', async () => {
  const { exchangeId } = await bench.ask('consultInscriptions', { ssin: SAMPLE.active });
  const message = findExchange(bench.session().db, exchangeId)?.request ?? '';
  const { certificateId } = await bench.must('cbss.profile', {});
  const opened = await sessionVault(bench.session()).open(certificateId ?? '');
  if (!opened.ok) throw new Error(opened.failure.code);
  const { certificate, privateKey } = opened.value;
  expect(verifiedByXmlsec(message, certificate)).toBe(true);
  expect(verifiedByXmlsec(message.replace(SAMPLE.active, SAMPLE.activeWoman), certificate)).toBe(false);
  const ticket = randomUUID();
  const signed = signedByXmlsec(foreignTemplate(ticket, SAMPLE.active, certificate, new Date()), privateKey);
  expect(await bench.post(signed)).toEqual([200, expect.stringContaining(ticket)]);
  expect(await bench.post(signed)).toEqual([500, expect.stringContaining('SOA-01001')]);
});

it('by command: the answer with what it means, and an exit code by layer', async () => {
  const run = (words: string[], values: object) =>
    runCommand(bench, cbssCommands[0], words, values as Parameters<typeof runCommand>[3]);
  const done = await run(['consultInscriptions'], { set: ['ssin=90.02.15-998.68'] });
  expect(done.exit).toBe(0);
  expect(done.lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^DATA_FOUND MSG00000\tThe service did/),
      SAMPLE.activeWoman,
      'EMPLOYEE\t2026-04-01\t…',
    ]),
  );
  const refused = await run(['consultInscriptions'], { set: [`ssin=${SAMPLE.unknown}`] });
  expect([refused.exit, refused.lines?.join()]).toEqual([2, expect.stringContaining('MSG00005')]);
  await bench.fault('otherTicket');
  expect((await run(['consultInscriptions'], { set: [`ssin=${SAMPLE.active}`] })).exit).toBe(3);
  await bench.fault('soa02001');
  expect((await run(['consultInscriptions'], { set: [`ssin=${SAMPLE.active}`] })).exit).toBe(1);
  expect((await run(['consultInscriptions'], { set: ['ssin'] })).result).toMatchObject({
    failure: { details: { fields: '--set' } },
  });
  expect((await run(['other'], {})).result).toMatchObject({ failure: { details: { fields: 'OPERATION' } } });
  const shown = await runCommand(bench, cbssCommands[1], [], { off: true });
  expect(shown.lines?.[0]).toMatch(/ is off\.$/);
  expect((await run(['checkConnection'], {})).lines).toEqual([expect.stringContaining('cbss profile --on')]);
  expect((await runCommand(bench, cbssCommands[1], [], { on: true })).lines?.[1]).toMatch(/^urn:practice:/);
  const folder = newFolder();
  try {
    const file = join(folder, 'question.xml');
    const { exchangeId } = await bench.ask('consultInscriptions', { ssin: SAMPLE.active });
    writeFileSync(file, findExchange(bench.session().db, exchangeId)?.request ?? '');
    expect((await run(['consultInscriptions'], { body: file })).exit).toBe(0);
    writeFileSync(file, '<!DOCTYPE x><x/>');
    expect((await run(['consultInscriptions'], { body: file })).result).toMatchObject({
      failure: { details: { reason: 'doctype' } },
    });
  } finally {
    removeFolder(folder);
  }
});

it('a line of the register is there once the service has it, and what could not be asked waits', async () => {
  const { rows } = await bench.must('employer.list', { text: 'De Berk' });
  const key = { employerId: rows[0]?.id ?? '', insz: SAMPLE.replaced, dossierType: 'TRAINEE' };
  const period = { begin: '2026-01-01', end: null };
  await bench.fault('soa02001');
  expect(await bench.must('register.insert', { ...key, period })).toMatchObject({
    outcome: 'pending',
    after: [],
  });
  await bench.must('register.retryPending', {});
  const consulted = await bench.must('register.consult', { ...key, insz: SAMPLE.active });
  expect(consulted.lines).toMatchObject([{ dossierType: 'TRAINEE', period, verifiedBy: 'authenticSource' }]);
  const refused = await bench.call('register.insert', { ...key, period, insz: SAMPLE.cancelled });
  expect(refused).toMatchObject({ failure: { code: 'refusedByRule', details: { rules: 'INS00003' } } });
  const logs = readdirSync(bench.profileDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.log'),
  );
  const logged = logs.map((name) => readFileSync(join(bench.profileDir, name), 'utf8')).join();
  expect(logged).toMatch(/"cbss\.systemError","id":"[0-9a-f-]{36}","code":"SOA-02001"/);
  expect(logged).not.toContain(SAMPLE.replaced);
});

it('every question stands in the history before its answer, and no number of a person in it', async () => {
  const { rows } = await bench.must('history.search', {
    kinds: ['cbss.requested', 'cbss.answered'],
    pageSize: 200,
  });
  const [asked, answered] = ['cbss.requested', 'cbss.answered'].map(
    (kind) => rows.filter((row) => row.kind === kind).length,
  );
  expect(asked).toBeGreaterThan(20);
  expect(answered).toBe(asked);
  const kept = JSON.stringify(rows.map(({ id, summary, kind }) => ({ id, summary, kind })));
  for (const number of Object.values(SAMPLE)) expect(kept).not.toContain(number);
  expect(bench.exchanges()).toBe(asked);
});
