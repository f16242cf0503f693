// The explicit list of migrations. A file not named here is never run; a number is never used twice.
import { readFileSync } from 'node:fs';
import type { Migration } from './migrate.ts';
import { resourcePath } from './resource-path.ts';

const environmentFiles = [
  [1, '0001-foundation'],
  [2, '0002-trainings-and-outbox'],
  [3, '0003-history'],
  [4, '0004-accounts-routes-and-guides'],
  [5, '0005-training-import-rescue-and-approval'],
  [6, '0006-training-finish'],
  [7, '0007-presences'],
  [8, '0008-presence-points'],
  [9, '0009-applicants'],
  [10, '0010-person-register'],
  [11, '0011-persons-behind-records'],
  [12, '0012-persons-behind-points'],
  [13, '0013-inscribed-lines'],
] as const;

/** Migrations of an environment's database, in order. */
export function environmentMigrations(): Migration[] {
  return environmentFiles.map(([version, name]) => ({
    version,
    name,
    sql: readFileSync(resourcePath('migrations', `${name}.sql`), 'utf8'),
  }));
}

/** The schema of `settings.db`: what belongs to the person and not to one environment. */
export const settingsMigrations: readonly Migration[] = [
  {
    version: 1,
    name: 'settings',
    sql: 'CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  },
];
