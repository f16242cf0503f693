// What a register refuses and what it remarks on: each with its code, and with nothing stored.
import { expect, test } from 'vitest';
import { consultLines } from '../../../main/register/consult-lines.ts';
import { applyNumberEvent } from '../../../main/register/numbers/apply-number-event.ts';
import { saveType } from '../../../main/register/types.ts';
import { calls } from '../../../preload/contract/index.ts';
import { unwrap } from '../platform/scratch.ts';
import {
  changed,
  insert,
  must,
  number,
  open,
  otherEmployer,
  period,
  periods,
  person,
  refusal,
  registerBench,
  remove,
} from './register-bench.ts';

registerBench();
const [A, B, C] = [number(0), number(1), number(2)];

const event = (oldInsz: string, newInsz: string | null) =>
  unwrap(
    applyNumberEvent(open().session, {
      ...{
        eventId: open().session.ids.newId(),
        oldInsz,
        newInsz,
        effectiveDate: '2026-01-01',
        origin: 'feed',
      },
      kind: newInsz === null ? 'cancellation' : 'replacement',
    }),
  );
const type = (code: string, fields: object = {}) => ({
  ...{ code, name: '', active: true, inscriptionContext: code, qualityCode: null, expectedRevision: null },
  ...fields,
});
const consult = (insz: string, fields: object = {}) =>
  consultLines(open().session, {
    ...{ employerId: open().employerId, insz, dossierType: null, period: null },
    ...fields,
  });
/** All that is stored and could tell what was asked. */
const stored = (): unknown =>
  ['register_line', 'register_act', 'person', 'person_number', 'history_event', 'history_payload'].map(
    (table) => open().session.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

test.each<[string, Parameters<typeof insert>[0], unknown[]]>([
  ['a number with wrong check digits', { insz: '85070400111' }, ['refusedByRule', 'MSG00011', 'insz']],
  ['what is no number', { insz: 'Peeters' }, ['refusedByRule', 'MSG00011', 'insz']],
  ['a type that is not defined', { dossierType: 'NOBODY' }, ['refusedByRule', 'INS00002', 'dossierType']],
  ['a type that is not in use', { dossierType: 'OLD' }, ['refusedByRule', 'INS00002', 'dossierType']],
  [
    'a period upside down',
    { period: { begin: '2024-02-02', end: '2024-02-01' } },
    ['refusedByRule', 'INS00004', 'begin,end'],
  ],
  [
    'a day that does not exist',
    { period: { begin: '2024-02-30', end: null } },
    ['refusedByRule', 'INS00004', 'begin,end'],
  ],
  [
    'a day of birth that cannot be',
    { identity: { lastName: 'Peeters', givenName: 'Jan', birthDate: '1985-00-04' } },
    ['refusedByRule', 'MSG00008', 'birthDate'],
  ],
  [
    'a number that nobody here holds, with a last name only',
    { insz: B, identity: { lastName: 'Peeters', givenName: '' } },
    ['refusedByRule', 'MSG00005', 'insz'],
  ],
  ['a cancelled number', { insz: C }, ['refusedByRule', 'INS00003', 'insz']],
  ['a client that is not there', { employerId: 'nobody' }, ['notFound', undefined, 'employerId']],
  [
    'another identity',
    { identity: { lastName: 'Janssens', givenName: 'Piet' } },
    ['refusedByRule', 'INS00001', 'lastName,givenName'],
  ],
])('%s is refused and nothing is stored', async (_, input, expected) => {
  const { session } = open();
  person(A);
  person(C);
  event(C, null);
  unwrap(saveType(session, type('OLD', { active: false })));
  const before = stored();
  changed.mockClear();
  for (const dryRun of [true, false])
    expect(refusal(await insert({ insz: A, ...input, dryRun }))).toEqual(expected);
  expect(stored()).toEqual(before);
  expect(changed).not.toHaveBeenCalled();
});

test('a mismatch tells the names of fields and nothing of what is on record', async () => {
  person(A, 'Verheyen', 'Godelieve');
  const identity = { lastName: 'Janssens', givenName: 'Godelieve' };
  const refused = JSON.stringify(await insert({ identity }));
  expect(refused).toContain('lastName');
  expect(refused).not.toMatch(/Verheyen|Janssens|Godelieve|givenName/);
  const log = JSON.stringify(open().session.log);
  expect(log).not.toMatch(/Verheyen|Janssens/);
});

test('a person whom nobody knew is made with the first line, and only then', async () => {
  const tried = await must(insert({ insz: B, dryRun: true }));
  expect([tried.outcome, tried.personId, tried.after]).toEqual(['dryRun', null, periods('2024-01-01..open')]);
  const done = await must(insert({ insz: B }));
  const { db } = open().session;
  const row = db.prepare('SELECT family_name, given_name FROM person WHERE id = ?').raw().get(done.personId);
  expect([done.outcome, row]).toEqual(['stored', ['Peeters', 'Jan']]);
  expect(changed).toHaveBeenCalledWith('register.changed', [done.personId]);
});

test('a replaced number is stored under the present one, which is said', async () => {
  const personId = person(A);
  event(A, B);
  const done = await must(insert({ insz: A }));
  expect(done).toMatchObject({
    personId,
    insz: B,
    replaces: A,
    warnings: [{ code: 'MSG00006', newInsz: B }],
  });
  expect(unwrap(consult(A))).toMatchObject({ code: 'MSG00000', insz: B, replaces: A, personId });
  const gone = await must(remove({ insz: A }));
  expect(gone).toMatchObject({ outcome: 'stored', insz: B, replaces: A, after: [] });
});

test('a number that became a cancelled one is refused, and its lines can still be seen and deleted', async () => {
  person(A);
  await must(insert({ insz: A }));
  event(B, null);
  event(A, B);
  expect(refusal(await insert({ insz: A, period: period('2020-01-01..01-31') }))).toEqual([
    'refusedByRule',
    'INS00003',
    'insz',
  ]);
  const seen = unwrap(consult(A));
  expect(seen.lines.map(({ review }) => review)).toEqual(['replacedByCancelled']);
  expect(seen.warnings).toEqual([{ code: 'INS00003' }]);
  expect((await must(remove({ insz: A }))).after).toEqual([]);
});

test('someone who died may be inscribed, with a remark', async () => {
  const personId = person(A);
  open()
    .session.db.prepare(
      `INSERT INTO person_identity (person_id, last_name, given_names, decease_date, origin, as_of)
       VALUES (?, 'Peeters', 'Jan Karel', '2026-02-01', 'feed', '2026-02-02')`,
    )
    .run(personId);
  const done = await must(insert({}));
  expect([done.outcome, done.warnings]).toEqual(['stored', [{ code: 'MSG00009' }]]);
});

test('deleting asks for a known number, a defined type and a period that is one', async () => {
  person(A);
  expect(refusal(await remove({ insz: B }))).toEqual(['refusedByRule', 'MSG00005', 'insz']);
  expect(refusal(await remove({ dossierType: 'NOBODY' }))).toEqual([
    'refusedByRule',
    'INS00002',
    'dossierType',
  ]);
  const upsideDown = { begin: '2024-02-02', end: '2024-02-01' };
  expect(refusal(await remove({ period: upsideDown }))).toEqual(['refusedByRule', 'INS00004', 'begin,end']);
});

test('lines of a type that is no longer in use can be consulted and deleted', async () => {
  const { session } = open();
  person(A);
  unwrap(saveType(session, type('SEASONAL', { name: 'Seizoen' })));
  await must(insert({ dossierType: 'SEASONAL' }));
  unwrap(saveType(session, type('SEASONAL', { active: false, expectedRevision: 1 })));
  expect(unwrap(consult(A, { dossierType: 'SEASONAL' })).lines).toHaveLength(1);
  expect((await must(remove({ dossierType: 'SEASONAL' }))).outcome).toBe('stored');
});

test('only lines of the client that was named are answered, whole where they have a day of the period', async () => {
  person(A);
  for (const one of ['2024-01-01..03-31', '2024-05-01..06-30']) await must(insert({ period: period(one) }));
  await must(insert({ employerId: otherEmployer() }));
  const asked = { period: period('2024-03-31..04-30') };
  expect(unwrap(consult(A, asked)).lines.map((line) => line.period)).toEqual(periods('2024-01-01..03-31'));
  expect(unwrap(consult(A)).lines.map(({ employerId }) => employerId)).toEqual([
    open().employerId,
    open().employerId,
  ]);
  expect(unwrap(consult(A, { period: period('2023-01-01..01-31') }))).toMatchObject({
    code: 'MSG00100',
    lines: [],
  });
  expect(unwrap(consult(B))).toMatchObject({ code: 'MSG00100', lines: [], personId: null });
});

test('a type is known by a context or a quality code, never both, and changes only as it was read', () => {
  const { session } = open();
  const input = calls['register.saveType'].input;
  expect(input.safeParse(type('OWN', { qualityCode: 10 })).success).toBe(false);
  expect(input.safeParse(type('OWN', { inscriptionContext: null })).success).toBe(false);
  expect(input.safeParse(type('own')).success).toBe(false);
  unwrap(saveType(session, type('OWN', { inscriptionContext: null, qualityCode: 10 })));
  expect(refusal(saveType(session, type('OWN')))[0]).toBe('alreadyExists');
  expect(refusal(saveType(session, type('OWN', { expectedRevision: 7 })))[0]).toBe('conflict');
  expect(refusal(saveType(session, type('NONE', { expectedRevision: 1 })))[0]).toBe('notFound');
  unwrap(saveType(session, type('EMPLOYEE', { name: 'Anders', expectedRevision: 1 })));
  expect(session.db.prepare("SELECT name FROM dossier_type WHERE code = 'EMPLOYEE'").pluck().get()).toBe('');
});
