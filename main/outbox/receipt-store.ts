// SQL of receipts: every item that was answered, with the hashes of what was asked and what came back; and of the sendings
// that carried one training.
import type { ChainStep, Receipt } from '../../preload/contract/outbox-plan.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';

const fields = `i.id AS itemId, substr(le.name, 1, 200) AS employerName,
    coalesce(le.enterprise_number, '') AS enterpriseNumber,
    p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS workerName, i.year, i.state,
    (SELECT count(*) FROM outbox_record r WHERE r.item_id = i.id) AS trainings, i.sent_at AS sentAt,
    i.answered_at AS answeredAt, i.request_hash AS requestHash, i.answer_hash AS answerHash,
    coalesce(a.prepared_by, '') AS preparedBy, coalesce(a.approved_by, '') AS approvedBy`;
const tables = `outbox_item i JOIN employer e ON e.id = i.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
  JOIN worker w ON w.id = i.worker_id JOIN person p ON p.id = w.person_id
  LEFT JOIN outbox_approval a ON a.item_id = i.id`;
const answered = `i.answer_hash IS NOT NULL AND i.request_hash IS NOT NULL AND i.answered_at IS NOT NULL
  AND i.state IN ('accepted', 'acceptedWithWarnings', 'refused', 'superseded')`;

export type ReceiptFilter = { scope: EmployerScope; year: number | null };

export function listReceipts(
  db: Database,
  { scope, year }: ReceiptFilter,
  offset: number,
  limit: number,
): { rows: Receipt[]; total: number } {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const where = `${answered} AND ${sql} AND (? IS NULL OR i.year = ?)`;
  const given = [...values, year, year];
  const { total } = statement(db, `SELECT count(*) AS total FROM outbox_item i WHERE ${where}`).get(
    ...given,
  ) as { total: number };
  const rows = statement(
    db,
    `SELECT ${fields} FROM ${tables} WHERE ${where} ORDER BY i.answered_at DESC, i.id DESC LIMIT ? OFFSET ?`,
  ).all(...given, limit, offset) as Receipt[];
  return { rows, total };
}

export type CarriedRow = {
  itemId: string;
  at: string;
  fields: string;
  withdraw: number;
  submitted: number;
  result: ChainStep['result'] | null;
  itemState: string;
  preparedBy: string;
  approvedBy: string;
  requestHash: string | null;
  answerHash: string | null;
};

/** Oldest first; what was taken back before it left is no sending. */
export function sendingsOf(db: Database, trainingId: string): CarriedRow[] {
  return statement(
    db,
    `SELECT i.id AS itemId, coalesce(i.sent_at, i.queued_at) AS at, r.fields, r.withdraw, r.submitted, r.result,
        i.state AS itemState, coalesce(a.prepared_by, '') AS preparedBy, coalesce(a.approved_by, '') AS approvedBy,
        i.request_hash AS requestHash, i.answer_hash AS answerHash
       FROM outbox_record r JOIN outbox_item i ON i.id = r.item_id LEFT JOIN outbox_approval a ON a.item_id = i.id
      WHERE r.training_id = ? AND i.state <> 'withdrawn' ORDER BY i.queued_at, i.id LIMIT 200`,
  ).all(trainingId) as CarriedRow[];
}
