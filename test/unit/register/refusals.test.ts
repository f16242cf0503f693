// What a register refuses and what it remarks on: each with its code, and with nothing stored.
import { expect, test } from 'vitest';
import { addWorkers } from '../../../main/people/add-workers.ts';
import { changeWorker } from '../../../main/people/change-worker.ts';
import { listActs } from '../../../main/register/act-store.ts';
import { consultLines } from '../../../main/register/consult-lines.ts';
import { applyNumberEvent } from '../../../main/register/numbers/apply-number-event.ts';
import { restoreAct } from '../../../main/register/restore-line.ts';
import { saveType } from '../../../main/register/types.ts';
import { calls } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { unwrap } from '../platform/scratch.ts';
import {
  allLines,
  changed,
  insert,
  must,
  number,
  open,
  otherEmployer,
  period,
  periods,
  person,
  registerBench,
  remove,
} from './register-bench.ts';

registerBench();
const [A, B, C] = [number(0), number(1), number(2)];

const refusal = (result: Result<unknown>): unknown[] => {
  if (result.ok) return ['no failure'];
  const { code, details } = result.failure;
  return [code, details?.['rules'], details?.['fields']];
};
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

test('an act is undone while its lines are as it left them, and the undoing can be undone', async () => {
  person(A);
  const first = await must(insert({ period: period('2024-01-01..06-30') }));
  const second = await must(insert({ period: period('2024-06-01..open') }));
  const undo = (actId: string | null, dryRun = false) =>
    restoreAct(open().session, { actId: actId ?? '', dryRun });
  expect(refusal(await undo(first.actId))[0]).toBe('stateNotAllowed');
  expect((await must(undo(second.actId, true))).after).toEqual(periods('2024-01-01..06-30'));
  const undone = await must(undo(second.actId));
  expect([undone.before, undone.after]).toEqual([periods('2024-01-01..open'), periods('2024-01-01..06-30')]);
  expect(refusal(await undo('nobody'))[0]).toBe('notFound');
  const again = await must(undo(undone.actId));
  expect(again.after).toEqual(periods('2024-01-01..open'));
});

test('acts tell who did what, with lines before and after, and cannot be changed', async () => {
  const personId = person(A);
  await must(insert({ period: period('2024-01-01..06-30') }));
  await must(remove({ period: period('2024-03-01..03-31') }));
  const { db } = open().session;
  const { rows, total } = listActs(db, { employerId: null, personId, page: 1, pageSize: 10 });
  expect([total, rows.map(({ kind, restorable }) => [kind, restorable])]).toEqual([
    2,
    [
      ['delete', true],
      ['insert', false],
    ],
  ]);
  expect(rows[0]).toMatchObject({
    ...{ actor: 'Test', asked: { insz: A, period: period('2024-03-01..03-31') } },
    before: periods('2024-01-01..06-30'),
    after: periods('2024-01-01..02-29 | 04-01..06-30'),
  });
  expect(() => db.prepare("UPDATE register_act SET lines_after = '[]'").run()).toThrow('not changed');
  const kinds = db
    .prepare('SELECT kind FROM history_event WHERE subject_id = ? ORDER BY rowid')
    .pluck()
    .all(personId);
  expect(kinds).toEqual(['register.inserted', 'register.deleted']);
});

test('a new worker has a line, which follows the period of the work and leaves the other days', async () => {
  const { session, employerId } = open();
  const worker = {
    insz: A,
    familyName: 'Peeters',
    givenName: 'Jan',
    language: null,
    employmentHundredths: 100,
  };
  unwrap(
    addWorkers(session, {
      employerId,
      rows: [{ ...worker, startDate: '2024-01-01', endDate: null }],
    } as never),
  );
  await must(insert({ dossierType: 'EMPLOYEE', period: period('2020-01-01..2020-12-31') }));
  const row = session.db
    .prepare('SELECT w.id, w.person_id AS personId FROM worker w ORDER BY w.id DESC')
    .get() as {
    id: string;
    personId: string;
  };
  const lines = () =>
    allLines()
      .filter((line) => line.startsWith(row.personId))
      .map((line) => line.split(' ').at(-1));
  expect(lines()).toEqual(['2020-01-01..2020-12-31', '2024-01-01..open']);
  const { insz: _, ...names } = worker;
  const change = {
    id: row.id,
    expectedRevision: 1,
    ...names,
    startDate: '2024-02-01',
    endDate: '2026-06-30',
  };
  unwrap(changeWorker(session, change as never));
  expect(lines()).toEqual(['2020-01-01..2020-12-31', '2024-02-01..2026-06-30']);
  const acts = listActs(session.db, { employerId, personId: row.personId, page: 1, pageSize: 10 }).rows;
  expect(acts.map(({ kind, restorable }) => [kind, restorable])).toEqual([
    ['fromWorker', false],
    ['insert', false],
    ['fromWorker', false],
  ]);
});
