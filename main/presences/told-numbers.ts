// With a presence the service also says which number took the place of the one that it was registered under: taken in as every
// replacement is, so that it counts for all that hangs on the person.
import type { Session } from '../platform/session.ts';
import { applyNumberEvent } from '../register/numbers/apply-number-event.ts';
import { resolveNumber } from '../register/numbers/number-chain.ts';
import { eventSaid } from '../register/numbers/number-store.ts';
import type { WirePresence } from './presence-api.ts';

/** In the transaction in which the presences are kept. */
export function takeToldNumbers(session: Session, presences: readonly WirePresence[]): void {
  const { db } = session;
  for (const { id, insz, currentInsz } of presences) {
    if (currentInsz === null || currentInsz === insz) continue;
    const goesTo = resolveNumber(db, insz)?.insz;
    if (goesTo !== insz && goesTo === resolveNumber(db, currentInsz)?.insz) continue;
    if (eventSaid(db, insz, currentInsz)) continue;
    applyNumberEvent(session, {
      ...{ eventId: `presence.${id}`, kind: 'replacement', oldInsz: insz, newInsz: currentInsz },
      ...{ effectiveDate: session.businessDate(), origin: 'service' },
    });
  }
}
