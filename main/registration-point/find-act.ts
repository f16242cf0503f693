// Asks the service whether it has an act: after a lost answer, before anything is sent again.
import type { Failure } from '../../preload/contract/result.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import type { Database } from '../platform/database.ts';
import { searchPresences, type WirePresence } from '../presences/presence-api.ts';
import { type Act, serviceIdTaken } from './act-store.ts';
import type { Line } from './line.ts';

/** Milliseconds for one question. */
export const lookingMs = 2_500;

export type Found =
  | { kind: 'there'; presence: WirePresence }
  | { kind: 'notThere' }
  /** The service does not say. */
  | { kind: 'noWord'; failure: Failure };

export async function findAtService(line: Line, db: Database, act: Act): Promise<Found> {
  const day = belgianDayOf(act.moment);
  const { insz, reference, type } = act;
  const outcome = await line.ask(lookingMs, (call) =>
    searchPresences(call, line.baseUrl, {
      enterpriseNumber: line.enterpriseNumber,
      from: day,
      to: day,
      withSubcontractors: false,
      only: { insz, reference, type },
      page: 1,
    }),
  );
  if (outcome.kind !== 'answer') return { kind: 'noWord', failure: outcome.failure };
  const presence = outcome.value.presences.find((one) => isOf(act, one) && !serviceIdTaken(db, one.id));
  return presence === undefined ? { kind: 'notThere' } : { kind: 'there', presence };
}

/** The second is ours alone; a service that keeps minutes would show its minute. */
const isOf = (act: Act, shown: WirePresence): boolean =>
  shown.insz === act.insz &&
  shown.type === act.type &&
  shown.reference === act.reference &&
  shown.cancelledAt === null &&
  (shown.registeredAt === act.moment || shown.registeredAt === Math.floor(act.moment / 60_000) * 60_000);
