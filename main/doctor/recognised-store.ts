// SQL of what the doctor remembers: with which client id and certificate an account was last recognised. When the same
// pair is refused later, it is Chaman that changed and not a slip of the pen.
import { type Database, statement } from '../platform/database.ts';

export type Recognised = { clientId: string; certificateId: string; at: string };

const nameOf = (accountId: string): string => `doctor.recognised.${accountId}`;

export function lastRecognised(db: Database, accountId: string): Recognised | null {
  const sql = 'SELECT value FROM setting WHERE name = ?';
  const row = statement(db, sql).get(nameOf(accountId)) as { value: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.value) as Recognised);
}

export function noteRecognised(db: Database, accountId: string, recognised: Recognised): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(nameOf(accountId), JSON.stringify(recognised));
}
