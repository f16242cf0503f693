// Sends a message exactly as it stands, once: what the service says of it is what one wants to know. To a gateway only what the check has
// nothing against.
import type { CbssAnswer, CbssOperation, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { HttpPort } from '../../platform/http.ts';
import type { Session } from '../../platform/session.ts';
import { readInThread } from '../cbss/answer-thread.ts';
import { cbssContract } from '../cbss/ask-service.ts';
import { connectionFor } from '../cbss/connection.ts';
import { beginExchange, codeOf, endExchange } from '../cbss/exchange-store.ts';
import { soapAction } from '../cbss/namespaces.ts';
import { readProfile } from '../cbss/profile-store.ts';
import { type Sent, sendMessage } from '../cbss/send-message.ts';
import { inspect, refusalsOf } from './inspect.ts';
import { messageFacts } from './message-facts.ts';

export async function sendAsItStands(session: Session, xml: string): Promise<Result<CbssAnswer>> {
  const { operation, ticket, insz } = messageFacts(xml);
  if (operation === null) return fail('refusedByRule', { details: { rules: 'otherOperation' } });
  if (!isUuid(ticket)) return fail('refusedByRule', { details: { rules: 'ticket' } });
  const connection = connectionFor(session, operation);
  if (!connection.ok) return connection;
  if (readProfile(session.db)?.kind !== 'practice') {
    const refused = await refusedOutside(session, operation, xml);
    if (!refused.ok) return refused;
  }
  const id = session.ids.newId();
  const { url } = connection.value;
  const begun = attempt(session.db, () => {
    const [at, askedBy] = [session.clock.now().toISOString(), session.actor().name.slice(0, 120)];
    beginExchange(session.db, { id, at, operation, ticket, askedBy, address: url, request: xml });
    note(session, id, 'cbss.requested', { operation, ticket });
    return ok({});
  });
  if (!begun.ok) return begun;
  const began = session.clock.monotonic();
  const once = new AbortController();
  const sent = await sendMessage({
    ...{ url, soapAction: soapAction(operation), signal: once.signal },
    http: onceOver(session.http, once),
    message: async () => ok(xml),
    read: (answer) => readInThread({ ...answer, operation, ticket, insz }),
    monotonic: session.clock.monotonic,
    pause: async () => {},
  });
  if (!sent.ok) return sent;
  const milliseconds = Math.max(0, Math.round(session.clock.monotonic() - began));
  const kept = settle(session, { id, operation, ticket, milliseconds }, sent.value);
  const { tries, outcome } = sent.value;
  return kept.ok ? ok({ exchangeId: id, operation, ticket, tries, milliseconds, outcome }) : kept;
}

const isUuid = (text: string | null): text is string =>
  text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

async function refusedOutside(
  session: Session,
  operation: CbssOperation,
  xml: string,
): Promise<Result<unknown>> {
  const inspection = await inspect(session, xml);
  if (!inspection.ok) return inspection;
  const bare = operation === 'checkConnection' ? ['oneSecurity', 'oneSignature'] : [];
  const [first] = refusalsOf(inspection.value).filter((name) => !bare.includes(name));
  return first === undefined ? ok({}) : fail('refusedByRule', { details: { rules: first } });
}

/** After its first answer nothing leaves again: a message sent twice as it stands is a replay. */
const onceOver = (http: HttpPort, once: AbortController): Pick<HttpPort, 'fetch'> => ({
  async fetch({ signal: _signal, ...request }) {
    const answer = await http.fetch(request);
    once.abort();
    return answer;
  },
});

type Settled = { id: string; operation: CbssOperation; ticket: string; milliseconds: number };

function settle(session: Session, { id, milliseconds, ...asked }: Settled, sent: Sent): Result<unknown> {
  const { outcome, message: request, ...rest } = sent;
  if (outcome.layer === 'platform' && outcome.id !== null)
    session.log.warn('cbss.systemError', { id: outcome.id, code: outcome.code });
  return attempt(session.db, () => {
    endExchange(session.db, id, { ...rest, request, milliseconds, outcome });
    const facts = { ...asked, layer: outcome.layer, code: codeOf(outcome), tries: sent.tries };
    note(session, id, 'cbss.answered', facts, resultOf(outcome));
    session.changed('cbss.changed', [id]);
    return ok({});
  });
}

function resultOf(outcome: CbssOutcome): 'accepted' | 'refused' | 'failed' | 'unknown' {
  if (outcome.layer === 'transport') return outcome.mayHaveHappened ? 'unknown' : 'failed';
  return outcome.layer === 'business' && !['NOK', 'NO_RESULT'].includes(outcome.value)
    ? 'accepted'
    : 'refused';
}

function note(
  session: Session,
  id: string,
  kind: 'cbss.requested' | 'cbss.answered',
  payload: Record<string, string | number>,
  result?: ReturnType<typeof resultOf>,
): void {
  recordAct(session, {
    ...{ employerId: null, kind, payload, contract: cbssContract, subject: { kind: 'cbssExchange', id } },
    ...(result === undefined ? {} : { result }),
    summary: String(payload['operation']),
  });
}
