// Tells whether `out` was built from the sources as they are now: a digest over the names, sizes and times of all files
// that go into the bundles. Names and times only, so that the command line loses a few milliseconds at most.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

const folders = [
  'main',
  'preload',
  'renderer',
  join('resources', 'locales'),
  join('resources', 'fonts'),
  join('resources', 'icons'),
];
const files = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

export function sourceStamp(root: string = projectRoot): string {
  const digest = createHash('sha256');
  const add = (name: string): void => {
    const facts = statSync(join(root, name), { throwIfNoEntry: false });
    if (facts?.isFile()) digest.update(`${name}\0${facts.size}\0${facts.mtimeMs}\n`);
  };
  for (const folder of folders) {
    for (const name of listing(join(root, folder))) {
      // The launchers run from source: a change in them makes no bundle stale.
      if (folder !== 'main' || !name.startsWith('launch')) add(join(folder, name));
    }
  }
  for (const name of files) add(name);
  return digest.digest('hex');
}

export function builtStamp(root: string = projectRoot): string | null {
  try {
    return readFileSync(join(root, 'out', 'stamp'), 'utf8');
  } catch {
    return null;
  }
}

export function writeStamp(stamp: string, root: string = projectRoot): void {
  writeFileSync(join(root, 'out', 'stamp'), stamp);
}

function listing(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}
