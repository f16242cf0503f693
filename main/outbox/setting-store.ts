// SQL of what the queue remembers over a restart: whether it is paused, and until when the service asked to wait.
import { type Database, statement } from '../platform/database.ts';

type Name = 'outbox.paused' | 'outbox.waitUntil' | 'outbox.approval';

export function readSetting(db: Database, name: Name): string | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(name) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

export function writeSetting(db: Database, name: Name, value: string | null): void {
  if (value === null) statement(db, 'DELETE FROM setting WHERE name = ?').run(name);
  else
    statement(
      db,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    ).run(name, value);
}
