// Runs through clients: first everybody's list of workers, so that the size of the work is known, then worker-year by
// worker-year, several at once, until nothing is left, somebody stops it, or the service says that it is over.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { flaContract } from '../training/fla-api.ts';
import { hashOf } from './answer-store.ts';
import { askYear } from './ask-year.ts';
import { listWorkers } from './list-workers.ts';
import type { RescuePorts, RescueTarget } from './rescue-ports.ts';
import { failWaiting, findClient, setClientFailure, yearsOf, yearsToAsk } from './rescue-store.ts';

export type RescueOrder = {
  targets: readonly RescueTarget[];
  years: readonly number[];
  /** Ask for the list of workers again, also where it was given. */
  listAgain: boolean;
};

/** Times a list of workers that cannot be read is asked for. */
const mostListTries = 4;
/** Longest sleep in one piece, so that a stopped run is noticed. */
const napMs = 250;

export async function runRescue(
  ports: RescuePorts,
  run: JobRun,
  { targets, years, listAgain }: RescueOrder,
): Promise<Result<unknown>> {
  const { session, gate } = ports;
  const mustEnd = (): boolean => run.signal.aborted || gate.ended() !== null;
  const open: RescueTarget[] = [];
  for (const target of targets) {
    if (mustEnd()) break;
    if (await listed(ports, target, years, listAgain, mustEnd)) open.push(target);
  }
  const work = open.map((target) => ({ target, ids: yearsToAsk(session.db, target.employerId) }));
  const total = work.reduce((sum, { ids }) => sum + ids.length, 0);
  let finished = 0;
  const step = (): void => {
    finished += 1;
    run.progress(finished, total);
  };
  run.progress(0, total);
  for (const { target, ids } of work) {
    if (mustEnd()) break;
    await askClient(ports, target, ids, mustEnd, step);
    noteEnd(session, target);
  }
  const failure = gate.ended();
  if (failure !== null) {
    // What the service itself ended is told at every client that still waits for it.
    if (failure.code === 'serviceClosed')
      for (const { employerId } of targets) setClientFailure(session.db, employerId, failure);
    return { ok: false, failure };
  }
  return run.signal.aborted ? fail('cancelled', { retry: 'safe' }) : ok({});
}

async function pausing(ports: RescuePorts): Promise<boolean> {
  const until = ports.gate.until();
  if (until === null) return false;
  await ports.sleep(Math.min(napMs, Math.max(1, until.getTime() - ports.session.clock.now().getTime())));
  return true;
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
      return true;
    }
    const { failure } = end;
    if (end.kind === 'stop') gate.stop(failure);
    else if (end.kind === 'wait') gate.pause(failure, end.retryAt);
    else if (end.kind === 'notSent') gate.offline(failure);
    else if (end.kind === 'refused' || tries >= mostListTries) {
      setClientFailure(session.db, employerId, failure);
      failWaiting(session.db, employerId, failure);
      noteEnd(session, target);
      return false;
    } else tries += 1;
  }
  return false;
}

async function askClient(
  ports: RescuePorts,
  target: RescueTarget,
  ids: readonly string[],
  mustEnd: () => boolean,
  step: () => void,
): Promise<void> {
  const connection = ports.connections.of({
    employer_id: target.employerId,
    enterprise_number: target.enterpriseNumber,
  });
  if (!connection.ok) return;
  const queue = [...ids];
  const held: Parameters<typeof askYear>[4] = new Map();
  let under = 0;
  const worker = async (): Promise<void> => {
    while (!mustEnd()) {
      if (await pausing(ports)) continue;
      const id = queue.shift();
      if (id === undefined) {
        // Others may still put theirs back.
        if (under === 0) return;
        await ports.sleep(20);
        continue;
      }
      under += 1;
      const end = await askYear(ports, connection.value, target, id, held).finally(() => {
        under -= 1;
      });
      if (end.kind === 'later') queue.push(id);
      else step();
    }
  };
  const workers = Math.min(ports.concurrency, Math.max(1, ids.length));
  const ends = await Promise.allSettled(Array.from({ length: workers }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** One event for the client: what was asked and found, and one hash over all answers. */
function noteEnd(session: Session, { employerId, name }: RescueTarget): void {
  const years = yearsOf(session.db, employerId);
  const count = (...states: string[]): number => years.filter(({ state }) => states.includes(state)).length;
  const answered = years.flatMap(({ id, answerHash }) =>
    answerHash === null ? [] : [`${id} ${answerHash}`],
  );
  const records = years.reduce((sum, year) => sum + year.records, 0);
  const failed = count('failed');
  const waiting = count('waiting', 'asked');
  attempt(session.db, () => {
    recordAct(session, {
      employerId,
      kind: 'rescue.answered',
      subject: { kind: 'employer', id: employerId },
      result: failed + waiting > 0 ? 'failed' : 'done',
      contract: flaContract,
      summary: name,
      payload: {
        workerYears: years.length,
        found: count('found'),
        empty: count('empty'),
        failed,
        waiting,
        records,
        answersHash: hashOf(answered.toSorted().join('\n')),
      },
    });
    return ok({});
  });
  session.changed('rescue.changed', [employerId]);
}
