// Builds a message from fields, and signs one that stands there: its body is taken apart and built anew, so that what is signed is what is
// shown.
import { longestMessage } from '../../../preload/contract/cbss-workbench.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { layOutXml } from '../../../preload/rules/register/xml-layout.ts';
import { sessionVault } from '../../certificates/session-vault.ts';
import type { Session } from '../../platform/session.ts';
import { connectionFor } from '../cbss/connection.ts';
import { bareEnvelope } from '../cbss/envelope.ts';
import { ownBody } from '../cbss/own-body.ts';
import { requestBody } from '../cbss/request-body.ts';
import { serviceNow } from '../cbss/service-clock.ts';
import { signedEnvelope } from '../cbss/sign-envelope.ts';
import { isWritable, type XmlElement, type XmlPart } from '../cbss/xml-build.ts';
import { inspect } from './inspect.ts';
import { messageFacts } from './message-facts.ts';

/** Values as they are given: what is wrong with them is for the check to find, as it would be for the service. */
export function buildMessage(
  session: Session,
  { operation, fields }: HandlerInput<'cbssWorkbench.build'>,
): Result<HandlerOutput<'cbssWorkbench.build'>> {
  const connection = connectionFor(session, operation, { evenOff: true });
  if (!connection.ok) return connection;
  if (!Object.values(fields).every(isWritable))
    return fail('refusedByRule', { details: { rules: 'MSG00008' } });
  const ticket = crypto.randomUUID();
  const sentAt = session.clock.now().toISOString();
  const body = requestBody(
    operation,
    { Message: ticket, ...fields },
    { ...connection.value, ticket, sentAt },
  );
  return ok({ xml: layOutXml(bareEnvelope(body)) });
}

export async function signMessage(
  session: Session,
  xml: string,
): Promise<Result<HandlerOutput<'cbssWorkbench.sign'>>> {
  const { operation } = messageFacts(xml);
  if (operation === null) return fail('invalidInput', { details: { reason: 'otherOperation' } });
  const connection = connectionFor(session, operation, { evenOff: true });
  if (!connection.ok) return connection;
  const taken = await ownBody(operation, xml);
  if (!taken.ok) return taken;
  const signer = await sessionVault(session).open(connection.value.certificateId);
  if (!signer.ok) return signer;
  const signed = await signedEnvelope(withoutBlanks(taken.value.body), signer.value, serviceNow(session));
  if (!signed.ok) return signed;
  // With its certificate and signature it is longer than what was written.
  if (signed.value.length > longestMessage) return fail('tooLarge');
  const inspection = await inspect(session, signed.value);
  return inspection.ok ? ok({ xml: signed.value, inspection: inspection.value }) : inspection;
}

/** Blanks that only lay out the elements for the eye do not go along. */
function withoutBlanks(node: XmlElement): XmlElement {
  const hasElements = node.children.some((child) => typeof child !== 'string');
  const children = node.children.flatMap((child): XmlPart[] => {
    if (typeof child !== 'string') return [withoutBlanks(child)];
    return hasElements && child.trim() === '' ? [] : [child];
  });
  return { ...node, children };
}
