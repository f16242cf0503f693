// SQL of the events about one subject, with their payloads.
import { type Database, statement } from '../platform/database.ts';
import { EVENT_COLUMNS, type EventRow, type PayloadRow } from './history-store.ts';
import type { CheckedEvent } from './verify-chain.ts';

type Row = EventRow & Omit<PayloadRow, 'salt'> & { salt: Uint8Array | null; erased: number };

export function eventsOfSubject(db: Database, subjectId: string, kinds: readonly string[]): CheckedEvent[] {
  const rows = statement(
    db,
    `SELECT ${EVENT_COLUMNS}, p.salt, p.payload, p.summary, p.words, x.event_id IS NOT NULL AS erased
       FROM history_event e LEFT JOIN history_payload p ON p.event_id = e.id
       LEFT JOIN history_erased x ON x.event_id = e.id
      WHERE e.subject_id = ? AND e.kind IN (SELECT value FROM json_each(?)) ORDER BY e.seq LIMIT 2000`,
  ).all(subjectId, JSON.stringify(kinds)) as Row[];
  return rows.map(({ salt, payload, summary, words, erased, ...event }) => ({
    ...event,
    stored: salt === null ? null : { salt, payload, summary, words },
    erased: erased === 1,
  }));
}
