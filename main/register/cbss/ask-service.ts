// Asks the inscription service one thing: built, held against the schema, written down, signed, sent, read, and written down again.
import type { CbssAnswer, CbssOperation, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { sessionVault } from '../../certificates/session-vault.ts';
import type { HttpRequest } from '../../platform/http.ts';
import type { Session } from '../../platform/session.ts';
import { readInThread } from './answer-thread.ts';
import { type Asked, askedBody } from './asked-body.ts';
import { type Connection, connectionFor } from './connection.ts';
import { bareEnvelope } from './envelope.ts';
import { soapAction } from './namespaces.ts';
import { type Received, refused } from './refused-answer.ts';
import { sendMessage } from './send-message.ts';
import { noteDate, serviceNow } from './service-clock.ts';
import { begin, settle } from './settle-exchange.ts';
import { asSigner, type Signer, signedEnvelope } from './sign-envelope.ts';

export type Question = Asked & {
  evenOff?: boolean;
  /** A message that was taken as asked is not kept, only that it was sent. */
  quiet?: boolean;
  signal?: AbortSignal;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * An answer of any layer is a value. Failures, before anything leaves: those of `connectionFor`, of the keychain and of `askedBody`,
 * certificateNotUsable, those of the disk.
 */
export async function askService(session: Session, question: Question): Promise<Result<CbssAnswer>> {
  const { operation, evenOff = false, quiet = false, signal } = question;
  const connection = connectionFor(session, operation, { evenOff });
  if (!connection.ok) return connection;
  const { url } = connection.value;
  const signer = await signerOf(session, operation, connection.value);
  if (!signer.ok) return signer;
  const client = await clientOf(session, connection.value);
  if (!client.ok) return client;
  const asked = await askedBody(session, question, connection.value);
  if (!asked.ok) return asked;
  const { body, ticket, insz } = asked.value;
  const exchange = { id: session.ids.newId(), operation, ticket, quiet };
  const bare = bareEnvelope(body);
  const begun = begin(session, exchange, url, bare);
  if (!begun.ok) return begun;
  const began = session.clock.monotonic();
  const sent = await sendMessage({
    ...{ http: session.http, url, soapAction: soapAction(operation), pause, ...client.value },
    message: async () =>
      signer.value === null ? ok(bare) : signedEnvelope(body, signer.value, serviceNow(session)),
    noteDate: (date) => noteDate(session, date),
    read: (answer) => readSafely(session, { ...answer, operation, ticket, insz }),
    monotonic: session.clock.monotonic,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!sent.ok) return sent;
  const milliseconds = Math.max(0, Math.round(session.clock.monotonic() - began));
  const settled = settle(session, exchange, milliseconds, sent.value);
  if (!settled.ok) return settled;
  const { outcome, tries } = sent.value;
  return ok({ exchangeId: exchange.id, operation, ticket, tries, milliseconds, outcome });
}

/** A reader that falls over an answer has not read it: what was asked may have been done. */
async function readSafely(session: Session, received: Received): Promise<CbssOutcome> {
  try {
    return await readInThread(received);
  } catch (error) {
    session.log.error('cbss.read', error, { ticket: received.ticket });
    return refused(received, 'notWellFormed');
  }
}

/** What is shown when the connection is made; nothing where the gateway does not ask for it. */
export async function clientOf(
  session: Session,
  { certificateId, clientTls }: Connection,
): Promise<Result<{ client?: NonNullable<HttpRequest['client']> }>> {
  if (!clientTls) return ok({});
  const opened = await sessionVault(session).open(certificateId);
  if (!opened.ok) return opened;
  const { certificate, privateKey } = opened.value;
  return ok({ client: { certificate, privateKey } });
}

/** None for the platform's test of the connection, which takes no signature. */
async function signerOf(
  session: Session,
  operation: CbssOperation,
  { certificateId }: Connection,
): Promise<Result<Signer | null>> {
  if (operation === 'checkConnection') return ok(null);
  const opened = await sessionVault(session).open(certificateId);
  return opened.ok ? asSigner(opened.value) : opened;
}
