// The rescue of one open environment: what runs now, and starting, pausing, resuming and giving up.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { firstRescueYear, lastRescueYear } from '../../preload/contract/rescue-values.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { createConnections } from '../outbox/connection.ts';
import { createGroupCommit } from '../outbox/group-commit.ts';
import { createGate, type Gate } from '../outbox/queue-gate.ts';
import { sendingRoute } from '../outbox/sending-route.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { attemptInSlices } from '../platform/slices.ts';
import { giveUp } from './give-up.ts';
import { dueWork, nextTry } from './plan-run.ts';
import { type Prepared, prepareRun, targetsOf, type Wanted, wantedTargets } from './prepare-run.ts';
import { createTurns, type RescueOptions } from './rescue-ports.ts';
import { clientsLeft } from './rescue-store.ts';
import { type RescueOrder, runRescue } from './run-rescue.ts';
import { endRun, openBefore, openRun, plannedRun, runClientsLeft, setRun } from './run-store.ts';

type Started = { jobId: string; clients: number };
export type Rescue = {
  start(input: HandlerInput<'rescue.start'>): Promise<Result<Started>>;
  resume(): Promise<Result<Started>>;
  /** Begins what was planned and goes on with what was cut off, where its time has come. */
  runDue(): Promise<Result<{ started: boolean }>>;
  pause(): Result<Record<string, never>>;
  cancel(employerId: string | null): Promise<Result<{ dropped: number }>>;
  now(): Pick<HandlerOutput<'rescue.status'>, 'jobId' | 'waitUntil' | 'lastFailure'> & {
    employerId: string | null;
  };
};

const allYears = Array.from(
  { length: lastRescueYear - firstRescueYear + 1 },
  (_, at) => firstRescueYear + at,
);

/** Outside practice only an address that a person confirmed, or that is published, is asked. */
export const mayAsk = ({ environment }: Session): boolean =>
  environment.kind === 'practice' ||
  ['entered', 'public', 'seed'].includes(environment.services.fla.baseUrl.status);

/** Practice is on this very machine; elsewhere a service is not to be flooded: five requests a second at most. */
const paceIn = (session: Session): { concurrency: number; spaceMs: number } =>
  session.environment.kind === 'practice' ? { concurrency: 8, spaceMs: 0 } : { concurrency: 3, spaceMs: 200 };

export function createRescue(session: Session, given: RescueOptions = {}): Rescue {
  const { db } = session;
  const route = given.route ?? ((employerId: string) => sendingRoute(session, employerId));
  const sleep = given.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  type Now = {
    jobId: string;
    gate: Gate | null;
    givenUp: Set<string>;
    client: string | null;
    ended: Promise<void>;
  };
  let running: Now | null = null;
  let lastFailure: Failure | null = null;

  const begin = (order: RescueOrder): Result<Started> => {
    const pace = { ...paceIn(session), ...given };
    const ports = {
      session,
      route,
      sleep,
      connections: createConnections(given.tokens ?? tokenSource(session), route),
      commits: createGroupCommit(db),
      concurrency: pace.concurrency,
      turn: createTurns(pace.spaceMs, sleep, () => session.clock.monotonic()),
    };
    let finish: () => void = () => undefined;
    const now: Now = {
      jobId: '',
      gate: null,
      givenUp: new Set(),
      client: null,
      ended: new Promise<void>((resolve) => {
        finish = resolve;
      }),
    };
    const job = session.jobs.start('rescue', async (run: JobRun) => {
      const heartbeat = setInterval(() => session.changed('rescue.changed', []), 500);
      try {
        lastFailure = null;
        const result = await runRescue(ports, run, order, {
          givenUp: now.givenUp,
          current: (employerId) => {
            now.client = employerId;
          },
          nextGate: () => {
            const random = given.random ?? Math.random;
            now.gate = createGate(session.clock, random, now.gate?.until() ?? null, given.firstPauseMs);
            return now.gate;
          },
        });
        const failure = result.ok ? null : result.failure;
        lastFailure = failure?.code === 'cancelled' ? null : failure;
        settle(order.runId, failure);
        return result;
      } finally {
        clearInterval(heartbeat);
        running = null;
        finish();
        session.changed('rescue.changed', []);
      }
    });
    if (!job.ok) return job;
    now.jobId = job.value.id;
    running = now;
    session.changed('rescue.changed', []);
    return ok({ jobId: job.value.id, clients: order.targets.length });
  };

  /** A stop leaves the run open to be gone on with; a service that said nothing is asked again later. */
  const settle = (runId: string, failure: Failure | null): void => {
    if (failure?.code === 'cancelled') return;
    const open = openRun(db);
    const until =
      failure === null || failure.code === 'serviceClosed' || open?.dueAt == null
        ? null
        : nextTry(session, open.startedAt);
    if (until !== null) setRun(db, runId, { waitUntil: until });
    else endRun(db, runId, session.clock.now().toISOString(), failure);
  };

  const startRun = async (wanted: Wanted, targets: Prepared['targets']): Promise<Result<Started>> => {
    const { years, again } = wanted;
    const prepared = await attemptInSlices(db, prepareRun(session, targets, wanted));
    if (!prepared.ok) return prepared;
    const { runId } = prepared.value;
    // What another run over all had left is part of this one; beside the reading of one client it waits to be gone on with.
    const before = wanted.employerId === null ? openBefore(db, runId) : null;
    if (before !== null) endRun(db, before.id, session.clock.now().toISOString(), null);
    return begin({ runId, targets: prepared.value.targets, years, listAgain: again === 'all' });
  };

  const refusal = (): Result<never> | null => {
    if (!mayAsk(session)) return fail('stateNotAllowed', { details: { reason: 'addressNotConfirmed' } });
    return running === null
      ? null
      : fail('stateNotAllowed', { retry: 'safe', details: { jobId: running.jobId } });
  };

  const resume = async (byItself: boolean): Promise<Result<Started>> => {
    const refused = refusal();
    if (refused !== null) return refused;
    const open = openRun(db);
    if (open === null) {
      const left = new Set(clientsLeft(db));
      const targets = targetsOf(db, (id) => left.has(id));
      return targets.length === 0
        ? fail('nothingToSend')
        : startRun({ employerId: null, which: 'all', years: allYears, again: 'none' }, targets);
    }
    const order = runClientsLeft(db, open.id);
    const known = new Map(targetsOf(db, () => true).map((target) => [target.employerId, target]));
    const targets = order.flatMap((id) => known.get(id) ?? []);
    const at = session.clock.now().toISOString();
    if (targets.length === 0) {
      endRun(db, open.id, at, null);
      return fail('nothingToSend');
    }
    setRun(db, open.id, { paused: false, waitUntil: null, ...(byItself ? { resumedAt: at } : {}) });
    return begin({ runId: open.id, targets, years: open.years, listAgain: open.again === 'all' });
  };

  return {
    async start(input) {
      const refused = refusal();
      if (refused !== null) return refused;
      const targets = wantedTargets(db, route, input);
      const [only] = targets;
      if (only === undefined) return fail(input.employerId === null ? 'nothingToSend' : 'notFound');
      const way = input.employerId === null ? ok({}) : route(only.employerId);
      if (!way.ok) return way;
      return startRun(input, targets);
    },
    resume: () => resume(false),
    async runDue() {
      if (running !== null || !mayAsk(session)) return ok({ started: false });
      const due = dueWork(session);
      if (due === null) return ok({ started: false });
      if (due === 'goOn') return ok({ started: (await resume(true)).ok });
      const plan = plannedRun(db);
      if (plan === null) return ok({ started: false });
      const wanted = { employerId: null, which: 'all', years: plan.years, again: plan.again } as const;
      const started = await startRun({ ...wanted, plannedId: plan.id }, wantedTargets(db, route, wanted));
      // Nothing was left to ask when its hour came: the plan is done, and says so.
      if (!started.ok) endRunNow(plan.id, started.failure);
      return ok({ started: started.ok });
    },
    pause() {
      const open = openRun(db);
      if (running === null || open === null) return ok({});
      setRun(db, open.id, { paused: true });
      session.jobs.cancel(running.jobId);
      return ok({});
    },
    async cancel(employerId) {
      const now = running;
      if (now !== null && employerId === null) {
        session.jobs.cancel(now.jobId);
        await now.ended;
      } else if (now !== null && employerId !== null) {
        now.givenUp.add(employerId);
        // The one being read ends first; what was under way is still answered.
        while (running === now && now.client === employerId) await sleep(20);
      }
      return giveUp(session, employerId);
    },
    now: () => ({
      jobId: running?.jobId ?? null,
      waitUntil: running?.gate?.until()?.toISOString() ?? null,
      lastFailure,
      employerId: running?.client ?? null,
    }),
  };

  function endRunNow(runId: string, failure: Failure): void {
    attempt(db, () => {
      const at = session.clock.now().toISOString();
      endRun(db, runId, at, failure.code === 'nothingToSend' ? null : failure);
      return ok(undefined);
    });
    session.changed('rescue.changed', []);
  }
}
