// SQL of making mutations true: whom a number means, for which clients there is a line, what the authentic source says from now on.
import type { FeedTaskKind } from '../../../preload/contract/register-feed.ts';
import { type Database, statement } from '../../platform/database.ts';
import { thisOwner } from '../line-store.ts';
import type { SaidPerson } from './feed-values.ts';

/** Clients for which there is a line of any day. */
export function clientsOf(db: Database, personId: string): string[] {
  return statement(
    db,
    `SELECT DISTINCT employer_id FROM register_line WHERE person_id = ? AND owner_id = '${thisOwner}'`,
  )
    .pluck()
    .all(personId) as string[];
}

export type KnownIdentity = SaidPerson & { asOf: string };
/** `names` are those that clerks keep; `clients` those for which a line holds the day that was asked for. */
export type PersonFacts = {
  familyName: string;
  givenName: string;
  known: KnownIdentity | null;
  clients: string[];
};

/** Who holds or held exactly each of these numbers; null where nobody did and nothing replaced it. */
export function holdersOfEach(db: Database, numbers: readonly string[]): (string | 'replaced' | null)[] {
  return statement(
    db,
    `SELECT coalesce(n.person_id, iif(a.old_insz IS NULL, NULL, 'replaced')) FROM json_each(?) j
       LEFT JOIN person_number n ON n.insz = j.value LEFT JOIN number_alias a ON a.old_insz = j.value ORDER BY j.key`,
  )
    .pluck()
    .all(JSON.stringify(numbers)) as (string | null)[];
}

type FactsRow = { familyName: string; givenName: string; clients: string } & (KnownIdentity | { asOf: null });

/** In the order asked; a day of null: any day. */
export function factsOfEach(
  db: Database,
  asked: readonly { personId: string; day: string | null }[],
): PersonFacts[] {
  const rows = statement(
    db,
    `SELECT p.family_name AS familyName, p.given_name AS givenName, i.last_name AS lastName, i.given_names AS givenNames,
       i.birth_date AS birthDate, i.gender_code AS genderCode, i.decease_date AS deceaseDate, i.register, i.as_of AS asOf,
       (SELECT json_group_array(DISTINCT l.employer_id) FROM register_line l
         WHERE l.person_id = p.id AND l.owner_id = '${thisOwner}' AND (j.value ->> 1 IS NULL
           OR (l.begin_date <= j.value ->> 1 AND (l.end_date IS NULL OR l.end_date >= j.value ->> 1)))) AS clients
       FROM json_each(?) j CROSS JOIN person p ON p.id = j.value ->> 0 LEFT JOIN person_identity i ON i.person_id = p.id
      ORDER BY j.key`,
  ).all(JSON.stringify(asked.map(({ personId, day }) => [personId, day]))) as FactsRow[];
  return rows.map(({ familyName, givenName, clients, ...known }) => ({
    ...{ familyName, givenName, known: known.asOf === null ? null : known },
    clients: JSON.parse(clients) as string[],
  }));
}

export function keepIdentities(db: Database, said: ReadonlyMap<string, KnownIdentity>): void {
  const rows = [...said].map(([personId, one]) => [
    ...[personId, one.lastName, one.givenNames, one.birthDate, one.genderCode, one.register],
    ...[one.deceaseDate, one.asOf],
  ]);
  statement(
    db,
    `INSERT INTO person_identity (person_id, last_name, given_names, birth_date, gender_code, register, decease_date, origin, as_of)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, 'feed', value ->> 7
       FROM json_each(?) WHERE true
     ON CONFLICT (person_id) DO UPDATE SET last_name = excluded.last_name, given_names = excluded.given_names,
       birth_date = excluded.birth_date, gender_code = excluded.gender_code, register = excluded.register,
       decease_date = excluded.decease_date, origin = excluded.origin, as_of = excluded.as_of`,
  ).run(JSON.stringify(rows));
}

/** Events about numbers that are known already: a second file that brings them says nothing. */
export const knownEvent = (db: Database, id: string): boolean =>
  statement(db, 'SELECT 1 FROM number_event WHERE id = ?').get(id) !== undefined;

export type NewTask = {
  id: string;
  fileId: string;
  kind: FeedTaskKind;
  personId: string;
  day: string;
  eventId: string | null;
  dimona: string | null;
  /** Of a replacement by which another person became this one: JSON of that one's names. */
  joined?: string | null;
  /** `superseded`: a later one of the same block says it anew. */
  state: 'open' | 'none' | 'superseded';
};

export function insertTasks(db: Database, tasks: readonly NewTask[]): void {
  const rows = tasks.map((task) => [
    ...[task.id, task.fileId, task.kind, task.personId, task.day, task.eventId, task.dimona, task.state],
    task.joined ?? null,
  ]);
  statement(
    db,
    `INSERT INTO feed_task (id, file_id, kind, person_id, day, event_id, dimona, state, before)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8 FROM json_each(?)`,
  ).run(JSON.stringify(rows));
}

/** An earlier task of the same kind for the same person has nothing of its own left to say, but that two persons became one. */
export function supersede(db: Database, about: readonly Pick<NewTask, 'personId' | 'kind'>[]): void {
  statement(
    db,
    `UPDATE feed_task SET state = 'superseded', revision = revision + 1 WHERE id IN (
       SELECT t.id FROM json_each(?) j CROSS JOIN feed_task t INDEXED BY feed_task_person
         ON t.person_id = j.value ->> 0 AND t.kind = j.value ->> 1 WHERE t.state = 'open' AND NOT (t.kind = 'replaced' AND t.before IS NOT NULL))`,
  ).run(JSON.stringify(about.map(({ personId, kind }) => [personId, kind])));
}
