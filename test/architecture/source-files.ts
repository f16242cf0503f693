// The sources as the architecture tests read them: every file with its imports, parsed and not guessed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

export const root = join(import.meta.dirname, '..', '..');

export type Import = {
  /** As written. */
  specifier: string;
  /** Path from the root for a relative import, else null. */
  target: string | null;
  /** Erased by the compiler: nothing is loaded. */
  typeOnly: boolean;
  dynamic: boolean;
};
export type Source = { path: string; text: string; imports: Import[] };

/** Files under a folder of the project whose name ends in one of the endings, as paths from the root with slashes. */
export function filesUnder(folder: string, endings: readonly string[]): string[] {
  const base = join(root, folder);
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/') && endings.some((ending) => path.endsWith(ending)))
    .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
    .sort();
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const code = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs'];
const parsed = new Map<string, Source[]>();

export function sourcesUnder(folder: string): Source[] {
  const known = parsed.get(folder);
  if (known) return known;
  const sources = filesUnder(folder, code)
    .filter((path) => !path.endsWith('.d.ts'))
    .map((path) => {
      const text = read(path);
      return { path, text, imports: importsOf(path, text) };
    });
  parsed.set(folder, sources);
  return sources;
}

/** All imports and re-exports of a source text: static, dynamic and `require`. */
export function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, dynamic: boolean): void => {
    const target = specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(path), specifier.replace(/\?.*$/, '')))
          .split(sep)
          .join('/')
      : null;
    found.push({ specifier, target, typeOnly, dynamic });
  };
  for (const entry of module.staticImports) {
    const typeOnly = entry.entries.length > 0 && entry.entries.every((name) => name.isType);
    add(entry.moduleRequest.value, typeOnly, false);
  }
  for (const entry of module.staticExports) {
    for (const name of entry.entries)
      if (name.moduleRequest) add(name.moduleRequest.value, name.isType, false);
  }
  for (const entry of module.dynamicImports) {
    const written = text.slice(entry.moduleRequest.start, entry.moduleRequest.end);
    add(/^['"`]([^'"`]+)['"`]$/.exec(written)?.[1] ?? '<computed>', false, true);
  }
  for (const match of text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)) add(match[1] ?? '', false, true);
  return found;
}

/** The text without comments, so that a rule about code does not trip over words. */
export function withoutComments(path: string, text: string): string {
  const { comments } = parseSync(path, text);
  let bare = text;
  for (const comment of comments) {
    const blank = ' '.repeat(comment.end - comment.start);
    bare = bare.slice(0, comment.start) + blank + bare.slice(comment.end);
  }
  return bare;
}

/** `@scope/name/deep` gives `@scope/name`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
