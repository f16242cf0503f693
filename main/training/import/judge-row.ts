// Judges one row of a list: read, its client employer and worker found, all rules of a training, and what is there already.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { blocks, checkForRegister } from '../../../preload/rules/training/check-training.ts';
import type { TrainingParameters } from '../../../preload/rules/training/facts.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import {
  atColumn,
  type CellOf,
  isUnfilled,
  readImportRow,
} from '../../../preload/rules/training/import-row.ts';
import { unneutral } from '../../platform/tables/write-table.ts';
import { columnsOf, fieldColumns } from '../training-row.ts';
import type { Fixes, ListRow } from './list-blocks.ts';
import type { Facts } from './list-facts.ts';

export type Rules = {
  /** Null: a column says it; with `checkOnly` nobody needs to be known. */
  employerId: string | null;
  checkOnly: boolean;
  today: string;
  parameters: TrainingParameters;
};
/** Where each field stands. */
export type Places = ReadonlyMap<TrainingImportField, number>;

export const placesOf = (fields: readonly (TrainingImportField | null)[]): Places =>
  new Map(fields.flatMap((field, at) => (field === null ? [] : [[field, at] as const])));

/** What a person put right, else what stands in the list; a sign that we once put before a formula is taken off again, and
 * of a formula that is only a text that text is taken. */
export const cellOf =
  (places: Places, cells: readonly string[], fixes: Fixes): CellOf =>
  (field) => {
    const fixed = fixes[field];
    if (fixed !== undefined) return fixed;
    const at = places.get(field);
    const text = at === undefined ? '' : (cells[at] ?? '');
    // Asked of every cell of every row: the sign is compared before anything is searched.
    if (text.charCodeAt(0) === equals) return saidByFormula(text);
    return text.includes("'") ? unneutral(text) : text;
  };

const equals = 0x3d;

/** `="0123"` → `0123`: how other programs keep a spreadsheet from taking digits for an amount. Other formulas stay as they are. */
const saidByFormula = (text: string): string =>
  /^="((?:[^"]|"")*)"\s*$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text;

type Given = Pick<ListRow, 'number' | 'line' | 'cells' | 'fixes' | 'leftOut'>;

const finding = (
  rule: string,
  field: TrainingImportField | null,
  severity: Finding['severity'] = 'blocking',
  params?: Finding['params'],
): Finding => ({ rule, severity, field, ...(params ? { params } : {}) });

/** Judges rows in their order, as a later one may repeat an earlier one. */
export function rowJudge(rules: Rules, facts: Facts, places: Places, width: number) {
  const firstLine = new Map<string, number>();
  const has = (field: TrainingImportField): boolean => places.has(field);
  return (given: Given): ListRow => {
    const cell = cellOf(places, given.cells, given.fixes);
    if (isUnfilled(cell))
      return asRow(given, 'leftOut', null, null, [finding('IMP-ROW-UNFILLED', null, 'notice')]);
    const read = readImportRow(cell);
    const findings = read.findings;
    if (given.cells.length > width) findings.push(finding('IMP-COLUMNS', null));
    const employerId = employerOf(rules, facts, cell, findings);
    const worker =
      employerId === null || read.insz === null ? undefined : facts.worker(employerId, read.insz);
    if (worker === undefined && employerId !== null && read.insz !== null)
      findings.push(finding('TRN-WORKER-UNKNOWN', 'insz'));
    if (worker?.replaced === true) findings.push(finding('IMP-INSZ-REPLACED', 'insz', 'warning'));
    const year = Number((read.fields.startDate ?? rules.today).slice(0, 4));
    const { today, parameters } = rules;
    const unreadable = new Set(read.findings.map(({ field }) => field));
    for (const found of checkForRegister(read.fields, {
      today,
      year,
      employment: worker ?? null,
      parameters,
    })) {
      const placed = atColumn(found, has);
      // That it is missing would only repeat that it cannot be read; without a last day the first one stands for it.
      const about =
        placed.rule === 'TRN-END-MISSING' && cell('endDate').trim() === '' ? 'startDate' : placed.field;
      if (!(placed.rule.endsWith('-MISSING') && unreadable.has(about))) findings.push(placed);
    }
    if (given.leftOut) return asRow(given, 'leftOut', employerId, worker?.id ?? null, findings);
    const who = worker?.id ?? read.insz;
    const key = who === null ? null : facts.keyOf(who, read.fields);
    if (blocks(findings)) return asRow(given, 'refused', employerId, worker?.id ?? null, findings);
    const values = (): string => valuesOf(read.fields);
    if (
      worker !== undefined &&
      key !== null &&
      facts.same(worker.id, year, read.externalReference, key, values)
    ) {
      if (!firstLine.has(key)) firstLine.set(key, given.line);
      return asRow(given, 'there', employerId, worker.id, findings);
    }
    const twice = key === null ? [] : repeated(facts, firstLine, key, given.line);
    return asRow(given, twice.length > 0 ? 'duplicate' : 'create', employerId, worker?.id ?? null, [
      ...findings,
      ...twice,
    ]);
  };
}

const asRow = (
  { number, line, cells, fixes, leftOut }: Given,
  outcome: ListRow['outcome'],
  employerId: string | null,
  workerId: string | null,
  findings: readonly Finding[],
): ListRow => ({
  ...{ number, line, cells, fixes, leftOut, outcome, employerId, workerId },
  findings: findings.slice(0, 20),
});

function employerOf(rules: Rules, facts: Facts, cell: CellOf, findings: Finding[]): string | null {
  const typed = cell('enterpriseNumber').trim();
  if (typed === '') {
    if (rules.employerId === null && !rules.checkOnly)
      findings.push(finding('IMP-EMPLOYER-MISSING', 'enterpriseNumber'));
    return rules.employerId;
  }
  const number = parseEnterpriseNumber(typed);
  const known = number === null ? undefined : facts.employers.get(number);
  if (number === null) findings.push(finding('IMP-EMPLOYER-NUMBER', 'enterpriseNumber'));
  else if (rules.employerId !== null && known !== rules.employerId)
    findings.push(finding('IMP-EMPLOYER-OTHER', 'enterpriseNumber'));
  else if (known === undefined && !rules.checkOnly)
    findings.push(finding('IMP-EMPLOYER-UNKNOWN', 'enterpriseNumber'));
  return known === undefined || (rules.employerId !== null && known !== rules.employerId) ? null : known;
}

function valuesOf(fields: TrainingFields): string {
  const columns = columnsOf(fields) as Record<string, unknown>;
  return JSON.stringify(fieldColumns.map((name) => columns[name]));
}

function repeated(facts: Facts, firstLine: Map<string, number>, key: string, line: number): Finding[] {
  const found: Finding[] = [];
  const first = firstLine.get(key);
  if (first === undefined) firstLine.set(key, line);
  else found.push(finding('IMP-TWICE-IN-LIST', null, 'warning', { line: first }));
  const { draft, sent } = facts.alike(key);
  if (draft !== undefined) found.push(finding('IMP-TWICE-DRAFT', null, 'warning', { record: draft.id }));
  if (sent !== undefined) found.push(finding('IMP-TWICE-SENT', null, 'warning', { record: sent.id }));
  return found;
}
