// Puts rows of a staged list right: one, or all that have the very same problem, with a way back.
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { attemptInSlices, type Steps } from '../../platform/slices.ts';
import { findImport, fixRow, type ImportRecord, type StagedRow, stagedRow } from './import-store.ts';
import type { PlannedRow } from './plan-import.ts';
import { planOf, rowOf } from './show-import.ts';

type Fix = Pick<HandlerInput<'employerImport.fixAlike'>, 'values' | 'leftOut'>;
type Held = Pick<StagedRow, 'fixed' | 'leftOut'>;
type Fixed = { number: number; before: Held; after: Held };
type Done = { importId: string; rows: Fixed[] };

export type RowFixes = {
  fix(input: HandlerInput<'employerImport.fix'>): Promise<Result<HandlerOutput<'employerImport.fix'>>>;
  fixAlike(
    input: HandlerInput<'employerImport.fixAlike'>,
  ): Promise<Result<HandlerOutput<'employerImport.fixAlike'>>>;
  undoFix(fixId: string): Promise<Result<HandlerOutput<'employerImport.undoFix'>>>;
};

/** Fixes of many rows that can be taken back; earlier ones are forgotten. */
const mostFixes = 20;

/** Failures of all: notFound, stateNotAllowed. The whole list is judged anew: one cell may decide over other rows. */
export function rowFixes(session: Session): RowFixes {
  const { db, ids } = session;
  const fixes = new Map<string, Done>();
  return {
    async fix({ importId, number, problem, ...change }) {
      const fixed = attempt<Fixed>(db, () => fixOne(session, importId, number, change));
      if (!fixed.ok) return fixed;
      const planned = await planOf(session, importId);
      if (!planned.ok) return planned;
      const { rows, counts } = planned.value.plan;
      const row = rows.find(({ staged }) => staged.number === number);
      if (row === undefined) return fail('notFound');
      const still = problem === undefined || has(row, problem);
      return ok({ row: rowOf(row), counts, alike: still ? 0 : rowsWith(rows, problem).length });
    },
    async fixAlike({ importId, problem, ...change }) {
      const planned = await planOf(session, importId);
      if (!planned.ok) return planned;
      const alike = rowsWith(planned.value.plan.rows, problem);
      if (alike.length === 0) return fail('nothingToSend');
      const rows: Done['rows'] = [];
      function* fixing(): Steps<Result<unknown>> {
        for (const { staged } of alike) {
          const fixed = fixOne(session, importId, staged.number, change);
          if (!fixed.ok) return fixed;
          rows.push(fixed.value);
          yield;
        }
        return ok({});
      }
      const done = await attemptInSlices(db, fixing());
      if (!done.ok) return done;
      const fixId = ids.newId();
      fixes.set(fixId, { importId, rows });
      for (const [id] of [...fixes].slice(0, -mostFixes)) fixes.delete(id);
      return ok({ fixId, rows: rows.length });
    },
    async undoFix(fixId) {
      const done = fixes.get(fixId);
      if (done === undefined) return fail('notFound');
      let putBack = 0;
      function* undoing({ importId, rows }: Done): Steps<Result<unknown>> {
        const record = staging(session, importId);
        if (!record.ok) return record;
        for (const { number, before, after } of rows) {
          const row = stagedRow(db, importId, number);
          if (row === null || row.leftOut !== after.leftOut || !isDeepStrictEqual(row.fixed, after.fixed))
            continue;
          fixRow(db, importId, number, before.fixed, before.leftOut);
          putBack += 1;
          yield;
        }
        return ok({});
      }
      const undone = await attemptInSlices(db, undoing(done));
      if (!undone.ok) return undone;
      fixes.delete(fixId);
      return ok({ rows: putBack });
    },
  };
}

const has = ({ outcome, findings }: PlannedRow, { rule, field, params }: Finding): boolean =>
  outcome !== 'leftOut' &&
  findings.some((one) => one.rule === rule && one.field === field && isDeepStrictEqual(one.params, params));

const rowsWith = (rows: readonly PlannedRow[], problem: Finding): PlannedRow[] =>
  rows.filter((row) => has(row, problem));

function staging({ db }: Session, importId: string): Result<ImportRecord> {
  const record = findImport(db, importId);
  if (record === null) return fail('notFound');
  return record.state === 'staged'
    ? ok(record)
    : fail('stateNotAllowed', { details: { reason: record.state } });
}

/** Within the caller's transaction. */
function fixOne(session: Session, importId: string, number: number, { values, leftOut }: Fix): Result<Fixed> {
  const record = staging(session, importId);
  if (!record.ok) return record;
  const row = stagedRow(session.db, importId, number);
  if (row === null) return fail('notFound');
  const fixed = new Map(row.fixed);
  for (const { field, text } of values) {
    const at = record.value.fields.indexOf(field);
    // Typed back as it was read: nothing is left to remember.
    if (at >= 0 && (row.cells[at] ?? '') === text) fixed.delete(field);
    else fixed.set(field, text.toWellFormed());
  }
  const after = { fixed, leftOut: leftOut ?? row.leftOut };
  fixRow(session.db, importId, number, after.fixed, after.leftOut);
  return ok({ number, before: { fixed: row.fixed, leftOut: row.leftOut }, after });
}
