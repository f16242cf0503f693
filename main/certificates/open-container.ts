// Opens a certificate file of any common origin: PKCS#12 (.p12, .pfx) or PEM with its key. Never throws, whatever the
// bytes; the main thread computes in slices of milliseconds, so the window stays usable.
import { type KeyObject, X509Certificate } from 'node:crypto';
import { ok, type Result } from '../../preload/contract/result.ts';
import { claimedLength, isSequence, type Node, oid, parse, parts } from './asn1.ts';
import { type Entry, entriesOf, summaryOf } from './container-entries.ts';
import { looksLikePem, readPem } from './pem-reader.ts';
import { type Found, looksLikePkcs12, readPkcs12 } from './pkcs12-reader.ts';
import { type EntrySummary, type OpenFailure, Refusal } from './refusal.ts';
import { type WorkBudget, workBudget } from './work-budget.ts';

/** Real files take 2 to 20 kB, with long chains up to 100 kB. */
export const maxContainerBytes = 5 * 1_024 * 1_024;

export type OpenedContainer = {
  format: 'pkcs12' | 'pem';
  entry: EntrySummary;
  certificate: X509Certificate;
  /** Issuers found in the file, nearest first. */
  chain: X509Certificate[];
  privateKey: KeyObject;
};

export type OpenOptions = {
  /** Which key, where a file holds several: the number given with `severalKeys`. */
  entry?: number;
  signal?: AbortSignal;
};

export async function openContainer(
  bytes: Uint8Array,
  password: string,
  options: OpenOptions = {},
): Promise<Result<OpenedContainer, OpenFailure>> {
  try {
    const { format, found } = await read(bytes, password, workBudget(options.signal));
    return ok({ format, ...choose(entriesOf(found), options.entry) });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    // What forge or OpenSSL say about damaged bytes; never shown or logged, as it may quote them.
    return { ok: false, failure: { code: 'fileUnreadable' } };
  }
}

type Read = { format: OpenedContainer['format']; found: Found };

async function read(bytes: Uint8Array, password: string, budget: WorkBudget): Promise<Read> {
  if (bytes.byteLength > maxContainerBytes) {
    throw new Refusal('fileTooLarge', { details: { bytes: bytes.byteLength, limit: maxContainerBytes } });
  }
  const claimed = claimedLength(bytes);
  if (claimed === null) {
    if (looksLikePem(bytes)) return { format: 'pem', found: await readPem(bytes, password, budget) };
    throw new Refusal('notAContainer');
  }
  if (claimed !== 'open' && claimed > bytes.byteLength) throw new Refusal(cutOffOrNoise(bytes));
  const file = outerValue(bytes, claimed === 'open');
  if (looksLikePkcs12(file)) return { format: 'pkcs12', found: await readPkcs12(file, password, budget) };
  if (isCertificate(bytes) || isCertificateBundle(file)) throw new Refusal('certificateWithoutKey');
  throw new Refusal('notAContainer');
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
    throw new Refusal(
      openLength && /^30 80 02 01 03/.test(hexStart(bytes)) ? 'truncatedContainer' : 'notAContainer',
    );
  }
}

const hexStart = (bytes: Uint8Array) =>
  [...bytes.subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

function isCertificate(bytes: Uint8Array): boolean {
  try {
    return new X509Certificate(bytes).raw.length > 0;
  } catch {
    return false;
  }
}

/** A `.p7b`: certificates only, without a key. */
function isCertificateBundle(file: Node): boolean {
  try {
    return isSequence(file) && oid(parts(file)[0]) === '1.2.840.113549.1.7.2';
  } catch {
    return false;
  }
}

function choose(entries: Entry[], wanted: number | undefined): Omit<OpenedContainer, 'format'> {
  const index = wanted ?? (entries.length === 1 ? 0 : -1);
  const entry = entries[index];
  if (!entry) throw new Refusal('severalKeys', { entries: entries.map(summaryOf) });
  return {
    entry: summaryOf(entry, index),
    certificate: entry.certificate,
    chain: entry.chain,
    privateKey: entry.privateKey,
  };
}
