// A look-up of a whole client names nobody, but its answer does: whom of those no line of the person register has.
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import type { Session } from '../platform/session.ts';
import { presentWithoutLine } from '../register/allowing/allowing-line.ts';
import type { PresenceRow } from './presence-store.ts';
import { employersOfSite } from './site-day-store.ts';

/** Numbers of whom no line has for any client that keeps the site on that day. */
export function withoutLineOnSite(
  session: Session,
  { reference, day }: { reference: string; day: string },
  numbers: readonly string[],
): Set<string> {
  const employers = employersOfSite(session.db, reference);
  if (employers.length === 0) return new Set();
  const once = [...new Set(numbers)];
  const seen = once.flatMap((insz) => employers.map((employerId) => ({ insz, employerId, day })));
  const without = presentWithoutLine(session, seen);
  const known = new Set(seen.filter((_, at) => !without.has(at)).map(({ insz }) => insz));
  return new Set(once.filter((insz) => !known.has(insz)));
}

/** The places of these rows whom no line has for the client for whom they were looked up, on the day in Belgium. */
export const rowsWithoutLine = (
  session: Session,
  rows: readonly Pick<PresenceRow, 'insz' | 'employer_id' | 'registered_at'>[],
): Set<number> =>
  presentWithoutLine(
    session,
    rows.map(({ insz, employer_id: employerId, registered_at: at }) => ({
      ...{ insz, employerId, day: belgianDayOf(at) },
    })),
  );
