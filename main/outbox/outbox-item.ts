// An item of the outbox as it is stored: one worker-year, one call's worth of effect.
import type { OutboxItem } from '../../preload/contract/outbox.ts';
import type { Failure } from '../../preload/contract/result.ts';
import type { ItemState } from '../../preload/rules/outbox/states.ts';
import type { SetPrint } from './compare-sets.ts';

export type ItemRow = {
  id: string;
  employer_id: string;
  worker_id: string;
  year: number;
  state: ItemState;
  attempts: number;
  queued_at: string;
  sent_at: string | null;
  answered_at: string | null;
  next_attempt_at: string | null;
  request_body: string | null;
  request_hash: string | null;
  state_before: string | null;
  kept_titles: string | null;
  answer_hash: string | null;
  failure: string | null;
  needs_decision: number;
  overrule: number;
  priority: number;
  not_before: string | null;
  held: number;
  /** JSON of a `SetDifference`; null: none was seen. */
  difference: string | null;
};

/** With what is needed to address it at the service and to name it to a person. */
export type AddressedItem = ItemRow & {
  employer_name: string;
  enterprise_number: string | null;
  worker_name: string;
  insz: string;
  trainings: number;
  prepared_by: string | null;
  approved_by: string | null;
  approved_at: string | null;
  waits_for_approval: number;
};

/** A request that may have left: what is sent again is this and nothing else. */
export type FrozenRequest = { body: string; hash: string; before: SetPrint; keptTitles: string[] };

export function frozenOf(row: ItemRow): FrozenRequest | null {
  if (row.request_body === null || row.request_hash === null) return null;
  return {
    body: row.request_body,
    hash: row.request_hash,
    before: JSON.parse(row.state_before ?? '{}') as SetPrint,
    keptTitles: keptTitlesOf(row),
  };
}

export const keptTitlesOf = (row: ItemRow): string[] => JSON.parse(row.kept_titles ?? '[]') as string[];

export function itemOf(row: AddressedItem): OutboxItem {
  return {
    id: row.id,
    employerId: row.employer_id,
    employerName: row.employer_name,
    workerId: row.worker_id,
    workerName: row.worker_name,
    year: row.year,
    state: row.state,
    trainings: row.trainings,
    keptFromOthers: keptTitlesOf(row).length,
    attempts: row.attempts,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
    nextAttemptAt: row.next_attempt_at,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
    needsDecision: row.needs_decision === 1,
    waitsForApproval: row.waits_for_approval === 1,
    preparedBy: row.prepared_by ?? '',
    approvedBy: row.approved_by ?? '',
    approvedAt: row.approved_at,
    notBefore: row.not_before,
    held: row.held === 1,
    priority: row.priority,
  };
}
