// How many days after the last reading an answer is kept at most, as the office chose it.
import { usualKeepDays } from '../../preload/rules/applicants/keep-until.ts';
import type { Database } from '../platform/database.ts';
import { readPreference } from '../settings/preference-store.ts';

export function keepDaysOf(db: Database): number {
  const kept = readPreference(db, 'applicantKeepDays');
  return kept !== null && /^\d{1,4}$/.test(kept) ? Number(kept) : usualKeepDays;
}
