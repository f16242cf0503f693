// A dry run asks the authentic source by a question that changes nothing, there nor here.
import { expect, test } from 'vitest';
import { deleteLine } from '../../../main/register/delete-line.ts';
import { insertLine } from '../../../main/register/insert-line.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import {
  allLines,
  deletion,
  insertion,
  must,
  number,
  open,
  period,
  person,
  registerBench,
} from './register-bench.ts';
import { source, unreachable } from './told-source.ts';

registerBench();
const [A, B] = [number(0), number(1)];

test('a dry run asks by a question that changes nothing, and shows the lines of the number of now', async () => {
  const { session } = open();
  person(B);
  for (const one of ['2020-01-01..06-30', '2020-12-01..2021-03-31'])
    await must(insertLine(session, insertion(B, one), null));
  const [lines, changes] = [allLines(), session.db.prepare('SELECT total_changes()').pluck().get()];
  const asks = source(ok({ insz: B, replaces: A, warnings: [{ code: 'MSG00006', newInsz: B }] }));
  const ahead = { ...insertion(A, '2020-06-01..2021-01-15'), dryRun: true };
  expect(await must(insertLine(session, ahead, asks))).toMatchObject({
    ...{ outcome: 'dryRun', insz: B, replaces: A, verifiedBy: 'authenticSource' },
    before: [period('2020-01-01..06-30'), period('2020-12-01..2021-03-31')],
    after: [period('2020-01-01..2021-03-31')],
    warnings: [{ code: 'MSG00006', newInsz: B }],
  });
  const away = { ...deletion(A, '2020-06-01..12-31'), dryRun: true };
  expect(await must(deleteLine(session, away, asks))).toMatchObject({
    ...{ outcome: 'dryRun', insz: B, replaces: A, verifiedBy: 'authenticSource' },
    after: [period('2020-01-01..05-31'), period('2021-01-01..03-31')],
  });
  expect(asks.asked.map(([what]) => what)).toEqual(['consult', 'consult']);
  expect(session.db.prepare('SELECT total_changes()').pluck().get()).toBe(changes);
  const done = await must(insertLine(session, { ...ahead, dryRun: false }, asks));
  expect([done.insz, done.after]).toEqual([B, [period('2020-01-01..2021-03-31')]]);
  expect(allLines()).not.toEqual(lines);
});

test('a dry run of two persons who become one shows the lines of both', async () => {
  person(A);
  person(B);
  await must(insertLine(open().session, insertion(A, '2024-02-01..04-30'), null));
  await must(insertLine(open().session, insertion(B, '2024-01-01..02-29'), null));
  const asks = source(ok({ insz: B, replaces: A }));
  const ahead = await must(
    insertLine(open().session, { ...insertion(A, '2024-05-01..05-31'), dryRun: true }, asks),
  );
  expect(ahead).toMatchObject({
    before: [period('2024-01-01..02-29'), period('2024-02-01..04-30')],
    after: [period('2024-01-01..04-30'), period('2024-05-01..05-31')],
  });
});

test('a dry run takes whom only the source knows, and refuses a cancelled number before anybody confirms', async () => {
  const ahead = { ...insertion(A, '2024-01-01..open'), identity: null, dryRun: true };
  expect(await must(insertLine(open().session, ahead, source(ok({ insz: B, replaces: A }))))).toMatchObject({
    ...{ personId: null, before: [], after: [period('2024-01-01..open')] },
  });
  const gone = source(ok({ cancelled: true }));
  expect(await insertLine(open().session, ahead, gone)).toMatchObject({
    failure: { code: 'refusedByRule', details: { rules: 'INS00003' } },
  });
  person(A);
  expect(await must(deleteLine(open().session, { ...deletion(A, null), dryRun: true }, gone))).toMatchObject({
    outcome: 'dryRun',
  });
  const unknown = source(fail('refusedByRule', { details: { rules: 'MSG00005' } }));
  expect(await insertLine(open().session, ahead, unknown)).toMatchObject({
    failure: { details: { rules: 'MSG00005' } },
  });
});

test('a dry run that cannot ask says so, and shows what is known here', async () => {
  const personId = person(A);
  await must(insertLine(open().session, insertion(A, '2024-01-01..06-30'), null));
  const asks = source(unreachable);
  expect(
    await must(insertLine(open().session, { ...insertion(A, '2024-06-01..open'), dryRun: true }, asks)),
  ).toMatchObject({ personId, verifiedBy: null, after: [period('2024-01-01..open')] });
  expect(await must(deleteLine(open().session, { ...deletion(A, null), dryRun: true }, asks))).toMatchObject({
    personId,
    verifiedBy: null,
    after: [],
  });
});
