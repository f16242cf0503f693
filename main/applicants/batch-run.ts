// Asks for a list of applicants, one after the other, as long work: every row stands on disk before the first leaves, so that a stop or a
// kill loses nothing and nobody is asked for twice.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { type FailureCode, fail, ok, type Result } from '../../preload/contract/result.ts';
import { isRefused, longestLabel } from '../../preload/rules/applicants/check-batch.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { judged } from './batch-facts.ts';
import { findBatch, insertBatch, insertWaiting, putBack, unsettledOf } from './batch-store.ts';
import { serviceInstant } from './service-clock.ts';

/** Asks for one row that stands as `waiting`, or finds out what became of one whose answer was lost. */
export type AskWaiting = (
  session: Session,
  requestId: string,
  signal: AbortSignal,
) => Promise<Result<{ outcome: string }>>;

/** Failures: notFound, refusedByRule (`details.rows`), routeMissing, stateNotAllowed (`details.jobId`). */
export function startBatch(
  session: Session,
  ask: AskWaiting,
  input: HandlerInput<'applicantBatch.start'>,
): Result<HandlerOutput<'applicantBatch.start'>> {
  const { db, ids, clock } = session;
  const busy = underWay(session);
  if (busy !== null) return busy;
  const rows = judged(session, input, input.rows);
  if (!rows.ok) return rows;
  const refused = rows.value.filter(isRefused).length;
  if (refused > 0) return fail('refusedByRule', { details: { rows: refused } });
  const enterpriseNumber = findEmployer(db, input.employerId)?.enterpriseNumber ?? '';
  if (enterpriseNumber === '') return fail('routeMissing');
  const [batchId, at] = [ids.newId(), clock.now().toISOString()];
  const actor = session.actor();
  const askedBy = (actor.name === '' ? actor.osAccount : actor.name).slice(0, 120);
  const { employerId, name, dataSets, as: askedAs } = input;
  const kept = attempt<Record<string, never>>(db, () => {
    // A name of nothing but signs that do not show is named by its day.
    insertBatch(db, {
      id: batchId,
      employerId,
      name: plainWords(name, 120) || at.slice(0, 10),
      createdAt: at,
    });
    for (const [place, { label, insz, language }] of rows.value.entries())
      insertWaiting(db, {
        ...{ id: ids.newId(), clientReference: ids.newId(), batchId, line: place + 1 },
        ...{
          employerId,
          enterpriseNumber,
          askedAs,
          dataSets,
          language,
          label: plainWords(label, longestLabel),
          insz,
        },
        ...{ askedBy, askedAt: serviceInstant(session) },
      });
    recordAct(session, {
      employerId,
      kind: 'applicantBatch.started',
      subject: { kind: 'applicantBatch', id: batchId },
      summary: String(rows.value.length),
      payload: { requests: rows.value.length, dataSets },
    });
    return ok({});
  });
  if (!kept.ok) return kept;
  session.changed('applicant.changed', []);
  const job = session.jobs.start('applicantBatch', (run) => askAll(session, ask, batchId, run));
  return job.ok ? ok({ batchId, jobId: job.value.id }) : job;
}

/**
 * Only when a person says so: a request counts for the day on which it is made. Failures: notFound, nothingToSend, stateNotAllowed.
 */
export function resumeBatch(
  session: Session,
  ask: AskWaiting,
  batchId: string,
): Result<HandlerOutput<'applicantBatch.resume'>> {
  const busy = underWay(session);
  if (busy !== null) return busy;
  if (findBatch(session.db, batchId) === null) return fail('notFound');
  if (unsettledOf(session.db, batchId).length === 0) return fail('nothingToSend');
  const job = session.jobs.start('applicantBatch', (run) => askAll(session, ask, batchId, run));
  return job.ok ? ok({ jobId: job.value.id }) : job;
}

/** The failure while a list is being asked. */
export function underWay({ jobs }: Pick<Session, 'jobs'>): ReturnType<typeof fail> | null {
  const running = jobs.list().find(({ kind, state }) => kind === 'applicantBatch' && state === 'running');
  return running === undefined
    ? null
    : fail('stateNotAllowed', { retry: 'safe', details: { jobId: running.id } });
}

/** What stands in the way of every row alike: the rest waits until it is mended. */
const ofAll: ReadonlySet<FailureCode> = new Set<FailureCode>([
  ...([
    'offline',
    'timeout',
    'nameNotResolved',
    'connectionRefused',
    'tlsNotTrusted',
    'proxyRefused',
  ] as const),
  ...(['serviceUnavailable', 'tooManyRequests', 'unexpectedAnswer', 'serviceClosed', 'clockSkew'] as const),
  ...(['accountMissing', 'clientIdInvalid', 'clientRefused', 'scopeRefused', 'tokenExpired'] as const),
  ...(['permissionMissing', 'mandateMissing', 'circleNotAccepted', 'routeMissing', 'entryMissing'] as const),
  ...(['keychainMissing', 'keychainLocked', 'keychainDenied', 'certificateNotUsable'] as const),
  ...(['environmentUnknown', 'diskFull', 'databaseBusy', 'internal'] as const),
]);

async function askAll(
  session: Session,
  ask: AskWaiting,
  batchId: string,
  run: JobRun,
): Promise<Result<Record<string, never>>> {
  const rows = unsettledOf(session.db, batchId);
  const known = new Set(rows.map(({ id }) => id));
  run.progress(0, rows.length);
  for (const [at, { id }] of rows.entries()) {
    const asked = await patiently(() => ask(session, id, run.signal), run.signal);
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
    if (!asked.ok && ofAll.has(asked.failure.code)) {
      attempt(session.db, () => ok(putBack(session.db, id)));
      session.changed('applicant.changed', []);
      return asked;
    }
    // What could not be read of all that was wanted waits as a row of its own.
    if (asked.ok && asked.value.outcome === 'read') {
      const more = unsettledOf(session.db, batchId).filter((one) => !known.has(one.id));
      for (const one of more) known.add(one.id);
      rows.push(...more);
    }
    run.progress(at + 1, rows.length);
  }
  session.changed('applicant.changed', []);
  return ok({});
}

/** Seconds between two tries where the service does not say how long to wait. */
const pauses = [2, 5, 15, 30];
/** Seconds: who is told to wait longer goes on later by hand. */
const longestPause = 600;

/** Tries again after the pause that the service asks for, as nothing came of the row yet. */
async function patiently<T>(work: () => Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  for (let round = 0; ; round += 1) {
    const done = await work();
    if (done.ok || (done.failure.code !== 'tooManyRequests' && done.failure.code !== 'serviceUnavailable'))
      return done;
    const said = done.failure.details?.['retryAfterSeconds'];
    const seconds = typeof said === 'number' ? said : pauses[round];
    if (seconds === undefined || seconds > longestPause || signal.aborted) return done;
    await pause(seconds * 1_000, signal);
    if (signal.aborted) return done;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
