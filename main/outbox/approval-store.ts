// SQL of approval by two persons: whether it is asked for, who had a hand in what is to be sent, and who let it go. The
// subject is a worker-year of the outbox or a session of a training provider.
import { type Database, statement } from '../platform/database.ts';
import type { Actor } from '../platform/session.ts';
import { readSetting, writeSetting } from './setting-store.ts';
import type { Given, Hand } from './two-persons.ts';

/** True of an item `i` that is ready, has not left, and lacks the approval that the environment asks for. */
export const waitsForApproval = `(i.state = 'ready' AND i.request_body IS NULL
    AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'outbox.approval')
    AND NOT EXISTS (SELECT 1 FROM outbox_approval ap WHERE ap.item_id = i.id AND ap.approved_at IS NOT NULL))`;

export const approvalRequired = (db: Database): boolean => readSetting(db, 'outbox.approval') !== null;

export const setApprovalRequired = (db: Database, required: boolean, at: string): void =>
  writeSetting(db, 'outbox.approval', required ? at : null);

const most = 200;

export const preparersOf = (db: Database, subjectId: string): Hand[] =>
  statement(
    db,
    'SELECT name, os_account AS osAccount FROM approval_preparer WHERE subject_id = ? ORDER BY at',
  ).all(subjectId) as Hand[];

export const givenOf = (db: Database, subjectId: string): Given[] =>
  statement(
    db,
    `SELECT name, os_account AS osAccount, approver_id AS approverId FROM approval_given WHERE subject_id = ?
      ORDER BY at`,
  ).all(subjectId) as Given[];

function addPreparer(db: Database, subjectId: string, actor: Actor, at: string): void {
  statement(
    db,
    'INSERT INTO approval_preparer (subject_id, name, os_account, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(subjectId, actor.name.slice(0, most), actor.osAccount.slice(0, most), at);
}

export function addGiven(db: Database, subjectId: string, given: Given, at: string): void {
  statement(
    db,
    'INSERT INTO approval_given (subject_id, name, os_account, approver_id, at) VALUES (?, ?, ?, ?, ?)',
  ).run(subjectId, given.name.slice(0, most), given.osAccount.slice(0, most), given.approverId, at);
}

export function forgetGiven(db: Database, subjectId: string): void {
  statement(db, 'DELETE FROM approval_given WHERE subject_id = ?').run(subjectId);
}

/** Whoever changes what is in an item prepares it too: an approval of before was of something else. */
export function savePreparer(db: Database, itemId: string, actor: Actor, at: string): void {
  addPreparer(db, itemId, actor, at);
  forgetGiven(db, itemId);
  statement(
    db,
    `INSERT INTO outbox_approval (item_id, prepared_by, prepared_account, prepared_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET prepared_by = excluded.prepared_by, prepared_account = excluded.prepared_account,
        prepared_at = excluded.prepared_at, approved_by = NULL, approved_account = NULL, approved_at = NULL`,
  ).run(itemId, actor.name.slice(0, most), actor.osAccount.slice(0, most), at);
}

/** Puts a session forward as it stands now. */
export function putForward(
  db: Database,
  sessionId: string,
  put: { withdraw: boolean; employers: readonly string[]; actor: Actor; at: string },
): void {
  dropForward(db, sessionId);
  addPreparer(db, sessionId, put.actor, put.at);
  statement(
    db,
    `INSERT INTO provider_approval (session_id, withdraw, employers, prepared_by, prepared_account, prepared_at)
      VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    sessionId,
    Number(put.withdraw),
    JSON.stringify(put.employers),
    put.actor.name.slice(0, most),
    put.actor.osAccount.slice(0, most),
    put.at,
  );
}

/** It was changed, sent or sent back: what was put forward is no more. */
export function dropForward(db: Database, sessionId: string): void {
  forgetGiven(db, sessionId);
  statement(db, 'DELETE FROM approval_preparer WHERE subject_id = ?').run(sessionId);
  statement(db, 'DELETE FROM provider_approval WHERE session_id = ?').run(sessionId);
}

export type Forward = {
  withdraw: number;
  employers: string;
  prepared_by: string;
  prepared_at: string;
  approved_by: string | null;
  approved_at: string | null;
};

export function forwardOf(db: Database, sessionId: string): Forward | null {
  const row = statement(db, 'SELECT * FROM provider_approval WHERE session_id = ?').get(sessionId);
  return (row as Forward | undefined) ?? null;
}

/** By name, all who approved it together. */
export function saveApproval(
  db: Database,
  subject: { id: string; kind: 'workerYear' | 'session' },
  by: { names: string; osAccount: string },
  at: string,
): void {
  const given = {
    names: by.names.slice(0, most),
    account: by.osAccount.slice(0, most),
    at,
    id: subject.id,
  };
  const sql =
    subject.kind === 'session'
      ? `UPDATE provider_approval SET approved_by = @names, approved_account = @account, approved_at = @at
          WHERE session_id = @id`
      : `INSERT INTO outbox_approval (item_id, prepared_by, prepared_account, prepared_at, approved_by, approved_account,
            approved_at) VALUES (@id, '', '', @at, @names, @account, @at)
          ON CONFLICT DO UPDATE SET approved_by = excluded.approved_by, approved_account = excluded.approved_account,
            approved_at = excluded.approved_at`;
  statement(db, sql).run(given);
}

/** Ready items of a client that have not left. */
export function readyOf(db: Database, employerId: string): string[] {
  const rows = statement(
    db,
    "SELECT id FROM outbox_item WHERE employer_id = ? AND state = 'ready' AND request_body IS NULL",
  ).all(employerId);
  return (rows as { id: string }[]).map(({ id }) => id);
}
