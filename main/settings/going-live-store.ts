// SQL of what a person entered for an environment (in `settings.db`), and of the accepted notice on liability (with the
// environment's own data, so that a copied profile does not accept for another environment).
import { type Database, statement } from '../platform/database.ts';

export type Entered = { values: Record<string, string>; at: string; by: string };
export type Accepted = { at: string; by: string };

const enteredName = (environment: string): string => `goingLive.${environment}`;
const liabilityName = 'liabilityAccepted';

export const readEntered = (settingsDb: Database, environment: string): Entered | null =>
  read<Entered>(settingsDb, enteredName(environment));

/** Nothing entered any more removes it. */
export function writeEntered(settingsDb: Database, environment: string, entered: Entered): void {
  if (Object.keys(entered.values).length > 0) write(settingsDb, enteredName(environment), entered);
  else statement(settingsDb, 'DELETE FROM setting WHERE name = ?').run(enteredName(environment));
}

export const readAccepted = (db: Database): Accepted | null => read<Accepted>(db, liabilityName);
export const writeAccepted = (db: Database, accepted: Accepted): void => write(db, liabilityName, accepted);

function read<T>(db: Database, name: string): T | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(name) as
    | { value: string }
    | undefined;
  return row === undefined ? null : (JSON.parse(row.value) as T);
}

function write(db: Database, name: string, value: unknown): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}
