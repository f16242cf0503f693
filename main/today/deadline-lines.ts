// Deadlines of clients on Today: those that passed with something still open, and the nearest of each other rule. The
// quarter that is due has a line of its own, with what was written and not sent.
import type { Deadline } from '../../preload/contract/service-state.ts';
import type { Session } from '../platform/session.ts';
import { deadlinesOf } from '../services/list-deadlines.ts';
import type { TodayLine } from './today-lines.ts';

/** None where the calendar of services is damaged: its own page says so. */
export async function deadlineLines(session: Session): Promise<TodayLine[]> {
  const all = await deadlinesOf(session, 'all');
  return all.ok ? linesOf(all.value) : [];
}

/** Pure. At most one line of what passed, and one for each rule that is near. */
export function linesOf(rows: readonly Deadline[]): TodayLine[] {
  const passed = rows.filter(({ standing }) => standing === 'passed');
  const lines: TodayLine[] = [];
  if (passed.length > 0)
    lines.push({
      id: 'deadlinePassed',
      when: 'today',
      tone: 'warn',
      key: 'deadlinePassed',
      params: { count: passed.length, clients: clientsOf(passed) },
      path: '/training/deadlines',
    });
  // The end of reading has a line of its own, with who is not brought home yet.
  for (const rule of ['newHire', 'verification'] as const) {
    const near = rows.filter((row) => row.rule === rule && row.standing === 'near');
    const [first] = near;
    if (first === undefined) continue;
    lines.push({
      id: `deadlineNear:${rule}`,
      when: first.daysLeft <= 0 ? 'today' : first.daysLeft <= 7 ? 'thisWeek' : 'thisMonth',
      tone: first.daysLeft <= 14 ? 'warn' : 'plain',
      key: 'deadlineNear',
      params: { rule, date: first.date, days: first.daysLeft, clients: clientsOf(near) },
      path: '/training/deadlines',
    });
  }
  return lines;
}

const clientsOf = (rows: readonly Deadline[]): number =>
  new Set(rows.map(({ employerId }) => employerId)).size;
