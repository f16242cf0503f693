// The SQL of searching and showing events.
import { type Database, statement } from '../platform/database.ts';
import { EVENT_COLUMNS, type EventRow } from './history-store.ts';

export type FoundRow = EventRow & { summary: string | null; erased: number; employerName: string | null };
export type Filter = {
  /** `app`, an employer's id, or null for all chains. */
  chain: string | null;
  /** An FTS5 question, or null. */
  question: string | null;
  kinds: readonly string[];
  /** Instants as UTC text: from inclusive, until exclusive. */
  from: string | null;
  until: string | null;
};

const JOINS = `LEFT JOIN history_payload p ON p.event_id = e.id
  LEFT JOIN history_erased x ON x.event_id = e.id
  LEFT JOIN employer m ON m.id = e.chain
  LEFT JOIN legal_entity l ON l.id = m.legal_entity_id`;
const FOUND = `${EVENT_COLUMNS}, p.summary, x.event_id IS NOT NULL AS erased, l.name AS employerName`;

/** The newest first. */
export function findEvents(db: Database, filter: Filter, limit: number, offset: number): FoundRow[] {
  const { where, values } = conditions(filter);
  const sql = `SELECT ${FOUND} FROM (
      SELECT seq AS wanted FROM history_event e WHERE ${where} ORDER BY seq DESC LIMIT @limit OFFSET @offset
    ) JOIN history_event e ON e.seq = wanted ${JOINS} ORDER BY e.seq DESC`;
  return statement(db, sql).all({ ...values, limit, offset }) as FoundRow[];
}

export function countEvents(db: Database, filter: Filter): number {
  const { where, values } = conditions(filter);
  const row = statement(db, `SELECT count(*) AS total FROM history_event e WHERE ${where}`).get(values);
  return (row as { total: number }).total;
}

export function findEvent(db: Database, id: string): (FoundRow & { payload: string | null }) | null {
  const row = statement(db, `SELECT ${FOUND}, p.payload FROM history_event e ${JOINS} WHERE e.id = ?`).get(
    id,
  );
  return (row as (FoundRow & { payload: string | null }) | undefined) ?? null;
}

/** Only the conditions that are asked for, so that each combination gets the index that suits it. */
function conditions(filter: Filter): { where: string; values: Record<string, string> } {
  const parts = ['1 = 1'];
  const values: Record<string, string> = {};
  if (filter.chain !== null) {
    parts.push('e.chain = @chain');
    values['chain'] = filter.chain;
  }
  if (filter.from !== null) {
    parts.push('e.at >= @from');
    values['from'] = filter.from;
  }
  if (filter.until !== null) {
    parts.push('e.at < @until');
    values['until'] = filter.until;
  }
  if (filter.kinds.length > 0) {
    parts.push('e.kind IN (SELECT value FROM json_each(@kinds))');
    values['kinds'] = JSON.stringify(filter.kinds);
  }
  if (filter.question !== null) {
    parts.push('e.seq IN (SELECT rowid FROM history_search WHERE history_search MATCH @question)');
    values['question'] = filter.question;
  }
  return { where: parts.join(' AND '), values };
}
