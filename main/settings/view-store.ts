// SQL of how pages were set up, among the settings of an environment.
import { type Database, statement } from '../platform/database.ts';

const named = (name: string): string => `view.${name}`;

export function findView(db: Database, name: string): string | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(named(name)) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

export function keepView(db: Database, name: string, kept: string): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(named(name), kept);
}
