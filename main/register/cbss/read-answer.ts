// An answer from outside, from its bytes to one of four layers: guards, libxml2 with the schema, a strict parser, then what it says, and
// whether it is the answer to what was asked (contract §11.3, §11.5, §13). For a worker: see schema-check.ts.
import type { Element } from '@xmldom/xmldom';
import type { CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { readInsz } from '../../../preload/rules/identifiers/insz.ts';
import { guardXml, looksLikePage } from './guard-xml.ts';
import { isNamed, isTestOperation, responseRoot, soapNs } from './namespaces.ts';
import { readFault } from './read-fault.ts';
import { hasTooMuch, readConnection, readStatus } from './read-status.ts';
import { type Received, refused } from './refused-answer.ts';
import { checkSchema } from './schema-check.ts';
import { elementAt, elements, strictRoot, textAt } from './strict-dom.ts';

/** Never throws for anything that may come from outside. */
export function readAnswer(received: Received): CbssOutcome {
  const { bytes, status, contentType } = received;
  if (looksLikePage(bytes, contentType)) return refused(received, 'htmlPage');
  if (status !== 200 && status !== 500) return refused(received, 'httpStatus');
  const guarded = guardXml(bytes);
  if (!guarded.ok) return refused(received, guarded.reason, { line: guarded.line });
  const parsed = checkSchema(guarded.text);
  if (!parsed.wellFormed) {
    const { line, message } = parsed.finding;
    return refused(received, breaksOff(guarded.text) ? 'truncated' : 'notWellFormed', {
      line,
      finding: message,
    });
  }
  let root: Element;
  try {
    root = strictRoot(guarded.text);
  } catch {
    return refused(received, 'notWellFormed');
  }
  const content = contentOf(root);
  if (content === null) return refused(received, 'notSoap');
  const [finding] = parsed.findings;
  if (finding !== undefined)
    return refused(received, 'notInSchema', { line: finding.line, finding: finding.message });
  return content.localName === 'Fault' && isNamed(content.namespaceURI, soapNs)
    ? faultOf(received, content)
    : responseOf(received, content);
}

/** It began as an envelope, and the envelope has no end. */
const breaksOff = (text: string): boolean =>
  /<([\w.-]+:)?Envelope[\s>]/.test(text) && !/<\/([\w.-]+:)?Envelope\s*>/.test(text);

/** The one element of the one body. */
function contentOf(root: Element): Element | null {
  if (root.localName !== 'Envelope' || !isNamed(root.namespaceURI, soapNs)) return null;
  const bodies = elements(root, 'Body').filter((one) => isNamed(one.namespaceURI, soapNs));
  const [body] = bodies;
  const inside = body === undefined ? [] : elements(body);
  return bodies.length === 1 && inside.length === 1 ? (inside[0] ?? null) : null;
}

function faultOf(received: Received, content: Element): CbssOutcome {
  const fault = readFault(content);
  if (fault.layer !== 'cbss') return fault;
  const detail = elementAt(content, 'detail');
  const [inner] = detail === null ? [] : elements(detail);
  const echo = inner === undefined ? null : textAt(inner, ['informationCustomer', 'ticket'], 64);
  // A fault may leave it out; what it says must be right.
  return echo !== null && echo !== received.ticket ? refused(received, 'wrongTicket') : fault;
}

function responseOf(received: Received, content: Element): CbssOutcome {
  const { ns, name } = responseRoot(received.operation);
  if (content.localName !== name || content.namespaceURI !== ns || received.status !== 200)
    return refused(received, 'notSoap', { finding: content.localName });
  if (isTestOperation(received.operation))
    return textAt(content, ['Message']) === received.ticket
      ? readConnection(content)
      : refused(received, 'wrongTicket');
  if (textAt(content, ['informationCustomer', 'ticket'], 64) !== received.ticket)
    return refused(received, 'wrongTicket');
  if (hasTooMuch(content)) return refused(received, 'tooLarge');
  const status = readStatus(content);
  if (status === null) return refused(received, 'notInSchema');
  return isAbout(received, content, status.number) ? status : refused(received, 'wrongNumber');
}

/** The number of an answer is the one that was asked about, or says that it took its place. */
function isAbout(
  { insz }: Received,
  content: Element,
  number: { insz: string; replaces: string | null } | null,
): boolean {
  if (number !== null && readInsz(number.insz) === null) return false;
  if (insz === null) return true;
  const echo = textAt(content, ['inscription', 'ssin']) ?? textAt(content, ['criteria', 'ssin']);
  if (echo !== null && echo !== insz) return false;
  return number === null || number.insz === insz || number.replaces === insz;
}
