// SQL of the trainings in an item, and of what an item's fate does to them.

import type { TrainingFields } from '../../preload/contract/training.ts';
import { type RecordState, recordMayGo, recordTransitions } from '../../preload/rules/outbox/states.ts';
import { type Database, statement } from '../platform/database.ts';
import type { Anomaly } from '../training/fla-anomaly.ts';

export type RecordRow = {
  training_id: string;
  /** As it was when it was queued. */
  fields: string;
  withdraw: number;
  submitted: number;
  result: 'accepted' | 'acceptedWithWarnings' | 'refused' | 'unknown' | 'notAnswered' | null;
  anomalies: string | null;
  external_reference: string;
  title: string;
  state: RecordState;
  accepted_fields: string | null;
};

export function recordsOf(db: Database, itemId: string): RecordRow[] {
  return statement(
    db,
    `SELECT r.*, t.external_reference, t.title, t.state, t.accepted_fields
       FROM outbox_record r JOIN training t ON t.id = r.training_id WHERE r.item_id = ? ORDER BY r.training_id`,
  ).all(itemId) as RecordRow[];
}

export const snapshotOf = (row: RecordRow): TrainingFields => JSON.parse(row.fields) as TrainingFields;

/** Every reference that was ever ours in a worker-year: all others were filed by somebody else. */
export function ourReferences(db: Database, workerId: string, year: number): Set<string> {
  const rows = statement(
    db,
    'SELECT external_reference AS r FROM training WHERE worker_id = ? AND year = ?',
  ).all(workerId, year) as { r: string }[];
  return new Set(rows.map((row) => row.r));
}

/** What we believe to stand at the service: reference and fields as last accepted. */
export function acceptedOf(
  db: Database,
  workerId: string,
  year: number,
): { reference: string; fields: TrainingFields }[] {
  const rows = statement(
    db,
    `SELECT external_reference AS r, accepted_fields AS f FROM training
      WHERE worker_id = ? AND year = ? AND accepted_fields IS NOT NULL`,
  ).all(workerId, year) as { r: string; f: string }[];
  return rows.map(({ r, f }) => ({ reference: r, fields: JSON.parse(f) as TrainingFields }));
}

const sources = (to: RecordState): string =>
  JSON.stringify((Object.keys(recordTransitions) as RecordState[]).filter((from) => recordMayGo(from, to)));

/** Moves the submitted trainings of an item together. One that cannot go there is a bug, and throws. */
export function moveSubmitted(db: Database, itemId: string, to: RecordState, at: string): void {
  const { changes } = statement(
    db,
    `UPDATE training SET state = ?, updated_at = ?, revision = revision + 1
      WHERE id IN (SELECT training_id FROM outbox_record WHERE item_id = ? AND submitted = 1)
        AND state IN (SELECT value FROM json_each(?))`,
  ).run(to, at, itemId, sources(to));
  const { n } = statement(
    db,
    'SELECT count(*) AS n FROM outbox_record WHERE item_id = ? AND submitted = 1',
  ).get(itemId) as {
    n: number;
  };
  if (changes !== n) throw new RangeError(`not every training of the item goes to ${to}`);
}

export type Effect = {
  trainingId: string;
  from: RecordState;
  to: RecordState;
  /** Undefined leaves it; null: no longer stands at the service. */
  acceptedFields?: string | null;
  anomalies: readonly Anomaly[];
  toFix: boolean;
  withdraw: boolean;
};

export function applyEffect(db: Database, effect: Effect, at: string): void {
  if (effect.from !== effect.to && !recordMayGo(effect.from, effect.to))
    throw new RangeError(`a training does not go from ${effect.from} to ${effect.to}`);
  const keeps = effect.acceptedFields === undefined;
  statement(
    db,
    `UPDATE training SET state = ?, anomalies = ?, to_fix = ?, withdraw = ?, updated_at = ?, revision = revision + 1,
        accepted_fields = CASE WHEN ? = 1 THEN accepted_fields ELSE ? END WHERE id = ?`,
  ).run(
    effect.to,
    effect.anomalies.length === 0 ? null : JSON.stringify(effect.anomalies.slice(0, 20)),
    Number(effect.toFix),
    Number(effect.withdraw),
    at,
    Number(keeps),
    effect.acceptedFields ?? null,
    effect.trainingId,
  );
}

export function saveResult(
  db: Database,
  itemId: string,
  trainingId: string,
  result: NonNullable<RecordRow['result']>,
  anomalies: readonly Anomaly[],
): void {
  statement(
    db,
    'UPDATE outbox_record SET result = ?, anomalies = ? WHERE item_id = ? AND training_id = ?',
  ).run(result, anomalies.length === 0 ? null : JSON.stringify(anomalies.slice(0, 20)), itemId, trainingId);
}
