// The signature of a message, reference by reference: what is signed, the text that was counted, and whether the value fits. Made anew
// with libxml2's canonical form and node's own digests, not with the library that signs.
import { createHash, verify, type X509Certificate } from 'node:crypto';
import { XmlC14NMode, type XmlElement } from 'libxml2-wasm';
import type { SignedPart } from '../../../preload/contract/cbss-workbench.ts';
import { dsNs, exclusiveC14n, rsaSha256, sha256, soapNs, wsseNs, wsuNs } from '../cbss/namespaces.ts';
import { childrenOf, everyElement, is, type MessageShape, wsuId } from './message-shape.ts';

export type SignatureParts = { signature: XmlElement; signedInfo: XmlElement };
export type Referred = { part: SignedPart; node: XmlElement | null };

const exclusive = (node: XmlElement): string =>
  node.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0, withComments: false });
const attribute = (node: XmlElement | undefined, name: string): string => node?.attr(name)?.value ?? '';
const below = (node: XmlElement, ns: string, name: string): XmlElement[] =>
  childrenOf(node).filter((child) => is(child, ns, name));
const longestCanonical = 20_000;

/** Null where there is no `SignedInfo` of its own in it. */
export function signatureParts(signature: XmlElement): SignatureParts | null {
  const infos = below(signature, dsNs, 'SignedInfo');
  return infos.length === 1 && infos[0] !== undefined ? { signature, signedInfo: infos[0] } : null;
}

export const referencesOf = ({ signedInfo }: SignatureParts): XmlElement[] =>
  below(signedInfo, dsNs, 'Reference');

/** Only what the policy names: exclusive form, SHA-256, RSA; looked at before anything is counted. */
export function usesAllowedAlgorithms(parts: SignatureParts): boolean {
  const { signedInfo } = parts;
  const of = (name: string): string => attribute(below(signedInfo, dsNs, name)[0], 'Algorithm');
  return (
    of('CanonicalizationMethod') === exclusiveC14n &&
    of('SignatureMethod') === rsaSha256 &&
    referencesOf(parts).every((reference) => {
      const transforms = below(reference, dsNs, 'Transforms').flatMap((one) => childrenOf(one));
      return (
        attribute(below(reference, dsNs, 'DigestMethod')[0], 'Algorithm') === sha256 &&
        transforms.length === 1 &&
        attribute(transforms[0], 'Algorithm') === exclusiveC14n
      );
    })
  );
}

/** Each reference with what it leads to and the digest counted here. */
export function referred(parts: SignatureParts, { envelope }: MessageShape): Referred[] {
  const byId = new Map<string, XmlElement>();
  for (const node of everyElement(envelope)) {
    const id = wsuId(node);
    if (id !== null && !byId.has(id)) byId.set(id, node);
  }
  return referencesOf(parts).map((reference) => {
    const id = attribute(reference, 'URI').replace(/^#/, '');
    const node = byId.get(id) ?? null;
    const canonical = node === null ? '' : exclusive(node);
    const stated = (below(reference, dsNs, 'DigestValue')[0]?.content ?? '').replace(/\s/g, '');
    return {
      node,
      part: {
        part: partOf(node),
        id: id.slice(0, 200),
        stated: stated.slice(0, 200),
        counted: node === null ? null : createHash('sha256').update(canonical).digest('base64'),
        canonical: canonical.slice(0, longestCanonical),
        bytes: Buffer.byteLength(canonical),
      },
    };
  });
}

function partOf(node: XmlElement | null): SignedPart['part'] {
  if (node === null) return 'other';
  if (is(node, wsseNs, 'BinarySecurityToken')) return 'certificate';
  if (is(node, wsuNs, 'Timestamp')) return 'timestamp';
  return is(node, soapNs, 'Body') ? 'body' : 'other';
}

/** Whether the key of the certificate made the value over `SignedInfo`; that also holds the digests in place. */
export function valueFits({ signature, signedInfo }: SignatureParts, certificate: X509Certificate): boolean {
  const value = below(signature, dsNs, 'SignatureValue')[0]?.content.replace(/\s/g, '') ?? '';
  if (value === '' || certificate.publicKey.asymmetricKeyType !== 'rsa') return false;
  return verify(
    'RSA-SHA256',
    Buffer.from(exclusive(signedInfo)),
    certificate.publicKey,
    Buffer.from(value, 'base64'),
  );
}

/** The id of the certificate that the signature says it was made with. */
export function namedCertificate({ signature }: SignatureParts): string | null {
  const named = below(signature, dsNs, 'KeyInfo')
    .flatMap((info) => below(info, wsseNs, 'SecurityTokenReference'))
    .flatMap((one) => below(one, wsseNs, 'Reference'));
  return named.length === 1 ? attribute(named[0], 'URI').replace(/^#/, '') : null;
}
