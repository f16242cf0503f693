// The day of a site: a line per worker, drawn out of what was looked up before. A day is worked out once and kept until anything
// of it changed, so that each letter of a filter only goes through its lines.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { DayRow } from '../../preload/contract/presences.ts';
import { belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import { type DayLine, dayLine } from '../../preload/rules/presences/day-line.ts';
import type { Session } from '../platform/session.ts';
import { lastAsked, marksOfDay, namesOf, remarkedOnSite } from './site-day-store.ts';
import { mostTogether, type Together } from './together.ts';
import { withoutLineOnSite } from './without-line.ts';

/** Somebody inside is drawn up to now: after this time, in milliseconds, the lines are worked out anew. */
const freshFor = 20_000;
const mostKept = 6;

type Line = DayLine & {
  insz: string;
  workerName: string | null;
  employerNumber: string;
  employerName: string | null;
  remarks: number;
  withoutLine: boolean;
};
type WorkedOut = {
  span: readonly [number, number];
  now: number;
  lines: Line[];
  inside: number;
  withoutLine: number;
  busy: readonly [number, number] | null;
  together: Together | null;
};
type Kept = { changes: number; day: WorkedOut };
const keptDays = new WeakMap<Session, Map<string, Kept>>();

const instant = (moment: number): string => new Date(moment).toISOString();
const byName = new Intl.Collator('nl');

export function showDay(
  session: Session,
  { reference, day, text, only, page, pageSize }: HandlerInput<'presence.day'>,
): HandlerOutput<'presence.day'> {
  const { span, now, lines, inside, withoutLine, busy, together } = dayOf(session, reference, day);
  const asked = lines.filter((line) => isAsked(line, only) && matches(line, text));
  return {
    from: instant(span[0]),
    to: instant(span[1]),
    now: instant(now),
    busy: busy === null ? null : { from: instant(busy[0]), to: instant(busy[1]) },
    askedAt: lastAsked(session.db, reference, day),
    rows: asked.slice((page - 1) * pageSize, page * pageSize).map(rowOf),
    total: asked.length,
    seen: lines.length,
    inside,
    withoutLine,
    page,
    pageSize,
    together: together === null ? null : { count: together.count, at: instant(together.at) },
  };
}

const isInside = (row: Line): boolean => row.stays.at(-1)?.kind === 'inside';

function isAsked(row: Line, only: HandlerInput<'presence.day'>['only']): boolean {
  if (only === 'inside') return isInside(row);
  if (only === 'withoutLine') return row.withoutLine;
  return only === 'all' || row.oddities.length > 0 || row.remarks > 0;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches(row: Line, text: string): boolean {
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
  const changes = session.changes([
    ...(['presence.changed', 'worker.changed', 'employer.changed', 'register.changed'] as const),
  ]);
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
  const marks = marksOfDay(session.db, reference, span);
  const remarked = remarkedOnSite(session.db, reference, span);
  const names = namesOf(session.db, marks);
  const without = withoutLineOnSite(
    session,
    { reference, day },
    marks.map(({ insz }) => insz),
  );
  const lines = [...Map.groupBy(marks, ({ insz }) => insz)].flatMap(([insz, own]): Line[] => {
    const line = dayLine(own, span, now);
    const employerNumber = own[0]?.employerNumber ?? '';
    const facts = {
      insz,
      workerName: names.workers.get(insz) ?? null,
      employerNumber,
      employerName: names.employers.get(employerNumber) ?? null,
      remarks: remarked.get(insz) ?? 0,
      withoutLine: without.has(insz),
    };
    return line.stays.length === 0 && line.oddities.length === 0 ? [] : [{ ...line, ...facts }];
  });
  lines.sort((a, b) => byName.compare(a.workerName ?? a.insz, b.workerName ?? b.insz));
  const stays = lines.flatMap((line) => line.stays);
  return {
    span,
    now,
    lines,
    inside: lines.filter(isInside).length,
    withoutLine: lines.filter((line) => line.withoutLine).length,
    busy:
      stays.length === 0
        ? null
        : [
            stays.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY),
            stays.reduce((last, { to }) => Math.max(last, to), 0),
          ],
    together: mostTogether(lines, start, Math.min(end - 1, now)),
  };
}

const rowOf = (line: Line): DayRow => ({
  insz: line.insz,
  workerName: line.workerName,
  employerNumber: line.employerNumber,
  employerName: line.employerName,
  stays: line.stays
    .slice(0, 50)
    .map(({ from, to, kind }) => ({ from: instant(from), to: instant(to), kind })),
  pauses: line.pauses.slice(0, 50).map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
  oddities: line.oddities.slice(0, 50).map(({ kind, at }) => ({ kind, at: instant(at) })),
  minutes: line.inside === null ? null : Math.round(line.inside / 60_000),
  remarks: line.remarks,
  withoutLine: line.withoutLine,
});
