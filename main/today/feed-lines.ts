// The mutation feed on Today: a file that is missing or late, numbers with which nothing was done, and what somebody must look at.
import type { Session } from '../platform/session.ts';
import { feedFacts } from '../register/feed/feed-facts.ts';
import type { TodayLine } from './today-lines.ts';

export function feedLines(session: Pick<Session, 'db' | 'clock'>): TodayLine[] {
  const { missing, lateDays, quarantined, openTasks } = feedFacts(session);
  const path = '/register/feed';
  const lines: TodayLine[] = [];
  const [first] = missing;
  if (first !== undefined)
    lines.push({
      ...{ id: 'feedGap', key: 'feedGap', when: 'today', tone: 'bad' },
      ...{ params: { count: missing.length, first }, path },
    });
  // A day that is missing is late as well: said once.
  else if (lateDays !== null)
    lines.push({
      ...{ id: 'feedLate', key: 'feedLate', when: 'today', tone: 'warn' },
      ...{ params: { days: lateDays }, path },
    });
  if (quarantined > 0)
    lines.push({
      ...{ id: 'feedQuarantine', key: 'feedQuarantine', when: 'today', tone: 'warn' },
      ...{ params: { count: quarantined }, path: '/register/review' },
    });
  if (openTasks > 0)
    lines.push({
      ...{ id: 'feedTasks', key: 'feedTasks', when: 'thisWeek', tone: 'plain' },
      ...{ params: { count: openTasks }, path },
    });
  return lines;
}
