// What was done to lines: undone while they are as it left them, told with who did it, and following from a worker's period.
import { expect, test } from 'vitest';
import { addWorkers } from '../../../main/people/add-workers.ts';
import { changeWorker } from '../../../main/people/change-worker.ts';
import { listActs } from '../../../main/register/act-store.ts';
import { recordReplacement } from '../../../main/register/numbers/settle-event.ts';
import { numbersOf } from '../../../main/register/person-store.ts';
import { restoreAct } from '../../../main/register/restore-line.ts';
import { unwrap } from '../platform/scratch.ts';
import {
  allLines,
  insert,
  must,
  number,
  open,
  period,
  periods,
  person,
  refusal,
  registerBench,
  remove,
} from './register-bench.ts';

registerBench();
const A = number(0);

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

test('what was done before two persons became one is not undone, nor a number replaced from a day still to come', async () => {
  const { session } = open();
  person(A);
  const other = person(number(1));
  await must(insert({ insz: number(1), period: period('2022-01-01..06-30') }));
  const cut = await must(remove({ insz: number(1), period: period('2022-06-01..06-30') }));
  await must(insert({ period: period('2022-05-15..12-31') }));
  const told = { oldInsz: number(1), newInsz: A };
  expect(recordReplacement(session, { ...told, effectiveDate: '2026-12-01', join: false })).toMatchObject({
    failure: { code: 'refusedByRule', details: { rules: 'NUM-FUTURE' } },
  });
  const shown = unwrap(recordReplacement(session, { ...told, effectiveDate: '2026-11-01', join: false }));
  expect(shown).toMatchObject({
    ...{ state: 'joins', personId: null },
    joins: {
      kept: { insz: A },
      gone: { insz: number(1), familyName: 'Peeters' },
      lines: 1,
      sharedClients: 0,
    },
  });
  expect(numbersOf(session.db, other)).toHaveLength(1);
  const { personId, state } = unwrap(
    recordReplacement(session, { ...told, effectiveDate: '2026-11-01', join: true }),
  );
  expect([state, personId === other, personId]).toEqual(['applied', false, expect.any(String)]);
  const acts = listActs(session.db, { employerId: null, personId, page: 1, pageSize: 10 }).rows;
  expect(acts[0]).toMatchObject({ kind: 'merge', actor: 'Test', after: periods('2022-01-01..12-31') });
  expect(acts.map(({ restorable }) => restorable)).toEqual([false, false, false, false]);
  // Even where the lines happen to stand again as the old act left them.
  await must(remove({ period: period('2022-06-01..12-31') }));
  expect(refusal(await restoreAct(session, { actId: cut.actId ?? '', dryRun: false }))[0]).toBe(
    'stateNotAllowed',
  );
  expect(numbersOf(session.db, personId ?? '')[0]).toMatchObject({
    ...{ insz: number(1), replacedBy: A, replacedOn: '2026-11-01' },
  });
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
