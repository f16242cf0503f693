// A parsed message taken apart: envelope, header, the one body and what it holds, found by place and namespace and never by name alone.
import { type XmlDocument, XmlElement, type XmlTreeNode } from 'libxml2-wasm';
import { isNamed, serviceNs, soapNs, testNs, wsseNs, wsuNs } from '../cbss/namespaces.ts';

export type MessageShape = {
  envelope: XmlElement;
  /** Children of the envelope by that name: more than one body is no message. */
  bodies: XmlElement[];
  /** What stands in the one body. */
  root: XmlElement | null;
  /** Wherever they stand. */
  securities: XmlElement[];
  kind: 'request' | 'answer' | 'fault' | 'none';
};

export function childrenOf(node: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let child: XmlTreeNode | null = node.firstChild; child !== null; child = child.next)
    if (child instanceof XmlElement) found.push(child);
  return found;
}

export const is = (node: XmlElement, ns: string, name: string): boolean =>
  node.name === name && isNamed(node.namespaceUri, ns);

export function* everyElement(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of childrenOf(node)) yield* everyElement(child);
}

/** `wsu:Id` only: a plain `Id` counts for nothing here. */
export const wsuId = (node: XmlElement): string | null =>
  node.attrs.find((attribute) => attribute.name === 'Id' && attribute.namespaceUri === wsuNs)?.value ?? null;

/** Null where the root is no SOAP 1.1 envelope. */
export function shapeOf(document: XmlDocument): MessageShape | null {
  const envelope = document.root;
  if (!is(envelope, soapNs, 'Envelope')) return null;
  const bodies = childrenOf(envelope).filter((child) => is(child, soapNs, 'Body'));
  const inside = bodies[0] === undefined || bodies.length > 1 ? [] : childrenOf(bodies[0]);
  const root = inside.length === 1 ? (inside[0] ?? null) : null;
  const securities = [...everyElement(envelope)].filter((node) => is(node, wsseNs, 'Security'));
  return { envelope, bodies, root, securities, kind: kindOf(root) };
}

function kindOf(root: XmlElement | null): MessageShape['kind'] {
  if (root === null) return 'none';
  if (is(root, soapNs, 'Fault')) return 'fault';
  if (!isNamed(root.namespaceUri, serviceNs) && !isNamed(root.namespaceUri, testNs)) return 'none';
  if (root.name.endsWith('Request')) return 'request';
  return root.name.endsWith('Response') ? 'answer' : 'none';
}
