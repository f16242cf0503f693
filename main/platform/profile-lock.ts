// One profile, one owner: an exclusive SQLite lock on `profile.lock`, held for life. The operating system drops it when
// the process ends in any way, a kill included, so that no stale lock can stay behind.
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { databaseFailure } from './database.ts';

export type ProfileLock = { release(): void };

/** Takes the lock at once or answers profileInUse; notWritable when the folder cannot be written. */
export function acquireProfileLock(profileDir: string): Result<ProfileLock> {
  let db: SqliteDatabase.Database | undefined;
  try {
    const file = join(profileDir, 'profile.lock');
    // For its owner only: whoever can open it can hold it.
    closeSync(openSync(file, 'a', 0o600));
    const lock = new SqliteDatabase(file, { timeout: 0 });
    db = lock;
    lock.exec('BEGIN EXCLUSIVE');
    return ok({ release: () => void lock.close() });
  } catch (error) {
    db?.close();
    const known = databaseFailure(error);
    if (known?.failure.code === 'databaseBusy') return fail('profileInUse', { retry: 'safe' });
    if (error instanceof TypeError) return fail('notWritable');
    if (known === null) throw error;
    return known;
  }
}
