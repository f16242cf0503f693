// A question that was written elsewhere, as a file: taken apart by a strict parser and built anew, so that nothing of its text goes out
// unread. An envelope around it is put aside.
import type { CbssOperation } from '../../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { guardXml } from './guard-xml.ts';
import { isTestOperation, requestRoot, soapNs } from './namespaces.ts';
import type { XmlElement } from './xml-build.ts';

export type OwnBody = { body: XmlElement; ticket: string; insz: string | null };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Failures: invalidInput with `details.reason`, one of the guards' reasons, `notWellFormed`, `otherOperation` (its root is not that of
 * the operation) or `ticket` (it has none, or no UUID).
 */
export async function ownBody(operation: CbssOperation, text: string): Promise<Result<OwnBody>> {
  const { elementAt, elements, strictRoot, textAt } = await import('./strict-dom.ts');
  const guarded = guardXml(Buffer.from(text));
  if (!guarded.ok)
    return fail('invalidInput', { details: { reason: guarded.reason, line: guarded.line ?? 0 } });
  let root: ReturnType<typeof strictRoot>;
  try {
    root = strictRoot(guarded.text);
  } catch {
    return fail('invalidInput', { details: { reason: 'notWellFormed' } });
  }
  const within = root.namespaceURI === soapNs ? elementAt(root, 'Body') : null;
  const question = within === null ? root : elements(within)[0];
  const { ns, name } = requestRoot(operation);
  if (question === undefined || question.localName !== name || question.namespaceURI !== ns)
    return fail('invalidInput', { details: { reason: 'otherOperation' } });
  const way = isTestOperation(operation) ? ['Message'] : ['informationCustomer', 'ticket'];
  const ticket = textAt(question, way, 64) ?? '';
  if (!uuid.test(ticket)) return fail('invalidInput', { details: { reason: 'ticket' } });
  const insz =
    textAt(question, ['inscription', 'ssin']) ??
    textAt(question, ['criteria', 'ssin']) ??
    textAt(question, ['ssin']);
  return ok({ body: treeOf(question), ticket, insz });
}

type DomElement = Parameters<typeof import('./strict-dom.ts')['elements']>[0];

function treeOf(node: DomElement): XmlElement {
  const attributes: Record<string, string> = {};
  // Prefixes that stand further out go along.
  if (node.namespaceURI !== null && node.namespaceURI !== node.parentElement?.namespaceURI)
    attributes[node.prefix ? `xmlns:${node.prefix}` : 'xmlns'] = node.namespaceURI;
  for (const { name, value } of Array.from(node.attributes)) attributes[name] = value;
  const children: (XmlElement | string)[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 1) children.push(treeOf(child as DomElement));
    else if (child.nodeValue !== null) children.push(child.nodeValue);
  }
  return { name: node.nodeName, attributes, children };
}
