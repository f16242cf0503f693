// Judges one row of a list: read, its client employer and worker found, all rules of a training, and what is there already.
import type { Finding } from '../../../preload/contract/finding.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { blocks } from '../../../preload/rules/training/check-training.ts';
import type { TrainingParameters } from '../../../preload/rules/training/facts.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { type CellOf, isUnfilled, readReference } from '../../../preload/rules/training/import-row.ts';
import { unneutral } from '../../platform/tables/write-table.ts';
import type { Fixes, ListRow } from './list-blocks.ts';
import type { Facts, TrainingKey } from './list-facts.ts';
import { personReader, trainingReader } from './read-once.ts';

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
  const firstLine = new Map<TrainingKey, number>();
  const personOf = personReader();
  const trainingOf = trainingReader(rules, facts, places);
  return (given: Given): ListRow => {
    const cell = cellOf(places, given.cells, given.fixes);
    if (isUnfilled(cell))
      return asRow(given, 'leftOut', null, null, [finding('IMP-ROW-UNFILLED', null, 'notice')]);
    const { insz, findings: ofPerson } = personOf(cell('insz'));
    const training = trainingOf(given, cell);
    const { externalReference, findings: ofReference } = readReference(cell);
    const findings = ofPerson.concat(training.findings, ofReference);
    if (given.cells.length > width) findings.push(finding('IMP-COLUMNS', null));
    const employerId = employerOf(rules, facts, cell, findings);
    const worker = employerId === null || insz === null ? undefined : facts.worker(employerId, insz);
    if (worker === undefined && employerId !== null && insz !== null)
      findings.push(finding('TRN-WORKER-UNKNOWN', 'insz'));
    if (worker?.replaced === true) findings.push(finding('IMP-INSZ-REPLACED', 'insz', 'warning'));
    for (const found of training.checked(worker ?? null)) findings.push(found);
    const workerId = worker?.id ?? null;
    if (given.leftOut) return asRow(given, 'leftOut', employerId, workerId, findings);
    if (blocks(findings)) return asRow(given, 'refused', employerId, workerId, findings);
    const who = workerId ?? insz;
    const key = who === null ? null : facts.keyOf(who, training.training);
    if (
      worker !== undefined &&
      key !== null &&
      facts.same(worker.id, training.year, externalReference, key, training.values)
    ) {
      if (!firstLine.has(key)) firstLine.set(key, given.line);
      return asRow(given, 'there', employerId, worker.id, findings);
    }
    const twice = key === null ? none : repeated(facts, firstLine, key, given.line);
    for (const one of twice) findings.push(one);
    return asRow(given, twice.length > 0 ? 'duplicate' : 'create', employerId, workerId, findings);
  };
}

const none: readonly Finding[] = [];

const asRow = (
  { number, line, cells, fixes, leftOut }: Given,
  outcome: ListRow['outcome'],
  employerId: string | null,
  workerId: string | null,
  findings: readonly Finding[],
): ListRow => ({
  number,
  line,
  cells,
  fixes,
  leftOut,
  outcome,
  employerId,
  workerId,
  findings: findings.length > mostFindings ? findings.slice(0, mostFindings) : findings,
});

const mostFindings = 20;

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

function repeated(
  facts: Facts,
  firstLine: Map<TrainingKey, number>,
  key: TrainingKey,
  line: number,
): readonly Finding[] {
  const first = firstLine.get(key);
  if (first === undefined) firstLine.set(key, line);
  const { draft, sent } = facts.alike(key);
  if (first === undefined && draft === undefined && sent === undefined) return none;
  const found: Finding[] = [];
  if (first !== undefined) found.push(finding('IMP-TWICE-IN-LIST', null, 'warning', { line: first }));
  if (draft !== undefined) found.push(finding('IMP-TWICE-DRAFT', null, 'warning', { record: draft.id }));
  if (sent !== undefined) found.push(finding('IMP-TWICE-SENT', null, 'warning', { record: sent.id }));
  return found;
}
