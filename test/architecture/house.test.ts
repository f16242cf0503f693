// The top of the house: what stands there, what the scripts promise, and that types and lint are two separate steps.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './source-files.ts';

const manifest = JSON.parse(read('package.json'));

describe('the top level', () => {
  it('holds the planned folders and files that a tool or a reader insists on', () => {
    const planned = ['main', 'preload', 'renderer', 'resources', 'test', '.ci', '.git', '.github'];
    const built = ['node_modules', 'out', 'dist', 'demo-output', '.vscode', '.idea'];
    const files =
      /^(package(-lock)?\.json|electron-builder\.yml|(vite|vitest)\.config\.ts|tsconfig\.json|biome\.json|README\.md|LICENSE(\.txt|\.md)?|CHANGELOG\.md|\.gitignore|\.npmrc|\.editorconfig|\.gitattributes)$/;
    const found = readdirSync(root).filter(
      (name) => ![...planned, ...built].includes(name) && !files.test(name) && !name.startsWith('out-'),
    );
    expect(found).toEqual([]);
  });

  it('has a README that a newcomer can start from', () => {
    const text = read('README.md');
    for (const command of [
      'npm ci',
      'npm start',
      'npm run demo',
      'npm test',
      'npm run -s sociodesk',
      'npm run dist',
    ]) {
      expect(text).toContain(command);
    }
    expect(read('CHANGELOG.md')).toContain(manifest.version);
    expect(readdirSync(root).some((name) => name.startsWith('LICENSE'))).toBe(true);
  });
});

describe('package.json', () => {
  it('checks types and lint in steps of their own, each with its own config', () => {
    for (const config of ['tsconfig.json', 'preload/tsconfig.json', 'renderer/tsconfig.json']) {
      expect(manifest.scripts.typecheck).toContain(`tsc --noEmit -p ${config}`);
    }
    expect(manifest.scripts.lint).toBe('biome check .');
  });

  it('compiles the contract and the rules without Node and without a page', () => {
    const config = JSON.parse(read('preload/tsconfig.json'));
    expect(config.compilerOptions.types).toEqual([]);
    expect(config.compilerOptions.lib.join()).not.toMatch(/dom/i);
    expect(config.include).toEqual(['contract', 'rules']);
  });

  it('is strict', () => {
    expect(JSON.parse(read('tsconfig.json')).compilerOptions).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
    });
  });

  it('lets no package run a script at installation, except the one that brings Node', () => {
    const allowed = Object.entries(manifest.allowScripts).filter(([, allow]) => allow === true);
    expect(allowed).toEqual([['node', true]]);
  });
});

describe('the lockfile', () => {
  it('names no registry of its own and gives a digest for every package', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });
});

describe('.ci/run', () => {
  it('is a script that can be run and parses', () => {
    expect(() => execFileSync('bash', ['-n', '.ci/run'], { cwd: root })).not.toThrow();
    expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111);
  });
});
