// Opens practice's own encrypted file and lays down its tables. One owner: the practice process.
import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';

export type Connection = Database.Database;

// A kill of the process loses nothing under WAL with synchronous=NORMAL; only a power cut may lose the last writes.
const TABLES = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS employer (
  enterprise_number TEXT PRIMARY KEY, name TEXT NOT NULL, qualities TEXT NOT NULL, fte REAL NOT NULL,
  weekly_hours REAL NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS worker (
  insz TEXT PRIMARY KEY, given_name TEXT NOT NULL, family_name TEXT NOT NULL, state TEXT NOT NULL,
  replaced_by TEXT) STRICT;
CREATE TABLE IF NOT EXISTS employment (
  enterprise_number TEXT NOT NULL, insz TEXT NOT NULL, start_date TEXT NOT NULL, end_date TEXT,
  fraction REAL NOT NULL, PRIMARY KEY (enterprise_number, insz)) STRICT;
CREATE TABLE IF NOT EXISTS mandate (
  mandator TEXT NOT NULL, mandatary TEXT NOT NULL, start_quarter TEXT NOT NULL, end_quarter TEXT,
  state TEXT NOT NULL, PRIMARY KEY (mandator, mandatary)) STRICT;
CREATE TABLE IF NOT EXISTS sender (
  enterprise_number TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account (
  client_id TEXT PRIMARY KEY, enterprise_number TEXT NOT NULL, quality TEXT NOT NULL, name TEXT NOT NULL,
  rights TEXT NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account_certificate (
  client_id TEXT NOT NULL REFERENCES account (client_id) ON DELETE CASCADE, fingerprint TEXT NOT NULL,
  name TEXT NOT NULL, pem TEXT NOT NULL, PRIMARY KEY (client_id, fingerprint)) STRICT;
CREATE TABLE IF NOT EXISTS token (
  hash TEXT PRIMARY KEY, client_id TEXT NOT NULL, scopes TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS used_assertion (
  client_id TEXT NOT NULL, jti_hash TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (client_id, jti_hash)) STRICT;
CREATE TABLE IF NOT EXISTS training (
  id TEXT NOT NULL, enterprise_number TEXT NOT NULL, insz TEXT NOT NULL, year INTEGER NOT NULL,
  external_reference TEXT NOT NULL, body TEXT NOT NULL, channel TEXT NOT NULL, filed_on TEXT NOT NULL,
  UNIQUE (enterprise_number, insz, year, external_reference)) STRICT;
CREATE TABLE IF NOT EXISTS training_right (
  enterprise_number TEXT NOT NULL, insz TEXT NOT NULL, year INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (enterprise_number, insz, year)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ledger (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, client_id TEXT NOT NULL, method TEXT NOT NULL,
  path TEXT NOT NULL, operation TEXT NOT NULL, body_sha256 TEXT NOT NULL, status INTEGER NOT NULL,
  committed INTEGER NOT NULL, effects TEXT NOT NULL, trace_id TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS commit_count (
  subject TEXT NOT NULL, external_reference TEXT NOT NULL, commits INTEGER NOT NULL,
  PRIMARY KEY (subject, external_reference)) STRICT, WITHOUT ROWID;
`;

const NAMES = [
  'setting',
  'employer',
  'worker',
  'employment',
  'mandate',
  'sender',
  'account_certificate',
  'account',
  'token',
  'used_assertion',
  'training',
  'training_right',
  'ledger',
  'commit_count',
];

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
      database.pragma('journal_mode=WAL');
      database.pragma('synchronous=NORMAL');
      database.pragma('wal_autocheckpoint=4000');
    }
    database.pragma('foreign_keys=ON');
    database.exec(TABLES);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
};

/** Empties every table; with `keepAccounts` the senders, accounts and certificates stay. */
export const emptyPracticeFile = (database: Connection, keepAccounts: boolean): void => {
  const kept = keepAccounts ? ['sender', 'account', 'account_certificate'] : [];
  database.transaction(() => {
    for (const name of NAMES) if (!kept.includes(name)) database.exec(`DELETE FROM ${name}`);
  })();
};
