// SQL of outbox items: finding them, and moving them along the graph of states and nowhere else.
import { type ItemState, itemMayGo, itemTransitions } from '../../preload/rules/outbox/states.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import { waitsForApproval } from './approval-store.ts';
import type { AddressedItem, ItemRow } from './outbox-item.ts';

const select = `SELECT i.*, le.name AS employer_name, le.enterprise_number,
    p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS worker_name, n.insz,
    (SELECT count(*) FROM outbox_record r WHERE r.item_id = i.id) AS trainings,
    a.prepared_by, a.approved_by, a.approved_at, ${waitsForApproval} AS waits_for_approval
  FROM outbox_item i LEFT JOIN outbox_approval a ON a.item_id = i.id JOIN employer e ON e.id = i.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
  JOIN worker w ON w.id = i.worker_id JOIN person p ON p.id = w.person_id
  JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL`;

export function findItem(db: Database, scope: EmployerScope, id: string): AddressedItem | null {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const row = statement(db, `${select} WHERE i.id = ? AND ${sql}`).get(id, ...values);
  return (row as AddressedItem | undefined) ?? null;
}

export function listItems(
  db: Database,
  scope: EmployerScope,
  input: {
    states: readonly ItemState[];
    waitsForApproval?: boolean | undefined;
    page: number;
    pageSize: number;
  },
): { rows: AddressedItem[]; total: number } {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const states = input.states.length > 0 ? input.states : (Object.keys(itemTransitions) as ItemState[]);
  const waiting = input.waitsForApproval === true ? ` AND ${waitsForApproval}` : '';
  const where = `i.state IN (SELECT value FROM json_each(?)) AND ${sql}${waiting}`;
  const given = [JSON.stringify(states), ...values];
  const { total } = statement(db, `SELECT count(*) AS total FROM outbox_item i WHERE ${where}`).get(
    ...given,
  ) as {
    total: number;
  };
  const rows = statement(
    db,
    `${select} WHERE i.id IN (SELECT i.id FROM outbox_item i WHERE ${where} ORDER BY i.queued_at DESC, i.id DESC
       LIMIT ? OFFSET ?) ORDER BY i.queued_at DESC, i.id DESC`,
  ).all(...given, input.pageSize, (input.page - 1) * input.pageSize) as AddressedItem[];
  return { rows, total };
}

export function countItems(db: Database, scope: EmployerScope): Record<ItemState, number> {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const counts = Object.fromEntries(Object.keys(itemTransitions).map((state) => [state, 0])) as Record<
    ItemState,
    number
  >;
  const rows = statement(
    db,
    `SELECT i.state, count(*) AS n FROM outbox_item i WHERE ${sql} GROUP BY i.state`,
  ).all(...values) as { state: ItemState; n: number }[];
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** What a person or a day holds back does not leave; asking what became of a lost answer is never held back. */
const mayLeave = `(i.state <> 'ready' OR (i.held = 0 AND (i.not_before IS NULL OR i.not_before <= ?)
    AND NOT ${waitsForApproval}))`;

/** Ids of items in a state that wait for nothing but their turn on `day`, the urgent and the oldest first. */
export function idsInState(
  db: Database,
  scope: EmployerScope,
  state: ItemState,
  limit: number,
  day: string,
): string[] {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const rows = statement(
    db,
    `SELECT i.id FROM outbox_item i WHERE i.state = ? AND i.needs_decision = 0 AND ${mayLeave} AND ${sql}
      ORDER BY i.priority DESC, i.queued_at, i.id LIMIT ?`,
  ).all(state, day, ...values, limit);
  return (rows as { id: string }[]).map((row) => row.id);
}

export type QueuedItem = { id: string; employerId: string };

/** The same with their employers, without those of `except`. */
export function queuedInState(
  db: Database,
  ask: { scope: EmployerScope; state: ItemState; limit: number; day: string; except: readonly string[] },
): QueuedItem[] {
  const { sql, values } = scopeCondition(ask.scope, 'i.employer_id');
  return statement(
    db,
    `SELECT i.id, i.employer_id AS employerId FROM outbox_item i
      WHERE i.state = ? AND i.needs_decision = 0 AND ${mayLeave} AND ${sql}
        AND i.employer_id NOT IN (SELECT value FROM json_each(?))
      ORDER BY i.priority DESC, i.queued_at, i.id LIMIT ?`,
  ).all(ask.state, ask.day, ...values, JSON.stringify(ask.except), ask.limit) as QueuedItem[];
}

/** How many ready ones wait for approval, and how many may leave on `day`. */
export function countLeaving(
  db: Database,
  scope: EmployerScope,
  day: string,
): { waitsForApproval: number; sendable: number } {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  return statement(
    db,
    `SELECT coalesce(sum(${waitsForApproval}), 0) AS waitsForApproval,
        coalesce(sum(i.needs_decision = 0 AND ${mayLeave}), 0) AS sendable
       FROM outbox_item i WHERE i.state = 'ready' AND ${sql}`,
  ).get(day, ...values) as { waitsForApproval: number; sendable: number };
}

export type ItemPatch = Partial<Omit<ItemRow, 'id' | 'employer_id' | 'worker_id' | 'year' | 'queued_at'>>;

const patchable = new Set([
  'state',
  'attempts',
  'sent_at',
  'answered_at',
  'next_attempt_at',
  'request_body',
  'request_hash',
  'state_before',
  'kept_titles',
  'answer_hash',
  'failure',
  'needs_decision',
  'overrule',
  'priority',
  'not_before',
  'held',
  'difference',
]);

/** Changes an item as it was last read. A step that the graph does not know, or a row changed since, is a bug and throws. */
export function patchItem(db: Database, row: Pick<ItemRow, 'id' | 'state'>, patch: ItemPatch): void {
  if (patch.state !== undefined && patch.state !== row.state && !itemMayGo(row.state, patch.state))
    throw new RangeError(`an outbox item does not go from ${row.state} to ${patch.state}`);
  const names = (Object.keys(patch) as (keyof ItemPatch)[]).toSorted();
  if (names.some((name) => !patchable.has(name))) throw new TypeError('unknown column of an outbox item');
  const { changes } = statement(
    db,
    `UPDATE outbox_item SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND state = ?`,
  ).run(...names.map((name) => patch[name]), row.id, row.state);
  if (changes !== 1) throw new RangeError('an outbox item changed while it was being worked on');
}

/** Later answers of the same worker-year put earlier ones in the past. */
export function supersedeEarlier(db: Database, item: Pick<ItemRow, 'id' | 'worker_id' | 'year'>): void {
  statement(
    db,
    `UPDATE outbox_item SET state = 'superseded' WHERE worker_id = ? AND year = ? AND id <> ?
        AND state IN ('accepted', 'acceptedWithWarnings', 'refused')`,
  ).run(item.worker_id, item.year, item.id);
}

/** Items that a kill left behind as being sent. */
export const itemsLeftSending = (db: Database): ItemRow[] =>
  statement(db, "SELECT * FROM outbox_item WHERE state = 'sending'").all() as ItemRow[];
