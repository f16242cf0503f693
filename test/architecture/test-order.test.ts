// Long test files start first by their names: a name that leads nowhere would start its file late again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { longest } from '../support/longest-first.ts';
import { filesUnder, read, root } from './source-files.ts';

it('names only test files that exist, each once', () => {
  expect(longest.filter((path) => !existsSync(join(root, path)) || !path.endsWith('.test.ts'))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});

it('sets hooks in test files, or in functions that these call: a module may be loaded once for several of them', () => {
  const atOnce = /^(?:beforeAll|beforeEach|afterAll|afterEach)\(/m;
  const wrong = filesUnder('test', ['.ts'])
    .filter((path) => !path.endsWith('.test.ts') && !path.includes('node_modules'))
    .filter((path) => atOnce.test(read(path)));
  expect(wrong).toEqual([]);
});
