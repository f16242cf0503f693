// The SQL that reads the whole history back in pages, for checking and for exporting.
import { type Database, statement } from '../platform/database.ts';
import { EVENT_COLUMNS, type EventRow, type PayloadRow } from './history-store.ts';
import type { CheckedEvent } from './verify-chain.ts';

type Row = EventRow & {
  salt: Uint8Array | null;
  payload: string;
  summary: string;
  words: string;
  erased: number;
};
export type Place = { chain: string; position: number };

/** Events after a place, by chain and position. `chain` keeps to one chain. */
export function eventsAfter(
  db: Database,
  after: Place,
  limit: number,
  chain: string | null = null,
): CheckedEvent[] {
  const rows = statement(
    db,
    `SELECT ${EVENT_COLUMNS}, p.salt, p.payload, p.summary, p.words, x.event_id IS NOT NULL AS erased
     FROM history_event e
     LEFT JOIN history_payload p ON p.event_id = e.id
     LEFT JOIN history_erased x ON x.event_id = e.id
     WHERE (e.chain, e.position) > (@after, @position) AND (@chain IS NULL OR e.chain = @chain)
     ORDER BY e.chain, e.position LIMIT @limit`,
  ).all({ after: after.chain, position: after.position, limit, chain }) as Row[];
  return rows.map(checked);
}

function checked({ salt, payload, summary, words, erased, ...event }: Row): CheckedEvent {
  const stored: PayloadRow | null = salt === null ? null : { salt, payload, summary, words };
  return { ...event, stored, erased: erased === 1 };
}

/** The first place in the order of all events where a number is skipped, or null. Finds a chain removed whole. */
export function firstSkippedSeq(db: Database): number | null {
  const row = statement(
    db,
    `SELECT min(seq) AS seq FROM (
       SELECT 1 AS seq WHERE EXISTS (SELECT 1 FROM history_event) AND NOT EXISTS (SELECT 1 FROM history_event WHERE seq = 1)
       UNION ALL
       SELECT e.seq + 1 FROM history_event e
       WHERE NOT EXISTS (SELECT 1 FROM history_event n WHERE n.seq = e.seq + 1)
         AND e.seq < (SELECT max(seq) FROM history_event))`,
  ).get() as { seq: number | null };
  return row.seq;
}

/** Payloads and marks of erasure that belong to no event. */
export function strayRows(db: Database): number {
  const row = statement(
    db,
    `SELECT (SELECT count(*) FROM history_payload p WHERE NOT EXISTS (SELECT 1 FROM history_event e WHERE e.id = p.event_id))
       + (SELECT count(*) FROM history_erased x WHERE NOT EXISTS (SELECT 1 FROM history_event e WHERE e.id = x.event_id))
       AS stray`,
  ).get() as { stray: number };
  return row.stray;
}

export type RetentionRun = { id: string; eventId: string | null; payload: string | null };

/** Every run that erased something, with the event that the chain of the app keeps of it. */
export function retentionRuns(db: Database): RetentionRun[] {
  return statement(
    db,
    `SELECT x.retention_run_id AS id, e.id AS eventId, p.payload
     FROM (SELECT DISTINCT retention_run_id FROM history_erased) x
     LEFT JOIN history_event e ON e.subject_id = x.retention_run_id AND e.kind = 'history.erased'
     LEFT JOIN history_payload p ON p.event_id = e.id`,
  ).all() as RetentionRun[];
}

export function erasedIn(db: Database, retentionRunId: string): string[] {
  const rows = statement(db, 'SELECT event_id AS id FROM history_erased WHERE retention_run_id = ?').all(
    retentionRunId,
  );
  return (rows as { id: string }[]).map(({ id }) => id);
}
