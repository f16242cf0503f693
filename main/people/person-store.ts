// SQL of persons and the numbers they have had. No other table is keyed by INSZ.
import type { Language } from '../../preload/contract/values.ts';
import { type Database, statement } from '../platform/database.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import { followKnownNumbers } from '../register/numbers/number-person.ts';

export type KnownPerson = { id: string; familyName: string; givenName: string };

/** The person behind a number, also behind one that was replaced since. Names are empty of whom nobody here named yet. */
export function personByInsz(db: Database, insz: string): KnownPerson | null {
  const sql = 'SELECT id, family_name AS familyName, given_name AS givenName FROM person WHERE id = ?';
  const row = statement(db, sql).get(personOfNumber(db, insz)?.personId ?? '');
  return (row as KnownPerson | undefined) ?? null;
}

/** Where the number is known to have been replaced, the person holds the one of now too. */
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
  followKnownNumbers(db, person.id, person.insz, person.at);
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
