// SQL of approval by a second person: whether it is asked for, who prepared an item and who let it go.

import { type Database, statement } from '../platform/database.ts';
import type { Actor } from '../platform/session.ts';
import { readSetting, writeSetting } from './setting-store.ts';

/** True of an item `i` that is ready, has not left, and lacks the approval that the environment asks for. */
export const waitsForApproval = `(i.state = 'ready' AND i.request_body IS NULL
    AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'outbox.approval')
    AND NOT EXISTS (SELECT 1 FROM outbox_approval ap WHERE ap.item_id = i.id AND ap.approved_at IS NOT NULL))`;

export const approvalRequired = (db: Database): boolean => readSetting(db, 'outbox.approval') !== null;

export const setApprovalRequired = (db: Database, required: boolean, at: string): void =>
  writeSetting(db, 'outbox.approval', required ? at : null);

export type Preparer = { name: string; osAccount: string };

export function preparerOf(db: Database, itemId: string): Preparer | null {
  const row = statement(
    db,
    'SELECT prepared_by AS name, prepared_account AS osAccount FROM outbox_approval WHERE item_id = ?',
  ).get(itemId);
  return (row as Preparer | undefined) ?? null;
}

/** Whoever changes what is in an item prepares it anew: an approval of before was of something else. */
export function savePreparer(db: Database, itemId: string, actor: Actor, at: string): void {
  statement(
    db,
    `INSERT INTO outbox_approval (item_id, prepared_by, prepared_account, prepared_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET prepared_by = excluded.prepared_by, prepared_account = excluded.prepared_account,
        prepared_at = excluded.prepared_at, approved_by = NULL, approved_account = NULL, approved_at = NULL`,
  ).run(itemId, actor.name.slice(0, 200), actor.osAccount.slice(0, 200), at);
}

export function saveApproval(db: Database, itemId: string, actor: Actor, at: string): void {
  statement(
    db,
    `INSERT INTO outbox_approval (item_id, prepared_by, prepared_account, prepared_at, approved_by, approved_account,
        approved_at) VALUES (?, '', '', ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET approved_by = excluded.approved_by, approved_account = excluded.approved_account,
        approved_at = excluded.approved_at`,
  ).run(itemId, at, actor.name.slice(0, 200), actor.osAccount.slice(0, 200), at);
}

/** Ready items of a client that have not left. */
export function readyOf(db: Database, employerId: string): string[] {
  const rows = statement(
    db,
    "SELECT id FROM outbox_item WHERE employer_id = ? AND state = 'ready' AND request_body IS NULL",
  ).all(employerId);
  return (rows as { id: string }[]).map(({ id }) => id);
}
