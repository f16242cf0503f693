// The rescue of one open environment: what runs now, and starting, pausing, resuming and giving up.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { firstRescueYear, lastRescueYear } from '../../preload/contract/rescue.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { employersForTable } from '../employers/route-table-store.ts';
import { recordAct } from '../history/record-act.ts';
import { createConnections } from '../outbox/connection.ts';
import { createGroupCommit } from '../outbox/group-commit.ts';
import { createGate } from '../outbox/queue-gate.ts';
import { sendingRoute } from '../outbox/sending-route.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { addRegisterLines } from './list-workers.ts';
import { createTurns, type RescueOptions, type RescueTarget } from './rescue-ports.ts';
import {
  askAgain,
  clientsLeft,
  dropWaiting,
  findClient,
  setClientFailure,
  yearsToAsk,
} from './rescue-store.ts';
import { type RescueOrder, runRescue } from './run-rescue.ts';

export type Rescue = {
  start(input: HandlerInput<'rescue.start'>): Promise<Result<{ jobId: string; clients: number }>>;
  resume(): Result<{ jobId: string; clients: number }>;
  pause(): Result<Record<string, never>>;
  cancel(employerId: string | null): Promise<Result<{ dropped: number }>>;
  now(): Pick<HandlerOutput<'rescue.status'>, 'jobId' | 'waitUntil' | 'lastFailure'>;
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
  let running: { jobId: string; until: () => Date | null; ended: Promise<void> } | null = null;
  let lastFailure: Failure | null = null;

  const begin = (order: RescueOrder): Result<{ jobId: string; clients: number }> => {
    const pace = { ...paceIn(session), ...given };
    const gate = createGate(session.clock, given.random ?? Math.random, null, given.firstPauseMs);
    const ports = {
      session,
      route,
      sleep,
      gate,
      connections: createConnections(given.tokens ?? tokenSource(session), route),
      commits: createGroupCommit(db),
      concurrency: pace.concurrency,
      turn: createTurns(pace.spaceMs, sleep, () => session.clock.monotonic()),
    };
    let finish: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const job = session.jobs.start('rescue', async (run: JobRun) => {
      const heartbeat = setInterval(() => session.changed('rescue.changed', []), 500);
      try {
        lastFailure = null;
        const result = await runRescue(ports, run, order);
        lastFailure = result.ok || result.failure.code === 'cancelled' ? null : result.failure;
        return result;
      } finally {
        clearInterval(heartbeat);
        running = null;
        finish();
        session.changed('rescue.changed', []);
      }
    });
    if (!job.ok) return job;
    running = { jobId: job.value.id, until: gate.until, ended };
    session.changed('rescue.changed', []);
    return ok({ jobId: job.value.id, clients: order.targets.length });
  };

  const targetsOf = (wanted: (employerId: string) => boolean): RescueTarget[] =>
    employersForTable(db, '')
      .filter(({ id }) => wanted(id))
      .map(({ id, name, enterpriseNumber }) => ({ employerId: id, name, enterpriseNumber }));

  /** Puts a line in the queue for each worker-year of the register, and answers the clients that have any to ask. */
  function* preparing(
    targets: readonly RescueTarget[],
    { employerId, years, again }: HandlerInput<'rescue.start'>,
  ): Steps<Result<RescueTarget[]>> {
    const open: RescueTarget[] = [];
    for (const target of targets) {
      const id = target.employerId;
      yield* addRegisterLines(session, id, years);
      if (again !== 'none') askAgain(db, id, years, again);
      const known = findClient(db, id);
      // A client whose list was never given has work, even when the register knows no worker of it.
      if (
        known === null ||
        known.listedAt === null ||
        known.failure !== null ||
        yearsToAsk(db, id).length > 0
      )
        open.push(target);
    }
    if (open.length === 0) return fail('nothingToSend');
    for (const { employerId: id } of open) setClientFailure(db, id, null);
    recordAct(session, {
      employerId,
      kind: 'rescue.started',
      summary: targets[0]?.name ?? '',
      payload: { clients: open.length, years: years.join(' '), again },
    });
    return ok(open);
  }

  return {
    async start({ employerId, years, again }) {
      if (!mayAsk(session)) return fail('stateNotAllowed', { details: { reason: 'addressNotConfirmed' } });
      if (running !== null)
        return fail('stateNotAllowed', { retry: 'safe', details: { jobId: running.jobId } });
      const targets = targetsOf((id) => (employerId === null ? route(id).ok : id === employerId));
      const [only] = targets;
      if (only === undefined) return fail(employerId === null ? 'nothingToSend' : 'notFound');
      const way = employerId === null ? ok({}) : route(only.employerId);
      if (!way.ok) return way;
      const prepared = await attemptInSlices(db, preparing(targets, { employerId, years, again }));
      return prepared.ok ? begin({ targets: prepared.value, years, listAgain: again === 'all' }) : prepared;
    },
    resume() {
      if (!mayAsk(session)) return fail('stateNotAllowed', { details: { reason: 'addressNotConfirmed' } });
      const left = new Set(clientsLeft(db));
      const targets = targetsOf((id) => left.has(id));
      return targets.length === 0
        ? fail('nothingToSend')
        : begin({ targets, years: allYears, listAgain: false });
    },
    pause() {
      if (running !== null) session.jobs.cancel(running.jobId);
      return ok({});
    },
    async cancel(employerId) {
      const last = running;
      if (last !== null) {
        session.jobs.cancel(last.jobId);
        await last.ended;
      }
      const done = attempt<{ dropped: number }>(db, () => {
        const dropped = dropWaiting(db, scopeOf(employerId));
        if (dropped > 0)
          recordAct(session, {
            employerId,
            kind: 'rescue.dropped',
            summary: '',
            payload: { workerYears: dropped },
          });
        return ok({ dropped });
      });
      session.changed('rescue.changed', []);
      return done;
    },
    now: () => ({
      jobId: running?.jobId ?? null,
      waitUntil: running?.until()?.toISOString() ?? null,
      lastFailure,
    }),
  };
}
