// The inscription service and the platform's test service as they are called: one message in, one out. The order of the checks is
// fixed: form, signature, access rules, schema, permission, business.
import { createHash } from 'node:crypto';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { PATHS } from '../environment-entry.ts';
import { isMediaType } from '../http/body.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { methodNotAllowed } from '../http/problem.ts';
import { type Outcome, refused } from './answer.ts';
import { operations } from './operations.ts';
import type { CbssParts } from './parts.ts';
import { type Caller, callerOf, mayDo } from './permission.ts';
import { envelope, isRefusal, platformFault, type Refusal, refusal } from './platform-fault.ts';
import { elementsOf, isNamed, type Message, readMessage } from './read-message.ts';
import { textOf } from './read-request.ts';
import { responseXml, testReply } from './reply.ts';
import { type Schemas, STRICT } from './schema-files.ts';
import { verifySignature } from './verify-signature.ts';
import { NS } from './vocabulary.ts';

const KEPT = 600_000;

interface Signed extends Caller {
  /** What was signed, read anew from the signed bytes. */
  readonly document: XmlDocument;
}

export const createCbssService = (parts: CbssParts, schemas: Schemas): ((exchange: Exchange) => Reply) => {
  const { useAssertion: claimOnce } = parts.tokens;
  const authenticate = (message: Message): Signed | Refusal => {
    const now = parts.clock.securityNow();
    const verified = verifySignature(message, now);
    if ('fault' in verified) return refusal('SOA-01001', verified.fault);
    const value = verified.signatureValue.toString('base64');
    if (!claimOnce('cbss', value, now + KEPT)) return refusal('SOA-01001', 'the message was sent before');
    const caller = callerOf(parts, verified.certificate);
    if (isRefusal(caller)) return caller;
    return { ...caller, document: XmlDocument.fromString(verified.signedBody, { option: STRICT }) };
  };

  const onlyElement = (body: XmlElement): XmlElement | Refusal => {
    const [root, ...others] = elementsOf(body);
    if (root === undefined) return refusal('SOA-03003');
    return others.length > 0 ? refusal('SOA-03004', 'a body carries one element') : root;
  };

  const schemaFault = (name: 'service' | 'test', root: XmlElement): Refusal | undefined => {
    const [first] = schemas.issues(name, root);
    return first === undefined ? undefined : refusal('SOA-03006', first);
  };

  const perform = (caller: Caller, exchange: Exchange, root: XmlElement): Reply => {
    const operation = operations[root.name];
    if (operation === undefined || !isNamed(root, NS.service, root.name))
      return platformFault(refusal('SOA-03005', 'no such operation'));
    const wrong = schemaFault('service', root);
    if (wrong !== undefined) return platformFault(wrong);
    const received = new Date(parts.clock.securityNow()).toISOString();
    const allowed = mayDo(caller, operation.right, root);
    const call = { owner: caller.application.enterpriseNumber, request: root };
    const outcome: Outcome = allowed
      ? parts.ledger.together(() => operation.perform(parts, call))
      : refused(operation.failure, 'MSG00013', [['legalContext', textOf(root, 'legalContext')]]);
    const reply = {
      ...envelope(200, responseXml(root, operation.echo, outcome, received, parts.clock.securityNow())),
      ...(outcome.effect === undefined ? {} : { effects: [effectOf(root, outcome.effect)] }),
    };
    record(caller, exchange, root.name, reply);
    return reply;
  };

  const effectOf = (root: XmlElement, effect: NonNullable<Outcome['effect']>) => {
    const ticket = textOf(elementsOf(root)[0], 'ticket') ?? '';
    return { externalReference: ticket, effect, commits: parts.ledger.countCommit('cbss', ticket) };
  };

  const record = ({ account }: Caller, exchange: Exchange, operation: string, reply: Reply): void =>
    parts.ledger.append({
      at: new Date(parts.clock.wallNow()).toISOString(),
      clientId: account.clientId,
      method: exchange.method,
      path: exchange.path,
      operation: `cbss.${operation.replace(/Request$/, '')}`,
      bodySha256: createHash('sha256').update(exchange.body).digest('hex'),
      status: reply.status,
      committed: reply.effects !== undefined,
      effects: reply.effects ?? [],
      traceId: exchange.traceId,
    });

  const test = (message: Message): Reply => {
    const asked = onlyElement(message.body);
    if (isRefusal(asked)) return platformFault(asked);
    if (isNamed(asked, NS.test, 'CheckConnectionRequest')) {
      const wrong = schemaFault('test', asked);
      return wrong === undefined ? testReply('CheckConnection', asked) : platformFault(wrong);
    }
    if (!isNamed(asked, NS.test, 'CheckAccessControlRequest'))
      return platformFault(refusal('SOA-03005', 'no such operation'));
    return asSigned(message, (caller, root) => {
      const wrong = schemaFault('test', root);
      return wrong === undefined
        ? testReply('CheckAccessControl', root, caller.application.urn)
        : platformFault(wrong);
    });
  };

  const asSigned = (message: Message, work: (caller: Caller, root: XmlElement) => Reply): Reply => {
    const signed = authenticate(message);
    if (isRefusal(signed)) return platformFault(signed);
    try {
      const root = onlyElement(signed.document.root);
      return isRefusal(root) ? platformFault(root) : work(signed, root);
    } finally {
      signed.document.dispose();
    }
  };

  return (exchange) => {
    if (exchange.method !== 'POST') return methodNotAllowed('POST');
    if (!isMediaType(exchange.headers['content-type'], 'text/xml'))
      return platformFault(refusal('SOA-03002', 'the content type must be text/xml'));
    const message = readMessage(exchange.body);
    if (isRefusal(message)) return platformFault(message);
    try {
      return exchange.path === PATHS.cbssTest
        ? test(message)
        : asSigned(message, (caller, root) => perform(caller, exchange, root));
    } finally {
      message.document.dispose();
    }
  };
};
