// Remarks as things to do, each with the days in which the NSSO can still be asked for a correction.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { belgianDayOf, startOfBelgianDay } from '../../preload/rules/dates/belgian-day.ts';
import { correctionDays, correctionUntil, daysLeft } from '../../preload/rules/presences/remark-kinds.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { listRemarks } from './remark-store.ts';
import { presenceDay } from './show-works.ts';

/** Older remarks are found by searching: nothing can be done about them any more. */
const shownDays = 60;

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);

export function showRemarks(
  session: Session,
  { employerId, page, pageSize }: HandlerInput<'presence.remarks'>,
): HandlerOutput<'presence.remarks'> {
  const today = presenceDay(session);
  const { rows, total } = listRemarks(session.db, scopeOf(employerId ?? null), {
    since: startOfBelgianDay(daysBefore(today, shownDays)),
    inTime: startOfBelgianDay(daysBefore(today, correctionDays)),
    page,
    pageSize,
  });
  return {
    rows: rows.map((row) => {
      const until = correctionUntil(belgianDayOf(row.registered_at));
      return {
        serviceId: row.service_id,
        code: row.code,
        severity: row.severity,
        insz: row.insz,
        workerName: row.worker_name,
        employerNumber: row.employer_number,
        employerName: row.employer_name,
        reference: row.reference,
        siteName: row.site_name,
        type: row.type,
        registeredAt: new Date(row.registered_at).toISOString(),
        until,
        daysLeft: daysLeft(until, today),
      };
    }),
    total,
    page,
    pageSize,
  };
}
