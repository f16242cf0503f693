// SQL of who accepted the notice before reading.
import { type Database, statement } from '../platform/database.ts';

type Who = { osAccount: string; person: string };

/** When the person accepted it; null before. */
export function findNotice(db: Database, { osAccount, person }: Who): string | null {
  const at = statement(db, 'SELECT accepted_at FROM rescue_notice WHERE os_account = ? AND person = ?')
    .pluck()
    .get(osAccount, person);
  return at === undefined ? null : (at as string);
}

export function insertNotice(db: Database, { osAccount, person }: Who, at: string): void {
  statement(db, 'INSERT INTO rescue_notice (os_account, person, accepted_at) VALUES (?, ?, ?)').run(
    osAccount,
    person,
    at,
  );
}
