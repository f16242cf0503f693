// Compact JWS: strict decoding, and verification against one public key with node:crypto only (RFC 7515, RFC 7518).
import { constants, type KeyObject, verify } from 'node:crypto';

export interface Jws {
  readonly algorithm: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signedPart: Buffer;
  readonly signature: Buffer;
}

interface Algorithm {
  readonly digest: string;
  readonly family: 'rsa' | 'pss' | 'ec';
  readonly curve?: string;
}

// No `none`, no HMAC, no ES256: certificates are RSA, P-384 or P-521 (guide of the FLA API channel).
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  RS256: { digest: 'sha256', family: 'rsa' },
  RS384: { digest: 'sha384', family: 'rsa' },
  RS512: { digest: 'sha512', family: 'rsa' },
  PS256: { digest: 'sha256', family: 'pss' },
  PS384: { digest: 'sha384', family: 'pss' },
  PS512: { digest: 'sha512', family: 'pss' },
  ES384: { digest: 'sha384', family: 'ec', curve: 'secp384r1' },
  ES512: { digest: 'sha512', family: 'ec', curve: 'secp521r1' },
};

export const algorithmIsAllowed = (name: string): boolean => Object.hasOwn(ALGORITHMS, name);

const decoder = new TextDecoder('utf-8', { fatal: true });

const objectOf = (part: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(decoder.decode(Buffer.from(part, 'base64url')));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return undefined;
  }
};

/** Takes a compact JWS apart; undefined when it is not one. Nothing is verified yet. */
export const decodeJws = (compact: string): Jws | undefined => {
  const parts = compact.split('.');
  const [head, body, tail] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || tail === undefined) return undefined;
  if (!parts.slice(0, 2).every((part) => /^[A-Za-z0-9_-]+$/.test(part))) return undefined;
  if (!/^[A-Za-z0-9_-]*$/.test(tail)) return undefined;
  const header = objectOf(head);
  const claims = objectOf(body);
  const algorithm = header?.['alg'];
  if (header === undefined || claims === undefined || typeof algorithm !== 'string') return undefined;
  const signedPart = Buffer.from(`${head}.${body}`, 'ascii');
  return { algorithm, header, claims, signedPart, signature: Buffer.from(tail, 'base64url') };
};

/** Whether this key made the signature with the algorithm that the header names. */
export const signatureHolds = (jws: Jws, key: KeyObject): boolean => {
  const algorithm = Object.hasOwn(ALGORITHMS, jws.algorithm) ? ALGORITHMS[jws.algorithm] : undefined;
  if (algorithm === undefined) return false;
  const { digest, family, curve } = algorithm;
  try {
    if (family === 'ec') {
      if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== curve) return false;
      return verify(digest, jws.signedPart, { key, dsaEncoding: 'ieee-p1363' }, jws.signature);
    }
    if (key.asymmetricKeyType !== 'rsa') return false;
    const options =
      family === 'rsa'
        ? { key, padding: constants.RSA_PKCS1_PADDING }
        : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    return verify(digest, jws.signedPart, options, jws.signature);
  } catch {
    return false;
  }
};
