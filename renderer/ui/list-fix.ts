// What a person puts in a row of a list, and which of its problems that is meant for.
import type { Finding } from '../../preload/contract/finding.ts';
import type { Result } from '../../preload/contract/result.ts';

export type ListFix<F extends string> = { values?: { field: F; text: string }[]; leftOut?: boolean };

/** What the pages of every list need to know of a row; `number` is its place in what was staged. */
export type ListRow<F extends string> = {
  number: number;
  outcome: string;
  values: readonly { field: F; text: string }[];
  findings: readonly Finding[];
};

export type ListFixCalls<F extends string, R> = {
  fix: (
    number: number,
    fix: ListFix<F>,
    problem: Finding | undefined,
  ) => Promise<Result<{ row: R; alike: number }>>;
  /** The same in all rows that have the very same problem. */
  fixAlike: (problem: Finding, fix: ListFix<F>) => Promise<Result<{ fixId: string; rows: number }>>;
  undoFix: (fixId: string) => Promise<Result<{ rows: number }>>;
};

/** The problem that a change is meant for; of a row that is left out, its first. */
export function problemOf<F extends string>(
  findings: readonly Finding[],
  { values, leftOut }: ListFix<F>,
  fieldsOf: (finding: Finding) => readonly F[],
): Finding | undefined {
  const serious = findings.filter(({ severity }) => severity !== 'notice');
  if (leftOut !== undefined) return leftOut ? serious[0] : undefined;
  return serious.find((finding) => values?.some(({ field }) => fieldsOf(finding).includes(field)));
}

export const textOf = <F extends string>(row: Pick<ListRow<F>, 'values'>, field: F): string =>
  row.values.find((value) => value.field === field)?.text ?? '';
