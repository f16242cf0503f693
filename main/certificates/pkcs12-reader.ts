// Walks a PKCS#12 file (RFC 7292): checks its MAC, decrypts its parts, and collects keys and certificates.
import {
  bmpText,
  encode,
  explicit,
  integer,
  isContext,
  type Node,
  octets,
  oid,
  parse,
  parts,
} from './asn1.ts';
import { proveByMac } from './container-mac.ts';
import { decryptToAsn1 } from './encryption-scheme.ts';
import { type PasswordForms, passwordForms } from './password-forms.ts';
import { Refusal } from './refusal.ts';
import type { WorkBudget } from './work-budget.ts';

export type FoundKey = { pkcs8: Buffer; friendlyName: string; localKeyId: string };
export type FoundCertificate = { der: Buffer; friendlyName: string; localKeyId: string };
export type Found = { keys: FoundKey[]; certificates: FoundCertificate[] };

export const bagTypes = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  safeContents: '1.2.840.113549.1.12.10.1.6',
  x509: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

/** Bags of one file; real ones hold fewer than twenty. Keys and certificates are compared pair by pair. */
const maxBags = 200;
const maxKeys = 40;

type Walk = { forms: PasswordForms; budget: WorkBudget; found: Found; bags: number };

/** Whether the value has the outline of a PKCS#12 file: version 3, then a ContentInfo. */
export function looksLikePkcs12(file: Node): boolean {
  try {
    const [version, contentInfo] = parts(file);
    return integer(version) === 3 && oid(parts(contentInfo)[0]).startsWith('1.2.840.113549.1.7.');
  } catch {
    return false;
  }
}

export async function readPkcs12(file: Node, password: string, budget: WorkBudget): Promise<Found> {
  const [, contentInfo, macData] = parts(file);
  const authSafe = dataOf(contentInfo);
  let forms = passwordForms(password);
  if (macData) forms = await proveByMac(macData, authSafe, forms, budget);
  const walk: Walk = { forms, budget, found: { keys: [], certificates: [] }, bags: 0 };
  const safes = parts(parse(authSafe));
  if (safes.length > maxBags) throw new Refusal('fileUnreadable');
  for (const part of safes) await readPart(part, walk);
  return walk.found;
}

/** Content of a ContentInfo of type data. A container that is signed or sealed to a certificate is not ours to open. */
export function dataOf(contentInfo: Node | undefined): Buffer {
  const [type, value] = parts(contentInfo);
  if (oid(type) !== bagTypes.data)
    throw new Refusal('unsupportedEncryption', { details: { algorithm: oid(type) } });
  return octets(explicit(value, 0));
}

async function readPart(part: Node, walk: Walk): Promise<void> {
  const [type, value] = parts(part);
  if (oid(type) !== bagTypes.encryptedData) return readBags(parse(dataOf(part)), walk, 0);
  const [, encrypted] = parts(explicit(value, 0));
  const [, algorithm, data] = parts(encrypted);
  if (!isContext(data, 0)) throw new Refusal('fileUnreadable');
  const plain = await decryptToAsn1(algorithm, implicitOctets(data), walk.forms, walk.budget);
  return readBags(plain, walk, 0);
}

/** `[0] IMPLICIT OCTET STRING`, in one piece or in several. */
function implicitOctets(node: Node): Buffer {
  return Array.isArray(node.value) ? Buffer.concat(node.value.map(octets)) : node.value;
}

async function readBags(contents: Node, walk: Walk, depth: number): Promise<void> {
  for (const bag of parts(contents)) {
    walk.bags += 1;
    if (walk.bags > maxBags || walk.found.keys.length > maxKeys || depth > 8) {
      throw new Refusal('fileUnreadable');
    }
    const [type, wrapped, attributes] = parts(bag);
    const kind = oid(type);
    const value = explicit(wrapped, 0);
    if (kind === bagTypes.safeContents) await readBags(value, walk, depth + 1);
    else if (kind === bagTypes.certificate) readCertificate(value, attributes, walk);
    else if (kind === bagTypes.key) walk.found.keys.push({ pkcs8: encode(value), ...names(attributes) });
    else if (kind === bagTypes.shroudedKey) {
      walk.found.keys.push({
        pkcs8: await openShrouded(value, walk.forms, walk.budget),
        ...names(attributes),
      });
    }
  }
}

function readCertificate(value: Node, attributes: Node | undefined, walk: Walk): void {
  const [type, wrapped] = parts(value);
  if (oid(type) !== bagTypes.x509) return;
  walk.found.certificates.push({ der: octets(explicit(wrapped, 0)), ...names(attributes) });
}

/** An EncryptedPrivateKeyInfo (RFC 5958, §3) as plain PKCS#8. */
export async function openShrouded(value: Node, forms: PasswordForms, budget: WorkBudget): Promise<Buffer> {
  const [algorithm, data] = parts(value);
  return encode(await decryptToAsn1(algorithm, octets(data), forms, budget));
}

function names(attributes: Node | undefined): { friendlyName: string; localKeyId: string } {
  const result = { friendlyName: '', localKeyId: '' };
  if (!attributes) return result;
  for (const attribute of parts(attributes)) {
    const [type, values] = parts(attribute);
    const value = parts(values)[0];
    if (oid(type) === bagTypes.friendlyName) result.friendlyName = bmpText(value).slice(0, 200);
    else if (oid(type) === bagTypes.localKeyId) result.localKeyId = octets(value).toString('hex');
  }
  return result;
}
