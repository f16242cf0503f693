// Presences that were looked up before, as a list and as the day of a site.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { DayRow, Presence } from '../../preload/contract/presences.ts';
import { belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import { dayLine } from '../../preload/rules/presences/day-line.ts';
import type { Mark } from '../../preload/rules/presences/stay.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { listPresences, type PresenceRow, type RemarkRow, remarksOf } from './presence-store.ts';
import { lastAsked, marksOfSite, type SiteMark } from './site-day-store.ts';

export function showPresences(
  session: Session,
  { employerId, from, to, ...filter }: HandlerInput<'presence.list'>,
): HandlerOutput<'presence.list'> {
  const span = belgianDays(from, to);
  const { rows, total } = listPresences(session.db, scopeOf(employerId ?? null), { ...filter, span });
  const remarks = remarksOf(
    session.db,
    rows.map((row) => row.service_id),
  );
  const { page, pageSize } = filter;
  return { rows: rows.map((row) => presenceOf(row, remarks)), total, page, pageSize };
}

const instant = (moment: number): string => new Date(moment).toISOString();
const instantOrNone = (moment: number | null): string | null => (moment === null ? null : instant(moment));

const presenceOf = (row: PresenceRow, remarks: readonly RemarkRow[]): Presence => ({
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
  remarks: remarks
    .filter((remark) => remark.service_id === row.service_id)
    .map(({ code, severity }) => ({ code, severity })),
});

const HALF_HOUR = 1_800_000;
/** A shift that began the evening before, or goes on after midnight, is seen whole. */
const AROUND = 24 * 3_600_000;
const mostRows = 500;

/** `rows` are the first 500 workers by name; `total` counts all. */
export function showDay(
  session: Session,
  { reference, day }: HandlerInput<'presence.day'>,
): HandlerOutput<'presence.day'> {
  const span = belgianDays(day, day);
  const [start, end] = span;
  const now = session.clock.now().getTime();
  const marks = marksOfSite(session.db, reference, [start - AROUND, end + AROUND]);
  const rows = [...Map.groupBy(marks, ({ insz }) => insz).values()].flatMap((own) => {
    const row = rowOf(own, span, now);
    return row === null ? [] : [row];
  });
  rows.sort((a, b) => (a.workerName ?? a.insz).localeCompare(b.workerName ?? b.insz, 'nl'));
  return {
    from: instant(start),
    to: instant(end),
    now: instant(now),
    askedAt: lastAsked(session.db, reference, day),
    rows: rows.slice(0, mostRows),
    total: rows.length,
    together: togetherIn(rows, start, Math.min(end, now)),
  };
}

function rowOf(own: readonly SiteMark[], span: readonly [number, number], now: number): DayRow | null {
  const [first] = own;
  if (first === undefined) return null;
  const marks = own.map(
    (mark): Mark => ({
      id: String(mark.service_id),
      at: mark.registered_at,
      type: mark.type,
      site: mark.reference,
    }),
  );
  const line = dayLine(marks, span, now);
  const today = own.filter(({ registered_at: at }) => at >= span[0] && at < span[1]);
  if (line.stays.length === 0 && line.oddities.length === 0) return null;
  return {
    insz: first.insz,
    workerName: first.worker_name,
    employerNumber: first.employer_number,
    employerName: first.employer_name,
    stays: line.stays
      .slice(0, 50)
      .map(({ from, to, kind }) => ({ from: instant(from), to: instant(to), kind })),
    pauses: line.pauses.slice(0, 50).map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
    oddities: line.oddities.slice(0, 50).map(({ kind, at }) => ({ kind, at: instant(at) })),
    minutes: line.inside === null ? null : Math.round(line.inside / 60_000),
    remarks: today.reduce((sum, mark) => sum + mark.remarks, 0),
  };
}

/** How many were inside for certain in each half hour, as far as the day has come. */
function togetherIn(rows: readonly DayRow[], start: number, end: number): number[] {
  const slots = Math.max(0, Math.ceil((end - start) / HALF_HOUR));
  const counts = new Array<number>(slots).fill(0);
  for (const { stays } of rows) {
    const seen = new Set<number>();
    for (const stay of stays) {
      if (stay.kind === 'uncertain') continue;
      const first = Math.max(0, Math.floor((Date.parse(stay.from) - start) / HALF_HOUR));
      const last = Math.min(slots - 1, Math.ceil((Date.parse(stay.to) - start) / HALF_HOUR) - 1);
      for (let slot = first; slot <= last; slot += 1) seen.add(slot);
    }
    for (const slot of seen) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}
