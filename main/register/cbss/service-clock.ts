// The clock of the service, as its answers tell it: a message counts for a minute on it, so that a PC that is some seconds behind could
// not ask anything. What was refused is not sent again by itself; the next message has the right time.
import type { Session } from '../../platform/session.ts';

const skews = new WeakMap<Session, number>();

/** `Date` has whole seconds, and an answer takes its time. */
const toleratedSeconds = 5;
/** No further than this is a clock believed: a message from years ahead would be good for years. */
const mostSeconds = 900;

/** `date`: the header of an answer. */
export function noteDate(session: Session, date: string | undefined): void {
  const theirs = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return;
  const seconds = Math.round((theirs - session.clock.now().getTime()) / 1_000);
  skews.set(session, Math.abs(seconds) <= toleratedSeconds || Math.abs(seconds) > mostSeconds ? 0 : seconds);
}

export const serviceNow = (session: Session): Date =>
  new Date(session.clock.now().getTime() + (skews.get(session) ?? 0) * 1_000);
