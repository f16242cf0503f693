// The queue of one open environment: what runs now, what it waits for, and the acts on it. There is one sender, ever.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { type EmployerScope, sameScope, scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { createAccountGates, lastWait, readWaits, type Waits } from './account-gates.ts';
import { closedSending } from './closed-sending.ts';
import { createConnections, type RoutePort, type TokenPort } from './connection.ts';
import { createGroupCommit } from './group-commit.ts';
import { idsInState } from './item-store.ts';
import { recoverOutbox } from './recover.ts';
import { resolveItems } from './resolve-items.ts';
import { runQueue } from './run-queue.ts';
import type { Ports } from './send-worker-year.ts';
import { sendingRoute } from './sending-route.ts';
import { readSetting, writeSetting } from './setting-store.ts';

export type OutboxPorts = {
  tokens?: TokenPort;
  route?: RoutePort;
  sleep?: (ms: number) => Promise<void>;
  random?: () => number;
  concurrency?: number;
  /** First pause of our own in milliseconds, where the service names none. */
  firstPauseMs?: number;
  /** Whether what is sent here may reach production. */
  reachesProduction?: () => boolean;
};
export type Outbox = {
  /** `confirmation`: of `confirmClosed`, where the service takes nothing. Failure closedNotConfirmed without it. */
  send(employerId: string | null, confirmation?: string | null): Result<{ jobId: string; items: number }>;
  confirmClosed(employerId: string | null): Result<{ confirmation: string | null }>;
  resolve(ids: readonly string[]): Result<{ jobId: string; items: number }>;
  pause(): Result<Record<string, never>>;
  /** Goes on with what the pause stopped; to a service that takes nothing only a new sending goes. */
  resume(): Result<Record<string, never>>;
  status(): {
    paused: boolean;
    running: boolean;
    jobId: string | null;
    waitUntil: string | null;
    lastFailure: Failure | null;
  };
  inFlight: ReadonlySet<string>;
};

/** Practice is on this very machine; elsewhere a service is not to be flooded. */
const concurrencyIn = (session: Session): number => (session.environment.kind === 'practice' ? 24 : 4);
const most = 1_000_000;

export function createOutbox(session: Session, given: OutboxPorts = {}): Outbox {
  const { db } = session;
  const ports: Ports = {
    session,
    commits: createGroupCommit(db),
    connections: createConnections(
      given.tokens ?? tokenSource(session),
      given.route ?? ((employerId) => sendingRoute(session, employerId)),
    ),
    sleep: given.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
  };
  const inFlight = new Set<string>();
  const closed = closedSending(session, given.reachesProduction ?? (() => false));
  let running: { jobId: string; scope: EmployerScope; items: number } | null = null;
  let stoppedByPause: EmployerScope | null = null;
  let lastFailure: Failure | null = null;

  const paused = (): boolean => readSetting(db, 'outbox.paused') !== null;
  const waits = (): Waits => readWaits(readSetting(db, 'outbox.waitUntil'));
  const report = (failure: Failure | null, now: Waits): void => {
    lastFailure = failure;
    const text = Object.keys(now).length === 0 ? null : JSON.stringify(now);
    if (text !== readSetting(db, 'outbox.waitUntil')) writeSetting(db, 'outbox.waitUntil', text);
    session.changed('outbox.changed', []);
  };

  const work =
    (scope: EmployerScope, total: number, only: ReadonlySet<string> | null) => async (run: JobRun) => {
      const heartbeat = setInterval(() => announce(), 250);
      try {
        lastFailure = null;
        const random = given.random ?? Math.random;
        const gates = createAccountGates(session.clock, random, waits(), given.firstPauseMs);
        const concurrency = given.concurrency ?? concurrencyIn(session);
        const said = (failure: Failure) => report(failure, gates.waits());
        const options = { scope, only, concurrency, gates, paused: isPaused, inFlight, report: said };
        const result = await runQueue(ports, run, total, options);
        report(result.ok ? null : result.failure, gates.waits());
        return result;
      } finally {
        clearInterval(heartbeat);
        running = null;
        announce();
      }
    };
  // Read from the disk once, then kept here: it is asked before every item.
  let pauseKnown = paused();
  const isPaused = (): boolean => pauseKnown;
  const announce = (): void => {
    session.changed('outbox.changed', []);
    session.changed('training.changed', []);
  };

  const begin = (
    scope: EmployerScope,
    only: ReadonlySet<string> | null,
  ): Result<{ jobId: string; items: number }> => {
    // There is one sender: what still counts as being sent was cut off by a full disk or the like.
    if (running === null && inFlight.size === 0) recoverOutbox(session);
    const day = session.businessDate();
    const items =
      idsInState(db, scope, 'ready', most, day).length + idsInState(db, scope, 'unknown', most, day).length;
    if (items === 0) return fail('nothingToSend');
    const job = session.jobs.start('outboxSend', work(scope, items, only));
    if (!job.ok) return job;
    running = { jobId: job.value.id, scope, items };
    return ok({ jobId: job.value.id, items });
  };

  const setPaused = (value: boolean): Result<Record<string, never>> => {
    const done = attempt<Record<string, never>>(db, () => {
      writeSetting(db, 'outbox.paused', value ? session.clock.now().toISOString() : null);
      recordAct(session, { employerId: null, kind: value ? 'outbox.paused' : 'outbox.resumed', summary: '' });
      return ok({});
    });
    if (done.ok) pauseKnown = value;
    announce();
    return done;
  };

  return {
    inFlight,
    send(employerId, confirmation = null) {
      if (isPaused()) return fail('stateNotAllowed', { details: { reason: 'paused' } });
      const scope = scopeOf(employerId);
      // Pressed twice: what is being sent already is what was wanted.
      if (running !== null && sameScope(running.scope, scope))
        return ok({ jobId: running.jobId, items: running.items });
      const allowed = closed.take(confirmation, scope);
      return allowed.ok ? begin(scope, allowed.value) : allowed;
    },
    confirmClosed: (employerId) => closed.confirm(employerId, scopeOf(employerId)),
    resolve(ids) {
      const wanted =
        ids.length > 0 ? [...new Set(ids)] : idsInState(db, 'all', 'unknown', most, session.businessDate());
      if (wanted.length === 0) return fail('nothingToSend');
      const job = session.jobs.start('outboxResolve', (run) =>
        resolveItems(ports, run, wanted, inFlight).finally(announce),
      );
      return job.ok ? ok({ jobId: job.value.id, items: wanted.length }) : job;
    },
    pause() {
      if (isPaused()) return ok({});
      stoppedByPause = running?.scope ?? null;
      return setPaused(true);
    },
    resume() {
      if (!isPaused()) return ok({});
      const done = setPaused(false);
      const scope = stoppedByPause;
      stoppedByPause = null;
      // Items that were under way when it was paused may still be ending: then their run simply goes on.
      if (done.ok && scope !== null && running === null && !closed.shut()) begin(scope, null);
      return done;
    },
    status: () => ({
      paused: isPaused(),
      running: running !== null,
      jobId: running?.jobId ?? null,
      waitUntil: lastWait(waits(), session.clock.now())?.toISOString() ?? null,
      lastFailure,
    }),
  };
}
