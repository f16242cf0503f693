// A kill between the database and the keychain: the next start takes out the key that nobody knows, once, and says so.
import { cpSync, lstatSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Keychain } from '../../../main/platform/keychain.ts';
import { memoryBackend } from '../../../main/platform/keychain.ts';
import { partedKeychain } from '../../../main/platform/keychain-entries.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

const opened: AppBench[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
  for (const folder of folders.splice(0)) removeFolder(folder);
});

async function open(keys: Keychain, profileDir = newFolder()): Promise<AppBench> {
  folders.push(profileDir);
  const bench = await openApp({ keys, profileDir, practice: 'none' });
  opened.push(bench);
  return bench;
}

/** The profile as a kill leaves it on disk at this moment. */
function asKilled({ profileDir }: AppBench): string {
  const copy = newFolder();
  cpSync(profileDir, copy, {
    recursive: true,
    filter: (path) => lstatSync(path).isDirectory() || (lstatSync(path).isFile() && !path.endsWith('-shm')),
  });
  return copy;
}

const made = { name: 'Park', enterpriseName: 'Zalen Het Park', enterpriseNumber: '0999999130' } as const;
const removals = async (bench: AppBench) => {
  const { rows } = await bench.must('history.search', { text: '', page: 1 });
  return rows.filter(({ kind }) => kind === 'certificate.removed').map(({ summary }) => summary);
};

test('the key of a certificate that was being removed is gone after the next start, and the removal is in the history', async () => {
  const backend = memoryBackend();
  const keys = partedKeychain(backend);
  let killed = '';
  let refusing = true;
  const bench = await open({
    ...keys,
    delete: async (name) => {
      if (!name.startsWith('certificate/')) return keys.delete(name);
      killed = asKilled(bench);
      return refusing ? fail('keychainLocked') : ok(undefined);
    },
  });
  const { id } = await bench.must('certificate.generate', { ...made, keyKind: 'ecP384' });
  const held = () => [...backend.entries.keys()].filter((name) => name.includes(id));
  expect(held()).not.toEqual([]);
  // A keychain that refuses keeps the certificate as it was, also after a start.
  expect(await bench.call('certificate.remove', { id, confirmed: true })).toMatchObject({ ok: false });
  const afterwards = await open(keys, asKilled(bench));
  expect(held()).not.toEqual([]);
  expect((await afterwards.must('certificate.list', {})).rows[0]).toMatchObject({ id, stored: true });

  // Killed before the keychain let go.
  refusing = false;
  await bench.must('certificate.remove', { id, confirmed: true });
  expect(held()).not.toEqual([]);
  const next = await open(keys, killed);
  expect(held()).toEqual([]);
  expect((await next.must('certificate.list', {})).rows).toEqual([]);
  expect(await removals(next)).toEqual(['Park']);
  await next.close();
  opened.splice(opened.indexOf(next), 1);

  const again = await open(keys, killed);
  expect(await removals(again)).toEqual(['Park']);
  expect(await again.must('history.verify', {})).toMatchObject({ intact: true });
});

test('a removal that the keychain refuses at the next start is finished at the one after', async () => {
  const backend = memoryBackend();
  const keys = partedKeychain(backend);
  let killed = '';
  const bench = await open({
    ...keys,
    delete: async (name) => {
      killed = asKilled(bench);
      return keys.get(name).then(() => ok(undefined));
    },
  });
  const { id } = await bench.must('certificate.generate', { ...made, keyKind: 'ecP384' });
  await bench.must('certificate.remove', { id, confirmed: true });
  const locked = await open({ ...keys, delete: async () => fail('keychainLocked') }, killed);
  expect(await removals(locked)).toEqual([]);
  await locked.close();
  opened.splice(opened.indexOf(locked), 1);
  const free = await open(keys, killed);
  expect(await removals(free)).toEqual(['Park']);
  expect([...backend.entries.keys()].filter((name) => name.includes(id))).toEqual([]);
});

test.each([
  ['certificate', 'certificate.generate'],
  ['request', 'certificate.request'],
] as const)(
  'a key of a %s that the database never heard of is taken out at the next start',
  async (kind, call) => {
    const backend = memoryBackend();
    const keys = partedKeychain(backend);
    let killed = '';
    const bench = await open({
      ...keys,
      set: async (name, bytes) => {
        const stored = await keys.set(name, bytes);
        if (name.startsWith(`${kind}/`)) killed = asKilled(bench);
        return stored;
      },
    });
    const { id } = await bench.must(call, { ...made, keyKind: 'rsa2048' });
    const held = () => [...backend.entries.keys()].filter((name) => name.includes(id));
    // Made whole, it stays.
    await open(keys, asKilled(bench));
    expect(held()).not.toEqual([]);
    const next = await open(keys, killed);
    expect(held()).toEqual([]);
    expect(await removals(next)).toEqual([]);
  },
);
