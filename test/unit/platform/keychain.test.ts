// Entries in parts: every cut-off leaves the old secret whole, and a sweep leaves no part behind.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type KeychainBackend, KeychainRefusal, memoryBackend } from '../../../main/platform/keychain.ts';
import { partedKeychain } from '../../../main/platform/keychain-entries.ts';
import { refusal } from '../../../main/platform/keychain-system.ts';
import { codeOf, unwrap } from './scratch.ts';

/** A store like the Windows one: refuses over 2,560 bytes; stops for good after `writes` writes and deletions. */
function limited(writes = Number.POSITIVE_INFINITY) {
  const inner = memoryBackend();
  let left = writes;
  const spend = () => {
    if (left <= 0) throw new KeychainRefusal('keychainDenied');
    left -= 1;
  };
  const backend: KeychainBackend = {
    get: inner.get,
    async set(account, bytes) {
      if (bytes.length > 2560) throw new Error(`entry of ${bytes.length} bytes`);
      spend();
      await inner.set(account, bytes);
    },
    async delete(account) {
      spend();
      await inner.delete(account);
    },
  };
  return { backend, entries: inner.entries, allow: (more: number) => (left = more) };
}

const sizes = [0, 1, 32, 1200, 1201, 2048, 2049, 5000, 40_000];

describe('a keychain entry', () => {
  it.each(sizes)('of %i bytes comes back whole from parts that any system takes', async (size) => {
    const { backend } = limited();
    const bytes = new Uint8Array(randomBytes(size));
    unwrap(await partedKeychain(backend).set('certificate/1', bytes));
    expect(unwrap(await partedKeychain(backend).get('certificate/1'))).toEqual(bytes);
  });

  it('is null when it was never set, and after deletion nothing is left', async () => {
    const { backend, entries } = limited();
    const keychain = partedKeychain(backend);
    expect(unwrap(await keychain.get('none'))).toBeNull();
    unwrap(await keychain.set('certificate/1', randomBytes(6000)));
    expect(entries.size).toBe(4);
    unwrap(await keychain.delete('certificate/1'));
    expect([...entries.keys()]).toEqual([]);
  });

  it('keeps the old bytes or has the new ones, wherever a save is cut off, and sweeps what is left', async () => {
    const before = new Uint8Array(randomBytes(5000));
    const after = new Uint8Array(randomBytes(7000));
    const seen = new Set<string>();
    for (let cut = 0; cut < 14; cut += 1) {
      const { backend, entries, allow } = limited();
      unwrap(await partedKeychain(backend).set('c', before));
      allow(cut);
      const saved = await partedKeychain(backend).set('c', after);
      allow(Number.POSITIVE_INFINITY);
      const next = partedKeychain(backend);
      unwrap(await next.sweep());
      const found = unwrap(await next.get('c'));
      const which = Buffer.compare(found ?? new Uint8Array(), before) === 0 ? 'before' : 'after';
      expect(found).toEqual(which === 'before' ? before : after);
      expect(entries.size).toBe(which === 'before' ? 4 : 5);
      if (saved.ok) expect(which).toBe('after');
      seen.add(which);
    }
    expect([...seen].sort()).toEqual(['after', 'before']);
  });

  it('is gone or whole, wherever a deletion is cut off', async () => {
    for (let cut = 0; cut < 7; cut += 1) {
      const { backend, entries, allow } = limited();
      const bytes = new Uint8Array(randomBytes(5000));
      unwrap(await partedKeychain(backend).set('c', bytes));
      allow(cut);
      await partedKeychain(backend).delete('c');
      allow(Number.POSITIVE_INFINITY);
      unwrap(await partedKeychain(backend).sweep());
      const found = unwrap(await partedKeychain(backend).get('c'));
      expect(entries.size).toBe(found === null ? 0 : 4);
      if (found !== null) expect(found).toEqual(bytes);
    }
  });

  it('is reported damaged when a part is missing or altered', async () => {
    const { backend, entries } = limited();
    unwrap(await partedKeychain(backend).set('c', randomBytes(3000)));
    const part = [...entries.keys()].find((name) => name.endsWith('.1')) ?? '';
    const bytes = entries.get(part) ?? new Uint8Array();
    entries.set(
      part,
      bytes.map((byte) => byte ^ 1),
    );
    expect(codeOf(await partedKeychain(backend).get('c'))).toBe('entryDamaged');
    entries.delete(part);
    expect(codeOf(await partedKeychain(backend).get('c'))).toBe('entryDamaged');
  });

  it('is read once for requests that come together, and never by two calls at a time', async () => {
    const inner = memoryBackend();
    let running = 0;
    let most = 0;
    let reads = 0;
    const slow: KeychainBackend = {
      ...inner,
      async get(account) {
        reads += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setImmediate(done));
        running -= 1;
        return inner.get(account);
      },
    };
    const keychain = partedKeychain(slow);
    unwrap(await keychain.set('a', Buffer.from('x')));
    reads = 0;
    await Promise.all(Array.from({ length: 20 }, (_, i) => keychain.get(i % 2 === 0 ? 'a' : 'b')));
    expect(most).toBe(1);
    expect(reads).toBe(2);
  });
});

describe('what the system says', () => {
  it.each([
    ['Platform failure: DBus error: set your DBUS_SESSION_BUS_ADDRESS instead', 'keychainMissing'],
    ["Couldn't access platform storage: Secret Service: no result found", 'keychainMissing'],
    ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'keychainLocked'],
    ['something else', 'keychainDenied'],
  ])('"%s" becomes %s', (message, code) => {
    expect(refusal(message).code).toBe(code);
  });
});
