// What a process that was killed left of lists: half-read rows go, half-made drafts are taken back, and the list says so.
import { ok, type Result } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inTransactions, takeBack } from './apply-list.ts';
import { asListJob, type ListRun } from './list-jobs.ts';
import { deleteBlocks, deleteList, leftBehind, setCutOff } from './list-store.ts';

type InTurn = <T>(id: string, work: () => Promise<Result<T>>) => Promise<Result<T>>;
type Left = ReturnType<typeof leftBehind>[number];

/** Begins at once and goes on beside all else; lists that are read meanwhile wait for it. Resolves when all is done. */
export async function sweepLists(session: Session, inTurn: InTurn): Promise<void> {
  await Promise.all(
    leftBehind(session.db).map((left) =>
      inTurn(left.id, () => asListJob(session, (run) => sweep(session, left, run))),
    ),
  );
}

async function sweep(session: Session, left: Left, run: ListRun): Promise<Result<unknown>> {
  const { db, clock } = session;
  // The environment was closed while this waited: the next start does it.
  if (!db.open) return ok({});
  if (left.checkOnly) return inTransactions(session, deleteList(db, left.id), run);
  const said = attempt<Record<string, never>>(db, () => {
    setCutOff(db, left.id, clock.now().toISOString());
    return ok({});
  });
  if (!said.ok) return said;
  const done =
    left.state === 'applying'
      ? await takeBack(session, left.id, run)
      : await inTransactions(session, deleteBlocks(db, left.id), run);
  session.changed('training.changed', []);
  session.changed('trainingImport.changed', [left.id]);
  return done;
}
