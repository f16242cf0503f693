// What a page's process holds in its memory: every string of its JavaScript heap by a snapshot, and, where the system lets
// this user look, every byte of the process. For tests that search it for what must never be there.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';

/**
 * The strings of the heap after a collection. The browser must run with `--js-flags=--heap-snapshot-string-limit=…`, else
 * strings are cut off after 1,024 characters.
 */
export async function heapStrings(cdp: CDPSession): Promise<string[]> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  const hear = ({ chunk }: { chunk: string }): void => {
    chunks.push(chunk);
  };
  cdp.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', hear);
  await cdp.send('HeapProfiler.disable');
  const snapshot = JSON.parse(chunks.join('')) as { strings: string[] };
  return snapshot.strings;
}

/** Names of the needles that stand in any of the strings. */
export function foundInStrings(strings: readonly string[], needles: readonly Needle[]): string[] {
  return needles.filter(({ text }) => strings.some((one) => one.includes(text))).map(({ name }) => name);
}

export type Needle = {
  name: string;
  /** Latin-1: also bytes as they are. */
  text: string;
};

/** Slices of bytes in the forms in which they could lie about: as they are, in hexadecimal, in base64 of both kinds. */
export function slicesOf(name: string, bytes: Uint8Array, whole: Uint8Array = bytes): Needle[] {
  const needles: Needle[] = [];
  // 48 bytes from the start are 64 characters of base64: one line of a PEM file.
  const at = Buffer.from(whole).indexOf(Buffer.from(bytes));
  for (const offset of new Set([Math.ceil(Math.max(at, 0) / 48) * 48, Math.max(at, 0)])) {
    const slice = Buffer.from(whole.subarray(offset, offset + 24));
    // Base64 of a part equals that of the whole only where it begins at a multiple of three.
    const aligned = Buffer.from(whole.subarray(Math.ceil(offset / 3) * 3).subarray(0, 24));
    if (slice.length < 24 || aligned.length < 24) continue;
    needles.push(
      { name: `${name} raw`, text: slice.toString('latin1') },
      { name: `${name} hex`, text: slice.toString('hex') },
      { name: `${name} HEX`, text: slice.toString('hex').toUpperCase() },
      { name: `${name} base64`, text: aligned.toString('base64') },
      { name: `${name} base64url`, text: aligned.toString('base64url') },
    );
  }
  return needles;
}

/** Processes that show pages, among those that a process started. */
export function pageProcesses(parent: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const of = parentOf(Number(name));
    if (of !== null) children.set(of, [...(children.get(of) ?? []), Number(name)]);
  }
  const below = (id: number): number[] =>
    (children.get(id) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(parent).filter((id) => commandOf(id).includes('--type=renderer'));
}

/** Names of the needles that stand in the memory of a process, in one byte per character or in two (UTF-16LE). */
export function foundInProcess(id: number, needles: readonly Needle[]): string[] {
  const search = searchFor(needles);
  const memory = openSync(`/proc/${id}/mem`, 'r');
  try {
    for (const { from, to } of writableRegions(id)) {
      for (let at = from; at < to; at += pieceBytes) {
        // Each piece reaches a little into the next one, so that nothing hides on the border.
        const piece = Buffer.alloc(Math.min(pieceBytes + search.longest, to - at));
        const read = readPiece(memory, piece, at);
        if (read > 0 && !isEmpty(piece)) search.look(piece.subarray(0, read));
      }
    }
  } finally {
    closeSync(memory);
  }
  return search.found();
}

/** All needles in one pass: most places are dismissed by their first three bytes. */
function searchFor(needles: readonly Needle[]) {
  const found = new Set<string>();
  const begins = new Uint8Array(1 << 24);
  const forms = new Map<number, { name: string; bytes: Buffer }[]>();
  let longest = 0;
  const put = (name: string, bytes: Buffer): void => {
    const key = bytes.readUIntLE(0, 3);
    begins[key] = 1;
    forms.set(key, [...(forms.get(key) ?? []), { name, bytes }]);
    longest = Math.max(longest, bytes.length);
  };
  for (const { name, text } of needles) {
    put(name, Buffer.from(text, 'latin1'));
    put(`${name} in UTF-16`, Buffer.from(text, 'utf16le'));
  }
  return {
    longest,
    found: () => [...found],
    look(piece: Buffer): void {
      let key = ((piece[0] ?? 0) << 8) | ((piece[1] ?? 0) << 16);
      for (let index = 2; index < piece.length; index += 1) {
        key = (key >>> 8) | ((piece[index] ?? 0) << 16);
        if (begins[key] === 0) continue;
        const at = index - 2;
        for (const { name, bytes } of forms.get(key) ?? [])
          if (at + bytes.length <= piece.length && bytes.compare(piece, at, at + bytes.length) === 0)
            found.add(name);
      }
    },
  };
}

const isEmpty = (piece: Buffer): boolean => nothing.compare(piece, 0, piece.length, 0, piece.length) === 0;

const pieceBytes = 1024 * 1024;
const nothing = Buffer.alloc(pieceBytes + 4096);

/** Regions that the process may write: heaps and buffers, not its program. */
function writableRegions(id: number): { from: number; to: number }[] {
  const lines = readFileSync(`/proc/${id}/maps`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
    return match
      ? [{ from: Number.parseInt(match[1] ?? '', 16), to: Number.parseInt(match[2] ?? '', 16) }]
      : [];
  });
}

/** A page that went away meanwhile reads as nothing. */
function readPiece(memory: number, piece: Buffer, at: number): number {
  try {
    return readSync(memory, piece, 0, piece.length, at);
  } catch {
    return 0;
  }
}

function parentOf(id: number): number | null {
  try {
    const status = readFileSync(`/proc/${id}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
