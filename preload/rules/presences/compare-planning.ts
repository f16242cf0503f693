// A planning beside the presences of a worker: who was planned and not there, there and not planned, late, gone early, elsewhere.
import type { ComparedLine, PlannedStay, PresentStay, Told } from './comparison-kinds.ts';
import { dayLine } from './day-line.ts';
import { matchStays, type StayGroup } from './match-stays.ts';
import { covered } from './overlapping-stays.ts';
import type { Mark } from './stay.ts';

const MINUTE = 60_000;
const minutesOf = (ms: number): number => Math.round(ms / MINUTE);

/** Presences out of the marks of one worker and one enterprise, in the order of their moments; `now` as for `dayLine`. */
export function presentStays(
  marks: readonly Mark[],
  now: number,
  of: { worker: string; employer: string },
): PresentStay[] {
  const first = Math.min(...marks.map(({ at }) => at), now);
  const last = Math.max(...marks.map(({ at }) => at), now);
  const line = dayLine(marks, [first, last + 1], now);
  const siteAt = new Map(marks.map(({ id, site }) => [id, site]));
  const lone = line.oddities.flatMap(({ kind, id, at }) =>
    kind === 'missingIn'
      ? [{ site: siteAt.get(id) ?? '', from: at, to: at, kind: 'noIn' as const, id: `${id} out` }]
      : [],
  );
  const stays = line.stays.map((stay) => ({ ...stay, id: `${stay.site} ${stay.from}` }));
  return [...stays, ...lone].map((stay) => ({ ...of, ...stay })).sort((a, b) => a.from - b.from);
}

export type Circumstances = {
  /** Minutes by which somebody may come late, leave early or take a longer break before it is told. */
  tolerance: number;
  /** Number of the employer whose planning it is. */
  employer: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** When the service was last asked about the day of a moment; null: never. */
  askedAt: (moment: number) => number | null;
  dayOf: (moment: number) => string;
};

/**
 * The lines of one worker. Every planned stay and every presence stands in exactly one of them. What was not looked up is never
 * told as absent.
 */
export function compareWorker(
  worker: string,
  planned: readonly PlannedStay[],
  present: readonly PresentStay[],
  known: Circumstances,
): ComparedLine[] {
  return matchStays(planned, present, known.dayOf)
    .map((group) => lineOf(worker, group, known))
    .sort((a, b) => a.at - b.at);
}

function lineOf(worker: string, { planned, present }: StayGroup, known: Circumstances): ComparedLine {
  const times = [...planned].sort((a, b) => a.from - b.from);
  const seen = [...present].sort((a, b) => a.from - b.from);
  const at = times[0]?.from ?? seen[0]?.from ?? 0;
  const plannedMs = covered(asStays(times), all);
  const pauses = times.reduce((sum, { pause }) => sum + (pause ?? 0), 0);
  const told = toldOf(times, seen, known);
  const unknown =
    seen.some(({ kind }) => kind === 'uncertain' || kind === 'noIn') ||
    told.some(({ kind }) => kind === 'notLookedUp' || kind === 'notThereYet' || kind === 'toCome');
  return {
    worker,
    at,
    planned: times,
    present: seen,
    plannedMinutes: Math.max(0, minutesOf(plannedMs) - pauses),
    presentMinutes: unknown ? null : minutesOf(covered(asStays(seen), all)),
    told,
  };
}

const all = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;
const asStays = (stays: readonly { from: number; to: number }[]) =>
  stays.map(({ from, to }) => ({ from, to, site: '', kind: 'closed' as const }));

function toldOf(
  planned: readonly PlannedStay[],
  present: readonly PresentStay[],
  known: Circumstances,
): Told[] {
  const plain = (kind: Told['kind'], minutes: number | null = null): Told => ({ kind, minutes });
  const [first] = planned;
  const [came] = present;
  if (came === undefined) return first === undefined ? [] : [plain(missing(planned, known))];
  const told: Told[] = [];
  const other = present.some(({ employer }) => employer !== known.employer);
  if (first === undefined) told.push(plain(other ? 'ofSubcontractor' : 'notPlanned'));
  else if (other) told.push(plain('otherEmployer'));
  const sites = new Set(planned.map(({ site }) => site));
  if (first !== undefined && !sites.has(null) && present.some(({ site }) => !sites.has(site)))
    told.push(plain('otherSite'));
  const last = latest(present);
  // Somebody who was inside when the service was asked may have left since.
  const stale = last?.kind !== 'closed' && askedBefore(planned, present, known);
  if (present.some(({ kind }, at) => kind === 'uncertain' && !(stale && present[at] === last)))
    told.push(plain('noOut'));
  if (present.some(({ kind }) => kind === 'noIn')) told.push(plain('noIn'));
  if (first !== undefined) told.push(...hoursTold(planned, present, known.tolerance));
  if (stale && first !== undefined) told.push(plain('notLookedUp'));
  if (told.length > 0) return told;
  return [plain(last?.kind === 'inside' ? 'inside' : 'asPlanned')];
}

const latest = (present: readonly PresentStay[]): PresentStay | undefined =>
  present.reduce<PresentStay | undefined>(
    (last, stay) => (last === undefined || stay.to >= last.to ? stay : last),
    undefined,
  );

/** Nobody was seen: absent only where the service was asked after it should have been over. */
function missing(planned: readonly PlannedStay[], { now, askedAt, tolerance }: Circumstances): Told['kind'] {
  const from = Math.min(...planned.map((stay) => stay.from)) + tolerance * MINUTE;
  const to = Math.max(...planned.map((stay) => stay.to));
  if (now < from) return 'toCome';
  const asked = Math.min(askedAt(from) ?? 0, askedAt(to - 1) ?? 0);
  if (asked >= to) return 'notThere';
  return asked >= from && now < to ? 'notThereYet' : 'notLookedUp';
}

function askedBefore(
  planned: readonly PlannedStay[],
  present: readonly PresentStay[],
  { now, askedAt }: Circumstances,
): boolean {
  const end = Math.max(...planned.map(({ to }) => to), ...present.map(({ from }) => from));
  const asked = askedAt(end - 1);
  return now >= end && (asked === null || asked < end);
}

function hoursTold(
  planned: readonly PlannedStay[],
  present: readonly PresentStay[],
  tolerance: number,
): Told[] {
  const told: Told[] = [];
  const from = Math.min(...planned.map((stay) => stay.from));
  const to = Math.max(...planned.map((stay) => stay.to));
  const [came] = present;
  const last = latest(present);
  if (came === undefined || last === undefined) return told;
  const late = came.kind === 'noIn' ? 0 : minutesOf(came.from - from);
  if (late > tolerance) told.push({ kind: 'late', minutes: late });
  const early = last.kind === 'closed' || last.kind === 'noIn' ? minutesOf(to - last.to) : 0;
  if (early > tolerance) told.push({ kind: 'leftEarly', minutes: early });
  const away = breakOf(planned, present);
  if (away !== null && Math.abs(away) > tolerance) told.push({ kind: 'breakDiffers', minutes: away });
  return told;
}

/** Minutes of break more (or, below zero, less) than planned; null where either is not known. */
function breakOf(planned: readonly PlannedStay[], present: readonly PresentStay[]): number | null {
  const said = planned.some(({ pause }) => pause !== null) || planned.length > 1;
  if (!said || !present.every(({ kind }) => kind === 'closed')) return null;
  const wanted = minutesOf(gaps(planned)) + planned.reduce((sum, { pause }) => sum + (pause ?? 0), 0);
  return minutesOf(gaps(present)) - wanted;
}

function gaps(stays: readonly { from: number; to: number }[]): number {
  const from = Math.min(...stays.map((stay) => stay.from));
  const to = Math.max(...stays.map((stay) => stay.to));
  return to - from - covered(asStays(stays), all);
}
