// Decrypts what an AlgorithmIdentifier of PKCS#5 or PKCS#12 says: PBES2 with AES or 3DES, and the legacy ciphers
// (3DES, RC2) that older Windows, Java and OpenSSL wrote.
import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { integer, isInteger, isSequence, type Node, octets, oid, parse, parts } from './asn1.ts';
import type { PasswordForms } from './password-forms.ts';
import { derivePkcs12Key, type KdfInput, purpose } from './pkcs12-kdf.ts';
import { decryptRc2 } from './rc2.ts';
import { Refusal } from './refusal.ts';
import type { WorkBudget } from './work-budget.ts';

const derivePbkdf2 = promisify(pbkdf2);

const legacy: Record<string, { cipher: '3des' | 'rc2'; keyBytes: number }> = {
  '1.2.840.113549.1.12.1.3': { cipher: '3des', keyBytes: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: '3des', keyBytes: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyBytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyBytes: 5 },
};

const pbes2Ciphers: Record<string, { name: string; keyBytes: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
};

/** HMAC functions of PBKDF2; SHA-1 is what the standard means when none is named. `cost` as in the budget. */
const prfs: Record<string, { digest: string; bytes: number; cost: number }> = {
  '1.2.840.113549.2.7': { digest: 'sha1', bytes: 20, cost: 1 },
  '1.2.840.113549.2.8': { digest: 'sha224', bytes: 28, cost: 1.4 },
  '1.2.840.113549.2.9': { digest: 'sha256', bytes: 32, cost: 0.6 },
  '1.2.840.113549.2.10': { digest: 'sha384', bytes: 48, cost: 2.3 },
  '1.2.840.113549.2.11': { digest: 'sha512', bytes: 64, cost: 2.5 },
};

const unsupported = (algorithm: string) => new Refusal('unsupportedEncryption', { details: { algorithm } });

/** The parsed plaintext. Every form of the password is tried; `wrongPassword` when none gives a well-formed value. */
export async function decryptToAsn1(
  algorithm: Node | undefined,
  data: Buffer,
  forms: PasswordForms,
  budget: WorkBudget,
): Promise<Node> {
  const [name, parameters] = parts(algorithm);
  const scheme = oid(name);
  const isPbes2 = scheme === '1.2.840.113549.1.5.13';
  for (const password of isPbes2 ? forms.utf8 : forms.bmp) {
    const plain = isPbes2
      ? await decryptPbes2(parameters, data, password, budget)
      : await decryptLegacy(scheme, parameters, data, password, budget);
    const node = plain && parsedOrNull(plain);
    if (node) return node;
  }
  throw new Refusal('wrongPassword');
}

async function decryptPbes2(
  parameters: Node | undefined,
  data: Buffer,
  password: Buffer,
  budget: WorkBudget,
) {
  const [kdf, scheme] = parts(parameters);
  const [cipherName, iv] = parts(scheme);
  const cipher = pbes2Ciphers[oid(cipherName)];
  if (!cipher) throw unsupported(oid(cipherName));
  const key = await pbkdf2Key(kdf, password, cipher.keyBytes, budget);
  return decipher(cipher.name, key, octets(iv), data);
}

/** PBKDF2 as its AlgorithmIdentifier says (RFC 8018, appendix A.2), on Node's thread pool. */
export async function pbkdf2Key(
  kdf: Node | undefined,
  password: Buffer,
  length: number,
  budget: WorkBudget,
): Promise<Buffer> {
  const [name, parameters] = parts(kdf);
  if (oid(name) !== '1.2.840.113549.1.5.12') throw unsupported(oid(name));
  const [salt, iterations, ...rest] = parts(parameters);
  const prf = rest.find((node) => !isInteger(node) && isSequence(node));
  const prfName = prf ? oid(parts(prf)[0]) : '1.2.840.113549.2.7';
  const hmac = prfs[prfName];
  if (!hmac) throw unsupported(prfName);
  const count = integer(iterations);
  // Each output block of the HMAC's length is derived anew.
  budget.spend(count, hmac.cost * Math.ceil(length / hmac.bytes));
  return derivePbkdf2(password, octets(salt), count, length, hmac.digest);
}

async function decryptLegacy(
  scheme: string,
  parameters: Node | undefined,
  data: Buffer,
  password: Buffer,
  budget: WorkBudget,
) {
  const known = legacy[scheme];
  if (!known) throw unsupported(scheme);
  const [salt, iterations] = parts(parameters);
  const base = {
    digest: 'sha1',
    password,
    salt: octets(salt),
    iterations: integer(iterations),
  } satisfies Partial<KdfInput>;
  const key = await derivePkcs12Key({ ...base, purpose: purpose.key, length: known.keyBytes }, budget);
  const iv = await derivePkcs12Key({ ...base, purpose: purpose.iv, length: 8 }, budget);
  if (known.cipher === 'rc2') return decryptRc2(key, iv, data, budget);
  // Two-key 3DES uses its first key again as the third.
  const full = known.keyBytes === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key;
  return decipher('des-ede3-cbc', full, iv, data);
}

/** Null when the padding is wrong, which nearly always means a wrong password. */
export function decipher(name: string, key: Buffer, iv: Buffer, data: Buffer): Buffer | null {
  if (iv.length !== (name.startsWith('aes') ? 16 : 8)) throw new Refusal('fileUnreadable');
  try {
    const cipher = createDecipheriv(name, key, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
  } catch {
    return null;
  }
}

function parsedOrNull(plain: Buffer): Node | null {
  try {
    const node = parse(plain);
    return isSequence(node) ? node : null;
  } catch {
    return null;
  }
}
