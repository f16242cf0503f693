// Run inside a session bus by the keychain test: does one thing with the real keychain and prints what came of it.
import { createHash } from 'node:crypto';
import { secretServiceKeychain } from '../../../main/platform/keychain-system.ts';

const [action = '', name = '', size = '0'] = process.argv.slice(2);
const keychain = secretServiceKeychain({ service: 'sociodesk/test-profile' });
/** Repeatable bytes, so that another process can tell whether it reads the same. */
const bytes = (length: number) => {
  const out = Buffer.alloc(length);
  for (let at = 0; at < length; at += 32) createHash('sha256').update(`${at}`).digest().copy(out, at);
  return new Uint8Array(out);
};

async function act(): Promise<unknown> {
  if (action === 'set') return keychain.set(name, bytes(Number(size)));
  if (action === 'delete') return keychain.delete(name);
  if (action === 'sweep') return keychain.sweep();
  if (action === 'parallel') {
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, i) => keychain.get(i % 3 === 0 ? 'none' : name)),
    );
    return {
      ok: results.every((result) => result.ok),
      value: results.filter((r) => r.ok && r.value !== null).length,
    };
  }
  const got = await keychain.get(name);
  if (!got.ok) return got;
  const same = got.value !== null && Buffer.compare(got.value, bytes(got.value.length)) === 0;
  return { ok: true, value: got.value === null ? null : { length: got.value.length, same } };
}

process.stdout.write(`${JSON.stringify(await act())}\n`);
