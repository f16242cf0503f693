// The integrity check of a container: HMAC with the PKCS#12 derivation (RFC 7292, §4) or PBMAC1 (RFC 9579).
// It also tells which form of the password the writing tool used.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { integer, type Node, octets, oid, parts } from './asn1.ts';
import { pbkdf2Key } from './encryption-scheme.ts';
import type { PasswordForms } from './password-forms.ts';
import { derivePkcs12Key, type KdfDigest, purpose } from './pkcs12-kdf.ts';
import { Refusal } from './refusal.ts';
import type { WorkBudget } from './work-budget.ts';

const digests: Record<string, { name: KdfDigest; bytes: number }> = {
  '1.3.14.3.2.26': { name: 'sha1', bytes: 20 },
  '2.16.840.1.101.3.4.2.4': { name: 'sha224', bytes: 28 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', bytes: 32 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', bytes: 48 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', bytes: 64 },
};

const hmacs: Record<string, KdfDigest> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const pbmac1 = '1.2.840.113549.1.5.14';

/** The forms narrowed to the one that was proved right. Refuses with `wrongPassword` when none is. */
export async function proveByMac(
  macData: Node,
  covered: Buffer,
  forms: PasswordForms,
  budget: WorkBudget,
): Promise<PasswordForms> {
  const [digestInfo, salt, iterations] = parts(macData);
  const [algorithm, value] = parts(digestInfo);
  const [name, parameters] = parts(algorithm);
  const expected = octets(value);
  if (oid(name) === pbmac1) return provePbmac1(parameters, expected, covered, forms, budget);
  const digest = digests[oid(name)];
  if (!digest) throw new Refusal('unsupportedEncryption', { details: { algorithm: oid(name) } });
  const count = iterations ? integer(iterations) : 1;
  for (const password of forms.bmp) {
    const key = await derivePkcs12Key(
      {
        digest: digest.name,
        password,
        salt: octets(salt),
        iterations: count,
        purpose: purpose.mac,
        length: digest.bytes,
      },
      budget,
    );
    if (sameBytes(createHmac(digest.name, key).update(covered).digest(), expected)) {
      return { bmp: [password], utf8: forms.utf8 };
    }
  }
  throw new Refusal('wrongPassword');
}

async function provePbmac1(
  parameters: Node | undefined,
  expected: Buffer,
  covered: Buffer,
  forms: PasswordForms,
  budget: WorkBudget,
): Promise<PasswordForms> {
  const [kdf, scheme] = parts(parameters);
  const hmac = hmacs[oid(parts(scheme)[0])];
  if (!hmac) throw new Refusal('unsupportedEncryption', { details: { algorithm: oid(parts(scheme)[0]) } });
  // RFC 9579, §5: the key length is explicit and stands after salt and count.
  const [, , keyLength] = parts(parts(kdf)[1]);
  const length = integer(keyLength);
  if (length < 20 || length > 1_024) throw new Refusal('fileUnreadable');
  for (const password of forms.utf8) {
    const key = await pbkdf2Key(kdf, password, length, budget);
    if (sameBytes(createHmac(hmac, key).update(covered).digest(), expected)) {
      return { bmp: forms.bmp, utf8: [password] };
    }
  }
  throw new Refusal('wrongPassword');
}

const sameBytes = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
