// Asks the inscription service one thing: built, held against the schema, written down, signed, sent, read, and written down again.
import type { CbssAnswer, CbssOperation, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { sessionVault } from '../../certificates/session-vault.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { findingsInThread, readInThread } from './answer-thread.ts';
import { type Connection, connectionFor } from './connection.ts';
import { bareEnvelope } from './envelope.ts';
import { beginExchange, codeOf, endExchange } from './exchange-store.ts';
import { soapAction } from './namespaces.ts';
import { type OwnBody, ownBody } from './own-body.ts';
import { type BodyFields, requestBody } from './request-body.ts';
import { type Sent, sendMessage } from './send-message.ts';
import { asSigner, type Signer, signedEnvelope } from './sign-envelope.ts';
import { isWritable } from './xml-build.ts';

/** Under which history events are kept. */
export const cbssContract = 'cbss-inscription/1';

export type Question = {
  operation: CbssOperation;
  fields?: BodyFields;
  /** Instead of fields: the question as XML, with its ticket. */
  body?: string | null;
  evenOff?: boolean;
  signal?: AbortSignal;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * An answer of any layer is a value. Failures, before anything leaves: those of `connectionFor` and of the keychain,
 * certificateNotUsable, refusedByRule (MSG00008, with the elements that the schema does not take in `details.fields`), invalidInput
 * (a body that is none, see `ownBody`), those of the disk.
 */
export async function askService(session: Session, question: Question): Promise<Result<CbssAnswer>> {
  const { operation, evenOff = false, signal } = question;
  const connection = connectionFor(session, operation, { evenOff });
  if (!connection.ok) return connection;
  const signer = await signerOf(session, operation, connection.value);
  if (!signer.ok) return signer;
  const asked = await bodyOf(session, question, connection.value);
  if (!asked.ok) return asked;
  const { body, ticket, insz } = asked.value;
  const bare = bareEnvelope(body);
  const id = session.ids.newId();
  const begun = attempt(session.db, () => {
    const at = session.clock.now().toISOString();
    beginExchange(session.db, {
      ...{ id, at, operation, ticket },
      askedBy: whoAsks(session),
      address: connection.value.url,
      request: bare,
    });
    note(session, id, 'cbss.requested', { operation, ticket });
    return ok({});
  });
  if (!begun.ok) return begun;
  const began = session.clock.monotonic();
  const sent = await sendMessage({
    http: session.http,
    url: connection.value.url,
    soapAction: soapAction(operation),
    message: async () =>
      signer.value === null ? ok(bare) : signedEnvelope(body, signer.value, session.clock.now()),
    read: (answer) => readInThread({ ...answer, operation, ticket, insz }),
    monotonic: session.clock.monotonic,
    pause,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!sent.ok) return sent;
  const milliseconds = Math.max(0, Math.round(session.clock.monotonic() - began));
  const { outcome, tries } = sent.value;
  const kept = settle(session, { id, operation, ticket, milliseconds }, sent.value);
  return kept.ok ? ok({ exchangeId: id, operation, ticket, tries, milliseconds, outcome }) : kept;
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

async function bodyOf(
  session: Session,
  { operation, fields = {}, body = null }: Question,
  connection: Connection,
): Promise<Result<OwnBody>> {
  if (!Object.values(fields).every(isWritable))
    return fail('refusedByRule', { details: { rules: 'MSG00008' } });
  const ticket = crypto.randomUUID();
  const built: Result<OwnBody> =
    body === null
      ? ok({
          body: requestBody(
            operation,
            { Message: ticket, ...fields },
            { ...connection, ticket, sentAt: session.clock.now().toISOString() },
          ),
          ticket: operation.startsWith('check') ? (fields['Message'] ?? ticket) : ticket,
          insz: fields['inscription.ssin'] ?? fields['criteria.ssin'] ?? fields['ssin'] ?? null,
        })
      : await ownBody(operation, body);
  if (!built.ok) return built;
  const findings = await findingsInThread(bareEnvelope(built.value.body));
  if (!findings.ok) return findings;
  const [first] = findings.value;
  if (first === undefined) return built;
  // Names of elements only: the finding itself repeats what was written.
  const names = findings.value.map(({ message }) => /^Element '([\w:.-]{1,64})'/.exec(message)?.[1] ?? '');
  const wrong = [...new Set(names.filter((name) => name !== ''))].slice(0, 10).join();
  return fail('refusedByRule', { details: { rules: 'MSG00008', fields: wrong } });
}

type Settled = { id: string; operation: CbssOperation; ticket: string; milliseconds: number };

function settle(
  session: Session,
  { id, operation, ticket, milliseconds }: Settled,
  sent: Sent,
): Result<unknown> {
  const { outcome, message: request, ...rest } = sent;
  const code = codeOf(outcome);
  // What the platform's service desk asks for.
  const platformId = outcome.layer === 'platform' ? outcome.id : null;
  if (platformId !== null) session.log.warn('cbss.systemError', { id: platformId, code });
  return attempt(session.db, () => {
    endExchange(session.db, id, { ...rest, request, milliseconds, outcome });
    const facts = {
      layer: outcome.layer,
      code,
      tries: sent.tries,
      ...(platformId === null ? {} : { platformId }),
    };
    note(session, id, 'cbss.answered', { operation, ticket, ...facts }, resultOf(outcome));
    session.changed('cbss.changed', [id]);
    return ok({});
  });
}

function resultOf(
  outcome: CbssOutcome,
): 'accepted' | 'acceptedWithWarnings' | 'refused' | 'failed' | 'unknown' {
  if (outcome.layer === 'transport') return outcome.mayHaveHappened ? 'unknown' : 'failed';
  if (outcome.layer !== 'business') return 'refused';
  if (['NOK', 'NO_RESULT'].includes(outcome.value)) return 'refused';
  return outcome.anomalies.length > 0 ? 'acceptedWithWarnings' : 'accepted';
}

function note(
  session: Session,
  id: string,
  kind: 'cbss.requested' | 'cbss.answered',
  payload: Record<string, string | number>,
  result?: ReturnType<typeof resultOf>,
): void {
  recordAct(session, {
    ...{ employerId: null, kind, payload, contract: cbssContract },
    ...(result === undefined ? {} : { result }),
    subject: { kind: 'cbssExchange', id },
    summary: String(payload['operation']),
  });
}

function whoAsks(session: Session): string {
  const { name, osAccount } = session.actor();
  return (name === '' ? osAccount : name).slice(0, 120);
}
