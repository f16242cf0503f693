// The one place where bytes of a file become a private key. OpenSSL computes with a key while it reads it, on the main
// thread and without a limit, so the outline is judged first: kind, sizes, and nothing that makes it multiply or raise
// numbers of a stranger's choosing.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { integer, isContext, isInteger, isOid, type Node, octets, oid, parse, parts } from './asn1.ts';
import { Refusal } from './refusal.ts';

export type KeyShape = 'pkcs8' | 'pkcs1' | 'sec1';

/** RSA with 16,384 bits, the most that OpenSSL verifies with, takes 9.3 kB. */
const maxKeyBytes = 10_000;
/** One number of an RSA key: 16,384 bits and the zero before them. */
const maxRsaNumber = 2_049;
/**
 * Of every other kind: no criterion accepts it, but the verdict should say so. With DSA and Diffie-Hellman, OpenSSL
 * raises one number to the power of the secret; 3,072 bits with a secret of 256 fit, and take a millisecond.
 */
const maxOtherBytes = 1_000;
const maxOtherSecret = 70;

const rsa = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const ec = '1.2.840.10045.2.1';

/** Refuses with `fileUnreadable` what is no key, or one that nobody has. */
export function privateKeyOf(der: Buffer, shape: KeyShape): KeyObject {
  if (!isReasonable(der, shape)) throw new Refusal('fileUnreadable');
  try {
    return createPrivateKey({ key: der, format: 'der', type: shape });
  } catch {
    throw new Refusal('fileUnreadable');
  }
}

function isReasonable(der: Buffer, shape: KeyShape): boolean {
  if (der.byteLength > maxKeyBytes) return false;
  const key = parse(der);
  if (shape === 'pkcs1') return isPlainRsa(key);
  if (shape === 'sec1') return isPlainEc(key, der.byteLength);
  const [, algorithm, secret] = parts(key);
  const [name, parameters] = parts(algorithm);
  const kind = oid(name);
  const inner = octets(secret);
  if (rsa.includes(kind)) return isPlainRsa(parse(inner));
  // Parameters written out are a curve of somebody's own.
  if (kind === ec) return isOid(parameters) && isPlainEc(parse(inner), der.byteLength);
  return der.byteLength <= maxOtherBytes && inner.byteLength <= maxOtherSecret;
}

/** Version 0 (RFC 8017, A.1.2): version 1 has further primes, which OpenSSL multiplies with one another. */
function isPlainRsa(key: Node): boolean {
  const [version, ...numbers] = parts(key);
  return (
    integer(version) === 0 &&
    numbers.length === 8 &&
    numbers.every((one) => isInteger(one) && one.value.length <= maxRsaNumber)
  );
}

/** RFC 5915; the curve may stand in `[0]`, and then by its name. */
function isPlainEc(key: Node, bytes: number): boolean {
  const own = parts(key).find((node) => isContext(node, 0));
  return bytes <= maxOtherBytes && (own === undefined || (Array.isArray(own.value) && isOid(own.value[0])));
}
