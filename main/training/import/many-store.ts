// SQL for lists of many client employers: which lists wait, and whose a list is by the people and numbers in it.
import { type Database, statement } from '../../platform/database.ts';
import { findList, type ListRecord } from './list-store.ts';

/** Lists that wait to be brought in, in the order in which they came. */
export function waitingLists(db: Database, most: number): ListRecord[] {
  const sql = `SELECT id FROM training_list WHERE state IN ('staged', 'applying') AND check_only = 0
    ORDER BY staged_at, id LIMIT ?`;
  const rows = statement(db, sql).all(most) as { id: string }[];
  return rows.map(({ id }) => findList(db, id)).filter((record) => record !== null);
}

/** Whether the very same bytes wait already. */
export const waitsAlready = (db: Database, contentSha256: string): boolean =>
  statement(
    db,
    `SELECT 1 FROM training_list WHERE content_sha256 = ? AND state IN ('staged', 'applying') AND check_only = 0`,
  ).get(contentSha256) !== undefined;

export function setEmployer(db: Database, importId: string, employerId: string): void {
  statement(db, 'UPDATE training_list SET employer_id = ? WHERE id = ?').run(employerId, importId);
}

/** How many of these people work or worked for each employer, most first. */
export const employersOfPeople = (
  db: Database,
  numbers: readonly string[],
): { employerId: string; people: number }[] =>
  statement(
    db,
    `SELECT w.employer_id AS employerId, count(DISTINCT w.person_id) AS people
       FROM person_number n JOIN worker w ON w.person_id = n.person_id
      WHERE n.insz IN (SELECT value FROM json_each(?)) GROUP BY w.employer_id ORDER BY people DESC`,
  ).all(JSON.stringify(numbers)) as { employerId: string; people: number }[];

export type EmployerName = { id: string; number: string; name: string };

export const employersByNumber = (db: Database, numbers: readonly string[]): EmployerName[] =>
  statement(
    db,
    `SELECT e.id AS id, l.enterprise_number AS number, l.name AS name FROM employer e
       JOIN legal_entity l ON l.id = e.legal_entity_id
      WHERE l.enterprise_number IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(numbers)) as EmployerName[];

export const employerNames = (db: Database): EmployerName[] =>
  statement(
    db,
    `SELECT e.id AS id, coalesce(l.enterprise_number, '') AS number, l.name AS name FROM employer e
       JOIN legal_entity l ON l.id = e.legal_entity_id`,
  ).all() as EmployerName[];
