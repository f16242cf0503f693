// Opens one encrypted SQLite file (SQLCipher, raw 32-byte key) and names what can go wrong with it.
// No key is derived from a password here: the key is 32 random bytes from the keychain.
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { keyOpensAnyPage } from './database-pages.ts';

export type Database = SqliteDatabase.Database;
export type Statement = SqliteDatabase.Statement<unknown[], unknown>;

export type OpenOptions = {
  file: string;
  /** 32 raw bytes; null only for the unencrypted databases of tests. */
  key: Buffer | null;
  readonly?: boolean;
  /** The newest schema version this program knows; a file beyond it is left untouched. */
  newest?: number;
};

/** Page cache in KiB: small, because the whole app has to stay within 120 MB. */
const CACHE_KIB = 4096;
const BUSY_TIMEOUT_MS = 5000;
/** Pages of the write-ahead log at which a commit writes them back. */
const LOG_PAGES = 4000;

/**
 * Opens or creates a database. Failures: databaseWrongKey, databaseCorrupt, databaseFromFuture, databaseBusy, notFound
 * (read-only and absent), notWritable, diskFull.
 */
export function openDatabase(options: OpenOptions): Result<Database> {
  if (options.key !== null && options.key.length !== 32) throw new TypeError('a database key has 32 bytes');
  let db: Database | undefined;
  try {
    if (options.readonly === true && !existsSync(options.file)) return fail('notFound');
    if (options.readonly !== true) closeSync(openSync(options.file, 'a', 0o600));
    db = new SqliteDatabase(options.file, {
      readonly: options.readonly === true,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
    });
    const version = unlock(db, options.key);
    if (options.newest !== undefined && version > options.newest) {
      db.close();
      return fail('databaseFromFuture', { details: { found: version, known: options.newest } });
    }
    prepareConnection(db, options.readonly === true);
    return ok(db);
  } catch (error) {
    db?.close();
    return openFailure(error, options);
  }
}

/** Sets the key and reads page 1, which fails at once when the key is not this file's. Returns the schema version. */
function unlock(db: Database, key: Buffer | null): number {
  if (key !== null) {
    db.pragma("cipher='sqlcipher'");
    db.pragma(`key="x'${key.toString('hex')}'"`);
  }
  db.prepare('SELECT count(*) FROM sqlite_master').get();
  return schemaVersion(db);
}

function prepareConnection(db: Database, readonly: boolean): void {
  // Temporary tables and sorts stay in memory: a temporary file would hold personal data.
  db.pragma('temp_store=MEMORY');
  db.pragma(`cache_size=-${CACHE_KIB}`);
  db.pragma('foreign_keys=ON');
  db.pragma('trusted_schema=OFF');
  if (readonly) return;
  db.pragma('secure_delete=ON');
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  db.pragma('journal_size_limit=8388608');
  // A checkpoint costs 25 to 50 ms: at the usual 1,000 pages every fiftieth autosave would wait for one.
  db.pragma(`wal_autocheckpoint=${LOG_PAGES}`);
}

/**
 * For work that writes much in short turns: a commit that writes thousands of pages back would hold main for long, so that none does
 * until `end`; whoever writes calls `writeBack` now and then, in a turn of its own.
 */
export function writeBackInTurns(db: Database): { writeBack(): void; end(): void } {
  db.pragma('wal_autocheckpoint=0');
  return {
    writeBack() {
      finishOpenWork(db);
      if (!db.inTransaction) db.pragma('wal_checkpoint(PASSIVE)');
    },
    end: () => void db.pragma(`wal_autocheckpoint=${LOG_PAGES}`),
  };
}

function openFailure(error: unknown, { file, key }: OpenOptions): Result<Database> {
  const code = sqliteCode(error);
  if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT')) {
    const known = databaseFailure(error);
    if (known !== null) return known;
    throw error;
  }
  // A wrong key and a damaged first page look the same to SQLite; any other page that verifies tells them apart.
  const damaged = key === null || statSync(file).size % 512 !== 0 || keyOpensAnyPage(file, key);
  return fail(damaged ? 'databaseCorrupt' : 'databaseWrongKey');
}

/** What a folder can answer that is not one, has no room for the name, or belongs to someone else. */
const NOT_WRITABLE = new Set(
  'EACCES EPERM EROFS ENOENT ENOTDIR EISDIR ERR_FS_EISDIR EEXIST ENAMETOOLONG ELOOP EINVAL'.split(' '),
);

/** The expected failure behind an error of SQLite or the file system, or null when the error is a bug. */
export function databaseFailure(error: unknown): { ok: false; failure: Failure } | null {
  const code = sqliteCode(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return fail('databaseBusy', { retry: 'safe' });
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return fail('diskFull', { retry: 'safe' });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return fail('databaseCorrupt');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return fail('notWritable');
  if (code.startsWith('SQLITE_IOERR')) return fail('databaseCorrupt', { details: { sqlite: code } });
  if (NOT_WRITABLE.has(code)) return fail('notWritable');
  return null;
}

/** The same for an exception in any handler: only what the disk or SQLite said, as all else may well be a bug. */
export function storageFailure(error: unknown): { ok: false; failure: Failure } | null {
  return /^SQLITE_|^ENOSPC$|^EDQUOT$/.test(sqliteCode(error)) ? databaseFailure(error) : null;
}

function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The number of the last migration applied; 0 in a new file. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Work in slices whose transaction is open on a connection while main answers others: how it is finished at once. */
const openWork = new WeakMap<Database, () => void>();

/** Says that work stays open between two slices, or (null) that it goes on. */
export function leaveOpen(db: Database, finish: (() => void) | null): void {
  if (finish === null) openWork.delete(db);
  else openWork.set(db, finish);
}

/** Before anything else is written: nothing of it may lie in the transaction of another. */
export function finishOpenWork(db: Database): void {
  const finish = openWork.get(db);
  openWork.delete(db);
  finish?.();
}

/** Runs `work` in one immediate transaction (a savepoint when already inside one); an exception rolls back. */
export function transaction<T>(db: Database, work: () => T): T {
  finishOpenWork(db);
  return db.transaction(work).immediate();
}

/** Like `transaction`, for work that may fail: a failure rolls back too, and a full disk or busy file becomes one. */
export function attempt<T>(db: Database, work: () => Result<T>): Result<T> {
  let refused: Result<T> | undefined;
  try {
    return transaction(db, () => {
      const result = work();
      if (!result.ok) {
        refused = result;
        throw new RolledBack();
      }
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack && refused) return refused;
    const known = databaseFailure(error);
    if (known === null) throw error;
    return known;
  }
}

class RolledBack extends Error {}

const statements = new WeakMap<Database, Map<string, Statement>>();

/** A prepared statement, kept per connection: preparing costs more than running for the small ones. */
export function statement(db: Database, sql: string): Statement {
  if (openWork.has(db) && !/^\s*SELECT\b/i.test(sql)) finishOpenWork(db);
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let prepared = known.get(sql);
  if (prepared === undefined) {
    prepared = db.prepare(sql);
    known.set(sql, prepared);
  } else if (prepared.reader) {
    // It is kept for all who ask the same: whoever asked for one column before must not decide what the next one gets.
    prepared.pluck(false).raw(false);
  }
  return prepared;
}

/** Stays the same as long as nothing was written, here or by another process; also what was taken back again counts. */
export function changesSoFar(db: Database): string {
  const own = statement(db, 'SELECT total_changes()').pluck().get();
  return `${own} ${db.pragma('data_version', { simple: true })}`;
}

/** Moves all of the write-ahead log into the file and empties it, so that erased rows do not linger there. */
export function checkpoint(db: Database): void {
  finishOpenWork(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** True when SQLite finds the whole file sound. Reads every page: not for start-up. */
export function isSound(db: Database): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}
