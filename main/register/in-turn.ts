// What changes lines here and at the service goes one after the other: days that one act takes away there must not be put back by another
// that was asked before and answered after.
import type { Session } from '../platform/session.ts';

const turns = new WeakMap<Session, Promise<unknown>>();

/** Begins once all that was given before has ended, however it did. */
export function inTurn<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(session) ?? Promise.resolve()).then(work, work);
  turns.set(
    session,
    mine.catch(() => undefined),
  );
  return mine;
}
