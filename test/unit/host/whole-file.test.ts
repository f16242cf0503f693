// A saved file is there whole or not at all, and what stood there before is lost only to a whole one.
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeUnderFreeName, writeWhole } from '../../../main/host/whole-file.ts';
import { scratchDir } from '../platform/scratch.ts';

let folder = '';
beforeEach(() => {
  folder = scratchDir();
});
const bytes = (text: string): Buffer => Buffer.from(text);

it('takes the place of what stood there, for its owner only, and follows no link', async () => {
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'before', { mode: 0o644 });
  expect(await writeWhole(path, bytes('after'))).toEqual({ ok: true, value: { name: 'a.csv' } });
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o077]).toEqual(['after', 0]);
  const linked = join(folder, 'b.csv');
  symlinkSync(path, linked);
  await writeWhole(linked, bytes('other'));
  expect([readFileSync(linked, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['other', 'after']);
  expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.csv']);
});

it('leaves what cannot be replaced as it was, and nothing of its own', async () => {
  mkdirSync(join(folder, 'a.csv', 'inside'), { recursive: true });
  expect(await writeWhole(join(folder, 'a.csv'), bytes('1'))).toMatchObject({
    failure: { code: 'notWritable' },
  });
  expect(await writeWhole(join(folder, 'absent', 'a.csv'), bytes('1'))).toMatchObject({
    failure: { code: 'notWritable' },
  });
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

it('takes the first free name, and none of those that are taken', async () => {
  writeFileSync(join(folder, 'a.pdf'), 'mine');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'a (2).pdf'));
  const names = ['a.pdf', 'a (2).pdf', 'a (3).pdf'];
  expect(await writeUnderFreeName(folder, names, bytes('new'))).toEqual({
    ok: true,
    value: { name: 'a (3).pdf' },
  });
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('mine');
  expect(await writeUnderFreeName(folder, names, bytes('more'))).toMatchObject({
    failure: { code: 'alreadyExists' },
  });
  expect(readdirSync(folder).toSorted()).toEqual(['a (2).pdf', 'a (3).pdf', 'a.pdf']);
});
