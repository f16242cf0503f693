// One attempt at one worker-year: read what stands at the service, freeze the request, send it, write down the answer. After
// a lost answer the service is asked first, and at most the very same request is sent again.
import { type Failure, fail } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { askRegister } from '../register/allowing/allowing-line.ts';
import { type FlaCall, type FlaOutcome, readSet, replaceSet, type SetResult } from '../training/fla-api.ts';
import type { FlaRefusal } from '../training/fla-problem.ts';
import type { WireTraining } from '../training/fla-wire.ts';
import { addressOf, type Connection, type Connections } from './connection.ts';
import { allowingOf, freezeRequest, leave } from './freeze-request.ts';
import type { GroupCommit } from './group-commit.ts';
import { findItem } from './item-store.ts';
import { noteDifference } from './look-again.ts';
import { type AddressedItem, type FrozenRequest, frozenOf } from './outbox-item.ts';
import type { CallKind } from './patience.ts';
import { askDecision, markUnknown, putBack, refuseItem } from './put-back.ts';
import { readBack } from './read-back.ts';
import { settleItem } from './settle-item.ts';

export type Ports = {
  session: Session;
  commits: GroupCommit;
  connections: Connections;
  sleep(ms: number): Promise<void>;
};
export type SendEnd =
  | { kind: 'done' }
  /** Everybody waits; the item is back in the queue. */
  | { kind: 'wait'; failure: Failure; retryAt: Date | null }
  | { kind: 'offline'; failure: Failure }
  | { kind: 'stop'; failure: Failure }
  /** This item alone cannot be sent at present. */
  | { kind: 'skip'; failure: Failure };

/** Fresh tokens for one call: the first may end as it is used. */
const mostRenewals = 2;
/** Times the service is asked after a lost answer, and times the same request leaves in one attempt. */
const mostReadings = 3;
const mostRequests = 3;
const done: SendEnd = { kind: 'done' };

export async function sendWorkerYear(ports: Ports, itemId: string): Promise<SendEnd> {
  const { session, commits } = ports;
  const item = findItem(session.db, 'all', itemId);
  if (item === null || (item.state !== 'ready' && item.state !== 'unknown')) return done;
  // What left before is only followed; anything new asks the register first.
  const allowed = item.state === 'ready' ? askRegister(session, allowingOf(item)) : null;
  if (allowed?.ok === false) return skip(ports, item, allowed.failure);
  const opened = ports.connections.of(item);
  if (!opened.ok) return skip(ports, item, opened.failure);
  const connection = opened.value;
  const shown = await read(connection, session, item, 1);
  if (shown.kind !== 'answer') return notRead(ports, item, shown);
  const frozen = frozenOf(item);
  if (frozen !== null) return again(ports, connection, item, shown, 0);
  const made = await commits.commit(() => {
    const result = freezeRequest(session, itemId, shown.value);
    if (result.kind === 'decide') askDecision(session, itemId, changedElsewhere);
    return result;
  });
  if (made.kind !== 'frozen') return done;
  const version = shown.version ?? null;
  return put(ports, connection, item, { request: made.request, version, times: 1, earlier: false });
}

const changedElsewhere = fail('conflict', { details: { reason: 'changedByOthers' } }).failure;

/**
 * `version`: the service's mark of the set that was read; it then takes the request only if that still stands there.
 * `earlier`: the same request left before and may have taken effect, so it stays frozen whatever happens now.
 */
type Sending = { request: FrozenRequest; version: string | null; times: number; earlier: boolean };

async function put(
  ports: Ports,
  connection: Connection,
  item: AddressedItem,
  sending: Sending,
): Promise<SendEnd> {
  const { session, commits } = ports;
  const { request, version } = sending;
  const outcome = await patiently(connection, session, 'replacing', sending.times, (call) =>
    replaceSet(call, addressOf(session, item), request.body, version),
  );
  if (outcome.kind === 'answer') {
    const results = answersFor(request, outcome.value);
    if (results !== null) {
      await commits.commit(() =>
        settleItem(session, item.id, { how: 'answered', text: outcome.text, results }),
      );
      if (version === null) await lookAgain(ports, connection, item, request);
      return done;
    }
  }
  if (outcome.kind === 'answer' || outcome.kind === 'unknown') {
    const failure =
      outcome.kind === 'unknown' ? outcome.failure : fail('unexpectedAnswer', { retry: 'unknown' }).failure;
    await commits.commit(() => markUnknown(session, item.id, failure));
    return resolveLost(ports, connection, item, sending.times);
  }
  return notTaken(ports, item, outcome, sending.earlier);
}

/**
 * A service without marks may have been given something between our reading and our request: what it shows now is held
 * against what was sent. It changes nothing, so a reading that fails is left at that.
 */
async function lookAgain(
  { session, commits }: Ports,
  connection: Connection,
  item: AddressedItem,
  request: FrozenRequest,
): Promise<void> {
  const shown = await calling(connection, session, (call) => readSet(call, addressOf(session, item)));
  if (shown.kind === 'answer')
    await commits.commit(() => noteDifference(session, item.id, request, shown.value));
}

/** Asks at once what became of it; stays unknown when the service does not say. */
async function resolveLost(
  ports: Ports,
  connection: Connection,
  item: AddressedItem,
  requests: number,
): Promise<SendEnd> {
  let end: SendEnd = done;
  for (let reading = 0; reading < mostReadings; reading += 1) {
    if (reading > 0) await ports.sleep(200 * 2 ** reading);
    const shown = await read(connection, ports.session, item, reading + 1);
    if (shown.kind === 'answer') return again(ports, connection, item, shown, requests);
    const { failure } = shown;
    if (shown.kind === 'stop' || shown.kind === 'refused') return { kind: 'skip', failure };
    if (shown.kind === 'notSent') end = { kind: 'offline', failure };
    else end = { kind: 'wait', failure, retryAt: shown.kind === 'wait' ? shown.retryAt : null };
  }
  return end;
}

/** With a frozen request and a fresh reading: settled, sent again unchanged, or left to a person. */
async function again(
  ports: Ports,
  connection: Connection,
  item: AddressedItem,
  shown: { value: WireTraining[]; text: string; version?: string },
  requests: number,
): Promise<SendEnd> {
  const { session, commits } = ports;
  const next = await commits.commit(() => {
    const read = readBack(session, item.id, shown.value, shown.text);
    if (read.kind !== 'untouched' || requests >= mostRequests) return null;
    return leave(session, item.id, read.request) ? read.request : null;
  });
  return next === null
    ? done
    : put(ports, connection, item, {
        request: next,
        version: shown.version ?? null,
        times: requests + 1,
        earlier: true,
      });
}

const read = (connection: Connection, session: Session, item: AddressedItem, times: number) =>
  patiently(connection, session, 'reading', times, (call) => readSet(call, addressOf(session, item)));

/** `times`: which attempt at this record it is. */
async function patiently<T>(
  connection: Connection,
  session: Session,
  kind: CallKind,
  times: number,
  act: (call: FlaCall) => Promise<FlaOutcome<T>>,
): Promise<FlaOutcome<T>> {
  const patience = connection.patience.of(kind, times);
  const outcome = await calling(connection, session, (call) => act({ ...call, patience }));
  const gaveUp = outcome.kind === 'unknown' && outcome.failure.details?.['reason'] === 'timeout';
  if (outcome.kind !== 'notSent') connection.patience.ended(kind, !gaveUp);
  return outcome;
}

/** One call with a token, and again with a fresh one when the service no longer takes it. */
export async function calling<T>(
  connection: Connection,
  session: Session,
  act: (call: FlaCall) => Promise<FlaOutcome<T>>,
): Promise<FlaOutcome<T>> {
  let refused: string | undefined;
  for (let renewals = 0; ; renewals += 1) {
    const token = await connection.token(refused);
    if (!token.ok) return tokenFailed(token.failure, session.clock.now());
    const outcome = await act({
      http: session.http,
      token: token.value,
      now: session.clock.now(),
      traceId: crypto.randomUUID(),
    });
    if (outcome.kind !== 'token' || renewals === mostRenewals) return outcome;
    refused = token.value.reveal();
  }
}

const offlineCodes = new Set<Failure['code']>([
  'offline',
  'timeout',
  'nameNotResolved',
  'connectionRefused',
  'proxyRefused',
  'tlsNotTrusted',
]);
/** An answer that is no token may be a page of something on the way: it ends by itself, or the pauses end the run. */
const waitCodes = new Set<Failure['code']>([
  'serviceUnavailable',
  'tooManyRequests',
  'unexpectedAnswer',
  'conflict',
]);

/** Without a token nothing left: the network, a pause of the service, or something a person must mend. */
function tokenFailed(failure: Failure, now: Date): FlaOutcome<never> {
  if (offlineCodes.has(failure.code)) return { kind: 'notSent', failure };
  if (waitCodes.has(failure.code)) {
    const seconds = failure.details?.['retryAfterSeconds'];
    const retryAt = typeof seconds === 'number' ? new Date(now.getTime() + seconds * 1_000) : null;
    return { kind: 'wait', failure, retryAt, mayHaveHappened: false };
  }
  return { kind: 'stop', failure };
}

/** The reading failed: nothing was sent, whatever the reason. */
function notRead(
  ports: Ports,
  item: AddressedItem,
  outcome: Exclude<FlaOutcome<never>, { kind: 'answer' }>,
): Promise<SendEnd> {
  const frozen = item.request_body !== null;
  if (outcome.kind === 'refused')
    return frozen ? skip(ports, item, outcome.failure) : notTaken(ports, item, outcome, frozen);
  if (outcome.kind !== 'unknown') return notTaken(ports, item, outcome, frozen);
  const { failure } = fail('serviceUnavailable', { retry: 'safe', traceId: outcome.failure.traceId });
  return notTaken(ports, item, { kind: 'wait', failure, retryAt: null, mayHaveHappened: false }, frozen);
}

/** Nothing was taken in: back to the queue, or refused as a whole. */
async function notTaken(
  ports: Ports,
  item: AddressedItem,
  outcome: { kind: 'notSent'; failure: Failure } | Exclude<FlaRefusal, { kind: 'unknown' }>,
  earlier: boolean,
): Promise<SendEnd> {
  const { session, commits } = ports;
  const { failure } = outcome;
  if (outcome.kind === 'refused') {
    await commits.commit(() => refuseItem(session, item.id, failure, outcome.issues));
    return done;
  }
  const nextAttemptAt = outcome.kind === 'wait' ? outcome.retryAt : null;
  const mayHaveHappened = earlier || (outcome.kind === 'wait' && outcome.mayHaveHappened);
  await commits.commit(() => putBack(session, item.id, { failure, nextAttemptAt, mayHaveHappened }));
  if (outcome.kind === 'notSent') return { kind: 'offline', failure };
  return outcome.kind === 'wait'
    ? { kind: 'wait', failure, retryAt: nextAttemptAt }
    : { kind: 'stop', failure };
}

async function skip(ports: Ports, item: AddressedItem, failure: Failure): Promise<SendEnd> {
  await ports.commits.commit(() =>
    putBack(ports.session, item.id, { failure, nextAttemptAt: null, mayHaveHappened: false }),
  );
  return { kind: 'skip', failure };
}

/** By reference; null when it is not one result for each that was sent: then it is no answer to this request. */
function answersFor(request: FrozenRequest, results: readonly SetResult[]): Map<string, SetResult> | null {
  const byReference = new Map(results.map((result) => [result.externalReference, result]));
  const sent = (JSON.parse(request.body) as { trainings: WireTraining[] }).trainings;
  const fits = results.length === sent.length && byReference.size === sent.length;
  return fits && sent.every((training) => byReference.has(training.externalReference)) ? byReference : null;
}
