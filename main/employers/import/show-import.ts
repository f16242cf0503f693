// What the page and the command line see of an import: its rows with what each would do, its counts, the imports of before.
import type { z } from 'zod';
import type {
  employerImportSchema,
  ImportCounts,
  importRowSchema,
} from '../../../preload/contract/employer-import.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import {
  changesOf,
  findImport,
  fixRow,
  type ImportRecord,
  latestImports,
  stagedRow,
  stagedRows,
} from './import-store.ts';
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
  { importId, show, page, pageSize }: HandlerInput<'employerImport.rows'>,
): Promise<Result<HandlerOutput<'employerImport.rows'>>> {
  const planned = await planOf(session, importId);
  if (!planned.ok) return planned;
  const rows = planned.value.plan.rows.filter((row) => {
    if (show === 'all') return true;
    if (show !== 'attention') return row.outcome === show;
    const warned = row.findings.some(({ severity }) => severity === 'warning');
    return row.outcome === 'refused' || (row.outcome !== 'leftOut' && warned);
  });
  const first = (page - 1) * pageSize;
  return ok({ rows: rows.slice(first, first + pageSize).map(rowOf), total: rows.length, page, pageSize });
}

const clipped = (text: string): string => text.slice(0, 120).toWellFormed();

function rowOf({ staged, cells, outcome, employerName, findings, changes }: PlannedRow): Row {
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

/** Failures: notFound, stateNotAllowed. The whole list is judged anew: one cell may decide over other rows. */
export async function fixImportRow(
  session: Session,
  { importId, number, values, leftOut }: HandlerInput<'employerImport.fix'>,
): Promise<Result<HandlerOutput<'employerImport.fix'>>> {
  const { db } = session;
  const fixed = attempt<Record<string, never>>(db, () => {
    const record = findImport(db, importId);
    const row = stagedRow(db, importId, number);
    if (record === null || row === null) return fail('notFound');
    if (record.state !== 'staged') return fail('stateNotAllowed', { details: { reason: record.state } });
    const cells = new Map(row.fixed);
    for (const { field, text } of values) {
      const at = record.fields.indexOf(field);
      // Typed back as it was read: nothing is left to remember.
      if (at >= 0 && (row.cells[at] ?? '') === text) cells.delete(field);
      else cells.set(field, text.toWellFormed());
    }
    fixRow(db, importId, number, cells, leftOut ?? row.leftOut);
    return ok({});
  });
  if (!fixed.ok) return fixed;
  const planned = await planOf(session, importId);
  if (!planned.ok) return planned;
  const { rows, counts } = planned.value.plan;
  const row = rows.find(({ staged }) => staged.number === number);
  return row === undefined ? fail('notFound') : ok({ row: rowOf(row), counts });
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
