// SQL for putting worker-years in the queue and taking records out of it again.
import { type Database, statement } from '../platform/database.ts';
import type { QueuedTraining, QueuedWorkerYear } from '../training/worker-year-queue.ts';
import type { ItemRow } from './outbox-item.ts';

/** The one open item of a worker-year, if there is one. */
export function openItem(db: Database, workerId: string, year: number): ItemRow | null {
  const row = statement(
    db,
    `SELECT * FROM outbox_item WHERE worker_id = ? AND year = ? AND state IN ('ready', 'sending', 'unknown')`,
  ).get(workerId, year) as ItemRow | undefined;
  return row ?? null;
}

export function insertItem(db: Database, id: string, workerYear: QueuedWorkerYear, at: string): void {
  statement(
    db,
    `INSERT INTO outbox_item (id, service, employer_id, worker_id, year, state, queued_at)
     VALUES (?, 'fla', ?, ?, ?, 'ready', ?)`,
  ).run(id, workerYear.employerId, workerYear.workerId, workerYear.year, at);
}

/** A record that rides along never replaces one that was submitted. */
export function putRecord(db: Database, itemId: string, training: QueuedTraining): void {
  statement(
    db,
    `INSERT INTO outbox_record (item_id, training_id, fields, withdraw, submitted) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET fields = excluded.fields, withdraw = excluded.withdraw, submitted = excluded.submitted
       WHERE excluded.submitted = 1 OR outbox_record.submitted = 0`,
  ).run(
    itemId,
    training.trainingId,
    JSON.stringify(training.fields),
    Number(training.withdraw),
    Number(training.submitted),
  );
}

/** Items in which the trainings were submitted and whose outcome is still to come. */
export function openItemsWith(db: Database, trainingIds: readonly string[]): ItemRow[] {
  return statement(
    db,
    `SELECT DISTINCT i.* FROM outbox_item i JOIN outbox_record r ON r.item_id = i.id
      WHERE r.submitted = 1 AND r.training_id IN (SELECT value FROM json_each(?))
        AND i.state IN ('ready', 'sending', 'unknown')`,
  ).all(JSON.stringify(trainingIds)) as ItemRow[];
}

/** What is taken out but stands at the service rides along as it was accepted; the rest leaves the item. */
export function takeOutRecords(db: Database, itemId: string, trainingIds: readonly string[]): void {
  const ids = JSON.stringify(trainingIds);
  statement(
    db,
    `UPDATE outbox_record SET submitted = 0, withdraw = 0,
        fields = (SELECT accepted_fields FROM training t WHERE t.id = outbox_record.training_id)
      WHERE item_id = ? AND training_id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM training t WHERE t.id = outbox_record.training_id AND t.accepted_fields IS NOT NULL)`,
  ).run(itemId, ids);
  statement(
    db,
    `DELETE FROM outbox_record WHERE item_id = ? AND training_id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM training t WHERE t.id = outbox_record.training_id AND t.accepted_fields IS NOT NULL)`,
  ).run(itemId, ids);
}

export function hasSubmitted(db: Database, itemId: string): boolean {
  return (
    statement(db, 'SELECT 1 FROM outbox_record WHERE item_id = ? AND submitted = 1').get(itemId) !== undefined
  );
}
