// The SQL that writes the history: one event with its payload and search words, heads of chains, erasures.
import { type Database, statement } from '../platform/database.ts';
import type { HashedEvent, PayloadParts } from './event-hash.ts';

export type EventRow = HashedEvent & { hash: string };
export type PayloadRow = PayloadParts & { salt: Uint8Array };
export type Head = { chain: string; position: number; hash: string };

/** Columns of `history_event` under the names of the code. */
export const EVENT_COLUMNS = `e.seq, e.id, e.chain, e.position, e.kind, e.at, e.actor_kind AS actorKind,
  e.actor_name AS actorName, e.actor_os_account AS actorOsAccount, e.subject_kind AS subjectKind,
  e.subject_id AS subjectId, e.result, e.contract, e.app_version AS appVersion, e.previous_hash AS previousHash,
  e.payload_hmac AS payloadHmac, e.hash`;

export function nextSeq(db: Database): number {
  const row = statement(db, 'SELECT max(seq) AS last FROM history_event').get() as { last: number | null };
  return (row.last ?? 0) + 1;
}

export function findHead(db: Database, chain: string): Head | null {
  const row = statement(db, 'SELECT chain, position, hash FROM history_head WHERE chain = ?').get(chain);
  return (row as Head | undefined) ?? null;
}

export function allHeads(db: Database): Head[] {
  return statement(db, 'SELECT chain, position, hash FROM history_head ORDER BY chain').all() as Head[];
}

/** Inserts an event, its payload and its search words, and moves the chain's head. Inside the caller's transaction. */
export function insertEvent(db: Database, event: EventRow, payload: PayloadRow): void {
  statement(
    db,
    `INSERT INTO history_event (seq, id, chain, position, kind, at, actor_kind, actor_name, actor_os_account,
       subject_kind, subject_id, result, contract, app_version, previous_hash, payload_hmac, hash)
     VALUES (@seq, @id, @chain, @position, @kind, @at, @actorKind, @actorName, @actorOsAccount,
       @subjectKind, @subjectId, @result, @contract, @appVersion, @previousHash, @payloadHmac, @hash)`,
  ).run(event);
  statement(
    db,
    'INSERT INTO history_payload (event_id, salt, payload, summary, words) VALUES (?, ?, ?, ?, ?)',
  ).run(event.id, payload.salt, payload.payload, payload.summary, payload.words);
  statement(db, 'INSERT INTO history_search (rowid, summary, words) VALUES (?, ?, ?)').run(
    event.seq,
    payload.summary,
    payload.words,
  );
  statement(
    db,
    `INSERT INTO history_head (chain, position, hash) VALUES (?, ?, ?)
     ON CONFLICT (chain) DO UPDATE SET position = excluded.position, hash = excluded.hash`,
  ).run(event.chain, event.position, event.hash);
}

export function insertRetentionRun(db: Database, run: { id: string; at: string; reason: string }): void {
  statement(db, 'INSERT INTO retention_run (id, at, reason, open) VALUES (@id, @at, @reason, 1)').run(run);
}

export function closeRetentionRun(db: Database, id: string): void {
  statement(db, 'UPDATE retention_run SET open = 0 WHERE id = ?').run(id);
}

/** Takes one payload, its salt and its search words away; false when it was erased before or never was. */
export function deletePayload(db: Database, eventId: string, retentionRunId: string): boolean {
  const found = statement(
    db,
    `SELECT e.seq, p.summary, p.words FROM history_payload p JOIN history_event e ON e.id = p.event_id
     WHERE p.event_id = ?`,
  ).get(eventId) as { seq: number; summary: string; words: string } | undefined;
  if (found === undefined) return false;
  statement(db, 'INSERT INTO history_erased (event_id, retention_run_id) VALUES (?, ?)').run(
    eventId,
    retentionRunId,
  );
  statement(
    db,
    "INSERT INTO history_search (history_search, rowid, summary, words) VALUES ('delete', ?, ?, ?)",
  ).run(found.seq, found.summary, found.words);
  statement(db, 'DELETE FROM history_payload WHERE event_id = ?').run(eventId);
  return true;
}
