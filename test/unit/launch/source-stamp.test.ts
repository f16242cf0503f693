// When `out` counts as stale.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtStamp, sourceStamp, writeStamp } from '../../../main/launch/source-stamp.ts';

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'sociodesk-stamp-'));
  for (const folder of ['main/launch', 'main/people', 'renderer', 'out', 'test'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'main', 'people', 'a.ts'), 'a');
  writeFileSync(join(root, 'package.json'), '{}');
  return root;
}

it('changes with a changed, new, removed or touched source, and with the package file', () => {
  const root = project();
  const seen = new Set([sourceStamp(root)]);
  const fresh = () => seen.size !== seen.add(sourceStamp(root)).size;
  writeFileSync(join(root, 'main', 'people', 'a.ts'), 'ab');
  expect(fresh()).toBe(true);
  writeFileSync(join(root, 'renderer', 'b.tsx'), '');
  expect(fresh()).toBe(true);
  utimesSync(join(root, 'renderer', 'b.tsx'), 1, 1);
  expect(fresh()).toBe(true);
  rmSync(join(root, 'renderer', 'b.tsx'));
  writeFileSync(join(root, 'package.json'), '{"a":1}');
  expect(fresh()).toBe(true);
});

it('does not change with a launcher, a test or what was built', () => {
  const root = project();
  const before = sourceStamp(root);
  for (const file of ['main/launch/x.ts', 'test/x.ts', 'out/x.js']) writeFileSync(join(root, file), 'x');
  expect(sourceStamp(root)).toBe(before);
});

it('is kept beside what was built', () => {
  const root = project();
  expect(builtStamp(root)).toBeNull();
  writeStamp('abc', root);
  expect(builtStamp(root)).toBe('abc');
});
