// Presences on Today: sites whose declaration of works ends, and remarks of which the time for a correction runs out.

import { belgianDayOf, startOfBelgianDay } from '../../preload/rules/dates/belgian-day.ts';
import { correctionDays } from '../../preload/rules/presences/remark-kinds.ts';
import { endingDays } from '../../preload/rules/presences/works-time.ts';
import type { Session } from '../platform/session.ts';
import { countRemarksBetween, countTurned, countWorksEnding } from '../presences/today-store.ts';
import type { TodayLine } from './today-lines.ts';

/** Days before the end of its time from which a remark is told here. */
const pressingDays = 7;

/** Days in which a judgement that turned is told here. */
const turnedDays = 7;

/** Real days, in practice too: see the presences. */
export function presenceLines(session: Session): TodayLine[] {
  const today = belgianDayOf(session.clock.now().getTime());
  const moved = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const ending = countWorksEnding(session.db, today, moved(endingDays - 1));
  const remarks = countRemarksBetween(
    session.db,
    startOfBelgianDay(moved(-correctionDays)),
    startOfBelgianDay(moved(pressingDays - correctionDays)),
  );
  const turned = countTurned(
    session.db,
    new Date(session.clock.now().getTime() - turnedDays * 86_400_000).toISOString(),
  );
  const lines: TodayLine[] = [];
  if (turned.count > 0)
    lines.push({
      id: 'presenceTurned',
      when: 'thisWeek',
      tone: turned.invalid > 0 ? 'warn' : 'plain',
      key: 'presenceTurned',
      params: { count: turned.count, invalid: turned.invalid },
      path: '/presences/search/turned',
    });
  if (remarks > 0)
    lines.push({
      id: 'presenceRemarks',
      when: 'thisWeek',
      tone: 'warn',
      key: 'presenceRemarks',
      params: { count: remarks, days: pressingDays },
      path: '/presences/remarks',
    });
  if (ending.count > 0)
    lines.push({
      id: 'worksEnding',
      when: 'thisMonth',
      tone: 'plain',
      key: 'worksEnding',
      params: { count: ending.count, name: ending.name, days: endingDays },
      path: '/presences/works',
    });
  return lines;
}
