// Recognises one file and collects its keys and certificates: PKCS#12, PEM, a certificate, a bundle, a key alone.
import type {
  CertificateFacts,
  ProtectionFacts,
} from '../../preload/rules/certificates/certificate-facts.ts';
import { claimedLength, isContext, isSequence, type Node, parse, parts } from './asn1.ts';
import { bundleCertificates, isBundle, parsedCertificate } from './certificate-bundle.ts';
import { protectionOf, readProtection, sealOf } from './container-protection.ts';
import { looksLikeJavaKeystore, plainBytes } from './file-kind.ts';
import { keyShape, readKey } from './key-file.ts';
import { looksLikePem, readPem } from './pem-reader.ts';
import { type Found, looksLikePkcs12, readPkcs12 } from './pkcs12-reader.ts';
import { Refusal } from './refusal.ts';
import type { WorkBudget } from './work-budget.ts';

/** Real files take 2 to 20 kB, with long chains up to 100 kB. */
export const maxContainerBytes = 5 * 1_024 * 1_024;

export type FileFormat = CertificateFacts['format'];
export type ReadFile = {
  format: FileFormat;
  found: Found;
  /** Null where there is no key to guard. */
  protection: ProtectionFacts | null;
};

export async function readFile(file: Uint8Array, password: string, budget: WorkBudget): Promise<ReadFile> {
  if (file.byteLength > maxContainerBytes) {
    throw new Refusal('fileTooLarge', { details: { bytes: file.byteLength, limit: maxContainerBytes } });
  }
  const bytes = plainBytes(file);
  const claimed = claimedLength(bytes);
  if (claimed === null) {
    if (looksLikePem(bytes)) return readPem(bytes, password, budget);
    throw new Refusal(looksLikeJavaKeystore(bytes) ? 'javaKeystore' : 'notAContainer');
  }
  if (claimed !== 'open' && claimed > bytes.byteLength) throw new Refusal(cutOffOrNoise(bytes));
  const node = outerValue(bytes, claimed === 'open');
  if (looksLikePkcs12(node)) {
    const found = await readPkcs12(node, password, budget);
    return { format: 'pkcs12', found, protection: readProtection(node) };
  }
  if (isBundle(node)) {
    const found = { keys: [], certificates: bundleCertificates(node).map(withoutName) };
    return { format: 'bundle', found, protection: null };
  }
  const certificate = looksLikeCertificate(node) ? parsedCertificate(bytes) : null;
  if (certificate) {
    const found = { keys: [], certificates: [withoutName(certificate.raw)] };
    return { format: 'certificate', found, protection: null };
  }
  return readOneKey(node, password, budget);
}

const withoutName = (der: Buffer) => ({ der, friendlyName: '', localKeyId: '' });

async function readOneKey(node: Node, password: string, budget: WorkBudget): Promise<ReadFile> {
  const shape = keyShape(node);
  if (shape === null) throw new Refusal(looksLikeRequest(node) ? 'signingRequest' : 'notAContainer');
  const pkcs8 = await readKey(node, shape, password, budget);
  const sealed = shape === 'encrypted';
  return {
    format: 'pem',
    found: { keys: [{ pkcs8, friendlyName: '', localKeyId: '' }], certificates: [] },
    protection: protectionOf(sealed ? [sealOf(parts(node)[0])] : [], !sealed),
  };
}

/** By its outline (RFC 5280, §4.1): its validity is the fourth value after the version, which a `[0]` tells. */
function looksLikeCertificate(node: Node): boolean {
  try {
    const [tbs] = parts(node);
    const fields = parts(tbs);
    return isSequence(fields[isContext(fields[0], 0) ? 4 : 3]);
  } catch {
    return false;
  }
}

/** PKCS#10 (RFC 2986): like a certificate, but its first part begins with version 0. */
function looksLikeRequest(node: Node): boolean {
  try {
    const [info, algorithm] = parts(node);
    const [version] = parts(info);
    const zero = Buffer.isBuffer(version?.value) && version.type === 2 && version.value.equals(Buffer.of(0));
    return zero && isSequence(algorithm) && parts(node).length === 3;
  } catch {
    return false;
  }
}

/** A file that begins as a PKCS#12 or a certificate but is shorter than it says was cut off; else it is noise. */
function cutOffOrNoise(bytes: Uint8Array): 'truncatedContainer' | 'notAContainer' {
  const start = Buffer.from(bytes.subarray(0, 12));
  const headerLength = 2 + ((start[1] ?? 0) & 0x80 ? (start[1] ?? 0) & 0x7f : 0);
  const inner = start.subarray(headerLength);
  const versionThree = inner.subarray(0, 3).equals(Buffer.from([2, 1, 3]));
  return versionThree || inner[0] === 0x30 || inner.length === 0 ? 'truncatedContainer' : 'notAContainer';
}

function outerValue(bytes: Uint8Array, openLength: boolean): Node {
  try {
    return parse(bytes);
  } catch {
    const start = Buffer.from(bytes.subarray(0, 5)).toString('hex');
    throw new Refusal(openLength && start === '3080020103' ? 'truncatedContainer' : 'notAContainer');
  }
}
