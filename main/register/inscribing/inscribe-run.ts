// Inscribes, as long work, every line that the service is not known to have: one question after the other, each kept with its answer, so
// that a stop or a kill loses nothing. What was answered is not asked again.
import { type Failure, fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { isClosing } from '../../platform/closing.ts';
import { attempt } from '../../platform/database.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import type { AuthenticSource } from '../authentic-source.ts';
import { couldNotAnswer } from '../source-answer.ts';
import { countToAsk, linesToAsk, sumOf } from './count-lines.ts';
import { finding, type Inscribed, inscribeLine, keepRefusal } from './inscribe-line.ts';
import { sweepRefusals } from './refused-store.ts';
import { beginRun, endRun, readRun, setTotal } from './run-store.ts';

export type InscribingPorts = {
  /** Null: no connection is on. */
  source(signal: AbortSignal): Pick<AuthenticSource, 'insert'> | null;
  pause(ms: number, signal: AbortSignal): Promise<void>;
};

/** Seconds before a line is asked about again that could not be answered. */
const pauses = [1, 5, 15];
/** So many lines in a row without an answer: it is not the line. */
const mostUnanswered = 3;
/** Pages read again after so many lines. */
const toldEvery = 50;

export const underWay = ({ jobs }: Pick<Session, 'jobs'>): string | null =>
  jobs.list().find(({ kind, state }) => kind === 'registerInscribing' && state === 'running')?.id ?? null;

/** Failures: stateNotAllowed (no connection, or it is under way), nothingToSend. */
export async function startInscribing(
  session: Session,
  again: boolean,
  ports: InscribingPorts,
): Promise<Result<{ jobId: string }>> {
  const running = underWay(session);
  if (running !== null) return fail('stateNotAllowed', { details: { jobId: running } });
  if (ports.source(new AbortController().signal) === null)
    return fail('stateNotAllowed', { details: { reason: 'connectorOff' } });
  if (sumOf(await countToAsk(session, { again }, 0)) === 0) return fail('nothingToSend');
  const { name, osAccount } = session.actor();
  const begun = attempt(session.db, () => {
    sweepRefusals(session.db);
    const by = (name || osAccount).slice(0, 200);
    beginRun(session.db, { at: session.clock.now().toISOString(), by, again });
    return ok({});
  });
  return begun.ok ? goOn(session, ports) : begun;
}

/** What was under way when the app ended. */
export function goOn(session: Session, ports: InscribingPorts): Result<{ jobId: string }> {
  const job = session.jobs.start('registerInscribing', (run) => inscribeAll(session, ports, run));
  return job.ok ? ok({ jobId: job.value.id }) : job;
}

async function inscribeAll(session: Session, ports: InscribingPorts, run: JobRun): Promise<Result<unknown>> {
  const ended = await askAll(session, ports, run);
  // The app closes: it goes on at the next start.
  if (!session.db.open || isClosing(run.signal)) return ended;
  attempt(session.db, () => {
    const stopped = run.signal.aborted || ended.ok ? null : ended.failure.code;
    endRun(session.db, ended.ok ? 'done' : 'stopped', stopped);
    const { total = 0, inscribed = 0, already = 0, refused = 0 } = readRun(session.db) ?? {};
    recordAct(session, {
      ...{ employerId: null, kind: 'register.inscribed', summary: String(inscribed) },
      payload: { lines: total, inscribed, already, refused },
      ...(ended.ok ? {} : { result: 'failed' as const }),
    });
    return ok({});
  });
  session.changed('register.changed');
  return ended;
}

async function askAll(session: Session, ports: InscribingPorts, run: JobRun): Promise<Result<unknown>> {
  const before = readRun(session.db);
  if (before === null) return fail('notFound');
  let done = before.inscribed + before.already + before.refused;
  const which = { again: before.again, since: before.startedAt };
  const total = done + sumOf(await countToAsk(session, which));
  if (!session.db.open) return fail('cancelled', { retry: 'safe' });
  setTotal(session.db, total);
  run.progress(done, total);
  session.changed('register.changed');
  const source = ports.source(run.signal);
  if (source === null) return fail('stateNotAllowed', { details: { reason: 'connectorOff' } });
  let unanswered = 0;
  const refusedTypes = new Set<string>();
  for (const line of linesToAsk(session, which)) {
    if (line === null) {
      await new Promise((resolve) => setImmediate(resolve));
      if (run.signal.aborted || !session.db.open) return fail('cancelled', { retry: 'safe' });
      continue;
    }
    const ask = () => inscribeLine(session, source, line, refusedTypes);
    const became = await patiently(ports, ask, run.signal);
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
    if (!became.ok) {
      unanswered += 1;
      if (unanswered >= mostUnanswered || !isOfOne(became.failure)) return became;
      const kept = keepRefusal(session, line, finding(session, line, became.failure, false));
      if (!kept.ok) return kept;
    } else unanswered = 0;
    done += became.ok && became.value === 'gone' ? 0 : 1;
    run.progress(done, Math.max(total, done));
    if (done % toldEvery === 0) session.changed('register.changed');
  }
  return ok({});
}

/** An answer came that says nothing about this line: another one may fare better. */
const isOfOne = ({ code, details }: Failure): boolean =>
  code === 'unexpectedAnswer' || (code === 'serviceUnavailable' && details?.['code'] !== undefined);

/** Asking again is safe: days that are there already stay as they are. */
async function patiently(
  { pause }: InscribingPorts,
  ask: () => Promise<Result<Inscribed>>,
  signal: AbortSignal,
): Promise<Result<Inscribed>> {
  for (let round = 0; ; round += 1) {
    const became = await ask();
    const seconds = pauses[round];
    if (became.ok || !couldNotAnswer(became.failure) || seconds === undefined || signal.aborted)
      return became;
    await pause(seconds * 1_000, signal);
    if (signal.aborted) return became;
  }
}
