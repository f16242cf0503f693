// SQL of what the rows of a planning are understood by: workers, their own numbers, sites, and columns of before.

import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import { type Database, statement } from '../platform/database.ts';

export type NamedWorker = { insz: string; present: string; familyName: string; givenName: string };

/** Every number that the workers of an employer have had, with the present one. */
export function workersOf(db: Database, employerId: string): NamedWorker[] {
  return statement(
    db,
    `SELECT n.insz AS insz, now.insz AS present, p.family_name AS familyName, p.given_name AS givenName
       FROM worker w JOIN person p ON p.id = w.person_id
       JOIN person_number n ON n.person_id = p.id
       JOIN person_number now ON now.person_id = p.id AND now.replaced_by IS NULL
      WHERE w.employer_id = ?`,
  ).all(employerId) as NamedWorker[];
}

export function sitesOf(db: Database, employerId: string): { reference: string; name: string }[] {
  return statement(
    db,
    'SELECT reference, name FROM works_declaration WHERE employer_id = ? AND removed_at IS NULL',
  ).all(employerId) as { reference: string; name: string }[];
}

/** With the present INSZ of the worker. */
export function ownNumbersOf(db: Database, employerId: string): { number: string; insz: string }[] {
  return statement(
    db,
    `SELECT o.number, n.insz FROM planning_worker_number o
       JOIN person_number n ON n.person_id = o.person_id AND n.replaced_by IS NULL WHERE o.employer_id = ?`,
  ).all(employerId) as { number: string; insz: string }[];
}

export function keepOwnNumber(db: Database, employerId: string, number: string, personId: string): void {
  statement(
    db,
    `INSERT INTO planning_worker_number (employer_id, number, person_id) VALUES (?, ?, ?)
     ON CONFLICT (employer_id, number) DO UPDATE SET person_id = excluded.person_id`,
  ).run(employerId, number.slice(0, 60), personId);
}

export function rememberedColumns(db: Database, employerId: string): Map<string, PlanningField | null> {
  const rows = statement(db, 'SELECT heading, field FROM planning_column WHERE employer_id = ?').all(
    employerId,
  ) as { heading: string; field: PlanningField | null }[];
  return new Map(rows.map(({ heading, field }) => [heading, field]));
}

export function rememberColumn(
  db: Database,
  employerId: string,
  heading: string,
  field: PlanningField | null,
): void {
  statement(
    db,
    `INSERT INTO planning_column VALUES (?, ?, ?)
     ON CONFLICT (employer_id, heading) DO UPDATE SET field = excluded.field`,
  ).run(employerId, heading, field);
}
