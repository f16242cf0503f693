// Files a session: rules, frozen request, one call, the answer of each participant. The provider's own set under its own
// reference is replaced, so a lost answer is resolved by sending the very same body again.
import { createHash } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderSession } from '../../preload/contract/training-provider.ts';
import { blocks } from '../../preload/rules/training/check-training.ts';
import { findAccount } from '../accounts/account-store.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { hasRights } from '../employers/route-of.ts';
import { recordAct } from '../history/record-act.ts';
import { type Connection, createConnections } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { attempt, transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import { type ParticipantAnswer, providerContract, putSession, sessionBody } from './provider-api.ts';
import { fieldsOf, findSession, patchSession, peopleOf, type SessionRow } from './session-store.ts';
import { settleSession } from './settle-session.ts';
import { findingsOf, sessionOf } from './show-session.ts';

export type SendOptions = {
  /** Takes everybody off the session. */
  withdraw: boolean;
  confirmed: boolean;
};
export type Sender = {
  send(id: string, options: SendOptions): Promise<Result<ProviderSession>>;
};

/** Times the same request leaves in one act. */
const mostRequests = 3;

export function createSender(session: Session, sleep: (ms: number) => Promise<void>): Sender {
  const inFlight = new Set<string>();
  return {
    async send(id, options) {
      if (session.environment.kind === 'production' && !options.confirmed)
        return fail('stateNotAllowed', { details: { reason: 'notConfirmed' } });
      if (inFlight.has(id)) return fail('stateNotAllowed', { details: { reason: 'sending' } });
      inFlight.add(id);
      try {
        return await sendOne(session, sleep, id, options);
      } finally {
        inFlight.delete(id);
        session.changed('provider.changed', [id]);
      }
    },
  };
}

type Frozen = { provider: string; body: string; reference: string };

/** Failures: notFound, nothingToSend, stateNotAllowed, accountMissing, permissionMissing, refusedByRule, notSupportedHere. */
async function sendOne(
  session: Session,
  sleep: (ms: number) => Promise<void>,
  id: string,
  options: SendOptions,
): Promise<Result<ProviderSession>> {
  const row = findSession(session.db, id);
  if (row === null) return fail('notFound');
  const opened = connectionOf(session, row);
  if (!opened.ok) return opened;
  const { connection, baseUrl, provider } = opened.value;
  const frozen = freeze(session, id, provider, options);
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

function connectionOf(
  session: Session,
  row: SessionRow,
): Result<{ connection: Connection; baseUrl: string; provider: { enterpriseNumber: string; name: string } }> {
  const baseUrl = session.environment.services.fla.trainingProviderBaseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress' } });
  const account = row.account_id === null ? null : findAccount(session.db, row.account_id);
  if (account === null || account.quality !== 'trainingProvider') return fail('accountMissing');
  if (!hasRights(account.rights, 'fla')) return fail('permissionMissing', { details: { service: 'fla' } });
  const scope = scopeFor(session.environment, account, 'fla');
  const { id: accountId, enterpriseNumber, enterpriseName: name } = account;
  // No route leads here: a training provider files in its own name (seed 001 §2.5).
  const connections = createConnections(tokenSource(session), () => ok({ accountId, scope }));
  const connection = connections.of({ employer_id: accountId, enterprise_number: enterpriseNumber });
  if (!connection.ok) return connection;
  return ok({ connection: connection.value, baseUrl, provider: { enterpriseNumber, name } });
}

/** The request on the disk, with its event, before a byte of it leaves. */
function freeze(
  session: Session,
  id: string,
  provider: { enterpriseNumber: string; name: string },
  { withdraw }: SendOptions,
): Result<Frozen> {
  const { db } = session;
  return attempt<Frozen>(db, () => {
    const row = findSession(db, id);
    if (row === null) return fail('notFound');
    if (row.state === 'sending') return fail('stateNotAllowed', { details: { reason: 'sending' } });
    if (row.state === 'unknown' && withdraw)
      return fail('stateNotAllowed', { details: { reason: 'unknown' } });
    const again = row.state === 'unknown' && row.request_body !== null;
    if (!again && withdraw && row.stands === 0) return fail('nothingToSend');
    if (!again && !withdraw) {
      if (row.state !== 'draft' && row.state !== 'refused') return fail('nothingToSend');
      const findings = findingsOf(session, row);
      if (blocks(findings))
        return fail('refusedByRule', {
          details: { refused: findings.filter(({ severity }) => severity === 'blocking').length },
        });
    }
    const reference = row.external_reference;
    const people = withdraw ? [] : peopleOf(row);
    const body =
      again && row.request_body !== null
        ? row.request_body
        : sessionBody(reference, fieldsOf(row), people, provider);
    const number = again ? (row.request_provider ?? provider.enterpriseNumber) : provider.enterpriseNumber;
    const hash = createHash('sha256').update(body).digest('hex');
    const at = session.clock.now().toISOString();
    const attempts = row.attempts + 1;
    patchSession(
      db,
      row,
      {
        state: 'sending',
        request_body: body,
        request_hash: hash,
        request_provider: number,
        attempts,
        sent_at: at,
        failure: null,
      },
      at,
    );
    recordAct(session, {
      employerId: null,
      kind: withdraw ? 'provider.withdrawalRequested' : 'provider.requested',
      subject: { kind: 'providerSession', id },
      contract: providerContract,
      summary: row.title,
      payload: { attempt: attempts, participants: people.length, requestHash: hash, request: body },
    });
    return ok({ provider: number, body, reference });
  });
}

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
