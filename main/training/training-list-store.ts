// SQL of the list of trainings: filter, sort, page, sums and counts, all in the database.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { TrainingFilter } from '../../preload/contract/training.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import type { TrainingRow } from './training-row.ts';
import { findTrainings } from './training-store.ts';

type Conditions = { sql: string; values: (string | number)[]; words: boolean };
export type TrainingSort = HandlerInput<'training.list'>['sort'];

const orders: Record<string, string> = {
  worker: 'p.family_name COLLATE NOCASE DIR, p.given_name COLLATE NOCASE DIR, t.start_date, t.id',
  start: 't.start_date DIR, t.id',
  title: 't.title COLLATE NOCASE DIR, t.id',
  duration: 't.duration_minutes DIR, t.id',
  state: 't.state DIR, t.id',
  updated: 't.updated_at DIR, t.id',
};

const from = `FROM training t JOIN worker w ON w.id = t.worker_id JOIN person p ON p.id = w.person_id
  JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL`;

/** Persons in the order of their names, each with his or her trainings: the sort is then the indexes' own. */
const fromNames = `FROM person p CROSS JOIN worker w ON w.person_id = p.id
  CROSS JOIN training t ON t.worker_id = w.id
  CROSS JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL`;

/** The narrowest tables that a query needs. */
function tablesFor(words: boolean, sort: string | null): string {
  if (sort === 'worker') return words ? fromNames : fromNames.slice(0, fromNames.lastIndexOf('CROSS JOIN'));
  return words ? from : 'FROM training t';
}

/** The filter as SQL. Without a choice of states, what is over and done with (withdrawn, superseded) stays out. */
export function conditionsOf(scope: EmployerScope, filter: TrainingFilter): Conditions {
  const { sql, values } = scopeCondition(scope, 't.employer_id');
  const all: [string, ...(string | number)[]][] = [['t.removed_at IS NULL'], [sql, ...values]];
  if (filter.workerId !== null) all.push(['t.worker_id = ?', filter.workerId]);
  if (filter.year !== null) all.push(['t.year = ?', filter.year]);
  if (filter.states.length > 0)
    all.push(['t.state IN (SELECT value FROM json_each(?))', JSON.stringify(filter.states)]);
  else all.push(["t.state NOT IN ('withdrawn', 'superseded')"]);
  if (filter.toFix) all.push(['t.to_fix = 1']);
  if (filter.startFrom !== null) all.push(['t.start_date >= ?', filter.startFrom]);
  if (filter.startTo !== null) all.push(['t.start_date <= ?', filter.startTo]);
  const words = wordsOf(filter.text);
  for (const word of words) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    const digits = word.replace(/[.\-/]/g, '');
    // By any number that the worker has or had; where it is none, an empty span.
    const number = /^\d{3,}$/.test(digits) ? [digits, `${digits}:`] : ['', ''];
    all.push([
      `(t.title LIKE ? ESCAPE '\\' OR p.family_name LIKE ? ESCAPE '\\' OR p.given_name LIKE ? ESCAPE '\\'
        OR p.id IN (SELECT o.person_id FROM person_number o WHERE o.insz >= ? AND o.insz < ?))`,
      like,
      like,
      like,
      ...number,
    ]);
  }
  return {
    sql: all.map(([condition]) => condition).join(' AND '),
    values: all.flatMap(([, ...given]) => given),
    words: words.length > 0,
  };
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, 6);

export function listTrainings(
  db: Database,
  scope: EmployerScope,
  input: TrainingFilter & { page: number; pageSize: number; sort: TrainingSort },
): { rows: TrainingRow[]; total: number; minutes: number } {
  const { sql, values, words } = conditionsOf(scope, input);
  const sum = statement(
    db,
    `SELECT count(*) AS total, coalesce(sum(t.duration_minutes), 0) AS minutes ${tablesFor(words, null)} WHERE ${sql}`,
  ).get(...values) as { total: number; minutes: number };
  const sort = input.sort.replace('-', '');
  const order = orders[sort] ?? 't.id';
  const direction = input.sort.startsWith('-') ? 'DESC' : 'ASC';
  // Sorting carries ids only; the wide rows are read for one page.
  const ids = statement(
    db,
    `SELECT t.id ${tablesFor(words, sort)} WHERE ${sql} ORDER BY ${order.replaceAll('DIR', direction)} LIMIT ? OFFSET ?`,
  )
    .pluck()
    .all(...values, input.pageSize, (input.page - 1) * input.pageSize) as string[];
  const byId = new Map(findTrainings(db, scope, ids).map((row) => [row.id, row]));
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), ...sum };
}

/** Ids that a filter means, oldest first. */
export function idsOfFilter(
  db: Database,
  scope: EmployerScope,
  filter: TrainingFilter,
  limit: number,
): string[] {
  const { sql, values } = conditionsOf(scope, filter);
  const rows = statement(db, `SELECT t.id ${from} WHERE ${sql} ORDER BY t.worker_id, t.id LIMIT ?`).all(
    ...values,
    limit,
  );
  return (rows as { id: string }[]).map((row) => row.id);
}

export function countTrainings(
  db: Database,
  scope: EmployerScope,
  year: number,
): HandlerOutput<'training.counts'> {
  const { sql, values } = scopeCondition(scope, 't.employer_id');
  const counts = statement(
    db,
    `SELECT count(*) AS "all", coalesce(sum(t.to_fix), 0) AS toFix,
            coalesce(sum(t.state = 'draft'), 0) AS drafts, coalesce(sum(t.state = 'ready'), 0) AS ready,
            count(DISTINCT t.worker_id) AS workers
       FROM training t WHERE t.removed_at IS NULL AND t.state NOT IN ('withdrawn', 'superseded') AND t.year = ? AND ${sql}`,
  ).get(year, ...values) as Omit<HandlerOutput<'training.counts'>, 'years'>;
  const years = statement(
    db,
    `SELECT DISTINCT t.year FROM training t WHERE t.removed_at IS NULL AND ${sql} ORDER BY t.year DESC LIMIT 50`,
  ).all(...values) as { year: number }[];
  return { ...counts, years: years.map((row) => row.year) };
}
