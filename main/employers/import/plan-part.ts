// What a part of a row would do, and the words with which one row refuses itself.
import type { z } from 'zod';
import type { importChangeSchema } from '../../../preload/contract/employer-import.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import type { ImportValues } from '../../../preload/rules/employers/read-import-row.ts';
import type { PlannedEmployer } from './planned-employer.ts';

export type ImportChange = z.infer<typeof importChangeSchema>;
/** `take` is called only when the whole row is good. */
export type Part = {
  findings: Finding[];
  changes: ImportChange[];
  /** It adds something, and changes nothing that stood there. */
  adds: boolean;
  take: () => void;
};
export type RowInHand = { number: number; line: number; values: ImportValues };
export const nothingPart: Part = { findings: [], changes: [], adds: true, take: () => {} };

export const blocking = (rule: string, field: ImportField, params: Finding['params'] = {}): Finding => ({
  rule,
  severity: 'blocking',
  field,
  params,
});

/**
 * A row that says something else than a row before it is refused: which of both is right, only a person knows. The finding
 * gives the other row's line and what it says, as a code, day or digits.
 */
export function differs(
  employer: PlannedEmployer,
  what: string,
  field: ImportField,
  same: boolean,
): Finding[] {
  const before = employer.saidBy.get(what);
  return before === undefined || same ? [] : [blocking('EMI-DIFFERS', field, before)];
}

/** Remembers who said it first. */
export function note(employer: PlannedEmployer, what: string, line: number, said: string): void {
  if (!employer.saidBy.has(what)) employer.saidBy.set(what, { line, said: said.slice(0, 120) });
}
