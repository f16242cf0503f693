// Keychain entries in parts: new parts first, then the header that names them, then the old parts go. A journal entry
// names every generation being written or removed, so that a start-up can sweep what a kill left behind.
import { createHash, randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type Keychain, type KeychainBackend, KeychainRefusal, memoryBackend } from './keychain.ts';

/** Largest raw entry in bytes. */
export const PART_BYTES = 2048;
/** Up to this size the bytes stand in the header itself, so that small secrets are one entry. */
const INLINE_BYTES = 1200;
const JOURNAL = '#journal';

type Header = { generation: string; parts: number; length: number; sha256: string; inline?: string };
type Generation = { name: string; generation: string; parts: number };

/** The port over a backend. Calls run one after another: gnome-keyring answers wrongly when they overlap. */
export function partedKeychain(backend: KeychainBackend): Keychain {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const turn = last.then(() => guarded(work));
    last = turn;
    return turn;
  };
  const reading = new Map<string, Promise<Result<Uint8Array | null>>>();
  return {
    get(name) {
      const running = reading.get(name);
      if (running) return running;
      const read = inTurn(() => readEntry(backend, name)).finally(() => reading.delete(name));
      reading.set(name, read);
      return read;
    },
    set: (name, bytes) => inTurn(() => writeEntry(backend, name, bytes)),
    delete: (name) => inTurn(() => deleteEntry(backend, name)),
    sweep: () => inTurn(() => sweepOrphans(backend)),
  };
}

/** Keeps entries in memory only; never used for a profile that lasts. */
export const memoryKeychain = (): Keychain => partedKeychain(memoryBackend());

async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeychainRefusal) return fail(error.code, { retry: 'safe', details: error.details });
    throw error;
  }
}

async function readEntry(backend: KeychainBackend, name: string): Promise<Result<Uint8Array | null>> {
  const header = await readHeader(backend, name);
  if (header === null) return ok(null);
  if (header === 'damaged') return fail('entryDamaged');
  const chunks: Uint8Array[] = [];
  if (header.inline !== undefined) chunks.push(Buffer.from(header.inline, 'base64'));
  for (let part = 0; part < header.parts; part += 1) {
    const bytes = await backend.get(partName(name, header.generation, part));
    if (bytes === null) return fail('entryDamaged');
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  const whole = bytes.length === header.length && digest(bytes) === header.sha256;
  return whole ? ok(new Uint8Array(bytes)) : fail('entryDamaged');
}

async function writeEntry(backend: KeychainBackend, name: string, bytes: Uint8Array): Promise<Result<void>> {
  const old = await readHeader(backend, name);
  const header: Header = {
    generation: randomBytes(6).toString('hex'),
    parts: bytes.length <= INLINE_BYTES ? 0 : Math.ceil(bytes.length / PART_BYTES),
    length: bytes.length,
    sha256: digest(bytes),
  };
  if (header.parts === 0) header.inline = Buffer.from(bytes).toString('base64');
  const touched = [generationOf(name, header), ...oldGeneration(name, old)].filter(
    (entry) => entry.parts > 0,
  );
  if (touched.length > 0) await note(backend, touched);
  for (let part = 0; part < header.parts; part += 1) {
    const slice = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    await backend.set(partName(name, header.generation, part), slice);
  }
  await backend.set(name, Buffer.from(JSON.stringify(header)));
  if (touched.length > 0) await sweepOrphans(backend);
  return ok(undefined);
}

async function deleteEntry(backend: KeychainBackend, name: string): Promise<Result<void>> {
  const old = oldGeneration(name, await readHeader(backend, name)).filter((entry) => entry.parts > 0);
  if (old.length > 0) await note(backend, old);
  await backend.delete(name);
  if (old.length > 0) await sweepOrphans(backend);
  return ok(undefined);
}

/** Removes every journalled generation that no header names any more, then empties the journal. */
async function sweepOrphans(backend: KeychainBackend): Promise<Result<number>> {
  let removed = 0;
  const journal = await readJournal(backend);
  for (const entry of journal) {
    const header = await readHeader(backend, entry.name);
    if (header !== null && header !== 'damaged' && header.generation === entry.generation) continue;
    for (let part = 0; part < entry.parts; part += 1) {
      await backend.delete(partName(entry.name, entry.generation, part));
      removed += 1;
    }
  }
  if (journal.length > 0) await backend.delete(JOURNAL);
  return ok(removed);
}

async function note(backend: KeychainBackend, added: readonly Generation[]): Promise<void> {
  const journal = [...(await readJournal(backend)), ...added];
  await backend.set(JOURNAL, Buffer.from(JSON.stringify(journal.slice(-16))));
}

async function readJournal(backend: KeychainBackend): Promise<Generation[]> {
  const parsed = parse(await backend.get(JOURNAL));
  return Array.isArray(parsed) ? (parsed as Generation[]) : [];
}

async function readHeader(backend: KeychainBackend, name: string): Promise<Header | 'damaged' | null> {
  const bytes = await backend.get(name);
  if (bytes === null) return null;
  const parsed = parse(bytes);
  return isHeader(parsed) ? parsed : 'damaged';
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const header = value as Partial<Header>;
  return (
    typeof header.generation === 'string' &&
    typeof header.sha256 === 'string' &&
    Number.isInteger(header.parts)
  );
}

function parse(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const partName = (name: string, generation: string, part: number) => `${name}#${generation}.${part}`;
const generationOf = (name: string, { generation, parts }: Header): Generation => ({
  name,
  generation,
  parts,
});
const oldGeneration = (name: string, old: Header | 'damaged' | null): Generation[] =>
  old === null || old === 'damaged' ? [] : [generationOf(name, old)];
