// The vault over a keychain in memory: what it keeps, how often it opens, and when it forgets.
import { beforeAll, describe, expect, test } from 'vitest';
import { createVault, type VaultOptions } from '../../../main/certificates/certificate-vault.ts';
import {
  type GeneratedCertificate,
  generateSelfSigned,
} from '../../../main/certificates/generate-self-signed.ts';
import { fixedClock } from '../../../main/platform/clock.ts';
import { ok } from '../../../preload/contract/result.ts';

let made: GeneratedCertificate;
beforeAll(async () => {
  made = await generateSelfSigned({
    enterpriseName: 'Park',
    enterpriseNumber: '0999999130',
    keyKind: 'ecP384',
    now: new Date('2026-01-01T00:00:00Z'),
  });
});

function openVault(more: Partial<VaultOptions> = {}) {
  const entries = new Map<string, Uint8Array>();
  let reads = 0;
  const tasks: { ms: number; task: () => void }[] = [];
  const clock = fixedClock('2026-01-01T00:00:00Z');
  const vault = createVault({
    clock,
    idleMs: 1_000,
    schedule: (ms, task) => {
      const entry = { ms, task };
      tasks.push(entry);
      return () => void tasks.splice(tasks.indexOf(entry), 1);
    },
    keychain: {
      async get(name) {
        reads += 1;
        return ok(entries.get(name)?.slice() ?? null);
      },
      async set(name, bytes) {
        entries.set(name, bytes.slice());
        return ok(undefined);
      },
      async delete(name) {
        entries.delete(name);
        return ok(undefined);
      },
    },
    ...more,
  });
  const store = () => vault.store('a', { container: made.container, password: made.password, entry: 0 });
  return { vault, entries, clock, tasks, store, reads: () => reads };
}

describe('the vault', () => {
  test('gives back the key that was stored', async () => {
    const { vault, store, entries } = openVault();
    await store();
    const key = await vault.openSigningKey('a');
    expect(key.ok && key.value.equals(made.privateKey)).toBe(true);
    expect([...entries.keys()]).toEqual(['certificate/a']);
  });

  test('opens a container once, also for several senders at the same time', async () => {
    const { vault, store, reads } = openVault();
    await store();
    const keys = await Promise.all([1, 2, 3].map(() => vault.openSigningKey('a')));
    await vault.openSigningKey('a');
    expect(keys.every(({ ok }) => ok)).toBe(true);
    expect(reads()).toBe(1);
  });

  test('opens it again after the idle time, counted from the last use', async () => {
    const { vault, store, reads, clock } = openVault();
    await store();
    await vault.openSigningKey('a');
    clock.advance(900);
    await vault.openSigningKey('a');
    clock.advance(900);
    await vault.openSigningKey('a');
    expect(reads()).toBe(1);
    clock.advance(1_000);
    await vault.openSigningKey('a');
    expect(reads()).toBe(2);
  });

  test('forgets an idle key by itself, and looks again only while a key is held', async () => {
    const { vault, store, tasks, clock } = openVault();
    await store();
    await vault.openSigningKey('a');
    expect(tasks).toHaveLength(1);
    clock.advance(1_000);
    tasks[0]?.task();
    expect(tasks).toHaveLength(0);
  });

  test('forgets everything when locked', async () => {
    const { vault, store, reads, tasks } = openVault();
    await store();
    await vault.openSigningKey('a');
    vault.lock();
    expect(tasks).toHaveLength(0);
    await vault.openSigningKey('a');
    expect(reads()).toBe(2);
  });

  test('does not keep a failure: an entry that appears later is found', async () => {
    const { vault, store } = openVault();
    expect(await vault.openSigningKey('a')).toMatchObject({ ok: false, failure: { code: 'entryMissing' } });
    await store();
    expect(await vault.openSigningKey('a')).toMatchObject({ ok: true });
  });

  test('says that an entry is damaged', async () => {
    const { vault, entries } = openVault();
    for (const bytes of [[], [0, 0, 0, 9, 1], [0, 0, 0, 2, 0x7b, 0x7d], [0xff, 0xff, 0xff, 0xff]]) {
      entries.set('certificate/a', Uint8Array.from(bytes));
      expect(await vault.open('a')).toMatchObject({ ok: false, failure: { code: 'entryDamaged' } });
    }
  });

  test('removes the entry and the key in memory', async () => {
    const { vault, store } = openVault();
    await store();
    await vault.openSigningKey('a');
    await vault.remove('a');
    expect(await vault.has('a')).toEqual(ok(false));
    expect(await vault.openSigningKey('a')).toMatchObject({ failure: { code: 'entryMissing' } });
  });
});
