// The operating system's keychain as a port. An entry of any size is kept in parts of at most 2,048 bytes, because the
// Windows Credential Manager refuses more than 2,560. Nothing ever falls back to plain text.
import type { Failure, Result } from '../../preload/contract/result.ts';

export type Keychain = {
  /** The bytes of an entry, or null when there is none. Failures: keychain…, entryDamaged. */
  get(name: string): Promise<Result<Uint8Array | null>>;
  /** Replaces an entry whole: cut off at any point, the old one stays whole. */
  set(name: string, bytes: Uint8Array): Promise<Result<void>>;
  delete(name: string): Promise<Result<void>>;
  /** Removes parts that a cut-off save or deletion left behind; answers how many. Call once at start-up. */
  sweep(): Promise<Result<number>>;
};

/** What a keychain of the system can do with one raw entry. Throws a `KeychainRefusal` when it cannot. */
export type KeychainBackend = {
  get(account: string): Promise<Uint8Array | null>;
  set(account: string, bytes: Uint8Array): Promise<void>;
  delete(account: string): Promise<void>;
};

export type KeychainFailureCode = 'keychainMissing' | 'keychainLocked' | 'keychainDenied';

/** Thrown by a backend; becomes a failure at the port. */
export class KeychainRefusal extends Error {
  readonly code: KeychainFailureCode;
  readonly details: NonNullable<Failure['details']>;
  constructor(code: KeychainFailureCode, details: NonNullable<Failure['details']> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Entries in memory only, for `--throwaway` profiles in a temporary folder and for tests. */
export function memoryBackend(): KeychainBackend & { entries: Map<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: async (account) => entries.get(account)?.slice() ?? null,
    set: async (account, bytes) => void entries.set(account, bytes.slice()),
    delete: async (account) => void entries.delete(account),
  };
}
