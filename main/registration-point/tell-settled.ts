// Tells the screen of a point what became of an act whose end was not known.
import type { Session } from '../platform/session.ts';
import type { Act } from './act-store.ts';

/** `serviceTime` in milliseconds; null where it is not registered. */
export function tellSettled(
  session: Session,
  act: Act,
  outcome: 'registered' | 'notRegistered',
  serviceTime: number | null,
): void {
  session.tell?.('point.settled', {
    registrationId: act.id,
    outcome,
    type: act.type,
    at: new Date(act.moment).toISOString(),
    serviceTime: serviceTime === null ? null : new Date(serviceTime).toISOString(),
  });
}
