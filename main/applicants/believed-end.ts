// Until when a request is open, as far as what the service says of it can be so.
import { belgianDayOf, belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import type { Session } from '../platform/session.ts';
import type { RequestRow } from './request-store.ts';
import { serviceNow } from './service-clock.ts';
import type { WireRequest } from './wire-request.ts';

const dayMs = 86_400_000;

/** A request ends with the day on which it is made [public]: an end on quite another day is cut to that of the service's own day. */
export function believedEnd(
  session: Session,
  { asked_at: askedAt }: Pick<RequestRow, 'asked_at'>,
  { expiresAt }: Pick<WireRequest, 'expiresAt'>,
): string | null {
  if (expiresAt === null) return null;
  const today = belgianDayOf(serviceNow(session));
  const end = belgianDays(today, today)[1] - 1_000;
  const said = Date.parse(expiresAt);
  const isFar = said > end + dayMs || said < Date.parse(askedAt) - dayMs;
  return isFar ? new Date(end).toISOString() : expiresAt;
}
