// SQL of what was asked of the service and what came back, for the workbench. Kept for some weeks and encrypted as all else is; never a key.
import type { CbssOperation, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { codeOf } from '../../../preload/rules/register/cbss-meaning.ts';
import { type Database, statement } from '../../platform/database.ts';

export { codeOf };

/** Days that an exchange is kept, and how many at most. */
export const keepDays = 30;
export const mostExchanges = 2_000;
/** Bytes of an answer that are kept. */
const mostKept = 262_144;

export type ExchangeStart = {
  id: string;
  at: string;
  askedBy: string;
  operation: CbssOperation;
  ticket: string;
  /** Where it goes. */
  address: string;
  /** The question before it is signed: what is left of a kill. */
  request: string;
};

/** What is too old, or too much, goes. `now`: ISO 8601. */
export function forgetExchanges(db: Database, now: string): void {
  const oldest = new Date(Date.parse(now) - keepDays * 86_400_000).toISOString();
  statement(db, 'DELETE FROM cbss_exchange WHERE at < ?').run(oldest);
  const sql = `DELETE FROM cbss_exchange WHERE id IN (
    SELECT id FROM cbss_exchange ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?)`;
  statement(db, sql).run(mostExchanges - 1);
}

/** Written before anything leaves. */
export function beginExchange(db: Database, row: ExchangeStart): void {
  forgetExchanges(db, row.at);
  statement(
    db,
    `INSERT INTO cbss_exchange (id, at, asked_by, operation, ticket, address, request) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.id, row.at, row.askedBy, row.operation, row.ticket, row.address, row.request);
}

export type ExchangeEnd = {
  request: string;
  tries: number;
  milliseconds: number;
  status: number | null;
  response: Uint8Array | null;
  outcome: CbssOutcome;
};

export function endExchange(db: Database, id: string, end: ExchangeEnd): void {
  statement(
    db,
    `UPDATE cbss_exchange SET request = ?, tries = ?, milliseconds = ?, http_status = ?, response = ?, layer = ?, code = ?,
       outcome = ? WHERE id = ?`,
  ).run(
    end.request,
    end.tries,
    end.milliseconds,
    end.status,
    end.response === null ? null : Buffer.from(end.response.subarray(0, mostKept)),
    end.outcome.layer,
    codeOf(end.outcome),
    JSON.stringify(end.outcome),
    id,
  );
}

export function dropExchange(db: Database, id: string): void {
  statement(db, 'DELETE FROM cbss_exchange WHERE id = ?').run(id);
}

export type ExchangeRow = {
  id: string;
  at: string;
  askedBy: string;
  operation: CbssOperation;
  ticket: string;
  address: string;
  tries: number;
  milliseconds: number | null;
  status: number | null;
  layer: CbssOutcome['layer'] | null;
  code: string | null;
};

const columns = `id, at, asked_by AS askedBy, operation, ticket, address, tries, milliseconds, http_status AS status, layer, code`;

export type ExchangeFilter = {
  operation?: CbssOperation | null;
  layer?: CbssOutcome['layer'] | null;
  /** Beginning of a ticket or of a code. */
  text?: string;
};

/** The newest first. */
export function listExchanges(
  db: Database,
  { operation = null, layer = null, text = '' }: ExchangeFilter,
  { page, pageSize }: { page: number; pageSize: number },
): { rows: ExchangeRow[]; total: number } {
  const where = `(? IS NULL OR operation = ?) AND (? IS NULL OR layer = ?)
    AND (? = '' OR substr(ticket, 1, length(?)) = ? OR substr(upper(coalesce(code, '')), 1, length(?)) = upper(?))`;
  const given = [operation, operation, layer, layer, text, text, text, text, text];
  const { total } = statement(db, `SELECT count(*) AS total FROM cbss_exchange WHERE ${where}`).get(
    ...given,
  ) as { total: number };
  const sql = `SELECT ${columns} FROM cbss_exchange WHERE ${where} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`;
  const rows = statement(db, sql).all(...given, pageSize, (page - 1) * pageSize) as ExchangeRow[];
  return { rows, total };
}

export type KeptExchange = ExchangeRow & {
  request: string;
  response: string | null;
  outcome: CbssOutcome | null;
};

export function findExchange(db: Database, id: string): KeptExchange | null {
  const sql = `SELECT ${columns}, request, response, outcome FROM cbss_exchange WHERE id = ?`;
  const row = statement(db, sql).get(id) as
    | (ExchangeRow & { request: string; response: Uint8Array | null; outcome: string | null })
    | undefined;
  if (row === undefined) return null;
  return {
    ...row,
    response: row.response === null ? null : Buffer.from(row.response).toString('utf8'),
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as CbssOutcome),
  };
}
