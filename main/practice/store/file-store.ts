// Opens practice's own encrypted file, and empties it. One owner: the practice process.
import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { ACCOUNT_TABLES, layTables, TABLE_NAMES } from './schema-store.ts';

export type Connection = Database.Database;

/**
 * Opens (or makes) the file with a raw 32-byte key given as 64 hex digits; `:memory:` needs no key.
 * Throws when the key does not open the file: practice then must not start over it.
 */
export const openPracticeFile = (file: string, keyHex: string | undefined): Connection => {
  // SQLite would make it readable for everyone; the files beside it take over its rights.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new Database(file);
  try {
    if (file !== ':memory:') {
      if (keyHex === undefined || !/^[0-9a-f]{64}$/i.test(keyHex)) {
        throw new Error('the practice file needs a key of 64 hex digits');
      }
      database.pragma(`cipher='sqlcipher'`);
      database.pragma(`key="x'${keyHex}'"`);
      // A kill of the process loses nothing under WAL with synchronous=NORMAL; only a power cut may lose the last writes.
      database.pragma('journal_mode=WAL');
      database.pragma('synchronous=NORMAL');
      database.pragma('wal_autocheckpoint=4000');
    }
    database.pragma('foreign_keys=ON');
    layTables(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
};

/** Empties every table; with `keepAccounts` the senders, accounts and certificates stay. */
export const emptyPracticeFile = (database: Connection, keepAccounts: boolean): void => {
  const kept: readonly string[] = keepAccounts ? ACCOUNT_TABLES : [];
  database.transaction(() => {
    for (const name of TABLE_NAMES) if (!kept.includes(name)) database.exec(`DELETE FROM ${name}`);
  })();
};
