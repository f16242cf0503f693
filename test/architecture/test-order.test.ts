// Long test files start first by their names: a name that leads nowhere would start its file late again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { longest } from '../support/longest-first.ts';
import { root } from './source-files.ts';

it('names only test files that exist, each once', () => {
  expect(longest.filter((path) => !existsSync(join(root, path)) || !path.endsWith('.test.ts'))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});
