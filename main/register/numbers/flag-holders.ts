// A number that stands for nobody any more: lines stay where they are and are flagged, never taken away. Rules R-g, R-i.
import type { Session } from '../../platform/session.ts';
import { actorName } from '../keep-act.ts';
import type { Moved } from './move-holders.ts';
import { flagLines, insertNumberActs, keyLinesOf } from './moved-line-store.ts';
import { numbersBefore, resolveNumber } from './number-chain.ts';
import { holdersOf, type NumberEvent } from './number-store.ts';
import { tellClients, writtenName } from './tell-clients.ts';

/** In the open transaction: all who hold the cancelled number, or one that it replaced. */
export function flagHolders(session: Session, event: NumberEvent): Moved {
  const { db, ids } = session;
  const cancelled = resolveNumber(db, event.oldInsz)?.insz ?? event.oldInsz;
  const holders = holdersOf(db, [...numbersBefore(db, cancelled).keys()]);
  let lines = 0;
  for (const { personId, insz } of holders) {
    flagLines(db, personId, insz === cancelled ? 'numberCancelled' : 'replacedByCancelled');
    const keys = [...keyLinesOf(db, personId).values()];
    lines += keys.reduce((count, { periods }) => count + periods.length, 0);
    insertNumberActs(
      db,
      {
        at: session.clock.now().toISOString(),
        actor: actorName(session),
        ...{ personId, eventId: event.eventId, insz: event.oldInsz, newInsz: insz },
      },
      keys.map(({ periods, ...key }) => ({
        ...{ id: ids.newId(), kind: 'cancel' as const, key },
        ...{ before: periods, after: periods },
      })),
    );
    tellClients(session, keys, {
      kind: 'register.cancelled',
      subject: { kind: 'person', id: personId },
      summary: writtenName(db, personId),
      payload: {
        ...{ eventId: event.eventId, origin: event.origin, effectiveDate: event.effectiveDate },
        review: insz === cancelled ? 'numberCancelled' : 'replacedByCancelled',
        ...{ lines, keys: keys.length },
      },
    });
  }
  return { personIds: holders.map(({ personId }) => personId), lines, review: holders.length > 0 };
}
