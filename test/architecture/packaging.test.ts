// The packaging configuration: valid by electron-builder's own schema, every fuse named, and nothing ships by accident.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type Platform, productionPackages, readConfiguration, root, shippedFiles } from './shipped-files.ts';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('electron-builder.yml', () => {
  const schema = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8'));
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema);

  it('is valid by the schema of the installed electron-builder', () => {
    const valid = check(readConfiguration());
    expect(check.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('would be refused with a misspelled option', () => {
    expect(check({ ...readConfiguration(), asarUnpak: [] })).toBe(false);
  });

  it('names every fuse that there is, and sets the ones that open a door to off', () => {
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties).sort();
    const { electronFuses } = readConfiguration();
    expect(Object.keys(electronFuses).sort()).toEqual(known);
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    });
  });

  it('unpacks native modules and compiles nothing', () => {
    expect(readConfiguration()).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], npmRebuild: false });
  });
});

describe.each<Platform>(['linux', 'mac', 'win'])('what ships on %s', (platform) => {
  const files = shippedFiles(platform);
  const having = (pattern: RegExp) => files.filter((file) => pattern.test(file));

  it('holds the bundles and what they read', () => {
    for (const file of [
      'package.json',
      'out/main/start-electron.js',
      'out/main/cli.js',
      'out/main/chunks/a-1.js',
      'out/main/wasm/zxing_reader.wasm',
      'out/main/wasm/pdfium.wasm',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'resources/environments.json',
      'resources/locales/nl/errors.json',
    ]) {
      expect(files).toContain(file);
    }
    expect(having(/^resources\/migrations\/.*\.sql$/).length).toBeGreaterThan(0);
  });

  it('holds no tests, no sources, no maps and no notes', () => {
    expect(having(/\.(ts|tsx|map|md)$/)).toEqual([]);
    expect(having(/(^|\/)(tests?|__tests__|spec|docs|examples?)\//)).toEqual([]);
    expect(having(/^(main|preload|renderer|test|\.ci|\.git)\//)).toEqual([]);
    expect(having(/^out\/(stamp|\.building|test-reports)/)).toEqual([]);
    expect(having(/^resources\/installer/)).toEqual([]);
    expect(having(/\.(p12|pfx|pem|key|db|env|log)$/)).toEqual([]);
  });

  it('holds no package that is for development only, and no driver of another window', () => {
    const packages = new Set(
      having(/^node_modules\//).map((file) => /^node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)?.[1]),
    );
    for (const name of Object.keys(manifest.devDependencies)) expect(packages).not.toContain(name);
    expect(packages).not.toContain('playwright-core');
    expect(packages).toContain('better-sqlite3-multiple-ciphers');
    expect(packages).toContain('@napi-rs/keyring');
  });

  it("holds this system's native modules and not another's", () => {
    const own = { linux: 'linux-x64.node', mac: 'darwin-arm64.node', win: 'win32-x64.node' }[platform];
    const foreign = { linux: /(darwin|win32)-/, mac: /(linux|win32)-/, win: /(darwin|linux)-/ }[platform];
    const native = having(/better-sqlite3.*\.node$/);
    expect(native.some((file) => file.endsWith(own))).toBe(true);
    expect(native.filter((file) => foreign.test(file))).toEqual([]);
  });
});

describe('packages', () => {
  it('bring the browser driver as an optional part only', () => {
    expect(Object.keys(manifest.optionalDependencies)).toEqual(['playwright-core']);
    expect(manifest.dependencies).not.toHaveProperty('playwright-core');
    expect(productionPackages()).toContain('node_modules/playwright-core');
  });

  it('are pinned to one version each', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    for (const [name, version] of Object.entries(all))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });
});
