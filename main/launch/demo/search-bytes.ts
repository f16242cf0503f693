// Looks for byte strings in every file under some folders, in UTF-8 and UTF-16LE. A planted value proves that it finds.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Hit = { file: string; what: string; as: 'utf8' | 'utf16le' | 'bytes' | 'fileName' };

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

const exists = (path: string): boolean => {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
};

type Needle = { what: string; value: string | null; as: 'utf8' | 'utf16le' | 'bytes'; bytes: Buffer };

function needlesOf([what, value]: [string, string | Uint8Array]): Needle[] {
  if (typeof value !== 'string') return [{ what, value: null, as: 'bytes', bytes: Buffer.from(value) }];
  return [
    { what, value, as: 'utf8', bytes: Buffer.from(value, 'utf8') },
    { what, value, as: 'utf16le', bytes: Buffer.from(value, 'utf16le') },
  ];
}

/** `wanted` maps a name that may be printed to the value that must not be found: a text, or bytes as they are. */
export function searchBytes(
  folders: readonly string[],
  wanted: Readonly<Record<string, string | Uint8Array>>,
): Hit[] {
  const needles = Object.entries(wanted).flatMap(needlesOf);
  const hits: Hit[] = [];
  for (const folder of folders.filter(exists)) {
    for (const file of filesUnder(folder)) {
      for (const { what, value, as } of needles) {
        if (as === 'utf8' && value !== null && file.includes(value))
          hits.push({ file, what, as: 'fileName' });
      }
      let content: Buffer;
      try {
        content = readFileSync(file);
      } catch {
        // Sockets and files that vanish while their owner runs hold nothing at rest.
        continue;
      }
      for (const { what, as, bytes } of needles) if (content.includes(bytes)) hits.push({ file, what, as });
    }
  }
  return hits;
}

/** True when a value planted in the folder is found in both encodings and in a file name; it is removed again. */
export function searchWorks(folder: string): boolean {
  const value = `planted-${process.pid}-canary`;
  const plant = join(folder, 'search-control');
  mkdirSync(plant, { recursive: true });
  try {
    writeFileSync(join(plant, 'eight'), Buffer.concat([Buffer.alloc(5_000, 7), Buffer.from(value, 'utf8')]));
    writeFileSync(
      join(plant, 'sixteen'),
      Buffer.concat([Buffer.alloc(5_001, 7), Buffer.from(value, 'utf16le')]),
    );
    writeFileSync(join(plant, value), '');
    const found = new Set(searchBytes([folder], { planted: value }).map((hit) => hit.as));
    return found.has('utf8') && found.has('utf16le') && found.has('fileName');
  } finally {
    rmSync(plant, { recursive: true, force: true });
  }
}
