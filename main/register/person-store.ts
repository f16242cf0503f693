// SQL of persons as the register needs them: who holds a number, who is made with a first line, what an authentic source said.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { type Database, statement } from '../platform/database.ts';

type Shown = HandlerOutput<'register.person'>;
export type PersonNames = { personId: string; familyName: string; givenName: string };

export function namesOf(db: Database, personId: string): PersonNames | null {
  const row = statement(
    db,
    'SELECT id AS personId, family_name AS familyName, given_name AS givenName FROM person WHERE id = ?',
  ).get(personId) as PersonNames | undefined;
  return row ?? null;
}

export function makePerson(db: Database, person: PersonNames & { insz: string; at: string }): void {
  statement(db, 'INSERT INTO person (id, family_name, given_name, created_at) VALUES (?, ?, ?, ?)').run(
    ...[person.personId, person.familyName, person.givenName, person.at],
  );
  statement(db, 'INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, ?)').run(
    ...[person.insz, person.personId, person.at.slice(0, 10)],
  );
}

/** What an authentic source last said of a person. */
export function identityOf(db: Database, personId: string): Shown['identity'] {
  const row = statement(
    db,
    `SELECT last_name AS lastName, given_names AS givenNames, birth_date AS birthDate, gender_code AS genderCode, register,
       decease_date AS deceaseDate, origin, as_of AS asOf FROM person_identity WHERE person_id = ?`,
  ).get(personId) as NonNullable<Shown['identity']> | undefined;
  return row ?? null;
}

/** The earliest first; the present one has no successor. */
export function numbersOf(db: Database, personId: string): Shown['numbers'] {
  return statement(
    db,
    `SELECT n.insz, n.known_from AS knownFrom, n.replaced_by AS replacedBy, a.effective_date AS replacedOn,
            c.effective_date AS cancelledOn
       FROM person_number n LEFT JOIN number_alias a ON a.old_insz = n.insz AND n.replaced_by IS NOT NULL
       LEFT JOIN number_cancelled c ON c.insz = n.insz
      WHERE n.person_id = ? ORDER BY n.replaced_by IS NULL, n.known_from, n.insz LIMIT 100`,
  ).all(personId) as Shown['numbers'];
}

/** Names for somebody who was known by a number only; names that are there stay. */
export function nameNameless(db: Database, { personId, familyName, givenName }: PersonNames): void {
  statement(
    db,
    "UPDATE person SET family_name = ?, given_name = ? WHERE id = ? AND family_name = '' AND given_name = ''",
  ).run(familyName, givenName, personId);
}
