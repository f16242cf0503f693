// One line of a time clock: JSON with `time`, `number` and `type`, or `time;number;IN`. A time without an offset is a Belgian one.
import { belgianMoment } from '../../preload/rules/dates/belgian-day.ts';

export type ClockLine = { number: string; type: 'IN' | 'OUT'; at: string };

/** No line of a time clock is longer. */
const longest = 1_000;
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/;

/** `now` in milliseconds decides which is meant of an hour that comes twice. Null: no such line. */
export function readClockLine(line: string, now: number): ClockLine | null {
  const text = line.trim();
  if (text.length > longest) return null;
  const [time = '', number = '', type = ''] = text.startsWith('{') ? fromJson(text) : text.split(';');
  const at = instantOf(time.trim(), now);
  const kind = type.trim().toUpperCase();
  if (at === null || (kind !== 'IN' && kind !== 'OUT')) return null;
  const given = number.trim();
  return given === '' || given.length > 40 ? null : { number: given, type: kind, at };
}

function fromJson(text: string): string[] {
  try {
    const { time, number, type }: Record<string, unknown> = JSON.parse(text);
    return [time, number, type].map((value) => (typeof value === 'string' ? value : ''));
  } catch {
    return [];
  }
}

function instantOf(time: string, now: number): string | null {
  if (zoned.test(time)) {
    const moment = Date.parse(time);
    return Number.isNaN(moment) ? null : new Date(moment).toISOString();
  }
  const [, day, hours, minutes, seconds = '0'] = local.exec(time) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const sinceMidnight = Number(hours) * 60 + Number(minutes);
  const moments = [false, true].map(
    (late) => belgianMoment(day, sinceMidnight, late) + Number(seconds) * 1_000,
  );
  const [first = Number.NaN, second = Number.NaN] = moments;
  return new Date(Math.abs(second - now) < Math.abs(first - now) ? second : first).toISOString();
}
