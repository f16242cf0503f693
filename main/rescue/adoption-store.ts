// SQL of adopting: which trainings came into the register from the archive, and which of them may go again.
import { type Database, statement } from '../platform/database.ts';

export type Adoption = { id: string; at: string; adopted: number; undoneAt: string | null };

export function insertAdoption(
  db: Database,
  adoption: { id: string; employerId: string; at: string },
  trainingIds: readonly string[],
): void {
  statement(db, 'INSERT INTO rescue_adoption (id, employer_id, at, adopted) VALUES (?, ?, ?, ?)').run(
    adoption.id,
    adoption.employerId,
    adoption.at,
    trainingIds.length,
  );
  const add = statement(db, 'INSERT INTO rescue_adopted (adoption_id, training_id) VALUES (?, ?)');
  for (const id of trainingIds) add.run(adoption.id, id);
}

const columns = 'id, at, adopted, undone_at AS undoneAt';

export function adoptionsOf(db: Database, employerId: string): Adoption[] {
  return statement(
    db,
    `SELECT ${columns} FROM rescue_adoption WHERE employer_id = ? ORDER BY id DESC LIMIT 20`,
  ).all(employerId) as Adoption[];
}

export function findAdoption(db: Database, id: string): (Adoption & { employerId: string }) | null {
  const row = statement(
    db,
    `SELECT ${columns}, employer_id AS employerId FROM rescue_adoption WHERE id = ?`,
  ).get(id) as (Adoption & { employerId: string }) | undefined;
  return row ?? null;
}

/** Marks it as accepted: what stands in the register is what stands at the service. */
export function setAccepted(db: Database, trainingId: string, fields: string): void {
  statement(db, "UPDATE training SET state = 'accepted', accepted_fields = ? WHERE id = ?").run(
    fields,
    trainingId,
  );
}

/**
 * Removes the adopted trainings that nobody changed or queued since, wholly: a reference left behind would make the next
 * sending believe that the training was ours to leave out.
 */
export function removeAdopted(db: Database, adoptionId: string): string[] {
  const ids = statement(
    db,
    `SELECT t.id FROM rescue_adopted a JOIN training t ON t.id = a.training_id
      WHERE a.adoption_id = ? AND t.revision = 1 AND t.state = 'accepted' AND t.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM outbox_record r WHERE r.training_id = t.id)`,
  )
    .pluck()
    .all(adoptionId) as string[];
  const remove = statement(db, 'DELETE FROM training WHERE id = ?');
  for (const id of ids) remove.run(id);
  return ids;
}

export function markUndone(db: Database, adoptionId: string, at: string): void {
  statement(db, 'UPDATE rescue_adoption SET undone_at = ? WHERE id = ?').run(at, adoptionId);
}

/** References that are taken in a worker-year, also by what was removed. */
export function takenReferences(db: Database, workerId: string, year: number): Set<string> {
  const rows = statement(db, 'SELECT external_reference FROM training WHERE worker_id = ? AND year = ?')
    .pluck()
    .all(workerId, year) as string[];
  return new Set(rows);
}
