// The day of a site: a line per worker, drawn out of what was looked up before. A day is worked out once and kept until anything
// of it changed, so that each letter of a filter only goes through its lines.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { DayRow } from '../../preload/contract/presences.ts';
import { belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import { dayLine } from '../../preload/rules/presences/day-line.ts';
import type { Session } from '../platform/session.ts';
import { lastAsked, marksOfSite, namesOf, remarkedOnSite, type SiteMark } from './site-day-store.ts';
import { togetherIn } from './together.ts';

/** A shift that began the evening before, or goes on after midnight, is seen whole. */
const AROUND = 24 * 3_600_000;
/** Somebody inside is drawn up to now: after this time, in milliseconds, the lines are worked out anew. */
const freshFor = 20_000;
const mostKept = 6;

type WorkedOut = {
  span: readonly [number, number];
  now: number;
  rows: DayRow[];
  inside: number;
  busy: { from: string; to: string } | null;
  together: number[];
};
type Kept = { changes: number; day: WorkedOut };
const keptDays = new WeakMap<Session, Map<string, Kept>>();

const instant = (moment: number): string => new Date(moment).toISOString();
const byName = new Intl.Collator('nl');

export function showDay(
  session: Session,
  { reference, day, text, only, page, pageSize }: HandlerInput<'presence.day'>,
): HandlerOutput<'presence.day'> {
  const { span, now, rows, inside, busy, together } = dayOf(session, reference, day);
  const asked = rows.filter((row) => isAsked(row, only) && matches(row, text));
  return {
    from: instant(span[0]),
    to: instant(span[1]),
    now: instant(now),
    busy,
    askedAt: lastAsked(session.db, reference, day),
    rows: asked.slice((page - 1) * pageSize, page * pageSize),
    total: asked.length,
    seen: rows.length,
    inside,
    page,
    pageSize,
    together,
  };
}

const isInside = (row: DayRow): boolean => row.stays.at(-1)?.kind === 'inside';

function isAsked(row: DayRow, only: HandlerInput<'presence.day'>['only']): boolean {
  if (only === 'inside') return isInside(row);
  return only === 'all' || row.oddities.length > 0 || row.remarks > 0;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches(row: DayRow, text: string): boolean {
  const words = plain(text.trim());
  if (words === '') return true;
  const digits = words.replace(/[\s.\-/]/g, '');
  if (/^\d{2,11}$/.test(digits)) return row.insz.startsWith(digits) || row.employerNumber.startsWith(digits);
  return plain(`${row.workerName ?? ''}\n${row.employerName ?? ''}`).includes(words);
}

function dayOf(session: Session, reference: string, day: string): WorkedOut {
  const kept = keptDays.get(session) ?? new Map<string, Kept>();
  keptDays.set(session, kept);
  const name = `${reference} ${day}`;
  const changes = session.changes(['presence.changed', 'worker.changed', 'employer.changed']);
  const now = session.clock.now().getTime();
  const known = kept.get(name);
  if (known?.changes === changes && Math.abs(now - known.day.now) < freshFor) return known.day;
  const worked = workOut(session, reference, day, now);
  kept.delete(name);
  kept.set(name, { changes, day: worked });
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return worked;
}

function workOut(session: Session, reference: string, day: string, now: number): WorkedOut {
  const span = belgianDays(day, day);
  const [start, end] = span;
  const marks = marksOfSite(session.db, reference, [start - AROUND, end + AROUND]);
  const remarked = remarkedOnSite(session.db, reference, span);
  const lines = [...Map.groupBy(marks, ({ insz }) => insz)].flatMap(([insz, own]) => {
    const row = rowOf(own, span, now);
    return row === null ? [] : [{ ...row, insz, remarks: remarked.get(insz) ?? 0 }];
  });
  const names = namesOf(session.db, lines);
  const rows = lines.map((row) => ({
    ...row,
    workerName: names.workers.get(row.insz) ?? null,
    employerName: names.employers.get(row.employerNumber) ?? null,
  }));
  rows.sort((a, b) => byName.compare(a.workerName ?? a.insz, b.workerName ?? b.insz));
  const stays = rows.flatMap((row) => row.stays);
  const [first] = stays.map(({ from }) => from).sort();
  const last = stays
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return {
    span,
    now,
    rows,
    inside: rows.filter(isInside).length,
    busy: first === undefined || last === undefined ? null : { from: first, to: last },
    together: togetherIn(rows, start, Math.min(end, now)),
  };
}

type Line = Omit<DayRow, 'insz' | 'workerName' | 'employerName' | 'remarks'>;

function rowOf(own: readonly SiteMark[], span: readonly [number, number], now: number): Line | null {
  const [first] = own;
  if (first === undefined) return null;
  const line = dayLine(own, span, now);
  if (line.stays.length === 0 && line.oddities.length === 0) return null;
  return {
    employerNumber: first.employerNumber,
    stays: line.stays
      .slice(0, 50)
      .map(({ from, to, kind }) => ({ from: instant(from), to: instant(to), kind })),
    pauses: line.pauses.slice(0, 50).map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
    oddities: line.oddities.slice(0, 50).map(({ kind, at }) => ({ kind, at: instant(at) })),
    minutes: line.inside === null ? null : Math.round(line.inside / 60_000),
  };
}
