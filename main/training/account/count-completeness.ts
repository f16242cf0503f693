// Counts completeness of all workers in slices, and keeps the counts as long as nothing was written: typing in the filter and
// turning the page then ask for names alone.
import type { CompletenessRow } from '../../../preload/contract/training-overviews.ts';
import type { EmployerScope } from '../../employers/employer-scope.ts';
import { changesSoFar, type Database } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';
import {
  type ClientName,
  clientNames,
  countBlock,
  type MissingWorker,
  missingInBlock,
  type QuarterCounts,
} from './completeness-store.ts';
import { quartersOf } from './quarters.ts';
import { workerBlocks } from './worker-block-store.ts';

export type CompletenessQuery = {
  scope: EmployerScope;
  year: number;
  text: string;
  /** Only clients with somebody missing in one of these quarters (1 to 4); null: all clients. */
  missingIn: readonly number[] | null;
  /** Quarters whose missing workers are added up for the order. */
  countIn: readonly number[];
  sort: 'name' | '-name' | 'missing' | '-missing';
  limit: number;
  offset: number;
};

type Counts = ReadonlyMap<string, readonly QuarterCounts[]>;

const none: QuarterCounts = { employed: 0, missing: 0, trainings: 0, minutes: 0 };
const noQuarters: readonly QuarterCounts[] = [none, none, none, none];

export function* completenessRows(
  db: Database,
  query: CompletenessQuery,
): Steps<{ rows: CompletenessRow[]; total: number }> {
  const counts = yield* clientCounts(db, query.scope, query.year);
  const missing = ({ employerId }: ClientName, quarters: readonly number[]): number =>
    quarters.reduce((sum, quarter) => sum + (counts.get(employerId)?.[quarter - 1]?.missing ?? 0), 0);
  const { missingIn, countIn, sort, offset, limit } = query;
  // By name; sorting by a figure keeps that order among equals.
  const named = clientNames(db, query.scope, query.text, sort === '-name');
  const found = missingIn === null ? named : named.filter((one) => missing(one, missingIn) > 0);
  const direction = sort === 'missing' ? 1 : -1;
  if (sort.endsWith('missing'))
    found.sort((one, other) => direction * (missing(one, countIn) - missing(other, countIn)));
  const rows = found
    .slice(offset, offset + limit)
    .map((one) => ({ ...one, quarters: [...(counts.get(one.employerId) ?? noQuarters)] }));
  return { rows, total: found.length };
}

type Kept = { changes: string; about: string; counts: Counts };
const kept = new WeakMap<Database, Kept>();

/** One set per connection: a person looks at one year of one scope. */
function* clientCounts(db: Database, scope: EmployerScope, year: number): Steps<Counts> {
  const about = `${scope === 'all' ? '' : scope.employerId} ${year}`;
  const changes = changesSoFar(db);
  const known = kept.get(db);
  if (known !== undefined && known.about === about && known.changes === changes) return known.counts;
  const counts = new Map<string, QuarterCounts[]>();
  for (const block of workerBlocks(db, scope)) {
    for (const { employerId, quarters } of countBlock(db, year, block)) {
      const before = counts.get(employerId);
      counts.set(employerId, before === undefined ? quarters : added(before, quarters));
    }
    yield;
  }
  // What another work left open in a transaction may still be taken back.
  if (!db.inTransaction && changesSoFar(db) === changes) kept.set(db, { changes, about, counts });
  return counts;
}

const added = (one: readonly QuarterCounts[], other: readonly QuarterCounts[]): QuarterCounts[] =>
  one.map(({ employed, missing, trainings, minutes }, at) => {
    const more = other[at] ?? none;
    return {
      employed: employed + more.employed,
      missing: missing + more.missing,
      trainings: trainings + more.trainings,
      minutes: minutes + more.minutes,
    };
  });

/** Workers of a client in service in the quarter for whom nothing is registered in it, by name. */
export function* missingWorkers(
  db: Database,
  { employerId, year, quarter }: { employerId: string; year: number; quarter: number },
): Steps<MissingWorker[]> {
  const span = quartersOf(year)[quarter - 1];
  const found: (MissingWorker & { key: string })[] = [];
  for (const block of workerBlocks(db, { employerId })) {
    if (span === undefined) break;
    for (const one of missingInBlock(db, block, { year, ...span }))
      found.push({ ...one, key: `${one.name.toLowerCase()} ${one.workerId}` });
    yield;
  }
  found.sort((one, other) => (one.key < other.key ? -1 : 1));
  return found.map(({ key, ...one }) => one);
}
