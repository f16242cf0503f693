// Containers and their passwords in the keychain, and nowhere else. A container is opened once per run; its key then
// stays in memory until it was idle for a while or the vault is locked.
import type { KeyObject, X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Clock } from '../platform/clock.ts';
import type { Keychain } from '../platform/keychain.ts';
import { type OpenedContainer, openContainer } from './open-container.ts';
import { asContractFailure } from './refusal.ts';
import { packEntry, unpackEntry, type VaultEntry } from './vault-entry.ts';

export type OpenedKey = { privateKey: KeyObject; certificate: X509Certificate; chain: X509Certificate[] };

export type CertificateVault = {
  /** Replaces what the keychain holds for this certificate. */
  store(id: string, entry: VaultEntry): Promise<Result<void>>;
  /** Failures: `entryMissing`, `entryDamaged`, those of the keychain and of opening. */
  open(id: string): Promise<Result<OpenedKey>>;
  openSigningKey(id: string): Promise<Result<KeyObject>>;
  has(id: string): Promise<Result<boolean>>;
  remove(id: string): Promise<Result<void>>;
  /** Forgets all keys in memory; the next signature opens its container again. */
  lock(): void;
  /** Forgets keys that were not used for the idle time; the vault calls it by itself. */
  dropIdle(): void;
};

export type VaultOptions = {
  keychain: Pick<Keychain, 'get' | 'set' | 'delete'>;
  clock: Pick<Clock, 'monotonic'>;
  /** Milliseconds; 15 minutes unless told. */
  idleMs?: number;
  /** Calls back once after so many milliseconds; answers how to call it off. */
  schedule?: (ms: number, task: () => void) => () => void;
};

const defaultIdleMs = 15 * 60_000;
export const certificateEntry = (id: string): string => `certificate/${id}`;

type Held = { key: Promise<Result<OpenedKey>>; lastUse: number };

export function createVault(options: VaultOptions): CertificateVault {
  const { keychain, clock, idleMs = defaultIdleMs, schedule = unrefTimer } = options;
  const held = new Map<string, Held>();
  let callOff: (() => void) | undefined;

  const dropIdle = () => {
    const oldest = clock.monotonic() - idleMs;
    for (const [id, { lastUse }] of held) if (lastUse <= oldest) held.delete(id);
    callOff?.();
    callOff = held.size > 0 ? schedule(idleMs, dropIdle) : undefined;
  };

  const open = async (id: string): Promise<Result<OpenedKey>> => {
    const now = clock.monotonic();
    const known = held.get(id);
    if (known && known.lastUse > now - idleMs) {
      known.lastUse = now;
      return known.key;
    }
    // Kept before it is there, so that several senders at once open the container once.
    const fresh: Held = { key: openStored(keychain, id), lastUse: now };
    held.set(id, fresh);
    callOff ??= schedule(idleMs, dropIdle);
    const result = await fresh.key;
    if (!result.ok && held.get(id) === fresh) held.delete(id);
    return result;
  };

  return {
    open,
    dropIdle,
    async store(id, entry) {
      held.delete(id);
      return keychain.set(certificateEntry(id), packEntry(entry));
    },
    async openSigningKey(id) {
      const opened = await open(id);
      return opened.ok ? ok(opened.value.privateKey) : opened;
    },
    async has(id) {
      const bytes = await keychain.get(certificateEntry(id));
      return bytes.ok ? ok(bytes.value !== null) : bytes;
    },
    async remove(id) {
      held.delete(id);
      return keychain.delete(certificateEntry(id));
    },
    lock() {
      held.clear();
      callOff?.();
      callOff = undefined;
    },
  };
}

async function openStored(keychain: VaultOptions['keychain'], id: string): Promise<Result<OpenedKey>> {
  const bytes = await keychain.get(certificateEntry(id));
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail('entryMissing');
  const entry = unpackEntry(bytes.value);
  if (!entry) return fail('entryDamaged');
  const opened = await openContainer(entry.container, entry.password, { entry: entry.entry });
  return opened.ok ? ok(keyOf(opened.value)) : asContractFailure(opened.failure);
}

const keyOf = ({ privateKey, certificate, chain }: OpenedContainer): OpenedKey => ({
  privateKey,
  certificate,
  chain,
});

/** Does not keep the process alive. */
function unrefTimer(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
