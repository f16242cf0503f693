// Finds the parts of a security header and holds their form against the platform's policy, before anything is calculated: exactly
// one of each, nothing beside them, no identifier twice. Source: verifier checklist, section 6.2 of the register's contract.
import { XmlElement } from 'libxml2-wasm';
import { elementsOf, isNamed, type Message } from './read-message.ts';
import { NS, TOKEN } from './vocabulary.ts';

export interface SecurityParts {
  readonly token: XmlElement;
  readonly timestamp: XmlElement;
  readonly signature: XmlElement;
  /** Every element that carries a `wsu:Id`, by it. */
  readonly byId: ReadonlyMap<string, XmlElement>;
}
export interface Fault {
  readonly fault: string;
}
export const fault = (text: string): Fault => ({ fault: text });

export const attributeOf = (element: XmlElement, name: string, namespace = ''): string | undefined =>
  element.attrs.find((one) => one.name === name && one.namespaceUri === namespace)?.value;

/** The only children of an element, by their names in order; undefined when there are others, or text between them. */
export const onlyChildren = (
  parent: XmlElement,
  names: readonly (readonly [namespace: string, name: string])[],
): XmlElement[] | undefined => {
  const found = elementsOf(parent);
  const fits =
    found.length === names.length &&
    names.every(([uri, name], at) => {
      const element = found[at];
      return element !== undefined && isNamed(element, uri, name);
    });
  return fits && textBeside(parent) === '' ? found : undefined;
};

const textBeside = (parent: XmlElement): string => {
  let text = '';
  for (let node = parent.firstChild; node !== null; node = node.next)
    if (!(node instanceof XmlElement)) text += node.content;
  return text.trim();
};

interface Census {
  readonly byId: Map<string, XmlElement>;
  readonly securities: XmlElement[];
  readonly signatures: XmlElement[];
  twice: boolean;
}

// An attribute of any of these names may be taken for an identifier by somebody: none may stand twice, whatever its vocabulary.
const IDENTIFIERS = new Set(['id', 'Id', 'ID', 'AssertionID']);

const count = (element: XmlElement, census: Census, seen: Set<string>): void => {
  for (const attribute of element.attrs) {
    if (!IDENTIFIERS.has(attribute.name)) continue;
    if (seen.has(attribute.value)) census.twice = true;
    seen.add(attribute.value);
    if (attribute.name === 'Id' && attribute.namespaceUri === NS.wsu)
      census.byId.set(attribute.value, element);
  }
  if (isNamed(element, NS.wsse, 'Security')) census.securities.push(element);
  if (isNamed(element, NS.ds, 'Signature')) census.signatures.push(element);
  for (const child of elementsOf(element)) count(child, census, seen);
};

const takesPart = (security: XmlElement): boolean =>
  security.attrs.every(
    ({ name, namespaceUri, value }) => namespaceUri === NS.soap && name === 'mustUnderstand' && value === '1',
  );

const isToken = (element: XmlElement): boolean =>
  attributeOf(element, 'EncodingType') === TOKEN.encoding &&
  attributeOf(element, 'ValueType') === TOKEN.value;

/** Lax layout: the three may stand in any order. */
export const securityParts = (message: Message): SecurityParts | Fault => {
  const census: Census = { byId: new Map(), securities: [], signatures: [], twice: false };
  count(message.envelope, census, new Set());
  if (census.twice) return fault('an identifier stands twice');
  const [security, ...others] = census.securities;
  if (security === undefined) return fault('no security header');
  const { header } = message;
  const inHeader = header !== undefined && security.parent?.isSameNode(header) === true;
  if (others.length > 0 || !inHeader) return fault('exactly one security header, in the header');
  if (!takesPart(security)) return fault('the security header must be understood, by this service');
  const parts = elementsOf(security);
  const named = (namespace: string, name: string): XmlElement[] =>
    parts.filter((part) => isNamed(part, namespace, name));
  const [token, ...moreTokens] = named(NS.wsse, 'BinarySecurityToken');
  const [timestamp, ...moreTimestamps] = named(NS.wsu, 'Timestamp');
  const [signature, ...moreSignatures] = named(NS.ds, 'Signature');
  if (token === undefined || timestamp === undefined || signature === undefined)
    return fault('token, timestamp and signature are needed');
  const more = moreTokens.length + moreTimestamps.length + moreSignatures.length;
  if (more > 0 || parts.length !== 3 || textBeside(security) !== '' || census.signatures.length !== 1)
    return fault('one token, one timestamp and one signature, and nothing else');
  if (!isToken(token)) return fault('the token must be an X.509 certificate in base64');
  return { token, timestamp, signature, byId: census.byId };
};
