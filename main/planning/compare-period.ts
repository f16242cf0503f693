// Lays the planning of an employer beside its presences for a period, in steps so that main stays free.
import { belgianDayOf, belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import { compareWorker, presentStays } from '../../preload/rules/presences/compare-planning.ts';
import type {
  ComparedLine,
  PlannedStay,
  PresentStay,
} from '../../preload/rules/presences/comparison-kinds.ts';
import type { Mark } from '../../preload/rules/presences/stay.ts';
import { findEmployer } from '../employers/employer-store.ts';
import type { Database } from '../platform/database.ts';
import type { Steps } from '../platform/slices.ts';
import {
  lookUpsOf,
  type MarkRow,
  marksBetween,
  type PersonRow,
  personsOf,
  plannedOn,
  plannedSpans,
  type StayRow,
  siteNames,
} from './comparison-store.ts';

export type PlacedLine = ComparedLine & {
  employerId: string;
  employerNumber: string;
  day: string;
  /** The present number of the worker; `worker` is the person, whatever the number. */
  insz: string;
  workerName: string | null;
  /** Where it was planned, else where the worker was; null: anywhere. */
  site: string | null;
  siteName: string | null;
};
export type ComparedPeriod = { lines: PlacedLine[]; withoutPlanning: number };

const DAY = 86_400_000;
const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1 }, (_, at) =>
    dayAfter(from, at),
  );

/** A quarter of a day at once: a few milliseconds, also of a thousand workers. */
const marksOfStep = DAY / 4;

type Asked = { employerId: string; from: string; to: string; tolerance: number; now: number };

/** Lines of the days `from` to `to`; the days around them are read too, as a night goes on into the next. */
export function* comparePeriod(db: Database, asked: Asked): Steps<ComparedPeriod> {
  const { employerId, from, to, now, tolerance } = asked;
  const number = findEmployer(db, employerId)?.enterpriseNumber ?? '';
  const days = daysBetween(dayAfter(from, -1), dayAfter(to, 1));
  const stays: StayRow[] = [];
  const marks: MarkRow[] = [];
  for (const day of days) {
    stays.push(...plannedOn(db, employerId, day));
    yield;
    const [start, end] = belgianDays(day, day);
    for (let at = start; at < end; at += marksOfStep) {
      marks.push(...marksBetween(db, employerId, at, Math.min(at + marksOfStep, end)));
      yield;
    }
  }
  const meant = personsMeant(marks);
  const planned = Map.groupBy(
    stays.map(
      (row): PlannedStay => ({
        id: row.id,
        worker: meant(row.person),
        site: row.reference,
        from: row.from_at,
        to: row.to_at,
        pause: row.pause,
      }),
    ),
    ({ worker }) => worker,
  );
  yield;
  const seen = Map.groupBy(marks, ({ person }) => meant(person));
  yield;
  const persons = yield* readPersons(db, [...new Set([...planned.keys(), ...seen.keys()])]);
  const known = { tolerance, now, employer: number, ...daysKnown(db, employerId, days) };
  const spans = plannedSpans(db, employerId);
  const names = siteNames(db, employerId);
  const result: ComparedPeriod = { lines: [], withoutPlanning: 0 };
  for (const [worker, { insz, name }] of persons) {
    const present = presencesOf(worker, seen.get(worker) ?? [], known);
    for (const line of compareWorker(worker, planned.get(worker) ?? [], present, known)) {
      const day = known.dayOf(line.at);
      if (day < from || day > to) continue;
      const covered = spans.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
      if (line.planned.length === 0 && !covered) {
        result.withoutPlanning += line.present.length;
        continue;
      }
      const [first] = line.planned;
      const site = first === undefined ? (line.present[0]?.site ?? null) : first.site;
      const siteName = site === null ? null : (names.get(site) ?? null);
      const place = { employerId, employerNumber: number, day, site, siteName };
      result.lines.push({ ...line, ...place, insz, workerName: name === '' ? null : name });
    }
    yield;
  }
  return result;
}

const personsOfStep = 500;

/** Two persons of whom the service says that they are one, which waits to be taken in, are compared as one. */
function personsMeant(marks: readonly MarkRow[]): (person: string) => string {
  const told = new Map(
    marks.flatMap(({ person, told: one }) => (one === null ? [] : [[person, one] as const])),
  );
  return (person) => told.get(person) ?? person;
}

function* readPersons(db: Database, ids: readonly string[]): Steps<Map<string, PersonRow>> {
  const found = new Map<string, PersonRow>();
  for (let at = 0; at < ids.length; at += personsOfStep) {
    for (const row of personsOf(db, ids.slice(at, at + personsOfStep))) found.set(row.id, row);
    yield;
  }
  return found;
}

type DaysKnown = { dayOf: (moment: number) => string; askedAt: (moment: number) => number | null };

function daysKnown(db: Database, employerId: string, days: readonly string[]): DaysKnown {
  const starts = days.map((day) => belgianDays(day, day)[0]);
  const dayOf = (moment: number): string => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    // Before the first day, and from the end of the last one on.
    return low === 0 || low === starts.length ? belgianDayOf(moment) : (days[low - 1] ?? '');
  };
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const lookUps = lookUpsOf(db, employerId, first, last);
  const asked = new Map(
    days.map((day) => {
      const moments = lookUps
        .filter((one) => one.first <= day && day <= one.last)
        .map(({ at }) => Date.parse(at));
      return [day, moments.length === 0 ? null : Math.max(...moments)];
    }),
  );
  return { dayOf, askedAt: (moment) => asked.get(dayOf(moment)) ?? null };
}

/** An arrival without departure lasts up to when the service was asked: what came after that is not known. */
function presencesOf(
  worker: string,
  marks: readonly MarkRow[],
  { now, askedAt }: { now: number } & DaysKnown,
): PresentStay[] {
  return [...Map.groupBy(marks, ({ employer }) => employer)].flatMap(([employer, own]) => {
    const last = own.at(-1)?.at ?? now;
    const until = Math.max(last, Math.min(now, askedAt(last) ?? now));
    return presentStays(own.map(markOf), until, { worker, employer });
  });
}

const markOf = ({ id, at, type, reference }: MarkRow): Mark => ({
  id: String(id),
  at,
  type,
  site: reference,
});
