// SQL of a training provider's sessions.
import type { Failure } from '../../preload/contract/result.ts';
import type { Participant, SessionFields, SessionState } from '../../preload/contract/training-provider.ts';
import { type Database, statement } from '../platform/database.ts';
import type { ParticipantAnswer } from './provider-api.ts';

export type SessionRow = {
  id: string;
  account_id: string | null;
  external_reference: string;
  title: string;
  type: SessionFields['type'];
  start_date: string | null;
  end_date: string | null;
  duration_minutes: number | null;
  people: string;
  state: SessionState;
  request_provider: string | null;
  request_body: string | null;
  request_hash: string | null;
  answer_hash: string | null;
  results: string;
  failure: string | null;
  attempts: number;
  sent_at: string | null;
  answered_at: string | null;
  stands: number;
  removed_at: string | null;
  updated_at: string;
  revision: number;
  provider_name: string | null;
};

/** The answer for each participant, by number. */
export type ResultsByNumber = Record<string, Omit<ParticipantAnswer, 'insz' | 'employer'>>;

const select = `SELECT s.*, a.enterprise_name AS provider_name FROM provider_session s
  LEFT JOIN account a ON a.id = s.account_id`;

export function findSession(db: Database, id: string): SessionRow | null {
  const row = statement(db, `${select} WHERE s.id = ? AND s.removed_at IS NULL`).get(id);
  return (row as SessionRow | undefined) ?? null;
}

export function listSessions(
  db: Database,
  input: { states: readonly SessionState[]; page: number; pageSize: number },
): { rows: SessionRow[]; total: number } {
  const where = `s.removed_at IS NULL AND (? = '[]' OR s.state IN (SELECT value FROM json_each(?)))`;
  const states = JSON.stringify(input.states);
  const { total } = statement(db, `SELECT count(*) AS total FROM provider_session s WHERE ${where}`).get(
    states,
    states,
  ) as { total: number };
  const rows = statement(
    db,
    `${select} WHERE ${where} ORDER BY s.updated_at DESC, s.id LIMIT ? OFFSET ?`,
  ).all(states, states, input.pageSize, (input.page - 1) * input.pageSize) as SessionRow[];
  return { rows, total };
}

export function insertSession(
  db: Database,
  id: string,
  fields: SessionFields,
  people: readonly Participant[],
  at: string,
): void {
  statement(
    db,
    `INSERT INTO provider_session (id, account_id, external_reference, title, type, start_date, end_date,
       duration_minutes, people, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    fields.accountId,
    id,
    fields.title,
    fields.type,
    fields.startDate,
    fields.endDate,
    fields.durationMinutes,
    JSON.stringify(people),
    at,
  );
}

export type SessionPatch = Partial<
  Omit<SessionRow, 'id' | 'external_reference' | 'revision' | 'updated_at' | 'provider_name'>
>;
const patchable = new Set(
  `account_id title type start_date end_date duration_minutes people state request_provider request_body request_hash
   answer_hash results failure attempts sent_at answered_at stands removed_at`.split(/\s+/),
);

/** Changes a session and its revision. A row changed since it was read is a bug of the caller, and throws. */
export function patchSession(db: Database, row: SessionRow, patch: SessionPatch, at: string): void {
  const names = (Object.keys(patch) as (keyof SessionPatch)[]).toSorted();
  if (names.some((name) => !patchable.has(name))) throw new TypeError('unknown column of a session');
  const { changes } = statement(
    db,
    `UPDATE provider_session SET ${names.map((name) => `${name} = ?, `).join('')}updated_at = ?, revision = revision + 1
      WHERE id = ? AND revision = ?`,
  ).run(...names.map((name) => patch[name]), at, row.id, row.revision);
  if (changes !== 1) throw new RangeError('a session changed while it was being worked on');
}

/** What a kill left as being sent: whether the service took it nobody knows. */
export function recoverSessions(db: Database, at: string): void {
  statement(
    db,
    "UPDATE provider_session SET state = 'unknown', updated_at = ?, revision = revision + 1 WHERE state = 'sending'",
  ).run(at);
}

export const peopleOf = (row: SessionRow): Participant[] => JSON.parse(row.people) as Participant[];
export const resultsOf = (row: SessionRow): ResultsByNumber => JSON.parse(row.results) as ResultsByNumber;
export const failureOf = (row: SessionRow): Failure | null =>
  row.failure === null ? null : (JSON.parse(row.failure) as Failure);
export const fieldsOf = (row: SessionRow): SessionFields => ({
  accountId: row.account_id,
  title: row.title,
  type: row.type,
  startDate: row.start_date,
  endDate: row.end_date,
  durationMinutes: row.duration_minutes,
});
