// Puts rows of a staged list right: one, or all that have the same problem, with a way back.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import type { Changed, RowChange } from './change-rows.ts';
import { judgeTouched } from './judge-touched.ts';
import { indexOf } from './kept-indexes.ts';
import { asListJob } from './list-jobs.ts';
import type { ListRecord } from './list-store.ts';
import { shownRow } from './show-list.ts';
import { judgeAgain, stagedList } from './stage-list.ts';

export type ListFixes = {
  fix(input: HandlerInput<'trainingImport.fix'>): Promise<Result<HandlerOutput<'trainingImport.fix'>>>;
  fixAlike(
    input: HandlerInput<'trainingImport.fixAlike'>,
  ): Promise<Result<HandlerOutput<'trainingImport.fixAlike'>>>;
  /** The list that a fix was made in; null when it is forgotten. */
  listOf(fixId: string): string | null;
  undoFix(fixId: string): Promise<Result<HandlerOutput<'trainingImport.undoFix'>>>;
};

/** Fixes of many rows that can be taken back; earlier ones are forgotten. */
const mostFixes = 20;

/**
 * Failures of all: notFound, stateNotAllowed; of those that judge the whole list, as a job, cancelled: it stays as it was. One row
 * is judged with those it touches; the whole list when the register has changed since, or after a start of the program.
 */
export function listFixes(session: Session): ListFixes {
  const fixes = new Map<string, { importId: string; rows: Changed[] }>();
  const whole = (record: ListRecord, change: RowChange) =>
    asListJob(session, (run) => judgeAgain(session, record, { fields: null, change }, run));
  return {
    async fix({ importId, number, problem, values, leftOut }) {
      const record = stagedList(session, importId);
      if (!record.ok) return record;
      const change = {
        kind: 'one',
        number,
        problem: problem ?? null,
        values,
        leftOut: leftOut ?? null,
      } as const;
      const index = indexOf(session, importId);
      const judged =
        index === null
          ? await whole(record.value, change)
          : await judgeTouched(session, record.value, index, change);
      if (!judged.ok) return judged;
      if (index !== null) session.changed('trainingImport.changed', [importId]);
      const row = shownRow(session, record.value, number);
      return row === null
        ? fail('notFound')
        : ok({ row, counts: judged.value.counts, alike: judged.value.alike });
    },
    async fixAlike({ importId, problem, anyFacts, values, leftOut }) {
      const record = stagedList(session, importId);
      if (!record.ok) return record;
      const change = { kind: 'alike', problem, anyFacts, values, leftOut: leftOut ?? null } as const;
      const judged = await whole(record.value, change);
      if (!judged.ok) return judged;
      const { changed: rows, counts } = judged.value;
      if (rows.length === 0) return fail('nothingToSend');
      const fixId = session.ids.newId();
      fixes.set(fixId, { importId, rows });
      for (const [id] of [...fixes].slice(0, -mostFixes)) fixes.delete(id);
      return ok({ fixId, rows: rows.length, counts });
    },
    listOf: (fixId) => fixes.get(fixId)?.importId ?? null,
    async undoFix(fixId) {
      const done = fixes.get(fixId);
      if (done === undefined) return fail('notFound');
      const record = stagedList(session, done.importId);
      if (!record.ok) return record;
      const change = { kind: 'putBack', rows: done.rows } as const;
      const judged = await whole(record.value, change);
      if (!judged.ok) return judged;
      fixes.delete(fixId);
      return ok({ rows: judged.value.changed.length, counts: judged.value.counts });
    },
  };
}
