// The real keychain: Secret Service on Linux, Credential Manager on Windows, Keychain on macOS. On Linux the store is
// pinned, because without that the library falls back to the kernel's keyring, which is empty after a reboot.
import { createRequire } from 'node:module';
import type * as keyring from '@napi-rs/keyring';
import { type Keychain, type KeychainBackend, KeychainRefusal } from './keychain.ts';
import { partedKeychain } from './keychain-entries.ts';

const STORE = { linux: { store: 'secret-service' as const } };

/** The keychain entries of one profile; `service` is `sociodesk/<profile id>`. */
export function secretServiceKeychain({ service }: { service: string }): Keychain {
  return partedKeychain(systemBackend(service));
}

export function systemBackend(service: string): KeychainBackend {
  return {
    get: (account) =>
      refusing(async () => {
        const bytes = await entry(service, account).getSecret();
        return bytes ? Uint8Array.from(bytes) : null;
      }),
    set: (account, bytes) => refusing(() => entry(service, account).setSecret(bytes)),
    delete: (account) => refusing(async () => void (await entry(service, account).deleteCredential())),
  };
}

let library: typeof keyring | undefined;

function entry(service: string, account: string): keyring.AsyncEntry {
  // Loaded at first use: the command line often needs no keychain.
  library ??= createRequire(import.meta.url)('@napi-rs/keyring') as typeof keyring;
  return new library.AsyncEntry(service, account, STORE);
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error));
  }
}

/** Sorts the library's sentence into one of three codes. */
export function refusal(message: string): KeychainRefusal {
  if (/dismissed|locked|prompt/i.test(message)) return new KeychainRefusal('keychainLocked');
  if (/no result found|dbus|d-bus|serviceunknown|zbus|not available|no such interface/i.test(message)) {
    return new KeychainRefusal('keychainMissing', { install: 'gnome-keyring' });
  }
  return new KeychainRefusal('keychainDenied');
}
