// Judges one row that was put right, and with it the rows that it touches: those of the same workers, as one may be the same
// training as another. Gives the same as judging the whole list, as long as the register has not changed.
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../preload/contract/finding.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { TrainingImportCounts } from '../../../preload/contract/training-import.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { readListInsz } from '../../../preload/rules/training/import-values.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { hasProblem, type RowChange, rowChanger } from './change-rows.ts';
import { gatherFew } from './facts-store.ts';
import { cellOf, type Places, placesOf, rowJudge } from './judge-row.ts';
import {
  addSummary,
  countsOf,
  emptySummary,
  inOrder,
  type ListRow,
  packRows,
  rowsOfBlock,
  summaryOf,
} from './list-blocks.ts';
import { unpackFacts } from './list-facts.ts';
import { isCompared, type ListIndex } from './list-index.ts';
import { blockRows, blockSummaries, type ListRecord, putBlock, setJudged } from './list-store.ts';
import { rulesOf } from './run-judge.ts';

type Change = Extract<RowChange, { kind: 'one' }>;
type Blocks = Map<number, ListRow[]>;
type Touched = { before: Blocks; after: Blocks; row: ListRow };

/** Failures: notFound (no such row), those of the database. `alike` as in judging the whole list. */
export async function judgeTouched(
  session: Session,
  record: ListRecord,
  index: ListIndex,
  change: Change,
): Promise<Result<{ counts: TrainingImportCounts; alike: number }>> {
  const { db } = session;
  const touched = await inSlices(judging(session, record, index, change));
  if (touched === null) return fail('notFound');
  const { before, after, row } = touched;
  const changed = [...after].filter(([at, rows]) => !isDeepStrictEqual(before.get(at), rows));
  for (const [at, rows] of changed) index.replace(at, before.get(at) ?? [], rows);
  const summaries = new Map(changed.map(([at, rows]) => [at, summaryOf(rows)]));
  const kept = attempt<TrainingImportCounts>(db, () => {
    const whole = emptySummary();
    for (const { at, summary } of blockSummaries(db, record.id))
      addSummary(whole, summaries.get(at) ?? summary);
    for (const [at, rows] of changed)
      putBlock(db, record.id, at, JSON.stringify(summaries.get(at)), packRows(rows));
    const counts = countsOf(whole, index.workers(), index.employers());
    setJudged(db, record.id, record.columns, counts, inOrder(whole));
    return ok(counts);
  });
  if (!kept.ok) return kept;
  return ok({ counts: kept.value, alike: alikeOf(index, row, change.problem) });
}

const alikeOf = (index: ListIndex, row: ListRow, problem: Finding | null): number =>
  problem === null || hasProblem(row, problem, false) ? 0 : index.alike(problem);

function* judging(
  session: Session,
  record: ListRecord,
  index: ListIndex,
  change: Change,
): Steps<Touched | null> {
  const { db } = session;
  const places = placesOf(record.columns.map(({ field }) => field));
  const rules = rulesOf(session, record);
  const home = Math.floor((change.number - 1) / rowsOfBlock);
  const standing = blockRows(db, record.id, home).find(({ number }) => number === change.number);
  const held = standing === undefined ? null : rowChanger(change, places)(standing);
  if (standing === undefined || held === null) return null;
  const given: ListRow = { ...standing, ...held };
  function* judgeOf(rows: readonly ListRow[]): Steps<ReturnType<typeof rowJudge>> {
    const facts = yield* gatherFew(db, record.employerId, namedIn(rows, places));
    return rowJudge(rules, unpackFacts(facts), places, record.columns.length);
  }
  const alone = (yield* judgeOf([given]))(given);
  const workers = new Set(
    [standing, alone].flatMap((row) => (row.workerId !== null && isCompared(row) ? [row.workerId] : [])),
  );
  const before: Blocks = new Map();
  for (const at of new Set([home, ...index.blocksOf(workers)])) {
    before.set(at, blockRows(db, record.id, at));
    yield;
  }
  const isMeant = (row: ListRow): boolean =>
    row.number === given.number || (row.workerId !== null && isCompared(row) && workers.has(row.workerId));
  const asGiven = (row: ListRow): ListRow => (row.number === given.number ? given : row);
  const inOrderOfList = [...before.keys()].toSorted((a, b) => a - b);
  const rows = inOrderOfList.flatMap((at) => (before.get(at) ?? []).filter(isMeant).map(asGiven));
  const judge = yield* judgeOf(rows);
  const after: Blocks = new Map();
  let row = alone;
  for (const at of inOrderOfList) {
    const judged = (before.get(at) ?? []).map((one) => (isMeant(one) ? judge(asGiven(one)) : one));
    after.set(at, judged);
    row = judged.find(({ number }) => number === given.number) ?? row;
    yield;
  }
  return { before, after, row };
}

/** Whom the rows speak of: numbers of persons and of employers. */
function namedIn(rows: readonly ListRow[], places: Places): { persons: string[]; enterprises: string[] } {
  const persons = new Set<string>();
  const enterprises = new Set<string>();
  for (const { cells, fixes } of rows) {
    const cell = cellOf(places, cells, fixes);
    const { insz } = readListInsz(cell('insz'));
    if (insz !== null) persons.add(insz);
    const enterprise = parseEnterpriseNumber(cell('enterpriseNumber').trim());
    if (enterprise !== null) enterprises.add(enterprise);
  }
  return { persons: [...persons], enterprises: [...enterprises] };
}
