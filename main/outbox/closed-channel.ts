// Whether a real channel takes nothing on the business date, so that sending to it must be confirmed for that very sending.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { DatedService, ServiceState } from '../../preload/contract/service-state.ts';
import type { Session } from '../platform/session.ts';
import { loadServiceCalendar } from '../services/service-calendar.ts';
import { asksConfirmation, standingOn } from '../services/service-state.ts';

/** Minutes for which a confirmation is good. */
export const confirmationMinutes = 15;

/**
 * The state that closes the channel; null while it is open, and where practice answers by itself. `reaches`: whether what is
 * sent here may reach production. Failure calendarDamaged.
 */
export function channelClosedBy(
  session: Session,
  service: DatedService,
  reaches: () => boolean,
): Result<ServiceState | null> {
  const calendar = loadServiceCalendar(session.resourcesDir);
  if (!calendar.ok) return calendar;
  const { state } = standingOn(calendar.value, service, session.businessDate());
  return ok(asksConfirmation(session.environment.kind, reaches(), state) ? state : null);
}
