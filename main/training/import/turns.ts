// What changes one staged list runs one after the other, whoever asked for it; lists do not wait for each other.
import type { Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';

export type InTurn = <T>(importId: string, work: () => Promise<Result<T>>) => Promise<Result<T>>;

const known = new WeakMap<Session, InTurn>();

/** The same turns for all handlers of a session. */
export function turnsOf(session: Session): InTurn {
  const made = known.get(session) ?? turns();
  known.set(session, made);
  return made;
}

function turns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (importId, work) => {
    const before = last.get(importId) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(importId, mine);
    try {
      return await mine;
    } finally {
      if (last.get(importId) === mine) last.delete(importId);
    }
  };
}
