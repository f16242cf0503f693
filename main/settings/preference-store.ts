// SQL of the person's preferences: in `settings.db` what holds everywhere, in an environment's database what holds there.
import { type Database, statement } from '../platform/database.ts';

export type PreferenceName =
  | 'language'
  | 'theme'
  | 'personName'
  | 'environment'
  | 'firstRunDone'
  // in an environment's database
  | 'employerId'
  | 'practiceDate';

export function readPreference(db: Database, name: PreferenceName): string | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(name) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

/** Null removes it. */
export function writePreference(db: Database, name: PreferenceName, value: string | null): void {
  if (value === null) statement(db, 'DELETE FROM setting WHERE name = ?').run(name);
  else
    statement(
      db,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ).run(name, value);
}
