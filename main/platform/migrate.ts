// Brings a database to the newest schema: one numbered migration per transaction, after a copy of the whole file.
// An interrupted migration leaves the old version; the copy stays until the next start has gone well.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type Database, databaseFailure, schemaVersion, transaction } from './database.ts';

export type Migration = { version: number; name: string; sql: string };
export type MigrationReport = { from: number; to: number; copy: string | null };

/**
 * Applies what is missing. Failures: databaseFromFuture (nothing touched), migrationFailed (old version and copy kept),
 * diskFull, databaseBusy.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  { file, now }: { file: string; now: () => Date },
): Result<MigrationReport> {
  const from = schemaVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) return fail('databaseFromFuture', { details: { found: from, known: newest } });
  let altered: number | null;
  try {
    altered = alteredMigration(db, migrations, from);
  } catch (error) {
    // The first page was sound, or the file had not opened; the pages behind it need not be.
    const known = databaseFailure(error);
    if (known === null) throw error;
    return known;
  }
  if (altered !== null) return fail('migrationFailed', { details: { version: altered, reason: 'checksum' } });
  const missing = migrations.filter((migration) => migration.version > from);
  const first = missing[0];
  if (first === undefined) {
    removeCopies(file, from);
    return ok({ from, to: from, copy: null });
  }
  let version = first.version;
  try {
    const copy = from === 0 ? null : copyBefore(db, file, first.version);
    for (const migration of missing) {
      version = migration.version;
      apply(db, migration, now());
    }
    return ok({ from, to: newest, copy });
  } catch (error) {
    const known = databaseFailure(error);
    if (known !== null && known.failure.code !== 'databaseCorrupt') return known;
    return fail('migrationFailed', { details: { version, reason: 'sql' } });
  } finally {
    db.pragma('foreign_keys=ON');
  }
}

/** Fingerprint of a migration's text, the same on every system (line ends are evened out). */
export function migrationChecksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}

function apply(db: Database, migration: Migration, at: Date): void {
  // Rebuilding a table needs foreign keys off, which SQLite only takes outside a transaction.
  db.pragma('foreign_keys=OFF');
  transaction(db, () => {
    db.exec(`CREATE TABLE IF NOT EXISTS schema_migration (
      version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`);
    db.exec(migration.sql);
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) throw new Error('a migration left dangling references');
    db.prepare('INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)').run(
      migration.version,
      migration.name,
      migrationChecksum(migration),
      at.toISOString(),
    );
    db.pragma(`user_version=${migration.version}`);
  });
}

/** The number of an applied migration whose text has changed since, or null. */
function alteredMigration(db: Database, migrations: readonly Migration[], from: number): number | null {
  if (from === 0) return null;
  const rows = db.prepare('SELECT version, checksum FROM schema_migration').all() as AppliedRow[];
  const applied = new Map(rows.map((row) => [row.version, row.checksum]));
  const known = migrations.filter((migration) => migration.version <= from);
  const altered = known.find((migration) => applied.get(migration.version) !== migrationChecksum(migration));
  return altered?.version ?? null;
}
type AppliedRow = { version: number; checksum: string };

/** Copies the file as it is now, under the same key; a half copy never bears the final name. */
function copyBefore(db: Database, file: string, version: number): string {
  const copy = `${file}.before-${version}`;
  const half = `${copy}.half`;
  rmSync(half, { force: true });
  db.prepare('VACUUM INTO ?').run(half);
  renameSync(half, copy);
  return copy;
}

/** Removes copies that are no longer needed (this start found nothing left to do) and half copies of a killed start. */
function removeCopies(file: string, current: number): void {
  for (const name of copiesOf(file)) {
    const half = name.endsWith('.half');
    const version = Number(/\.before-(\d+)/.exec(name)?.[1]);
    if (half || version <= current) rmSync(join(dirname(file), name), { force: true });
  }
}

/** Base names of the copies that stand beside a database file. */
export function copiesOf(file: string): string[] {
  if (!existsSync(dirname(file))) return [];
  return readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.before-`));
}
