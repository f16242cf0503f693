// Presences that were looked up before, as a list.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { Presence } from '../../preload/contract/presences.ts';
import { belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import { type EmployerScope, scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import type { PresenceFilter } from './presence-conditions-store.ts';
import {
  countPresences,
  listPresences,
  type PresenceRow,
  type RemarkRow,
  remarksOf,
} from './presence-store.ts';
import { rowsWithoutLine } from './without-line.ts';

type Counted = { changes: number; totals: Map<string, number> };
const counted = new WeakMap<Session, Counted>();
const mostKept = 20;

export function showPresences(
  session: Session,
  { employerId, from, to, ...filter }: HandlerInput<'presence.list'>,
): HandlerOutput<'presence.list'> {
  const asked = { ...filter, span: belgianDays(from, to) };
  const scope = scopeOf(employerId ?? null);
  const rows = listPresences(session.db, scope, asked);
  const remarks = Map.groupBy(
    remarksOf(
      session.db,
      rows.map((row) => row.service_id),
    ),
    (remark) => remark.service_id,
  );
  const without = rowsWithoutLine(session, rows);
  const { page, pageSize } = filter;
  return {
    rows: rows.map((row, at) => presenceOf(row, remarks.get(row.service_id) ?? [], without.has(at))),
    total: totalOf(session, scope, asked),
    page,
    pageSize,
  };
}

/** Counted once for all pages of a search, until anything changed that it rests on. */
function totalOf(session: Session, scope: EmployerScope, filter: PresenceFilter): number {
  const changes = session.changes(['presence.changed', 'worker.changed', 'employer.changed']);
  const known = counted.get(session);
  const { totals } = known?.changes === changes ? known : { totals: new Map<string, number>() };
  counted.set(session, { changes, totals });
  const name = JSON.stringify([scope, { ...filter, page: 0, pageSize: 0 }]);
  const total = totals.get(name) ?? countPresences(session.db, scope, filter);
  totals.delete(name);
  totals.set(name, total);
  for (const oldest of totals.keys()) if (totals.size > mostKept) totals.delete(oldest);
  return total;
}

const instant = (moment: number): string => new Date(moment).toISOString();
const instantOrNone = (moment: number | null): string | null => (moment === null ? null : instant(moment));

const presenceOf = (row: PresenceRow, remarks: readonly RemarkRow[], withoutLine: boolean): Presence => ({
  serviceId: row.service_id,
  employerId: row.employer_id,
  employerNumber: row.employer_number,
  employerName: row.employer_name,
  reference: row.reference,
  siteName: row.site_name,
  insz: row.insz,
  currentInsz: row.current_insz,
  workerName: row.worker_name,
  type: row.type,
  registeredAt: instant(row.registered_at),
  createdAt: instant(row.created_at),
  channel: row.channel,
  validity: row.validity,
  validatedAt: instantOrNone(row.validated_at),
  cancelledAt: instantOrNone(row.cancelled_at),
  remarks: remarks.map(({ code, severity }) => ({ code, severity })),
  withoutLine,
});
