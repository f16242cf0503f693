// SQL of the tables that hang on a person: all rows of one person go to another.
import { type Database, statement } from '../../platform/database.ts';

/** Tables whose rows go over as they are: none of their keys holds a person. */
const plainTables = [
  ['worker', 'person_id'],
  ['register_act', 'person_id'],
  ['feed_task', 'person_id'],
  ['presence', 'person_id'],
  ['applicant_request', 'person_id'],
  ['applicant_request', 'approved_person_id'],
  ['applicant_candidate', 'person_id'],
  ['planning_stay', 'person_id'],
  ['planning_worker_number', 'person_id'],
  ['point_badge', 'person_id'],
  ['point_registration', 'person_id'],
] as const;

/** Every column that refers to a person, so that a test finds a new one that nobody thought of. */
export const personColumns: readonly string[] = [
  ...plainTables.map(([table, column]) => `${table}.${column}`),
  'person_number.person_id',
  'register_line.person_id',
  'person_identity.person_id',
  'register_inscribed.person_id',
  'register_inscription_refused.person_id',
];

/** How many rows went over, by table; those that had none are left out. */
export function handOverRecords(db: Database, from: string, to: string): Record<string, number> {
  const moved: Record<string, number> = {};
  for (const [table, column] of plainTables) {
    const { changes } = statement(db, `UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(to, from);
    if (changes > 0) moved[table] = (moved[table] ?? 0) + changes;
  }
  return moved;
}

/** What the inscription service has of both, and would not take of either. What of it says the same twice goes. */
export function takeOverInscribed(db: Database, from: string, to: string): void {
  for (const table of ['register_inscribed', 'register_inscription_refused']) {
    statement(db, `UPDATE OR IGNORE ${table} SET person_id = ? WHERE person_id = ?`).run(to, from);
    statement(db, `DELETE FROM ${table} WHERE person_id = ?`).run(from);
  }
}

/** What an authentic source said last stays; of the other person only where it is the later word. */
export function takeOverIdentity(db: Database, from: string, to: string): void {
  statement(
    db,
    `DELETE FROM person_identity WHERE person_id = @to
       AND as_of < (SELECT as_of FROM person_identity WHERE person_id = @from)`,
  ).run({ from, to });
  statement(db, 'UPDATE OR IGNORE person_identity SET person_id = ? WHERE person_id = ?').run(to, from);
}

/** Names that clerks keep stay; a person who has none gets those of the other. */
export function takeOverNames(db: Database, from: string, to: string): void {
  statement(
    db,
    `UPDATE person SET family_name = o.family_name, given_name = o.given_name, language = coalesce(person.language, o.language)
       FROM (SELECT family_name, given_name, language FROM person WHERE id = ?) o
      WHERE person.id = ? AND person.family_name = ''`,
  ).run(from, to);
}

export function deletePerson(db: Database, id: string): void {
  statement(db, 'DELETE FROM person WHERE id = ?').run(id);
}
