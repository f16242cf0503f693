// Brings the good rows of all waiting lists into the register, list after list: each wholly, or not at all.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { applyList } from './apply-list.ts';
import type { ListRecord } from './list-store.ts';
import { readyLists } from './many-rows.ts';
import { turnsOf } from './turns.ts';

export type Duplicates = 'leaveOut' | 'add';

/** Lists of which at least one row becomes a draft; one that a kill interrupted goes on. */
export const listsToApply = (session: Session, duplicates: Duplicates): ListRecord[] =>
  readyLists(session).filter(({ state, counts: { create = 0, duplicate = 0 } }) => {
    if (state === 'applying') return true;
    return create + (duplicates === 'add' ? duplicate : 0) > 0;
  });

/** Tells of each list that is done. Failures: cancelled, those of the database; the lists that were done stay. */
export async function applyLists(
  session: Session,
  duplicates: Duplicates,
  run: JobRun,
  onDone: (importId: string) => void,
): Promise<Result<Record<string, never>>> {
  const inTurn = turnsOf(session);
  const lists = listsToApply(session, duplicates);
  const total = lists.reduce((sum, { counts }) => sum + (counts.rows ?? 0), 0);
  let done = 0;
  for (const { id, counts } of lists) {
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
    const { signal } = run;
    const progress = (rows: number): void => run.progress(done + rows, total);
    const applied = await inTurn(id, () => applyList(session, id, duplicates, { signal, progress }));
    // One that was forgotten or brought in by somebody meanwhile stands in nobody's way.
    const gone =
      !applied.ok && (applied.failure.code === 'notFound' || applied.failure.code === 'stateNotAllowed');
    if (!applied.ok && !gone) return applied;
    if (applied.ok) onDone(id);
    done += counts.rows ?? 0;
  }
  return ok({});
}
