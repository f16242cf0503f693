// SQL of persons and the numbers they have had. No other table is keyed by INSZ.
import type { Language } from '../../preload/contract/values.ts';
import { type Database, statement } from '../platform/database.ts';

export type KnownPerson = { id: string; familyName: string; givenName: string };

/** The person behind a number, also behind one that was replaced since. */
export function personByInsz(db: Database, insz: string): KnownPerson | null {
  const row = statement(
    db,
    `SELECT p.id, p.family_name AS familyName, p.given_name AS givenName
       FROM person_number n JOIN person p ON p.id = n.person_id WHERE n.insz = ?`,
  ).get(insz) as KnownPerson | undefined;
  return row ?? null;
}

export function insertPerson(
  db: Database,
  person: {
    id: string;
    insz: string;
    familyName: string;
    givenName: string;
    language: Language | null;
    at: string;
  },
): void {
  statement(
    db,
    'INSERT INTO person (id, family_name, given_name, language, created_at) VALUES (?, ?, ?, ?, ?)',
  ).run(person.id, person.familyName, person.givenName, person.language, person.at);
  statement(db, 'INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, ?)').run(
    person.insz,
    person.id,
    person.at.slice(0, 10),
  );
}

export function updatePerson(
  db: Database,
  id: string,
  fields: { familyName: string; givenName: string; language: Language | null },
): void {
  statement(db, 'UPDATE person SET family_name = ?, given_name = ?, language = ? WHERE id = ?').run(
    fields.familyName,
    fields.givenName,
    fields.language,
    id,
  );
}
