// Freezes the request of a session: on the disk, with its sending and its event, before a byte of it leaves.
import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { providerContract, sessionBody } from './provider-api.ts';
import { approvedBy, maySend } from './put-forward.ts';
import { insertSending, lastTaken, moveSending, openSending } from './sending-store.ts';
import { changesBetween } from './session-changes.ts';
import type { ProviderOf } from './session-connection.ts';
import { employersOf } from './session-employers.ts';
import { fieldsOf, findSession, patchSession, peopleOf, type SessionRow } from './session-store.ts';

/** `althoughClosed`: sending to a service that takes nothing was confirmed. */
export type SendingOptions = { withdraw: boolean; althoughClosed: boolean };
export type FrozenSession = { provider: string; body: string; reference: string };

/** Failures: notFound, nothingToSend, stateNotAllowed, refusedByRule, notApproved. */
export function freezeSession(
  session: Session,
  id: string,
  provider: ProviderOf,
  options: SendingOptions,
): Result<FrozenSession> {
  const { withdraw } = options;
  const { db } = session;
  return attempt<FrozenSession>(db, () => {
    const row = findSession(db, id);
    if (row === null) return fail('notFound');
    if (row.state === 'sending') return fail('stateNotAllowed', { details: { reason: 'sending' } });
    if (row.state === 'unknown' && withdraw)
      return fail('stateNotAllowed', { details: { reason: 'unknown' } });
    const again = row.state === 'unknown' && row.request_body !== null ? row.request_body : null;
    const people = withdraw ? [] : peopleOf(row);
    const body = again ?? sessionBody(row.external_reference, fieldsOf(row), people, provider);
    const hash = createHash('sha256').update(body).digest('hex');
    const known = again === null ? null : openSending(db, id);
    if (known !== null) moveSending(db, known.id, 'sending');
    else {
      const kept = again === null ? keep(session, row, { provider, hash, ...options }) : ok({});
      if (!kept.ok) return kept;
    }
    const number =
      again === null ? provider.enterpriseNumber : (row.request_provider ?? provider.enterpriseNumber);
    leave(session, row, {
      body,
      hash,
      number,
      withdraw: known === null ? withdraw : known.kind === 'withdrawn',
    });
    return ok({ provider: number, body, reference: row.external_reference });
  });
}

/** The sending as it leaves, with what differs from the one before. */
function keep(
  session: Session,
  row: SessionRow,
  { provider, withdraw, althoughClosed, hash }: SendingOptions & { provider: ProviderOf; hash: string },
): Result<unknown> {
  const { db } = session;
  const sound = maySend(session, row, withdraw, althoughClosed);
  if (!sound.ok) return sound;
  const persons = approvedBy(session, row.id, withdraw);
  if (!persons.ok) return persons;
  const at = session.clock.now().toISOString();
  const fields = fieldsOf(row);
  const people = withdraw ? [] : peopleOf(row);
  const before = lastTaken(db, row.id);
  insertSending(db, {
    id: session.ids.newId(),
    sessionId: row.id,
    kind: withdraw ? 'withdrawn' : row.stands === 1 ? 'corrected' : 'filed',
    fields,
    people,
    year: Number((fields.startDate ?? at).slice(0, 4)),
    provider,
    employers: employersOf(session, withdraw && before !== null ? before.people : peopleOf(row)),
    changes: before === null || withdraw ? [] : changesBetween(before, { fields, people }),
    requestHash: hash,
    at,
    ...persons.value,
  });
  return ok({});
}

function leave(
  session: Session,
  row: SessionRow,
  request: { body: string; hash: string; number: string; withdraw: boolean },
): void {
  const at = session.clock.now().toISOString();
  const attempts = row.attempts + 1;
  patchSession(
    session.db,
    row,
    {
      state: 'sending',
      request_body: request.body,
      request_hash: request.hash,
      request_provider: request.number,
      attempts,
      sent_at: at,
      failure: null,
    },
    at,
  );
  recordAct(session, {
    employerId: null,
    kind: request.withdraw ? 'provider.withdrawalRequested' : 'provider.requested',
    subject: { kind: 'providerSession', id: row.id },
    contract: providerContract,
    summary: row.title,
    payload: {
      attempt: attempts,
      participants: (JSON.parse(request.body) as { participants: unknown[] }).participants.length,
      requestHash: request.hash,
      request: request.body,
    },
  });
}
