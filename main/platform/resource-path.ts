// Finds the `resources` folder, whether the code runs as TypeScript from `main/platform`, bundled from `out/main`
// (or its chunks), or from inside a packaged archive.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The folder that holds `locales`, `migrations`, `contracts` and `environments.json`. */
export function resourcesDir(): string {
  found ??= search(import.meta.dirname);
  return found;
}

function search(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'migrations'))) return candidate;
    if (dirname(folder) === folder) throw new Error(`no resources folder above ${start}`);
  }
}

/** `resourcePath('migrations', '0001-foundation.sql')`. */
export function resourcePath(...parts: readonly string[]): string {
  return join(resourcesDir(), ...parts);
}
