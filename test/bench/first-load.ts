// The JavaScript that the page needs before it shows anything: the entry, what it imports statically, and what it names
// for loading ahead.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/** Paths below `pageDir`, such as `assets/index-abc.js`. */
export function staticScripts(pageDir: string): string[] {
  const html = readFileSync(join(pageDir, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(([, path]) => path ?? '');
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { module } = parseSync(path, readFileSync(join(pageDir, path), 'utf8'));
    for (const { moduleRequest } of module.staticImports)
      add(posix.join(posix.dirname(path), moduleRequest.value));
  };
  for (const path of named) add(path);
  return [...found];
}
