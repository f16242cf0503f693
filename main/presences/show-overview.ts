// How what is searched lies over its period, and what can be chosen in that period.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { belgianDayOf, belgianDays, startOfBelgianDay } from '../../preload/rules/dates/belgian-day.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { countByHour, enterprisesIn, type HourCount, remarksIn, sitesIn } from './overview-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More days than this are drawn by month. */
const mostDays = 92;
const mostSlots = 400;

type Overview = HandlerOutput<'presence.overview'>;

export function showOverview(
  { db }: Session,
  { employerId, from, to, ...filter }: HandlerInput<'presence.overview'>,
): Overview {
  const span = belgianDays(from, to);
  const scope = scopeOf(employerId ?? null);
  const whole = { span, text: '', subcontractors: 'with', cancelled: true } as const;
  const days = Math.round((span[1] - span[0]) / DAY);
  const unit = days <= 1 ? 'hour' : days <= mostDays ? 'day' : 'month';
  return {
    unit,
    slots: slotsOf(unit, span, countByHour(db, scope, { ...filter, span })),
    sites: sitesIn(db, scope, whole),
    enterprises: enterprisesIn(db, scope, whole),
    remarks: remarksIn(db, scope, whole),
  };
}

/** Every slot of the span, the empty ones too. */
function slotsOf(
  unit: Overview['unit'],
  [start, end]: readonly [number, number],
  counts: readonly HourCount[],
): Overview['slots'] {
  const starts: number[] = [];
  for (let at = start; at < end && starts.length < mostSlots; at = nextSlot(unit, at)) starts.push(at);
  const slots = starts.map((from) => ({ from: new Date(from).toISOString(), in: 0, out: 0 }));
  for (const { hour, type, count } of counts) {
    const slot = slots[slotAt(starts, hour * HOUR)];
    if (slot !== undefined) slot[type === 'IN' ? 'in' : 'out'] += count;
  }
  return slots;
}

function nextSlot(unit: Overview['unit'], at: number): number {
  if (unit === 'hour') return at + HOUR;
  // Noon of the next day lies on it whatever the clock does.
  const next = belgianDayOf(at + 36 * HOUR);
  if (unit === 'day') return startOfBelgianDay(next);
  const [year = 0, month = 1] = belgianDayOf(at).split('-').map(Number);
  return startOfBelgianDay(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10));
}

/** The last slot that begins at or before a moment. */
function slotAt(starts: readonly number[], moment: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= moment) low = middle;
    else high = middle - 1;
  }
  return low;
}
