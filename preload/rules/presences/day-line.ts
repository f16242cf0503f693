// The line of a worker's day out of arrivals and departures: when inside, when on a break, what is missing and what cannot be.
// A rest break is a departure at its start and an arrival at its end (NSSO, Check In and Out at Work for workers).
import { covered, overlaps } from './overlapping-stays.ts';
import type { Mark, Oddity, Pause, Stay } from './stay.ts';

export interface DayLine {
  readonly stays: readonly Stay[];
  readonly pauses: readonly Pause[];
  readonly oddities: readonly Oddity[];
  /** Time inside within the day, in milliseconds; null as soon as a departure or arrival is missing. */
  readonly inside: number | null;
}

const MINUTE = 60_000;
/** Two of the same kind within this time are one press too many. */
const REPEATED = 5 * MINUTE;
/** Longer away than this is no rest break but another stay. [assumed] */
export const LONGEST_PAUSE = 90 * MINUTE;
/** Nobody works longer without leaving: then the departure is missing. [assumed] */
const LONGEST_STAY = 16 * 60 * MINUTE;

interface Walked {
  readonly stays: Stay[];
  readonly oddities: Oddity[];
}

/** The stays on one site, out of marks in the order of their moments. */
function walkSite(marks: readonly Mark[], now: number): Walked {
  const stays: Stay[] = [];
  const oddities: Oddity[] = [];
  let open: Mark | null = null;
  let previous: Mark | null = null;
  const missingOut = (mark: Mark, until: number): void => {
    const to = Math.min(until, mark.at + LONGEST_STAY);
    stays.push({ site: mark.site, from: mark.at, to, kind: 'uncertain' });
    oddities.push({ kind: 'missingOut', id: mark.id, at: mark.at });
  };
  for (const mark of marks) {
    if (previous?.type === mark.type && mark.at - previous.at < REPEATED) {
      oddities.push({ kind: 'repeated', id: mark.id, at: mark.at });
      continue;
    }
    previous = mark;
    if (mark.type === 'IN') {
      if (open !== null) missingOut(open, mark.at);
      open = mark;
    } else if (open === null) {
      oddities.push({ kind: 'missingIn', id: mark.id, at: mark.at });
    } else {
      stays.push({ site: mark.site, from: open.at, to: mark.at, kind: 'closed' });
      open = null;
    }
  }
  if (open !== null) {
    if (now - open.at > LONGEST_STAY) missingOut(open, now);
    else stays.push({ site: open.site, from: open.at, to: Math.max(open.at, now), kind: 'inside' });
  }
  return { stays, oddities };
}

function pausesOf(stays: readonly Stay[]): Pause[] {
  return stays.flatMap((stay, i) => {
    const next = stays[i + 1];
    const away = next === undefined ? 0 : next.from - stay.to;
    return next !== undefined && stay.kind === 'closed' && away > 0 && away <= LONGEST_PAUSE
      ? [{ site: stay.site, from: stay.to, to: next.from }]
      : [];
  });
}

/**
 * The line of one worker on one day. `marks`: everything not cancelled from before the day on (a shift over midnight began
 * the evening before) until after it, in any order. `day`: its first moment, and the first after it; 23 to 25 hours.
 * `now`: up to where somebody inside is drawn. Stays and pauses that touch the day are given whole, not cut.
 */
export function dayLine(marks: readonly Mark[], day: readonly [number, number], now: number): DayLine {
  const [start, end] = day;
  const ordered = [...marks].sort(
    (a, b) => a.at - b.at || (a.type === b.type ? 0 : a.type === 'IN' ? -1 : 1),
  );
  const sites = [...new Set(ordered.map(({ site }) => site))];
  const walked = sites.map((site) =>
    walkSite(
      ordered.filter((mark) => mark.site === site),
      now,
    ),
  );
  const touches = ({ from, to }: { from: number; to: number }): boolean =>
    from < end && (to > start || from >= start);
  const all = walked.flatMap(({ stays }) => stays);
  const stays = all.filter(touches).sort((a, b) => a.from - b.from || (a.site < b.site ? -1 : 1));
  const oddities = [...walked.flatMap((one) => one.oddities), ...overlaps(all, ordered)]
    .filter(({ at }) => at >= start && at < end)
    .sort((a, b) => a.at - b.at);
  const pauses = walked.flatMap((one) => pausesOf(one.stays)).filter(touches);
  const incomplete = oddities.some(({ kind }) => kind === 'missingIn' || kind === 'missingOut');
  const uncertain = stays.some(({ kind }) => kind === 'uncertain');
  return { stays, pauses, oddities, inside: incomplete || uncertain ? null : covered(stays, day) };
}
