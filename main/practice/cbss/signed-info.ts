// Reads what a signature says it covers, and holds every algorithm against the list of those that are taken before any is used.
// Source: policy #X509_SHA256 of the platform: exclusive canonicalisation, SHA-256, RSA-SHA256 (section 6 of the contract).
import type { XmlElement } from 'libxml2-wasm';
import { elementsOf, isNamed } from './read-message.ts';
import { attributeOf, type Fault, fault, onlyChildren } from './security-header.ts';
import { ALGORITHM, NS, TOKEN } from './vocabulary.ts';

export interface SignedReference {
  readonly id: string;
  readonly digest: Buffer;
  readonly prefixes: readonly string[];
}

export interface SignedInfo {
  readonly element: XmlElement;
  readonly prefixes: readonly string[];
  readonly references: readonly SignedReference[];
  readonly value: Buffer;
  /** The identifier of the token that the key is taken from. */
  readonly tokenId: string;
}

/** Base64 as it is written when nothing is left over: the last bits cannot be turned unnoticed. */
export const exactBase64 = (text: string): Buffer | undefined => {
  const packed = text.replace(/[ \t\r\n]/g, '');
  const bytes = Buffer.from(packed, 'base64');
  return packed !== '' && bytes.toString('base64') === packed ? bytes : undefined;
};

/** Prefixes that exclusive canonicalisation treats as the inclusive one does; undefined when the method is another. */
const canonicalPrefixes = (method: XmlElement | undefined): string[] | undefined => {
  if (method === undefined || attributeOf(method, 'Algorithm') !== ALGORITHM.canonical) return undefined;
  const [inclusive, ...others] = elementsOf(method);
  if (inclusive === undefined) return method.content.trim() === '' ? [] : undefined;
  const known =
    `${inclusive.namespaceUri}` === ALGORITHM.canonical && inclusive.name === 'InclusiveNamespaces';
  const list = attributeOf(inclusive, 'PrefixList');
  if (others.length > 0 || !known || list === undefined) return undefined;
  return list.split(/\s+/).filter((prefix) => prefix !== '');
};

const referenceOf = (element: XmlElement): SignedReference | Fault => {
  const uri = attributeOf(element, 'URI') ?? '';
  const parts = onlyChildren(element, [
    [NS.ds, 'Transforms'],
    [NS.ds, 'DigestMethod'],
    [NS.ds, 'DigestValue'],
  ]);
  const [transforms, method, value] = parts ?? [];
  if (transforms === undefined || method === undefined || value === undefined || !/^#.+$/.test(uri))
    return fault('a reference names one part by its identifier');
  const prefixes = canonicalPrefixes(onlyChildren(transforms, [[NS.ds, 'Transform']])?.[0]);
  if (prefixes === undefined) return fault('the transform must be exclusive canonicalisation, alone');
  if (attributeOf(method, 'Algorithm') !== ALGORITHM.digest) return fault('the digest must be SHA-256');
  const digest = exactBase64(value.content);
  return digest === undefined ? fault('a digest is not base64') : { id: uri.slice(1), digest, prefixes };
};

const tokenIdOf = (keyInfo: XmlElement): string | undefined => {
  const [holder] = onlyChildren(keyInfo, [[NS.wsse, 'SecurityTokenReference']]) ?? [];
  if (holder === undefined) return undefined;
  const [reference] = onlyChildren(holder, [[NS.wsse, 'Reference']]) ?? [];
  if (reference === undefined) return undefined;
  // Nothing here is signed: what is not understood is not passed over.
  const known = reference.attrs.every(
    ({ name, namespaceUri }) => namespaceUri === '' && ['URI', 'ValueType'].includes(name),
  );
  if (!known || keyInfo.attrs.length > 0 || holder.attrs.length > 0) return undefined;
  const type = attributeOf(reference, 'ValueType');
  const uri = attributeOf(reference, 'URI') ?? '';
  return (type === undefined || type === TOKEN.value) && uri.startsWith('#') ? uri.slice(1) : undefined;
};

export const signedInfo = (signature: XmlElement): SignedInfo | Fault => {
  const [info, value, keyInfo] =
    onlyChildren(signature, [
      [NS.ds, 'SignedInfo'],
      [NS.ds, 'SignatureValue'],
      [NS.ds, 'KeyInfo'],
    ]) ?? [];
  if (info === undefined || value === undefined || keyInfo === undefined)
    return fault('a signature has what it signs, a value and a key, and nothing else');
  const [canonical, method, ...rest] = elementsOf(info);
  const prefixes = canonicalPrefixes(
    canonical && isNamed(canonical, NS.ds, 'CanonicalizationMethod') ? canonical : undefined,
  );
  if (prefixes === undefined) return fault('the canonicalisation must be exclusive');
  if (
    method === undefined ||
    !isNamed(method, NS.ds, 'SignatureMethod') ||
    attributeOf(method, 'Algorithm') !== ALGORITHM.signature
  )
    return fault('the signature must be RSA with SHA-256');
  if (elementsOf(method).length > 0) return fault('the signature method takes no parameter');
  if (rest.length !== 3 || !rest.every((one) => isNamed(one, NS.ds, 'Reference')))
    return fault('exactly three references: token, timestamp and body');
  const references: SignedReference[] = [];
  for (const element of rest) {
    const reference = referenceOf(element);
    if ('fault' in reference) return reference;
    references.push(reference);
  }
  const bytes = exactBase64(value.content);
  if (bytes === undefined || elementsOf(value).length > 0) return fault('the signature value is not base64');
  const tokenId = tokenIdOf(keyInfo);
  if (tokenId === undefined) return fault('the key must be named by a reference to the token');
  return { element: info, prefixes, references, value: bytes, tokenId };
};
