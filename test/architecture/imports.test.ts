// Who may import whom. Each rule is also shown to trip on a made-up breach, so that it is known to look.
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, packageOf, sourcesUnder } from './source-files.ts';

type Breach = string;
type Allowed = (entry: Import) => boolean;

function breaches(folder: string, allowed: Allowed, only: (path: string) => boolean = () => true): Breach[] {
  return sourcesUnder(folder)
    .filter((source) => only(source.path))
    .flatMap((source) =>
      source.imports.filter((entry) => !allowed(entry)).map((entry) => `${source.path} → ${entry.specifier}`),
    );
}

const under =
  (...folders: string[]) =>
  (target: string | null) =>
    target !== null && folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
const made = (path: string, text: string) => importsOf(path, text);

describe('the page', () => {
  const own = under(
    'renderer',
    'preload/contract',
    'preload/rules',
    'resources/locales',
    'resources/fonts',
    'resources/icons',
  );
  const foreign =
    /^(node:|electron|playwright|undici|jose|node-forge|ajv|yaml|@peculiar|@napi-rs|better-sqlite3|vite|vitest)/;
  const allowed: Allowed = (entry) =>
    entry.target === null
      ? !foreign.test(entry.specifier) && entry.specifier !== '<computed>'
      : own(entry.target);

  it('imports the contract, the rules, the texts and itself, and nothing of Node', () => {
    expect(breaches('renderer', allowed)).toEqual([]);
  });

  it('has no network of its own', () => {
    const network = /\b(fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/;
    expect(
      sourcesUnder('renderer')
        .filter((source) => network.test(source.text))
        .map((source) => source.path),
    ).toEqual([]);
  });

  it('would be caught importing main, Node or a key', () => {
    const text = "import a from '../main/people/person-store.ts'; import b from 'node:fs'; import('jose');";
    expect(made('renderer/x.ts', text).filter((entry) => !allowed(entry))).toHaveLength(3);
  });
});

describe('the contract and the rules', () => {
  const own = under('preload/contract', 'preload/rules');
  const allowed: Allowed = (entry) =>
    own(entry.target) || ['zod', 'temporal-polyfill'].includes(entry.specifier);

  it('import zod, the calendar and each other only', () => {
    expect([...breaches('preload/contract', allowed), ...breaches('preload/rules', allowed)]).toEqual([]);
  });

  it('know nothing of Node or of a page at run time either', () => {
    const world = /\b(process|Buffer|window|document|globalThis|setTimeout|console)\s*[.([]/;
    const sources = [...sourcesUnder('preload/contract'), ...sourcesUnder('preload/rules')];
    expect(sources.filter((source) => world.test(source.text)).map((source) => source.path)).toEqual([]);
  });
});

describe('the preload', () => {
  it('imports electron and its bridge, nothing else, and no schema at run time', () => {
    const top = (path: string) => /^preload\/[^/]+\.ts$/.test(path);
    const allowed: Allowed = (entry) =>
      entry.specifier === 'electron' || entry.target === 'preload/bridge.ts' || entry.typeOnly;
    expect(breaches('preload', allowed, top)).toEqual([]);
  });
});

describe('electron and the browser driver', () => {
  const values = (name: string) =>
    ['main', 'preload', 'renderer'].flatMap((folder) =>
      sourcesUnder(folder).flatMap((source) =>
        source.imports
          .filter((entry) => packageOf(entry.specifier) === name && !entry.typeOnly)
          .map((entry) => ({ path: source.path, dynamic: entry.dynamic })),
      ),
    );

  it('electron is loaded only where the app starts in it', () => {
    const places = ['main/host/electron.ts', 'main/start-electron.ts', 'preload/index.ts'];
    expect(values('electron').filter(({ path, dynamic }) => dynamic || !places.includes(path))).toEqual([]);
  });

  it('the driver is loaded by one file, and only when that host is wanted', () => {
    expect(values('playwright-core')).toEqual([{ path: 'main/host/chromium.ts', dynamic: true }]);
  });
});

describe('the practice environment', () => {
  const own = under('main/practice');
  const packages = ['ajv', 'ajv-formats', 'yaml', 'better-sqlite3-multiple-ciphers', 'libxml2-wasm'];
  const allowed: Allowed = (entry) =>
    own(entry.target) || entry.specifier.startsWith('node:') || packages.includes(packageOf(entry.specifier));

  it('shares no code with what it judges', () => {
    expect(breaches('main/practice', allowed)).toEqual([]);
  });

  it('is imported by nobody: it is another process', () => {
    const others = sourcesUnder('main').filter((source) => !source.path.startsWith('main/practice/'));
    const importers = others.filter((source) => source.imports.some((entry) => own(entry.target)));
    expect(importers.map((source) => source.path)).toEqual([]);
  });

  it('would be caught using the signing library of the client', () => {
    expect(made('main/practice/x.ts', "import { jwtVerify } from 'jose'").every(allowed)).toBe(false);
  });
});
