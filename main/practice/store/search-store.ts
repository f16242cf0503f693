// Searches of practice's tables by columns and states, page by page in the order in which the rows came.
import type { Connection } from './file-store.ts';

export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

export interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Of each column that is asked for: that value. */
export const conditionOf = (
  columns: Readonly<Record<string, string | undefined>>,
  states: readonly string[] | undefined,
): Condition => {
  const given = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [[`${column} = ?`, value] as const],
  );
  const oneOf = states === undefined ? [] : [`state IN (${states.map(() => '?').join(', ')})`];
  return {
    sql: [...given.map(([sql]) => sql), ...oneOf].join(' AND '),
    values: [...given.map(([, value]) => value), ...(states ?? [])],
  };
};

/** Rows of a table that has a column `sequence`, with how many there are on all pages. */
export const pageFrom = <Row>(
  database: Connection,
  { table, columns }: { readonly table: string; readonly columns: string },
  { sql, values }: Condition,
  page: PageOf,
): { rows: Row[]; total: number } => ({
  total:
    database
      .prepare<string[], { total: number }>(`SELECT count(*) AS total FROM ${table} WHERE ${sql}`)
      .get(...values)?.total ?? 0,
  rows: database
    .prepare<(string | number)[], Row>(
      `SELECT ${columns} FROM ${table} WHERE ${sql} ORDER BY sequence LIMIT ? OFFSET ?`,
    )
    .all(...values, page.limit, page.offset),
});
