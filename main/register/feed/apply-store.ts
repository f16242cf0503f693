// SQL of making mutations true: whom a number means, for which clients there is a line, what the authentic source says from now on.
import type { FeedTaskKind } from '../../../preload/contract/register-feed.ts';
import { type Database, statement } from '../../platform/database.ts';
import { thisOwner } from '../line-store.ts';
import type { SaidPerson } from './feed-values.ts';

/** Clients for which a line holds the day; of any day where none is asked for. */
export function clientsOn(db: Database, personId: string, day: string | null): string[] {
  return statement(
    db,
    `SELECT DISTINCT employer_id FROM register_line
      WHERE person_id = ? AND owner_id = '${thisOwner}' AND (? IS NULL OR (begin_date <= ? AND (end_date IS NULL OR end_date >= ?)))`,
  )
    .pluck()
    .all(personId, day, day, day) as string[];
}

export type KnownIdentity = SaidPerson & { asOf: string };
/** `names` are those that clerks keep. */
export type PersonFacts = { familyName: string; givenName: string; known: KnownIdentity | null };

export function factsOf(db: Database, personId: string): PersonFacts {
  const row = statement(
    db,
    `SELECT p.family_name AS familyName, p.given_name AS givenName, i.last_name AS lastName, i.given_names AS givenNames,
       i.birth_date AS birthDate, i.gender_code AS genderCode, i.decease_date AS deceaseDate, i.register, i.as_of AS asOf
       FROM person p LEFT JOIN person_identity i ON i.person_id = p.id WHERE p.id = ?`,
  ).get(personId) as { familyName: string; givenName: string } & (KnownIdentity | { asOf: null });
  const { familyName, givenName, ...known } = row;
  return { familyName, givenName, known: known.asOf === null ? null : known };
}

export function keepIdentity(db: Database, personId: string, said: SaidPerson, asOf: string): void {
  statement(
    db,
    `INSERT INTO person_identity (person_id, last_name, given_names, birth_date, gender_code, register, decease_date, origin, as_of)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'feed', ?)
     ON CONFLICT (person_id) DO UPDATE SET last_name = excluded.last_name, given_names = excluded.given_names,
       birth_date = excluded.birth_date, gender_code = excluded.gender_code, register = excluded.register,
       decease_date = excluded.decease_date, origin = excluded.origin, as_of = excluded.as_of`,
  ).run(
    ...[personId, said.lastName, said.givenNames, said.birthDate, said.genderCode, said.register],
    ...[said.deceaseDate, asOf],
  );
}

/** Events about numbers that are known already: a second file that brings them says nothing. */
export const knownEvent = (db: Database, id: string): boolean =>
  statement(db, 'SELECT 1 FROM number_event WHERE id = ?').get(id) !== undefined;

export type NewTask = {
  id: string;
  fileId: string;
  kind: FeedTaskKind;
  personId: string | null;
  day: string;
  eventId: string | null;
  dimona: string | null;
  state: 'open' | 'none';
};

export function insertTask(db: Database, task: NewTask): void {
  statement(
    db,
    `INSERT INTO feed_task (id, file_id, kind, person_id, day, event_id, dimona, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...[task.id, task.fileId, task.kind, task.personId, task.day, task.eventId, task.dimona, task.state]);
}

/** An earlier task of the same kind for the same person has nothing of its own left to say. */
export function supersede(db: Database, personId: string, kind: FeedTaskKind): void {
  statement(
    db,
    `UPDATE feed_task SET state = 'superseded', revision = revision + 1 WHERE person_id = ? AND kind = ? AND state = 'open'`,
  ).run(personId, kind);
}
