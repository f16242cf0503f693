// Puts the same in every row of every waiting list with the very same problem, and back again.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import type { Changed, RowChange } from './change-rows.ts';
import { readyLists } from './many-rows.ts';
import { judgeAgain, stagedList } from './stage-list.ts';
import { turnsOf } from './turns.ts';

/** Fixes that can be taken back; earlier ones are forgotten. */
const mostFixes = 20;

type Part = { importId: string; rows: Changed[] };

export function manyFixes(session: Session) {
  const inTurn = turnsOf(session);
  const fixes = new Map<string, Part[]>();
  const change = (importId: string, what: RowChange): Promise<Result<Changed[]>> =>
    inTurn(importId, async () => {
      const record = stagedList(session, importId);
      if (!record.ok) return record;
      const judged = await judgeAgain(session, record.value, { fields: null, change: what });
      return judged.ok ? ok(judged.value.changed) : judged;
    });
  return {
    /** Failures: nothingToSend, those of the database; what was put right until then stays and can be taken back. */
    async fixSame({
      problem,
      values,
      leftOut,
    }: HandlerInput<'trainingLists.fixSame'>): Promise<Result<HandlerOutput<'trainingLists.fixSame'>>> {
      const put = { kind: 'alike', problem, anyFacts: false, values, leftOut: leftOut ?? null } as const;
      const concerned = readyLists(session).filter(({ problems }) =>
        problems.kinds.some(({ rule, field }) => rule === problem.rule && field === problem.field),
      );
      const parts: Part[] = [];
      for (const { id: importId } of concerned) {
        const changed = await change(importId, put);
        if (!changed.ok) return changed;
        if (changed.value.length > 0) parts.push({ importId, rows: changed.value });
      }
      if (parts.length === 0) return fail('nothingToSend');
      const fixId = session.ids.newId();
      fixes.set(fixId, parts);
      for (const id of [...fixes.keys()].slice(0, -mostFixes)) fixes.delete(id);
      return ok({ fixId, rows: countRows(parts), lists: parts.length });
    },
    /** Failure notFound. A list that was brought in or forgotten meanwhile is passed over. */
    async undoFix(fixId: string): Promise<Result<{ rows: number }>> {
      const parts = fixes.get(fixId);
      if (parts === undefined) return fail('notFound');
      let rows = 0;
      for (const { importId, rows: before } of parts) {
        const back = await change(importId, { kind: 'putBack', rows: before });
        if (back.ok) rows += back.value.length;
      }
      fixes.delete(fixId);
      return ok({ rows });
    },
  };
}

const countRows = (parts: readonly Part[]): number => parts.reduce((sum, { rows }) => sum + rows.length, 0);
