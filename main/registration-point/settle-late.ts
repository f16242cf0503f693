// Writes down what became of an act that was given up and came in after all: it counts, or it was a second one and was taken back.
import { ok } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { WirePresence } from '../presences/presence-api.ts';
import { keepPresence } from '../presences/presence-store.ts';
import { takeToldNumbers } from '../presences/told-numbers.ts';
import { type Act, markDouble, reviveAct } from './act-store.ts';
import { noteAct } from './settle.ts';

/** It counts: nobody registered in its place. False when something became of it meanwhile. */
export function settleRevived(session: Session, act: Act, presence: WirePresence): boolean {
  const { id: serviceId, createdAt: serviceTime } = presence;
  const done = attempt<boolean>(session.db, () => {
    if (!reviveAct(session.db, act.id, { serviceId, serviceTime })) return ok(false);
    keep(session, act, presence);
    noteAct(session, act, 'presence.registered', 'accepted', { serviceId, found: true });
    return ok(true);
  });
  if (!done.ok || !done.value) return false;
  session.changed('presence.changed', []);
  return true;
}

/** The worker had registered again: `doubleCancelled`, or `doubleLeft` where the service did not take it back. */
export function settleDouble(
  session: Session,
  act: Act,
  presence: WirePresence,
  code: 'doubleCancelled' | 'doubleLeft',
): void {
  const cancelled = code === 'doubleCancelled';
  const now = session.clock.now().getTime();
  const shown = cancelled ? { ...presence, cancelledAt: now, cancelReason: 'other' } : presence;
  const done = attempt<boolean>(session.db, () => {
    if (!markDouble(session.db, act.id, presence.id, code)) return ok(false);
    keep(session, act, shown);
    const kind = cancelled ? 'presence.doubleCancelled' : 'presence.doubleLeft';
    noteAct(session, act, kind, cancelled ? 'accepted' : 'refused', { serviceId: presence.id });
    return ok(true);
  });
  if (done.ok && done.value) session.changed('presence.changed', []);
}

function keep(session: Session, act: Act, presence: WirePresence): void {
  keepPresence(session.db, act.employer_id, presence, session.clock.now().toISOString());
  takeToldNumbers(session, [presence]);
}
