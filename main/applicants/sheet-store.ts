// SQL of the requests that are still open, of a list or by their ids, for what is handed out.
import { type Database, statement } from '../platform/database.ts';
import type { RequestRow } from './request-store.ts';

export type OpenRow = RequestRow & { employer_name: string };

const open = `SELECT r.*, le.name AS employer_name FROM applicant_request_now r JOIN employer e ON e.id = r.employer_id
  JOIN legal_entity le ON le.id = e.legal_entity_id WHERE r.state = 'open'`;

/** In the order of the list. */
export const openOfBatch = (db: Database, batchId: string): OpenRow[] =>
  statement(db, `${open} AND r.batch_id = ? ORDER BY r.batch_line, r.id`).all(batchId) as OpenRow[];

/** In the order in which they are named, each once; those of a list together, and in the order of that. */
export function openOf(db: Database, ids: readonly string[]): OpenRow[] {
  const sql = `${open} AND r.id IN (SELECT value FROM json_each(?))`;
  const rows = statement(db, sql).all(JSON.stringify(ids)) as OpenRow[];
  const places = new Map(ids.map((id, at) => [id, at]));
  rows.sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
  const lists = Map.groupBy(rows, (row) => row.batch_id ?? row.id).values();
  return [...lists].flatMap((own) =>
    own.sort((one, other) => (one.batch_line ?? 0) - (other.batch_line ?? 0)),
  );
}

/** The name of who asks in an employer's place, as it stands with an account. */
export function mandataryName(db: Database, enterpriseNumber: string): string | null {
  const sql = 'SELECT enterprise_name AS name FROM account WHERE enterprise_number = ? ORDER BY id LIMIT 1';
  return (statement(db, sql).get(enterpriseNumber) as { name: string } | undefined)?.name ?? null;
}
