// Opens a certificate file of any common origin, or a certificate and its key in two files. Never throws, whatever the
// bytes; the main thread computes in slices of milliseconds, so the window stays usable.
import type { KeyObject, X509Certificate } from 'node:crypto';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { ProtectionFacts } from '../../preload/rules/certificates/certificate-facts.ts';
import { type Entry, entriesOf, summaryOf } from './container-entries.ts';
import { type FileFormat, type ReadFile, readFile } from './read-file.ts';
import { type EntrySummary, type OpenFailure, Refusal } from './refusal.ts';
import { workBudget } from './work-budget.ts';

export type OpenedContainer = {
  format: FileFormat;
  protection: ProtectionFacts | null;
  entry: EntrySummary;
  certificate: X509Certificate;
  /** Issuers found in the file, nearest first. */
  chain: X509Certificate[];
  privateKey: KeyObject;
};

export type OpenOptions = {
  /** Which key, where a file holds several: the number given with `severalKeys`. */
  entry?: number;
  /** The key in a file of its own; the password opens whichever of the two is sealed. */
  keyFile?: Uint8Array;
  signal?: AbortSignal;
};

export async function openContainer(
  bytes: Uint8Array,
  password: string,
  options: OpenOptions = {},
): Promise<Result<OpenedContainer, OpenFailure>> {
  try {
    const budget = workBudget(options.signal);
    const first = await readFile(bytes, password, budget);
    const read = options.keyFile ? joined(first, await readFile(options.keyFile, password, budget)) : first;
    const chosen = choose(entriesOf(read.found, read.format), options.entry);
    return ok({ format: read.format, protection: read.protection, ...chosen });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    // What OpenSSL says about damaged bytes; never shown or logged, as it may quote them.
    return { ok: false, failure: { code: 'fileUnreadable' } };
  }
}

/** Two files as one, in either order: whichever was chosen first may hold the key. */
function joined(one: ReadFile, other: ReadFile): ReadFile {
  return {
    format: 'twoFiles',
    found: {
      keys: [...one.found.keys, ...other.found.keys],
      certificates: [...one.found.certificates, ...other.found.certificates],
    },
    protection: other.protection ?? one.protection,
  };
}

function choose(
  entries: Entry[],
  wanted: number | undefined,
): Pick<OpenedContainer, 'entry' | 'certificate' | 'chain' | 'privateKey'> {
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
