// What the history keeps of a subject's requests and answers, with whether each event is still as it was written.
import type { Database } from '../platform/database.ts';
import { eventHash, payloadHmac } from './event-hash.ts';
import { eventsOfSubject } from './kept-texts-store.ts';

export type KeptEvent = {
  /** Null: erased. */
  payload: Readonly<Record<string, unknown>> | null;
  erased: boolean;
  /** Row and payload give the hashes that were written with them. */
  sound: boolean;
};

/** Events of these kinds about a subject, oldest first. */
export function keptEvents(db: Database, subjectId: string, kinds: readonly string[]): KeptEvent[] {
  return eventsOfSubject(db, subjectId, kinds).map(({ stored, erased, ...event }) => {
    const whole = stored === null ? erased : payloadHmac(stored.salt, stored) === event.payloadHmac;
    return {
      payload: stored === null ? null : (JSON.parse(stored.payload) as Record<string, unknown>),
      erased,
      sound: whole && eventHash(event) === event.hash,
    };
  });
}
