// Keys and certificates from PEM text (RFC 7468), with the old `Proc-Type: 4,ENCRYPTED` form of OpenSSL.
import { createHash } from 'node:crypto';
import { parse, parts } from './asn1.ts';
import { bundleCertificates } from './certificate-bundle.ts';
import { protectionOf, type Seal, sealOf } from './container-protection.ts';
import { decipher } from './encryption-scheme.ts';
import { asPkcs8 } from './key-file.ts';
import { passwordForms } from './password-forms.ts';
import { type Found, openShrouded } from './pkcs12-reader.ts';
import { privateKeyOf } from './private-key.ts';
import type { ReadFile } from './read-file.ts';
import { Refusal } from './refusal.ts';
import type { WorkBudget } from './work-budget.ts';

type Block = { label: string; headers: string; body: Buffer };

const begin = '-----BEGIN ';
/** A chain with its key has four or five. */
const maxBlocks = 200;
/** Over all blocks: certificates are compared with one another and with the keys. */
const maxCertificates = 200;
const maxKeys = 40;

export const looksLikePem = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(begin, 0, 'latin1') !== -1;

/** Refuses with `signingRequest` when there is nothing but requests. */
export async function readPem(bytes: Uint8Array, password: string, budget: WorkBudget): Promise<ReadFile> {
  const found: Found = { keys: [], certificates: [] };
  const bare = { friendlyName: '', localKeyId: '' };
  const seals: Seal[] = [];
  const labels: string[] = [];
  for (const block of blocks(Buffer.from(bytes).toString('latin1'))) {
    labels.push(block.label);
    if (/^(X509 |TRUSTED )?CERTIFICATE$/.test(block.label)) {
      found.certificates.push({ der: block.body, ...bare });
    } else if (/^(PKCS7|CMS)$/.test(block.label)) {
      found.certificates.push(...bundleCertificates(parse(block.body)).map((der) => ({ der, ...bare })));
    } else if (block.label.endsWith('PRIVATE KEY')) {
      if (found.keys.length >= maxKeys) throw new Refusal('fileUnreadable');
      found.keys.push({ pkcs8: await keyOf(block, password, budget), ...bare });
      seals.push(...sealsOf(block));
    }
    if (found.certificates.length > maxCertificates) throw new Refusal('fileUnreadable');
  }
  if (labels.length > 0 && labels.every((label) => /CERTIFICATE REQUEST$/.test(label))) {
    throw new Refusal('signingRequest');
  }
  const alone = labels.every((label) => /^(PKCS7|CMS)$/.test(label)) ? 'bundle' : 'certificate';
  return {
    format: found.keys.length > 0 ? 'pem' : alone,
    found,
    protection: found.keys.length > 0 ? protectionOf(seals, seals.length < found.keys.length) : null,
  };
}

/** How a key's own text is sealed; none when it lies open. */
function sealsOf(block: Block): Seal[] {
  if (block.label === 'ENCRYPTED PRIVATE KEY') return [sealOf(parts(parse(block.body))[0])];
  const cipher = /^DEK-Info: ([A-Z0-9-]+)/m.exec(block.headers)?.[1];
  return cipher === undefined ? [] : [{ name: `${cipher} (MD5)`, iterations: 1, strong: false }];
}

/** Cuts the text by hand: a regular expression over megabytes of noise can take long. */
function blocks(text: string): Block[] {
  const found: Block[] = [];
  for (let at = text.indexOf(begin); at !== -1 && found.length < maxBlocks; at = text.indexOf(begin, at)) {
    const labelEnd = text.indexOf('-----', at + begin.length);
    if (labelEnd === -1 || labelEnd - at > 100) throw new Refusal('fileUnreadable');
    const label = text.slice(at + begin.length, labelEnd);
    const end = text.indexOf(`-----END ${label}-----`, labelEnd);
    if (end === -1) throw new Refusal('truncatedContainer');
    const inner = text.slice(labelEnd + 5, end);
    const split = /\r?\n\r?\n/.exec(inner);
    const headers = inner.includes(':') && split ? inner.slice(0, split.index) : '';
    found.push({ label, headers, body: Buffer.from(inner.slice(headers ? split?.index : 0), 'base64') });
    at = end;
  }
  return found;
}

async function keyOf(block: Block, password: string, budget: WorkBudget): Promise<Buffer> {
  if (block.label === 'ENCRYPTED PRIVATE KEY') {
    return openShrouded(parse(block.body), passwordForms(password), budget);
  }
  if (block.label === 'PRIVATE KEY') return block.body;
  const type = ({ 'RSA PRIVATE KEY': 'pkcs1', 'EC PRIVATE KEY': 'sec1' } as const)[block.label];
  if (!type) throw new Refusal('unsupportedEncryption', { details: { algorithm: block.label } });
  const encrypted = /^Proc-Type: 4,ENCRYPTED/m.test(block.headers);
  const der = encrypted ? decryptTraditional(block, password) : block.body;
  try {
    return asPkcs8(privateKeyOf(der, type));
  } catch {
    throw new Refusal(encrypted ? 'wrongPassword' : 'fileUnreadable');
  }
}

const traditional: Record<string, number> = {
  'AES-128-CBC': 16,
  'AES-192-CBC': 24,
  'AES-256-CBC': 32,
  'DES-EDE3-CBC': 24,
};

/** OpenSSL's EVP_BytesToKey with MD5 and one round; the salt is the first eight bytes of the IV. */
function decryptTraditional(block: Block, password: string): Buffer {
  const [, name = '', ivHex = ''] = /^DEK-Info: ([A-Z0-9-]+),([0-9A-Fa-f]+)/m.exec(block.headers) ?? [];
  const length = traditional[name];
  if (!length) throw new Refusal('unsupportedEncryption', { details: { algorithm: name } });
  const iv = Buffer.from(ivHex, 'hex');
  const secret = Buffer.concat([Buffer.from(password, 'utf8'), iv.subarray(0, 8)]);
  let key = Buffer.alloc(0);
  let last = Buffer.alloc(0);
  while (key.length < length) {
    last = createHash('md5')
      .update(Buffer.concat([last, secret]))
      .digest();
    key = Buffer.concat([key, last]);
  }
  const plain = decipher(name.toLowerCase(), key.subarray(0, length), iv, block.body);
  if (!plain) throw new Refusal('wrongPassword');
  return plain;
}
