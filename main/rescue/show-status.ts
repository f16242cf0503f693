// Where the rescue stands as a whole: what runs, what is planned, what the last run came to, and how many days are left.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { RescueCounts } from '../../preload/contract/rescue-values.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { daysBetween } from '../services/quarter-due.ts';
import { loadServiceCalendar } from '../services/service-calendar.ts';
import { standingOn } from '../services/service-state.ts';
import { noticeOf } from './notice.ts';
import { mayAsk, type Rescue } from './rescue.ts';
import { countsByClient, noCounts } from './rescue-store.ts';
import { lastRun, plannedRun, runCounts } from './run-store.ts';
import { clientStandings, homecoming } from './standing-store.ts';

type Status = HandlerOutput<'rescue.status'>;

export function rescueStatus(session: Session, rescue: Rescue): Result<Status> {
  const { db } = session;
  const byClient = countsByClient(db, 'all');
  let counts: RescueCounts = noCounts;
  for (const one of byClient.values()) counts = added(counts, one.counts);
  const { jobId, waitUntil, lastFailure } = rescue.now();
  const byStanding = clientStandings(db);
  const { clients, home } = homecoming(db, 0, byStanding);
  const standings = [...byStanding.values()];
  const plan = plannedRun(db);
  return ok({
    api: mayAsk(session) ? 'available' : 'addressNotConfirmed',
    jobId,
    waitUntil,
    lastFailure,
    clients,
    begun: byClient.size,
    counts,
    home,
    toTryAgain: standings.filter(({ standing }) => standing === 'failed' || standing === 'givenUp').length,
    days: daysLeft(session),
    notice: noticeOf(session),
    plan: plan?.dueAt == null ? null : { dueAt: plan.dueAt, by: plan.madeBy },
    run: runOf(session),
  });
}

/** By the dated calendar of services: null where it is damaged or names no end of reading. Negative once it is over. */
export function daysLeft(session: Session): Status['days'] {
  const calendar = loadServiceCalendar(session.resourcesDir);
  if (!calendar.ok) return null;
  const today = session.businessDate();
  const rule = calendar.value.deadlines.find(({ rule: name }) => name === 'consultationEnds');
  if (rule === undefined || !('date' in rule)) return null;
  const { state } = standingOn(calendar.value, 'fla', today);
  // While registration is open nobody counts the days of the end.
  if (state === 'open' || state === 'announced') return null;
  const until = rule.date;
  return { left: daysBetween(today, until), until };
}

function runOf({ db }: Session): Status['run'] {
  const run = lastRun(db);
  if (run === null || run.startedAt === null) return null;
  const { dueAt, startedAt, resumedAt, waitUntil, endedAt, paused, madeBy, failure } = run;
  const clients = runCounts(db, run.id);
  return { dueAt, startedAt, resumedAt, waitUntil, endedAt, paused, by: madeBy, failure, clients };
}

const added = (a: RescueCounts, b: RescueCounts): RescueCounts => ({
  waiting: a.waiting + b.waiting,
  asked: a.asked + b.asked,
  found: a.found + b.found,
  empty: a.empty + b.empty,
  failed: a.failed + b.failed,
  records: a.records + b.records,
});
