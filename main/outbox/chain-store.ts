// SQL of what happened to one training: the sendings that carried it, and what was decided on it as a provider's filing.
import type { ChainStep } from '../../preload/contract/outbox-plan.ts';
import { type Database, statement } from '../platform/database.ts';

export type CarriedRow = {
  itemId: string;
  at: string;
  fields: string;
  withdraw: number;
  submitted: number;
  result: Exclude<ChainStep['result'], null> | null;
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
      WHERE r.training_id = ? AND i.state <> 'withdrawn' ORDER BY i.queued_at, i.id LIMIT 150`,
  ).all(trainingId) as CarriedRow[];
}

export type DecidedRow = {
  id: string;
  at: string;
  decision: 'adopted' | 'rejected';
  reason: string;
  fields: string;
  by: string;
};

/** Decisions on the filing that this training was taken over from, oldest first. */
export function decisionsOf(db: Database, trainingId: string): DecidedRow[] {
  return statement(
    db,
    `SELECT d.id, d.decided_at AS at, d.decision, d.reason, d.fields, d.decided_by AS by
       FROM provider_filing f JOIN provider_filing_decision d ON d.filing_id = f.id
      WHERE f.training_id = ? ORDER BY d.decided_at, d.id LIMIT 50`,
  ).all(trainingId) as DecidedRow[];
}
