// Which number the feed is at: strictly one after the other, beginning with 1 or with the one that a person named. F1, F3
import { brusselsDay } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { lastApplied, lastFile, readSetting, stagedSequences } from './file-store.ts';

/** The last number that counts as done; 0: none. */
export function lastDone(db: Database): number {
  const first = Number(readSetting(db, 'first') ?? 1);
  return Math.max(lastApplied(db), first - 1);
}

/** Numbers between what is done and what waits, which nobody has brought; the first hundred, and one more where there are more. */
export function missingNumbers(db: Database): number[] {
  const staged = new Set(stagedSequences(db));
  const highest = Math.max(0, ...staged);
  const missing: number[] = [];
  for (let one = lastDone(db) + 1; one < highest && missing.length <= 100; one += 1)
    if (!staged.has(one)) missing.push(one);
  return missing;
}

/** Days between a file's day and today from which it is late: a file a day, and one night to bring it. F1 */
const lateAfterDays = 2;

/** Null: none is due yet. */
export function daysLate(referenceDate: string | null, today: string): number | null {
  if (referenceDate === null) return null;
  const days = Math.round(
    (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${referenceDate}T00:00:00Z`)) / 86_400_000,
  );
  return days > lateAfterDays ? days : null;
}

/** By the calendar of the wall: files come by night, also where practice plays another day. */
export const lateNow = ({ db, clock }: Pick<Session, 'db' | 'clock'>): number | null =>
  daysLate(lastFile(db)?.referenceDate ?? null, brusselsDay(clock.now()));
