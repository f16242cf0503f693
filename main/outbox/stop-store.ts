// SQL of what stopping a route touches: trainings that wait for it, drafts that were never sent, and what is on its way.
import { type Database, statement } from '../platform/database.ts';
import type { ItemRow } from './outbox-item.ts';

export type WaitingWork = {
  employerId: string;
  name: string;
  /** In the outbox and not left yet. */
  waiting: number;
  /** Drafts and waiting trainings that the service never accepted. */
  neverSent: number;
  /** Sending, unknown, or waiting with a request that may have taken effect. */
  away: number;
};

const within = 'IN (SELECT value FROM json_each(?))';

/** A frozen request on a waiting item may have taken effect: only the service can say. */
const frozen = `EXISTS (SELECT 1 FROM outbox_item i JOIN outbox_record r ON r.item_id = i.id
  WHERE r.training_id = t.id AND r.submitted = 1 AND i.state = 'ready' AND i.request_body IS NOT NULL)`;

export function workOf(db: Database, employerIds: readonly string[]): WaitingWork[] {
  return statement(
    db,
    `SELECT e.id AS employerId, le.name,
        coalesce(sum(t.state = 'ready' AND NOT ${frozen}), 0) AS waiting,
        coalesce(sum(t.accepted_fields IS NULL AND (t.state = 'draft' OR (t.state = 'ready' AND NOT ${frozen}))), 0) AS neverSent,
        coalesce(sum(t.state IN ('sending', 'unknown') OR (t.state = 'ready' AND ${frozen})), 0) AS away
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
       LEFT JOIN training t ON t.employer_id = e.id AND t.removed_at IS NULL
      WHERE e.id ${within} GROUP BY e.id ORDER BY le.name COLLATE NOCASE, e.id`,
  ).all(JSON.stringify(employerIds)) as WaitingWork[];
}

/** Items of these employers that wait and have not left. */
export function itemsToTakeOut(db: Database, employerIds: readonly string[]): ItemRow[] {
  return statement(
    db,
    `SELECT * FROM outbox_item WHERE state = 'ready' AND request_body IS NULL AND employer_id ${within}`,
  ).all(JSON.stringify(employerIds)) as ItemRow[];
}

/** Drafts of these employers that the service never accepted. */
export function neverSent(db: Database, employerIds: readonly string[]): string[] {
  const rows = statement(
    db,
    `SELECT id FROM training WHERE removed_at IS NULL AND state = 'draft' AND accepted_fields IS NULL
        AND employer_id ${within}`,
  ).all(JSON.stringify(employerIds));
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** A training as a stop left it: a later revision was changed by somebody since. */
export type Taken = { id: string; revision: number };

/** Trainings that were to be sent with an item. */
export function takenFrom(db: Database, itemId: string): Taken[] {
  return statement(
    db,
    `SELECT t.id, t.revision FROM outbox_record r JOIN training t ON t.id = r.training_id
      WHERE r.item_id = ? AND r.submitted = 1`,
  ).all(itemId) as Taken[];
}

/** Those of them that are drafts still and that nobody touched. */
export function untouchedDrafts(db: Database, taken: readonly Taken[]): string[] {
  const rows = statement(
    db,
    `SELECT t.id FROM json_each(?) j JOIN training t ON t.id = j.value ->> 'id'
      WHERE t.revision = j.value ->> 'revision' AND t.state = 'draft' AND t.removed_at IS NULL`,
  ).all(JSON.stringify(taken));
  return (rows as { id: string }[]).map(({ id }) => id);
}

export function draftsAmong(db: Database, taken: readonly Taken[]): number {
  const { n } = statement(
    db,
    `SELECT count(*) AS n FROM json_each(?) j JOIN training t ON t.id = j.value ->> 'id'
      WHERE t.state = 'draft' AND t.removed_at IS NULL`,
  ).get(JSON.stringify(taken)) as { n: number };
  return n;
}
