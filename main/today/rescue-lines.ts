// On Today: how many days the data at the service can still be brought home and for whom that is not done; once it is over, for
// whom it never was; and a night's reading that went on by itself or left clients to try again.
import type { Session } from '../platform/session.ts';
import { daysLeft } from '../rescue/show-status.ts';
import { homecoming } from '../rescue/standing-store.ts';
import type { TodayLine } from './today-lines.ts';

/** So many clients are named; the page has them all. */
const mostNames = 3;
/** How long after the end it is still told. */
const toldAfterDays = 92;

export function rescueLines(session: Session): TodayLine[] {
  const days = daysLeft(session);
  if (days === null || days.left < -toldAfterDays) return [];
  const { clients, home, names } = homecoming(session.db, mostNames);
  const missing = clients - home;
  if (missing === 0) return [];
  const named = names.join(', ').slice(0, 300);
  const params = { count: missing, names: named, more: missing - names.length, date: days.until };
  const path = '/training/rescue';
  if (days.left < 0)
    return [{ id: 'rescueOver', when: 'today', tone: 'plain', key: 'rescueOver', params, path }];
  return [
    {
      id: 'rescueLeft',
      when: days.left <= 7 ? 'today' : days.left <= 62 ? 'thisWeek' : 'thisMonth',
      tone: days.left <= 31 ? 'bad' : 'warn',
      key: 'rescueLeft',
      params: { ...params, days: days.left },
      path,
    },
  ];
}
