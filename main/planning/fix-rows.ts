// Puts rows of a planning right before it is kept: one, or all with the very same problem, with a way back.
import { isDeepStrictEqual } from 'node:util';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import type { Session } from '../platform/session.ts';
import { judgeShown } from './judge-shown.ts';
import type { OpenedPlanning, OpenedPlannings, ReadList } from './opened-plannings.ts';
import type { ShownRow } from './read-planning.ts';
import type { RowFix } from './row-reader.ts';
import { cellOf, hasProblem, shownRow } from './shown-rows.ts';

type Change = Pick<HandlerInput<'planningImport.fixAlike'>, 'values' | 'leftOut'>;
type Fixes = ReadonlyMap<number, RowFix>;
type Done = { importId: string; rows: { line: number; before: RowFix | null; after: RowFix | null }[] };

export type PlanningFixes = {
  fix(
    windowId: string,
    input: HandlerInput<'planningImport.fix'>,
  ): Promise<Result<HandlerOutput<'planningImport.fix'>>>;
  fixAlike(
    windowId: string,
    input: HandlerInput<'planningImport.fixAlike'>,
  ): Promise<Result<HandlerOutput<'planningImport.fixAlike'>>>;
  undoFix(
    windowId: string,
    input: HandlerInput<'planningImport.undoFix'>,
  ): Promise<Result<HandlerOutput<'planningImport.undoFix'>>>;
};

/** Fixes of many rows that can be taken back; earlier ones are forgotten. */
const mostFixes = 20;

/** Failures of all: selectionExpired (gone, or kept), notFound. */
export function planningFixes(session: Session, files: OpenedPlannings): PlanningFixes {
  const done = new Map<string, Done>();
  const inHand = (windowId: string, importId: string): (OpenedPlanning & { read: ReadList }) | null => {
    const file = files.get(windowId, importId);
    return file === null || file.read === null || file.kept !== null ? null : { ...file, read: file.read };
  };
  const readWith = async (file: OpenedPlanning & { read: ReadList }, fixes: Fixes): Promise<ReadList> => {
    const read = await judgeShown(file.read, fixes);
    files.change(file.importId, { fixes, read });
    return read;
  };
  return {
    fix: (windowId, { importId, number, problem, ...change }) =>
      files.inTurn(importId, async () => {
        const file = inHand(windowId, importId);
        if (file === null) return fail('selectionExpired');
        const row = file.read.shown.find(({ line }) => line === number);
        if (row === undefined) return fail('notFound');
        const fixes = changed(file, [row], change);
        const read = await readWith(file, fixes);
        const now = read.shown.find(({ line }) => line === number) ?? row;
        const still = problem === undefined || hasProblem(now, problem);
        return ok({
          row: shownRow({ ...file, read, fixes }, now),
          alike: still ? 0 : alikeRows(read, row, problem).length,
        });
      }),
    fixAlike: (windowId, { importId, number, problem, ...change }) =>
      files.inTurn(importId, async () => {
        const file = inHand(windowId, importId);
        if (file === null) return fail('selectionExpired');
        const row = file.read.shown.find(({ line }) => line === number);
        if (row === undefined) return fail('notFound');
        const alike = alikeRows(file.read, row, problem);
        if (alike.length === 0) return fail('nothingToSend');
        const fixes = changed(file, alike, change);
        await readWith(file, fixes);
        const fixId = session.ids.newId();
        const rows = alike.map(({ line }) => ({
          line,
          before: file.fixes.get(line) ?? null,
          after: fixes.get(line) ?? null,
        }));
        done.set(fixId, { importId, rows });
        for (const id of [...done.keys()].slice(0, -mostFixes)) done.delete(id);
        return ok({ fixId, rows: rows.length });
      }),
    undoFix: (windowId, { importId, fixId }) =>
      files.inTurn(importId, async () => {
        const file = inHand(windowId, importId);
        if (file === null) return fail('selectionExpired');
        const fixed = done.get(fixId);
        if (fixed?.importId !== importId) return fail('notFound');
        const fixes = new Map(file.fixes);
        let putBack = 0;
        for (const { line, before, after } of fixed.rows) {
          if (!isDeepStrictEqual(fixes.get(line) ?? null, after)) continue;
          if (before === null) fixes.delete(line);
          else fixes.set(line, before);
          putBack += 1;
        }
        await readWith(file, fixes);
        done.delete(fixId);
        return ok({ rows: putBack });
      }),
  };
}

/** What is typed back as it was read is no change, and a row without one is as it came. */
function changed(
  { read, fixes }: OpenedPlanning,
  rows: readonly ShownRow[],
  { values, leftOut }: Change,
): Fixes {
  const after = new Map(fixes);
  for (const row of rows) {
    const before = fixes.get(row.line);
    const put = new Map<PlanningField, string>(before?.values ?? []);
    for (const { field, text } of values) {
      const plain = text.toWellFormed();
      if (cellOf({ fields: read?.fields ?? [] }, row, field) === plain.trim()) put.delete(field);
      else put.set(field, plain);
    }
    const fix: RowFix = { values: put, leftOut: leftOut ?? before?.leftOut ?? false };
    if (put.size === 0 && !fix.leftOut) after.delete(row.line);
    else after.set(row.line, fix);
  }
  return after;
}

/** Other rows with this problem and the cell that the row came with: "Elders" in forty rows is one mistake. */
function alikeRows(
  read: ReadList,
  row: ShownRow,
  problem: { rule: string; field: string | null },
): ShownRow[] {
  const text = cellOf(read, row, problem.field ?? '');
  return read.shown.filter(
    (one) =>
      one.line !== row.line && hasProblem(one, problem) && cellOf(read, one, problem.field ?? '') === text,
  );
}
