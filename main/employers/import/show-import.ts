// What the page and the command line see of an import: its rows with what each would do, its counts, the imports of before.
import type { z } from 'zod';
import type {
  employerImportSchema,
  ImportCounts,
  ImportProblem,
  importRowSchema,
} from '../../../preload/contract/employer-import.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { changesOf, findImport, type ImportRecord, latestImports, stagedRows } from './import-store.ts';
import { planFacts } from './plan-facts.ts';
import { type Plan, type PlannedRow, planImport } from './plan-import.ts';
import { undoBlocked } from './undo-import.ts';

type Row = z.infer<typeof importRowSchema>;
type Shown = z.infer<typeof employerImportSchema>;

const noCounts: ImportCounts = {
  rows: 0,
  create: 0,
  change: 0,
  same: 0,
  refused: 0,
  leftOut: 0,
  newEmployers: 0,
  changedEmployers: 0,
  establishments: 0,
  routes: 0,
  mandates: 0,
};

/** Failures: notFound, stateNotAllowed (done or undone: its rows are no longer here). */
export const planOf = (
  session: Session,
  importId: string,
): Promise<Result<{ record: ImportRecord; plan: Plan }>> => inSlices(planning(session, importId));

function* planning(session: Session, importId: string): Steps<Result<{ record: ImportRecord; plan: Plan }>> {
  const record = findImport(session.db, importId);
  if (record === null) return fail('notFound');
  if (record.state !== 'staged') return fail('stateNotAllowed', { details: { reason: record.state } });
  const facts = yield* planFacts(session);
  const plan = yield* planImport(facts, record.fields, yield* stagedRows(session.db, importId));
  return ok({ record, plan });
}

/** `attention`: refused, or with a warning. */
export async function showRows(
  session: Session,
  { importId, show, problem, page, pageSize }: HandlerInput<'employerImport.rows'>,
): Promise<Result<HandlerOutput<'employerImport.rows'>>> {
  const planned = await planOf(session, importId);
  if (!planned.ok) return planned;
  const rows = planned.value.plan.rows.filter((row) => {
    if (problem !== null && !row.findings.some((finding) => isOfKind(finding, problem))) return false;
    if (show === 'all') return true;
    return show === 'attention' ? needsAttention(row) : row.outcome === show;
  });
  const first = (page - 1) * pageSize;
  return ok({ rows: rows.slice(first, first + pageSize).map(rowOf), total: rows.length, page, pageSize });
}

const needsAttention = ({ outcome, findings }: PlannedRow): boolean =>
  outcome === 'refused' || (outcome !== 'leftOut' && findings.some(({ severity }) => severity === 'warning'));

const isOfKind = ({ rule, field, severity }: Finding, kind: ImportProblem): boolean =>
  rule === kind.rule && field === kind.field && severity !== 'notice';

/** Failures: notFound, stateNotAllowed. */
export async function showProblems(
  session: Session,
  importId: string,
): Promise<Result<HandlerOutput<'employerImport.problems'>>> {
  const planned = await planOf(session, importId);
  if (!planned.ok) return planned;
  const kinds = new Map<string, ImportProblem & { rows: number }>();
  const rows = planned.value.plan.rows.filter(needsAttention);
  for (const { findings } of rows) {
    const own = new Map(
      findings
        .filter(({ severity }) => severity !== 'notice')
        .map(({ rule, field }) => [`${rule} ${field}`, { rule, field }]),
    );
    for (const [key, kind] of own) kinds.set(key, { ...kind, rows: (kinds.get(key)?.rows ?? 0) + 1 });
  }
  const most = [...kinds.values()].toSorted((a, b) => b.rows - a.rows);
  return ok({ rows: rows.length, kinds: most.slice(0, 200) });
}

const clipped = (text: string): string => text.slice(0, 120).toWellFormed();

export function rowOf({ staged, cells, outcome, employerName, findings, changes }: PlannedRow): Row {
  return {
    number: staged.number,
    sheet: staged.sheet,
    line: staged.line,
    outcome,
    employerName: employerName.slice(0, 200).toWellFormed(),
    values: [...cells].map(([field, text]) => ({
      field,
      text: clipped(text),
      fixed: staged.fixed.has(field),
    })),
    findings: findings.slice(0, 20),
    changes: changes.slice(0, 20).map((change) => ({
      field: change.field,
      before: change.before === null ? null : clipped(change.before),
      after: clipped(change.after),
    })),
  };
}

export async function showImport(session: Session, importId: string): Promise<Result<Shown>> {
  const record = findImport(session.db, importId);
  if (record === null) return fail('notFound');
  if (record.state !== 'staged') return ok(await inSlices(shownOf(session, record, record.counts)));
  const planned = await planOf(session, importId);
  if (!planned.ok) return planned;
  return ok(await inSlices(shownOf(session, record, planned.value.plan.counts)));
}

/** Without the plans of what is staged still: those are made when one of them is opened. */
export async function listImports(session: Session): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const record of latestImports(session.db, 20))
    shown.push(await inSlices(shownOf(session, record, record.counts)));
  return shown;
}

function* shownOf(session: Session, record: ImportRecord, counts: Partial<ImportCounts>): Steps<Shown> {
  const { id, name, state, stagedAt, doneAt, undoneAt } = record;
  const blocked =
    state === 'done'
      ? yield* undoBlocked(session, changesOf(session.db, id))
      : { sent: 0, workers: 0, changed: 0 };
  const all = { ...noCounts, ...counts };
  return { id, name, state, stagedAt, doneAt, undoneAt, counts: all, undoBlocked: blocked };
}
