// The rows of a planning that need somebody, as the page draws them, and the kinds of problems that they have.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { PlanningImportRow } from '../../preload/contract/planning-import.ts';
import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import type { OpenedPlanning, ReadList } from './opened-plannings.ts';
import type { ShownRow } from './read-planning.ts';

const longestCell = 400;

type Problem = { rule: string; field: string | null };

/** Whether a row still has a problem: what was left out or put right has none. */
export const hasProblem = ({ outcome, findings }: ShownRow, { rule, field }: Problem): boolean =>
  outcome === 'refused' && findings.some((one) => one.rule === rule && one.field === field);

/** The cell of a field as the file has it. */
export const cellOf = ({ fields }: Pick<ReadList, 'fields'>, { cells }: ShownRow, field: string): string =>
  (cells[fields.indexOf(field as PlanningField)] ?? '').trim();

export function showRows(
  file: OpenedPlanning,
  { problem, page, pageSize }: HandlerInput<'planningImport.rows'>,
): HandlerOutput<'planningImport.rows'> {
  const all = (file.read?.shown ?? []).filter((row) => problem === null || hasProblem(row, problem));
  const rows = all.slice((page - 1) * pageSize, page * pageSize).map((row) => shownRow(file, row));
  return { rows, total: all.length, page, pageSize };
}

export function shownRow({ read, fixes }: OpenedPlanning, row: ShownRow): PlanningImportRow {
  const { line, outcome, who, findings } = row;
  const fields = read?.fields ?? [];
  const fixed = fixes.get(line)?.values ?? new Map<PlanningField, string>();
  const held = new Set([...fields.filter((field) => field !== null), ...fixed.keys()]);
  return {
    ...{ number: line, outcome, who },
    values: [...held].map((field) => ({
      field,
      text: (fixed.get(field) ?? cellOf({ fields }, row, field)).slice(0, longestCell).toWellFormed(),
      fixed: fixed.has(field),
    })),
    findings: findings.map(({ rule, field, line: other }) => ({
      ...{ rule, severity: 'blocking', field },
      ...(other === undefined ? {} : { params: { line: other } }),
    })),
  };
}

export function showProblems({ read }: OpenedPlanning): HandlerOutput<'planningImport.problems'> {
  const refused = (read?.shown ?? []).filter(({ outcome }) => outcome === 'refused');
  const kinds = new Map<string, { rule: string; field: string; rows: number }>();
  for (const { findings } of refused)
    for (const { rule, field } of findings) {
      const kind = kinds.get(`${rule} ${field}`) ?? { rule, field, rows: 0 };
      kinds.set(`${rule} ${field}`, { ...kind, rows: kind.rows + 1 });
    }
  return {
    rows: refused.length,
    kinds: [...kinds.values()].sort((a, b) => b.rows - a.rows).slice(0, 100),
  };
}
