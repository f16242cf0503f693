// SQL of the sendings of a session: each filing, correction and withdrawal as it left, and what came back.
import type { Change } from '../../preload/contract/outbox-plan.ts';
import type { Participant, SendingStep, SessionFields } from '../../preload/contract/training-provider.ts';
import { type Database, statement } from '../platform/database.ts';
import type { Sent } from './session-changes.ts';

export type NewSending = Sent & {
  id: string;
  sessionId: string;
  kind: SendingStep['kind'];
  year: number;
  provider: { enterpriseNumber: string; name: string };
  employers: readonly string[];
  changes: readonly Change[];
  requestHash: string;
  preparedBy: string;
  approvedBy: string;
  at: string;
};

export function insertSending(db: Database, sending: NewSending): void {
  statement(
    db,
    `INSERT INTO provider_sending (id, session_id, kind, title, year, provider_name, provider_number, fields, people,
       employers, changes, participants, request_hash, sent_at, prepared_by, approved_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sending.id,
    sending.sessionId,
    sending.kind,
    sending.fields.title,
    sending.year,
    sending.provider.name.slice(0, 200),
    sending.provider.enterpriseNumber,
    JSON.stringify(sending.fields),
    JSON.stringify(sending.people),
    JSON.stringify(sending.employers),
    JSON.stringify(sending.changes),
    sending.people.length,
    sending.requestHash,
    sending.at,
    sending.preparedBy.slice(0, 200),
    sending.approvedBy.slice(0, 200),
  );
}

type Open = { id: string; employers: string; kind: SendingStep['kind'] };

/** The one that is on its way, or whose answer was lost. */
export function openSending(db: Database, sessionId: string): Open | null {
  const row = statement(
    db,
    `SELECT id, employers, kind FROM provider_sending WHERE session_id = ? AND state IN ('sending', 'unknown')
      ORDER BY sent_at DESC, id DESC LIMIT 1`,
  ).get(sessionId);
  return (row as Open | undefined) ?? null;
}

export function moveSending(db: Database, id: string, state: SendingStep['state']): void {
  statement(db, 'UPDATE provider_sending SET state = ? WHERE id = ?').run(state, id);
}

/** Earlier answers of the session are then in the past. */
export function answerSending(
  db: Database,
  sessionId: string,
  id: string,
  answer: {
    state: 'accepted' | 'acceptedWithWarnings' | 'refused';
    hash: string;
    employers: readonly string[];
    at: string;
  },
): void {
  statement(
    db,
    `UPDATE provider_sending SET superseded = 1 WHERE session_id = ? AND id <> ? AND answered_at IS NOT NULL`,
  ).run(sessionId, id);
  statement(
    db,
    'UPDATE provider_sending SET state = ?, answer_hash = ?, employers = ?, answered_at = ? WHERE id = ?',
  ).run(answer.state, answer.hash, JSON.stringify(answer.employers), answer.at, id);
}

/** What the service took last, wholly or in part; null before that and after a withdrawal. */
export function lastTaken(db: Database, sessionId: string): Sent | null {
  const row = statement(
    db,
    `SELECT kind, fields, people FROM provider_sending WHERE session_id = ? AND answered_at IS NOT NULL
      ORDER BY answered_at DESC, id DESC LIMIT 1`,
  ).get(sessionId) as { kind: string; fields: string; people: string } | undefined;
  if (row === undefined || row.kind === 'withdrawn') return null;
  return {
    fields: JSON.parse(row.fields) as SessionFields,
    people: JSON.parse(row.people) as Participant[],
  };
}

/** Oldest first. */
export function stepsOf(db: Database, sessionId: string): SendingStep[] {
  const rows = statement(
    db,
    `SELECT id, sent_at AS at, answered_at AS answeredAt, kind, state, participants, changes, prepared_by AS preparedBy,
        approved_by AS approvedBy, request_hash AS requestHash, answer_hash AS answerHash
       FROM provider_sending WHERE session_id = ? ORDER BY sent_at, id LIMIT 200`,
  ).all(sessionId) as (Omit<SendingStep, 'changes'> & { changes: string })[];
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as Change[] }));
}

/** Enterprise numbers of the employers of which the register has workers with these numbers. */
export function employersOfWorkers(db: Database, insz: readonly string[]): string[] {
  const rows = statement(
    db,
    `SELECT DISTINCT le.enterprise_number AS number FROM person_number n JOIN worker w ON w.person_id = n.person_id
       JOIN employer e ON e.id = w.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE n.insz IN (SELECT value FROM json_each(?)) AND le.enterprise_number IS NOT NULL ORDER BY 1 LIMIT 500`,
  ).all(JSON.stringify(insz));
  return (rows as { number: string }[]).map(({ number }) => number);
}

/** What a kill left as being sent. */
export function recoverSendings(db: Database): void {
  statement(db, "UPDATE provider_sending SET state = 'unknown' WHERE state = 'sending'").run();
}
