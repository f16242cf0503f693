// With a presence the service also says which number took the place of the one that it was registered under: taken in as every
// replacement is, so that it counts for all that hangs on the person.
import type { Session } from '../platform/session.ts';
import { applyNumberEvent } from '../register/numbers/apply-number-event.ts';
import { eventSaid, findEvent } from '../register/numbers/number-store.ts';
import { toldReplacement } from '../register/numbers/told-replacement.ts';
import type { WirePresence } from './presence-api.ts';

/** In the transaction in which the presences are kept. */
export function takeToldNumbers(session: Session, presences: readonly WirePresence[]): void {
  const { db } = session;
  for (const { id, insz, currentInsz } of presences) {
    if (currentInsz === null || currentInsz === insz) continue;
    const news = toldReplacement(db, insz, currentInsz);
    if (news === null || eventSaid(db, news.oldInsz, currentInsz)) continue;
    // Of one presence the service may tell another number later on: each is an event of its own.
    const eventId = findEvent(db, `presence.${id}`) === null ? `presence.${id}` : session.ids.newId();
    applyNumberEvent(session, {
      ...{ ...news, eventId, kind: 'replacement' },
      ...{ effectiveDate: session.businessDate(), origin: 'service' },
    });
  }
}
