// SQL of keychain entries that the database does not know yet or no longer: noted before, forgotten once both agree.
import { type Database, statement } from '../platform/database.ts';

export function noteRemoval(db: Database, entry: string, at: string): void {
  statement(db, 'INSERT OR REPLACE INTO keychain_removal (entry, since) VALUES (?, ?)').run(entry, at);
}

export function forgetRemoval(db: Database, entry: string): void {
  statement(db, 'DELETE FROM keychain_removal WHERE entry = ?').run(entry);
}

export function openRemovals(db: Database): string[] {
  const sql = 'SELECT entry FROM keychain_removal ORDER BY since, entry LIMIT 500';
  return (statement(db, sql).all() as { entry: string }[]).map(({ entry }) => entry);
}
