// What a person puts in rows of a staged list, and what was there before, so that it can be put back.
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import type { Places } from './judge-row.ts';
import type { Fixes, ListRow } from './list-blocks.ts';

export type Held = { fixes: Fixes; leftOut: boolean };
export type Changed = { number: number; before: Held; after: Held };
type Put = { values: readonly { field: TrainingImportField; text: string }[]; leftOut: boolean | null };
export type RowChange =
  | ({ kind: 'one'; number: number; problem: Finding | null } & Put)
  | ({ kind: 'alike'; problem: Finding; anyFacts: boolean } & Put)
  | { kind: 'putBack'; rows: readonly Changed[] };

export const hasProblem = (
  { outcome, findings }: Pick<ListRow, 'outcome' | 'findings'>,
  { rule, field, params }: Finding,
  anyFacts: boolean,
): boolean =>
  outcome !== 'leftOut' &&
  findings.some(
    (one) => one.rule === rule && one.field === field && (anyFacts || isDeepStrictEqual(one.params, params)),
  );

/** Answers what each row holds afterwards, or null where it stays as it is. A row changed since is not put back. */
export function rowChanger(change: RowChange, places: Places): (row: ListRow) => Held | null {
  if (change.kind === 'putBack') {
    const rows = new Map(change.rows.map((row) => [row.number, row]));
    return (row) => {
      const put = rows.get(row.number);
      if (put === undefined || !isDeepStrictEqual(put.after, { fixes: row.fixes, leftOut: row.leftOut }))
        return null;
      return put.before;
    };
  }
  const meant = (row: ListRow): boolean =>
    change.kind === 'one' ? row.number === change.number : hasProblem(row, change.problem, change.anyFacts);
  return (row) => {
    if (!meant(row)) return null;
    const fixes: Fixes = { ...row.fixes };
    for (const { field, text } of change.values) {
      const at = places.get(field);
      // Typed back as it was read: nothing is left to remember.
      if (at !== undefined && (row.cells[at] ?? '') === text) delete fixes[field];
      else fixes[field] = text.toWellFormed();
    }
    return { fixes, leftOut: change.leftOut ?? row.leftOut };
  };
}
