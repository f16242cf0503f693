// Runs through clients one after another: the list of workers, then worker-year by worker-year, several at once. Each client
// ends in its own state; only somebody's stop, the end of the service or a service that answers nobody ends the run.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Gate } from '../outbox/queue-gate.ts';
import { noteAnswerOnMandate } from '../outbox/sending-route.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { askClient } from './ask-client.ts';
import { listWorkers } from './list-workers.ts';
import { noteEnd } from './note-end.ts';
import { pausing } from './pausing.ts';
import type { RescuePorts, RescueTarget } from './rescue-ports.ts';
import { failWaiting, findClient, setClientFailure, yearsToAsk } from './rescue-store.ts';
import { setRunClient } from './run-store.ts';

export type RescueOrder = {
  runId: string;
  targets: readonly RescueTarget[];
  years: readonly number[];
  /** Ask for the list of workers again, also where it was given. */
  listAgain: boolean;
};
export type Running = {
  /** A fresh gate for the next client; a pause that the service asked for holds for it too. */
  nextGate(): Gate;
  /** Clients that a person gave up in mid-run. */
  givenUp: ReadonlySet<string>;
  /** Says which client is being read. */
  current(employerId: string | null): void;
};
type Ports = Omit<RescuePorts, 'gate'>;

/** Times a list of workers that cannot be read is asked for. */
const mostListTries = 4;
/** Clients in a row of which the service said nothing at all: then it is the service, not the client. */
const mostSilent = 3;
/** The service as a whole, or the way to it. */
const ofService: ReadonlySet<Failure['code']> = new Set([
  'offline',
  'timeout',
  'nameNotResolved',
  'connectionRefused',
  'proxyRefused',
  'tlsNotTrusted',
  'serviceUnavailable',
  'tooManyRequests',
]);

/** Failures: cancelled; serviceClosed; what kept the service silent for several clients in a row. */
export async function runRescue(
  ports: Ports,
  run: JobRun,
  { runId, targets, years, listAgain }: RescueOrder,
  { nextGate, givenUp, current }: Running,
): Promise<Result<unknown>> {
  const { session } = ports;
  const { db } = session;
  const size = new Map(targets.map(({ employerId }) => [employerId, yearsToAsk(db, employerId).length]));
  const totalOf = (): number => [...size.values()].reduce((sum, one) => sum + one, 0);
  let finished = 0;
  run.progress(0, totalOf());
  const broken = new Map<string, Failure>();
  let silent: RescueTarget[] = [];
  for (const target of targets) {
    const { employerId } = target;
    if (run.signal.aborted) break;
    if (givenUp.has(employerId)) continue;
    current(employerId);
    setRunClient(db, runId, employerId, { state: 'running' });
    const route = ports.route(employerId);
    const known = route.ok ? broken.get(route.value.accountId) : undefined;
    const gate = nextGate();
    const mustEnd = (): boolean => run.signal.aborted || gate.ended() !== null || givenUp.has(employerId);
    if (known === undefined) {
      await readClient({ ...ports, gate }, target, { years, listAgain, mustEnd }, (toAsk) => {
        if (toAsk === null) finished += 1;
        else size.set(employerId, toAsk);
        run.progress(finished, totalOf());
      });
    } else setClientFailure(db, employerId, known);
    if (run.signal.aborted) {
      setRunClient(db, runId, employerId, { state: 'waiting' });
      break;
    }
    const stopped = gate.ended();
    if (stopped !== null) setClientFailure(db, employerId, stopped);
    endClient(session, runId, target, givenUp.has(employerId));
    if (stopped?.code === 'serviceClosed') return closedForAll(session, runId, targets, stopped);
    if (stopped === null) silent = [];
    else if (!ofService.has(stopped.code)) {
      // The account itself is refused: others that it speaks for are not asked about in vain.
      if (route.ok) broken.set(route.value.accountId, stopped);
    } else {
      silent.push(target);
      if (silent.length < Math.min(mostSilent, targets.length)) continue;
      for (const { employerId: id } of silent) setRunClient(db, runId, id, { state: 'waiting' });
      return { ok: false, failure: stopped };
    }
  }
  current(null);
  return run.signal.aborted ? fail('cancelled', { retry: 'safe' }) : ok({});
}

/** What the service itself ended is told at every client that still waits for it. */
function closedForAll(
  session: Session,
  runId: string,
  targets: readonly RescueTarget[],
  failure: Failure,
): Result<unknown> {
  for (const { employerId } of targets) {
    setClientFailure(session.db, employerId, failure);
    setRunClient(session.db, runId, employerId, {
      state: 'failed',
      failure,
      at: session.clock.now().toISOString(),
    });
  }
  return { ok: false, failure };
}

/** The end of one client, by what stands in its archive now. */
function endClient(session: Session, runId: string, target: RescueTarget, givenUp: boolean): void {
  const { db } = session;
  const { employerId } = target;
  const { failed, waiting, reason } = noteEnd(session, target);
  const failure = findClient(db, employerId)?.failure ?? reason;
  const state = givenUp ? 'givenUp' : failure !== null || failed + waiting > 0 ? 'failed' : 'done';
  const at = session.clock.now().toISOString();
  setRunClient(db, runId, employerId, { state, failure: givenUp ? null : failure, at });
  session.changed('rescue.changed', [employerId]);
}

type Reading = { years: readonly number[]; listAgain: boolean; mustEnd: () => boolean };

/** `step` with a number: so many worker-years are to be asked for; with null: one of them is done. */
async function readClient(
  ports: RescuePorts,
  target: RescueTarget,
  { years, listAgain, mustEnd }: Reading,
  step: (left: number | null) => void,
): Promise<void> {
  if (!(await listed(ports, target, years, listAgain, mustEnd))) return;
  const ids = yearsToAsk(ports.session.db, target.employerId);
  step(ids.length);
  await askClient(ports, target, ids, mustEnd, () => step(null));
}

/** True when the client's worker-years may be asked now. */
async function listed(
  ports: RescuePorts,
  target: RescueTarget,
  years: readonly number[],
  again: boolean,
  mustEnd: () => boolean,
): Promise<boolean> {
  const { session, gate } = ports;
  const { employerId } = target;
  const connection = ports.connections.of({
    employer_id: employerId,
    enterprise_number: target.enterpriseNumber === '' ? null : target.enterpriseNumber,
  });
  if (!connection.ok) {
    setClientFailure(session.db, employerId, connection.failure);
    return false;
  }
  const known = findClient(session.db, employerId);
  if (!again && known?.listedAt !== null && known?.failure === null) return true;
  for (let tries = 1; !mustEnd(); ) {
    if (await pausing(ports)) continue;
    const end = await listWorkers(ports, connection.value, target, years);
    if (end.kind === 'listed') {
      gate.succeeded();
      attempt(session.db, () => ok(noteAnswerOnMandate(session, employerId, 'confirmed')));
      return true;
    }
    const { failure } = end;
    if (end.kind === 'stop') gate.stop(failure);
    else if (end.kind === 'wait') gate.pause(failure, end.retryAt);
    else if (end.kind === 'notSent') gate.offline(failure);
    else if (end.kind === 'refused' || tries >= mostListTries) {
      attempt(session.db, () => {
        setClientFailure(session.db, employerId, failure);
        failWaiting(session.db, employerId, failure);
        if (failure.code === 'mandateMissing') noteAnswerOnMandate(session, employerId, 'refuted');
        return ok(undefined);
      });
      return false;
    } else tries += 1;
  }
  return false;
}
