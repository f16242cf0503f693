// Sends a message exactly as it stands, once: what the service says of it is what one wants to know. To a gateway only what the check has
// nothing against.
import type { CbssAnswer, CbssOperation } from '../../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpPort } from '../../platform/http.ts';
import type { Session } from '../../platform/session.ts';
import { readInThread } from '../cbss/answer-thread.ts';
import { clientOf } from '../cbss/ask-service.ts';
import { connectionFor } from '../cbss/connection.ts';
import { soapAction } from '../cbss/namespaces.ts';
import { readProfile } from '../cbss/profile-store.ts';
import { sendMessage } from '../cbss/send-message.ts';
import { noteDate } from '../cbss/service-clock.ts';
import { begin, settle } from '../cbss/settle-exchange.ts';
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
  const client = await clientOf(session, connection.value);
  if (!client.ok) return client;
  const exchange = { id: session.ids.newId(), operation, ticket };
  const { url } = connection.value;
  const begun = begin(session, exchange, url, xml);
  if (!begun.ok) return begun;
  const began = session.clock.monotonic();
  const once = new AbortController();
  const sent = await sendMessage({
    ...{ url, soapAction: soapAction(operation), signal: once.signal, ...client.value },
    http: onceOver(session.http, once),
    message: async () => ok(xml),
    noteDate: (date) => noteDate(session, date),
    read: (answer) => readInThread({ ...answer, operation, ticket, insz }),
    monotonic: session.clock.monotonic,
    pause: async () => {},
  });
  if (!sent.ok) return sent;
  const milliseconds = Math.max(0, Math.round(session.clock.monotonic() - began));
  const kept = settle(session, exchange, milliseconds, sent.value);
  if (!kept.ok) return kept;
  const { tries, outcome } = sent.value;
  return ok({ exchangeId: exchange.id, operation, ticket, tries, milliseconds, outcome });
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
