// Goes through all rows of a staged list and says of each what it would do, and of each employer what is to be written.
import type { ImportCounts, ImportOutcome } from '../../../preload/contract/employer-import.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { readImportRow } from '../../../preload/rules/employers/read-import-row.ts';
import type { Steps } from '../../platform/slices.ts';
import { unneutral } from '../../platform/tables/write-table.ts';
import { filledServices, plainRoute } from '../default-route.ts';
import type { StagedRow } from './import-store.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { ImportChange } from './plan-part.ts';
import { planRow, type TakenNumbers } from './plan-row.ts';
import { hasWork, type PlannedEmployer, plannedEmployer } from './planned-employer.ts';

export type PlannedRow = {
  staged: StagedRow;
  cells: ReadonlyMap<ImportField, string>;
  outcome: ImportOutcome;
  employerName: string;
  findings: Finding[];
  changes: ImportChange[];
};
export type Plan = { rows: PlannedRow[]; employers: PlannedEmployer[]; counts: ImportCounts };

type Fields = readonly (ImportField | null)[];
type ReadRow = { row: StagedRow; cells: Map<ImportField, string> } & ReturnType<typeof readImportRow>;

/** The same rows and facts give the same plan: it is made anew at each look and once more before it is done. */
export function* planImport(facts: PlanFacts, fields: Fields, staged: readonly StagedRow[]): Steps<Plan> {
  const read: ReadRow[] = [];
  for (const row of staged) {
    const cells = cellsOf(row, fields);
    read.push({ row, cells, ...readImportRow(cells) });
    yield;
  }
  const names = new Map<string, string>();
  for (const { row, values } of read)
    if (values.enterpriseNumber !== null && values.name !== null && !row.leftOut)
      if (!names.has(values.enterpriseNumber)) names.set(values.enterpriseNumber, values.name);
  const employers = new Map<string, PlannedEmployer>();
  const taken: TakenNumbers = { nsso: new Map(), establishments: new Map() };
  const seen = new Map<string, number>();
  const judge = ({ row, cells, values, findings }: ReadRow): PlannedRow => {
    const number = values.enterpriseNumber;
    const known = number === null ? null : (facts.employers.get(number) ?? null);
    const employerName = (number === null ? null : names.get(number)) ?? known?.name ?? values.name ?? '';
    const base = { staged: row, cells, employerName, changes: [] };
    if (row.leftOut) return { ...base, outcome: 'leftOut', findings };
    const all = [...tooManyCells(row, fields), ...findings];
    if (number === null || all.some(({ severity }) => severity === 'blocking'))
      return { ...base, outcome: 'refused', findings: all };
    const employer = employers.get(number) ?? plannedEmployer(number, known, names.get(number) ?? '');
    employers.set(number, employer);
    const planned = planRow(facts, employer, { number: row.number, line: row.line, values }, taken);
    all.push(...planned.findings);
    if (all.some(({ severity }) => severity === 'blocking'))
      return { ...base, outcome: 'refused', findings: all };
    const { changes, adds } = planned;
    const outcome = changes.length === 0 ? 'same' : adds ? 'create' : 'change';
    const signature = JSON.stringify(values);
    const twin = seen.get(signature);
    if (twin === undefined) seen.set(signature, row.line);
    else
      all.push({ rule: 'EMI-DOUBLE', severity: 'notice', field: 'enterpriseNumber', params: { line: twin } });
    return { ...base, outcome, findings: all, changes };
  };
  const rows: PlannedRow[] = [];
  for (const one of read) {
    rows.push(judge(one));
    yield;
  }
  const working = [...employers.values()].filter(hasWork);
  for (const employer of working) addPlainRoutes(facts, employer);
  return { rows, employers: working, counts: count(rows, working) };
}

/** What a person put right goes before what was read; a first apostrophe that we wrote against formulas is taken off. */
function cellsOf(row: StagedRow, fields: Fields): Map<ImportField, string> {
  const cells = new Map<ImportField, string>();
  for (const [at, field] of fields.entries())
    if (field !== null) cells.set(field, row.fixed.get(field) ?? unneutral(row.cells[at] ?? ''));
  for (const [field, text] of row.fixed) cells.set(field, text);
  return cells;
}

const tooManyCells = ({ cells }: StagedRow, fields: Fields): Finding[] =>
  cells.slice(fields.length).some((cell) => cell.trim() !== '')
    ? [{ rule: 'EMI-CELLS', severity: 'warning', field: null, params: { count: fields.length } }]
    : [];

/**
 * A new employer gets the routes that are plain, as one that is added by hand does: never one towards Dimona, and none where
 * the list says that the client goes elsewhere.
 */
function addPlainRoutes({ accounts, day }: PlanFacts, employer: PlannedEmployer): void {
  if (employer.known !== null) return;
  if ([...employer.routes.values()].some(({ kind }) => kind === 'elsewhere')) return;
  for (const service of filledServices) {
    if (employer.routes.has(service)) continue;
    const route = plainRoute(accounts, employer.enterpriseNumber, service);
    if (route !== null) employer.routes.set(service, { service, from: day, ...route });
  }
}

function count(rows: readonly PlannedRow[], employers: readonly PlannedEmployer[]): ImportCounts {
  const of = (outcome: ImportOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  const sum = (size: (employer: PlannedEmployer) => number): number =>
    employers.reduce((total, employer) => total + size(employer), 0);
  return {
    rows: rows.length,
    create: of('create'),
    change: of('change'),
    same: of('same'),
    refused: of('refused'),
    leftOut: of('leftOut'),
    newEmployers: employers.filter(({ known }) => known === null).length,
    changedEmployers: employers.filter(({ known }) => known !== null).length,
    establishments: sum(({ establishments }) => establishments.size),
    routes: sum(({ routes }) => routes.size),
    mandates: sum(({ mandates }) => mandates.length),
  };
}
