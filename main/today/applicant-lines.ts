// Applicants on Today: who approved and was not read yet, which requests end with the day, and what can soon be read no more.
import { countApplicants } from '../applicants/today-store.ts';
import type { Session } from '../platform/session.ts';
import type { TodayLine } from './today-lines.ts';

/** Days before the end of an access from which it is told here. */
const endingDays = 7;

/** By the business day: practice has its own. */
export function applicantLines({ db, businessDate }: Pick<Session, 'db' | 'businessDate'>): TodayLine[] {
  const today = businessDate();
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + endingDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const { toRead, open, ending } = countApplicants(db, today, last);
  const lines: TodayLine[] = [];
  const path = '/applicants';
  if (toRead > 0)
    lines.push({
      ...{ id: 'applicantsToRead', key: 'applicantsToRead', when: 'today', tone: 'warn' },
      ...{ params: { count: toRead }, path },
    });
  if (open > 0)
    lines.push({
      ...{ id: 'applicantsOpen', key: 'applicantsOpen', when: 'today', tone: 'plain' },
      ...{ params: { count: open }, path },
    });
  if (ending > 0)
    lines.push({
      ...{ id: 'applicantAccessEnds', key: 'applicantAccessEnds', when: 'thisWeek', tone: 'plain' },
      ...{ params: { count: ending, days: endingDays }, path },
    });
  return lines;
}
