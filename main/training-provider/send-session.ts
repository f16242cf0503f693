// Files a session: rules, frozen request, one call, the answer of each participant. The provider's own set under its own
// reference is replaced, so a lost answer is resolved by sending the very same body again.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderSession } from '../../preload/contract/training-provider.ts';
import { recordAct } from '../history/record-act.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import type { ClosedSession } from './closed-session.ts';
import { freezeSession } from './freeze-session.ts';
import { type ParticipantAnswer, providerContract, putSession } from './provider-api.ts';
import { moveSending, openSending } from './sending-store.ts';
import { connectionOf } from './session-connection.ts';
import { findSession, patchSession, type SessionRow } from './session-store.ts';
import { settleSession } from './settle-session.ts';
import { sessionOf } from './show-session.ts';

export type SendOptions = {
  /** Takes everybody off the session. */
  withdraw: boolean;
  confirmed: boolean;
  /** Of `provider.confirmClosed`, where the service takes nothing. */
  confirmation: string | null;
};
export type Sender = {
  send(id: string, options: SendOptions): Promise<Result<ProviderSession>>;
};
export type SenderPorts = { sleep: (ms: number) => Promise<void>; closed: ClosedSession };

/** Times the same request leaves in one act. */
const mostRequests = 3;

export function createSender(session: Session, ports: SenderPorts): Sender {
  const inFlight = new Set<string>();
  return {
    async send(id, options) {
      if (session.environment.kind === 'production' && !options.confirmed)
        return fail('stateNotAllowed', { details: { reason: 'notConfirmed' } });
      if (inFlight.has(id)) return fail('stateNotAllowed', { details: { reason: 'sending' } });
      inFlight.add(id);
      try {
        return await sendOne(session, ports, id, options);
      } finally {
        inFlight.delete(id);
        session.changed('provider.changed', [id]);
        session.changed('outbox.changed', []);
      }
    },
  };
}

/**
 * Failures: notFound, nothingToSend, stateNotAllowed, accountMissing, permissionMissing, refusedByRule, notSupportedHere,
 * closedNotConfirmed, notApproved.
 */
async function sendOne(
  session: Session,
  { sleep, closed }: SenderPorts,
  id: string,
  { withdraw, confirmation }: SendOptions,
): Promise<Result<ProviderSession>> {
  const row = findSession(session.db, id);
  if (row === null) return fail('notFound');
  const opened = connectionOf(session, row);
  if (!opened.ok) return opened;
  const { connection, baseUrl, provider } = opened.value;
  const allowed = closed.take(id, withdraw, confirmation);
  if (!allowed.ok) return allowed;
  const frozen = freezeSession(session, id, provider, { withdraw, ...allowed.value });
  if (!frozen.ok) return frozen;
  session.changed('provider.changed', [id]);
  // A request that is sent again after a lost answer may have taken effect long ago.
  let mayHaveHappened = row.state === 'unknown';
  let failure: Failure | null = null;
  for (let request = 0; request < mostRequests; request += 1) {
    if (request > 0) await sleep(200 * 2 ** request);
    const { body, reference } = frozen.value;
    const address = { baseUrl, provider: frozen.value.provider, externalReference: reference };
    const outcome = await calling(connection, session, (call) => putSession(call, address, body));
    if (outcome.kind === 'answer') {
      settleSession(session, id, outcome.value, outcome.text);
      return shown(session, id);
    }
    failure = outcome.failure;
    if (!isLost(outcome)) return notTaken(session, id, outcome, mayHaveHappened);
    mayHaveHappened = true;
  }
  return leftUnknown(session, id, failure);
}

const isLost = (outcome: Exclude<FlaOutcome<ParticipantAnswer[]>, { kind: 'answer' }>): boolean =>
  outcome.kind === 'unknown' || (outcome.kind === 'wait' && outcome.mayHaveHappened);

/** Not taken in. What may have happened before stays unknown, and its request frozen. */
function notTaken(
  session: Session,
  id: string,
  outcome: Exclude<FlaOutcome<ParticipantAnswer[]>, { kind: 'answer' }>,
  mayHaveHappened: boolean,
): Result<ProviderSession> {
  const failure = ofProvider(outcome.failure);
  if (mayHaveHappened) return leftUnknown(session, id, failure);
  const state = outcome.kind === 'refused' ? 'refused' : 'draft';
  note(session, id, failure, { state, request_body: null });
  return shown(session, id);
}

/** Without a mandate in play, a refused permission is one of the account. */
const ofProvider = (failure: Failure): Failure =>
  failure.code === 'mandateMissing' ? { ...failure, code: 'permissionMissing' } : failure;

function leftUnknown(session: Session, id: string, failure: Failure | null): Result<ProviderSession> {
  note(session, id, failure ?? fail('outcomeUnknown', { retry: 'unknown' }).failure, { state: 'unknown' });
  return shown(session, id);
}

function note(
  session: Session,
  id: string,
  failure: Failure,
  patch: { state: SessionRow['state']; request_body?: null },
): void {
  const { db } = session;
  transaction(db, () => {
    const row = findSession(db, id);
    if (row === null) return;
    const at = session.clock.now().toISOString();
    patchSession(db, row, { ...patch, failure: JSON.stringify(failure) }, at);
    const sending = openSending(db, id);
    if (sending !== null) moveSending(db, sending.id, patch.state === 'unknown' ? 'unknown' : 'notTaken');
    recordAct(session, {
      employerId: null,
      kind: 'provider.notAnswered',
      subject: { kind: 'providerSession', id },
      result: patch.state === 'unknown' ? 'unknown' : 'refused',
      contract: providerContract,
      summary: row.title,
      payload: { code: failure.code, requestHash: row.request_hash ?? '' },
    });
  });
}

function shown(session: Session, id: string): Result<ProviderSession> {
  const row = findSession(session.db, id);
  return row === null ? fail('notFound') : ok(sessionOf(session, row));
}
