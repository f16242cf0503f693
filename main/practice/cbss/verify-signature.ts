// Judges the signature of a message: libxml2 canonicalises, node:crypto calculates. What it hands on are the bytes that were signed,
// so that nothing else is read afterwards. Every failure is "not authenticated"; the words are for makers.
import { createHash, verify, type X509Certificate } from 'node:crypto';
import { XmlC14NMode, type XmlElement, XmlError, XmlStringOutputBufferHandler } from 'libxml2-wasm';
import { judgeCertificate } from '../chaman/certificate-criteria.ts';
import type { Message } from './read-message.ts';
import { attributeOf, type Fault, fault, type SecurityParts, securityParts } from './security-header.ts';
import { exactBase64, type SignedInfo, signedInfo } from './signed-info.ts';
import { timestampFault } from './timestamp.ts';
import { NS } from './vocabulary.ts';

export interface Verified {
  readonly certificate: X509Certificate;
  readonly signatureValue: Buffer;
  /** The whole `Body` element, canonical: what was signed. */
  readonly signedBody: string;
}

const canonical = (element: XmlElement, prefixes: readonly string[]): string => {
  const handler = new XmlStringOutputBufferHandler();
  element.canonicalize(handler, {
    mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
    inclusiveNamespacePrefixes: [...prefixes],
  });
  return handler.result;
};

const certificateOf = (token: XmlElement, now: number): X509Certificate | Fault => {
  const der = exactBase64(token.content);
  if (der === undefined) return fault('the token is not base64');
  const { certificate, issues } = judgeCertificate(der, now);
  if (certificate === undefined || !Buffer.from(certificate.raw).equals(der))
    return fault('the token is no certificate');
  if (issues.length > 0) return fault(`the certificate: ${issues.join(', ')}`);
  return certificate.publicKey.asymmetricKeyType === 'rsa' ? certificate : fault('the key must be RSA');
};

/** Exactly token, timestamp and *the* body: a signed body that was moved elsewhere is another element. */
const coversAll = (
  { token, timestamp, byId }: SecurityParts,
  message: Message,
  info: SignedInfo,
): boolean => {
  const targets = info.references.map(({ id }) => byId.get(id));
  return [token, timestamp, message.body].every(
    (part) => targets.filter((target) => target?.isSameNode(part)).length === 1,
  );
};

const digestsFault = (byId: ReadonlyMap<string, XmlElement>, info: SignedInfo): Fault | undefined => {
  for (const { id, digest, prefixes } of info.references) {
    const target = byId.get(id);
    if (target === undefined) return fault('a reference leads nowhere');
    const made = createHash('sha256').update(canonical(target, prefixes)).digest();
    if (!made.equals(digest)) return fault('what was signed has changed');
  }
  return undefined;
};

/**
 * `now` in milliseconds since the epoch, on the security clock. What has no canonical form at all, as a namespace that is a relative
 * address, is refused like everything else.
 */
export const verifySignature = (message: Message, now: number): Verified | Fault => {
  try {
    return judge(message, now);
  } catch (cause) {
    if (cause instanceof XmlError) return fault('a part has no canonical form');
    throw cause;
  }
};

const judge = (message: Message, now: number): Verified | Fault => {
  const parts = securityParts(message);
  if ('fault' in parts) return parts;
  const info = signedInfo(parts.signature);
  if ('fault' in info) return info;
  if (info.tokenId !== attributeOf(parts.token, 'Id', NS.wsu))
    return fault('the key is not that of the token');
  if (!coversAll(parts, message, info))
    return fault('token, timestamp and the body must be signed, each once');
  const late = timestampFault(parts.timestamp, now);
  if (late !== undefined) return late;
  const certificate = certificateOf(parts.token, now);
  if ('fault' in certificate) return certificate;
  const changed = digestsFault(parts.byId, info);
  if (changed !== undefined) return changed;
  const signed = Buffer.from(canonical(info.element, info.prefixes));
  if (!verify('sha256', signed, certificate.publicKey, info.value))
    return fault('the signature does not hold');
  const body = info.references.find(({ id }) => parts.byId.get(id)?.isSameNode(message.body));
  return {
    certificate,
    signatureValue: info.value,
    signedBody: canonical(message.body, body?.prefixes ?? []),
  };
};
