// Works out which files would ship, with electron-builder's own matching, from the packaging configuration, the tree
// as it stands, the bundles as they would be, and the production packages of the lockfile.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);

type Filter = (path: string, facts: { isDirectory(): boolean; isFile(): boolean }) => boolean;
type Matcher = { createFilter(): Filter; isEmpty(): boolean };
type FileMatching = {
  getMainFileMatchers(...parameters: unknown[]): Matcher[];
  getNodeModuleFileMatcher(...parameters: unknown[]): Matcher;
};
const matching = require('app-builder-lib/out/fileMatcher') as FileMatching;

export type Configuration = Record<string, unknown> & {
  electronFuses: Record<string, boolean>;
  asarUnpack: string[];
};
export const readConfiguration = (): Configuration =>
  parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration;

/** What the bundler makes, whether or not it was run before this test. */
const bundled = [
  'out/stamp',
  'out/.building',
  'out/main/start-electron.js',
  'out/main/start-chromium.js',
  'out/main/cli.js',
  'out/main/chunks/a-1.js',
  'out/main/chunks/a-1.js.map',
  'out/main/wasm/zxing_reader.wasm',
  'out/main/wasm/pdfium.wasm',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/index-1.js',
  'out/test-reports/unit.json',
];

export type Platform = 'linux' | 'mac' | 'win';

export function shippedFiles(platform: Platform): string[] {
  const config = readConfiguration();
  const own = config[platform] as Record<string, unknown>;
  const info = {
    config,
    projectDir: root,
    buildResourcesDir: 'resources/installer',
    isPrepackedAppAsar: false,
  };
  const packager = {
    info: { ...info, debugLogger: { isEnabled: false } },
    config,
    debugLogger: { isEnabled: false },
  };
  const keep = (text: string): string => text;
  const [main] = matching.getMainFileMatchers(
    root,
    join(root, 'dist', 'app'),
    keep,
    own,
    packager,
    join(root, 'dist'),
    false,
  );
  if (!main) throw new Error('no file matcher');
  const mainFilter = main.createFilter();
  const tree = [
    ...walk('', (name) => !['node_modules', '.git', 'out', 'dist', 'demo-output'].includes(name)),
    ...bundled,
  ];
  const shipped = tree.filter((path) => passes(path, mainFilter));
  const modules = matching.getNodeModuleFileMatcher(root, join(root, 'dist', 'app'), keep, own, {
    config,
    debugLogger: { isEnabled: false },
  });
  const moduleFilter = modules.isEmpty() ? () => true : modules.createFilter();
  for (const folder of productionPackages()) {
    shipped.push(
      ...walk(folder, (name) => name !== 'node_modules').filter((path) => passes(path, moduleFilter)),
    );
  }
  return shipped;
}

/** Folders of installed packages that the lockfile does not mark as for development only. */
export function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true)
    .map(([path]) => path)
    .filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory());
}

/** A file ships when neither it nor a folder above it is refused. */
function passes(path: string, filter: Filter): boolean {
  const parts = path.split('/');
  // The matching refuses the bare name `node_modules`: packages are collected from their own folders.
  for (let length = parts[0] === 'node_modules' ? 2 : 1; length <= parts.length; length += 1) {
    const isFile = length === parts.length;
    const facts = { isDirectory: () => !isFile, isFile: () => isFile };
    if (!filter(join(root, ...parts.slice(0, length)), facts)) return false;
  }
  return true;
}

function walk(folder: string, enter: (name: string) => boolean): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = relative(root, join(root, folder, entry.name));
    if (entry.isDirectory()) {
      if (enter(entry.name)) found.push(...walk(path, enter));
    } else found.push(path);
  }
  return found;
}
