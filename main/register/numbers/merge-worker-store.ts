// SQL of two workers of one client who are one person.
import { type Database, statement } from '../../platform/database.ts';

export type WorkerPair = { from: string; to: string };

/** Every column that refers to a worker; a test compares it with the schema. */
export const workerColumns: readonly string[] = [
  'training.worker_id',
  'training_carry_over.worker_id',
  'training_worker_facts.worker_id',
  'outbox_item.worker_id',
  'rescue_worker.worker_id',
  'provider_filing.worker_id',
];

/** Workers of the one person whose client knows the other person as a worker too. */
export function sharedWorkers(db: Database, from: string, to: string): WorkerPair[] {
  return statement(
    db,
    `SELECT a.id AS "from", b.id AS "to" FROM worker a JOIN worker b ON b.employer_id = a.employer_id
      WHERE a.person_id = ? AND b.person_id = ?`,
  ).all(from, to) as WorkerPair[];
}

/** Something open between two workers of one client among these persons; see mergeStandsInTheWay. */
export function openInTheWay(db: Database, personIds: readonly string[]): boolean {
  const row = statement(
    db,
    `WITH among AS (SELECT w.id, w.employer_id FROM worker w WHERE w.person_id IN (SELECT value FROM json_each(?)))
     SELECT 1 FROM among a JOIN among b ON b.employer_id = a.employer_id AND b.id <> a.id
       JOIN outbox_item i ON i.worker_id = a.id
      WHERE i.state IN ('sending', 'unknown')
         OR (i.state = 'ready' AND (EXISTS (SELECT 1 FROM training t WHERE t.worker_id = b.id AND t.year = i.year)
           OR EXISTS (SELECT 1 FROM outbox_item o WHERE o.worker_id = b.id AND o.year = i.year AND o.state = 'ready')))
      LIMIT 1`,
  ).get(JSON.stringify(personIds));
  return row !== undefined;
}

/** From the earliest to the latest day; the part of full time is that of the employment that began last. */
export function joinPeriods(db: Database, { from, to }: WorkerPair): void {
  statement(
    db,
    `UPDATE worker SET start_date = min(worker.start_date, o.start_date),
       end_date = CASE WHEN worker.end_date IS NULL OR o.end_date IS NULL THEN NULL ELSE max(worker.end_date, o.end_date) END,
       employment_hundredths = CASE WHEN o.start_date > worker.start_date THEN o.employment_hundredths
         ELSE worker.employment_hundredths END,
       revision = worker.revision + 1
       FROM (SELECT start_date, end_date, employment_hundredths FROM worker WHERE id = ?) o WHERE worker.id = ?`,
  ).run(from, to);
}

/** Answers the references that both had; the moved row of each is kept as removed. */
export function handOverTrainings(
  db: Database,
  { from, to }: WorkerPair,
  at: string,
  newReference: () => string,
): unknown[] {
  const twice = statement(
    db,
    `SELECT a.id, a.year, a.external_reference AS externalReference, a.state, a.title FROM training a
      WHERE a.worker_id = ? AND EXISTS (SELECT 1 FROM training b
        WHERE b.worker_id = ? AND b.year = a.year AND b.external_reference = a.external_reference)`,
  ).all(from, to) as { id: string }[];
  for (const { id } of twice)
    statement(
      db,
      `UPDATE training SET external_reference = ?, removed_at = coalesce(removed_at, ?), revision = revision + 1 WHERE id = ?`,
    ).run(newReference(), at, id);
  statement(db, 'UPDATE training SET worker_id = ? WHERE worker_id = ?').run(to, from);
  return twice.map((training) => ({ training }));
}

/** Answers the amounts that counted no more. */
export function handOverCarryOver(db: Database, { from, to }: WorkerPair): unknown[] {
  const smaller = statement(
    db,
    `SELECT year, min(days_hundredths) AS daysHundredths FROM training_carry_over WHERE worker_id IN (?, ?)
      GROUP BY year HAVING count(*) > 1`,
  ).all(from, to);
  statement(
    db,
    `INSERT INTO training_carry_over (worker_id, year, days_hundredths)
      SELECT ?, year, days_hundredths FROM training_carry_over WHERE worker_id = ?
      ON CONFLICT (worker_id, year) DO UPDATE SET days_hundredths = max(days_hundredths, excluded.days_hundredths)`,
  ).run(to, from);
  statement(db, 'DELETE FROM training_carry_over WHERE worker_id = ?').run(from);
  return smaller.map((carryOver) => ({ carryOver }));
}

/** Answers the facts of the moved worker where both had some. */
export function handOverFacts(db: Database, { from, to }: WorkerPair): unknown[] {
  const moved = statement(db, 'SELECT * FROM training_worker_facts WHERE worker_id = ?').get(from);
  if (moved === undefined) return [];
  const both = statement(db, 'SELECT 1 FROM training_worker_facts WHERE worker_id = ?').get(to) !== undefined;
  statement(db, 'UPDATE OR IGNORE training_worker_facts SET worker_id = ? WHERE worker_id = ?').run(to, from);
  if (!both) return [];
  statement(
    db,
    `UPDATE training_worker_facts AS f SET
       regime_q_hundredths = CASE WHEN f.regime_q_hundredths IS NULL THEN o.regime_q_hundredths ELSE f.regime_q_hundredths END,
       regime_s_hundredths = CASE WHEN f.regime_q_hundredths IS NULL THEN o.regime_s_hundredths ELSE f.regime_s_hundredths END,
       joint_committee = CASE WHEN f.joint_committee = '' THEN o.joint_committee ELSE f.joint_committee END,
       budget_initial_cents = coalesce(f.budget_initial_cents, o.budget_initial_cents),
       budget_remaining_cents = coalesce(f.budget_remaining_cents, o.budget_remaining_cents),
       budget_last_day = coalesce(f.budget_last_day, o.budget_last_day), revision = f.revision + 1
       FROM (SELECT * FROM training_worker_facts WHERE worker_id = ?) o WHERE f.worker_id = ?`,
  ).run(from, to);
  statement(db, 'DELETE FROM training_worker_facts WHERE worker_id = ?').run(from);
  return [{ facts: moved }];
}

/** Sendings, readings and filings go over as they are; undoing an edit of before would bring the other worker back. */
export function handOverWorkerRows(db: Database, { from, to }: WorkerPair): void {
  for (const table of ['outbox_item', 'rescue_worker', 'provider_filing'])
    statement(db, `UPDATE ${table} SET worker_id = ? WHERE worker_id = ?`).run(to, from);
  statement(db, 'DELETE FROM edit_log WHERE instr(forward, @from) > 0 OR instr(backward, @from) > 0').run({
    from,
  });
}

export function deleteWorker(db: Database, id: string): void {
  statement(db, 'DELETE FROM worker WHERE id = ?').run(id);
}
