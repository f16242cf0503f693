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
  | 'practiceDate'
  | 'applicantKeepDays';

/** Read for every event of the history, written once a month: kept per connection that may write, where none but us does. */
const known = new WeakMap<Database, Map<PreferenceName, string | null>>();

export function readPreference(db: Database, name: PreferenceName): string | null {
  if (db.readonly) return lookUp(db, name);
  const kept = known.get(db) ?? new Map<PreferenceName, string | null>();
  known.set(db, kept);
  const value = kept.get(name);
  if (value !== undefined) return value;
  const found = lookUp(db, name);
  kept.set(name, found);
  return found;
}

function lookUp(db: Database, name: PreferenceName): string | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(name) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

/** Null removes it. */
export function writePreference(db: Database, name: PreferenceName, value: string | null): void {
  known.get(db)?.delete(name);
  if (value === null) statement(db, 'DELETE FROM setting WHERE name = ?').run(name);
  else
    statement(
      db,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ).run(name, value);
}
