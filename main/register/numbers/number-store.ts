// SQL of where numbers went: replacements, cancellations, the events that said so, and the numbers that persons hold.
import { type Database, statement } from '../../platform/database.ts';

/** Where an event about a number ended. `known`: it says nothing new. `quarantined`: nothing was done (R-f). */
export type EventState = 'applied' | 'known' | 'quarantined' | 'dismissed';
export type QuarantineReason = 'cycle' | 'itself' | 'invalidNumber' | 'chainTooLong' | 'contradicts' | 'busy';

export type NumberEvent = {
  /** Of the feed or the service; the same id twice is the same event (R-d). */
  eventId: string;
  kind: 'replacement' | 'cancellation';
  oldInsz: string;
  /** Null of a cancellation. */
  newInsz: string | null;
  /** `yyyy-mm-dd`. */
  effectiveDate: string;
  origin: 'feed' | 'service' | 'person';
};

export type NumberEventRow = NumberEvent & { state: EventState; reason: QuarantineReason | null; at: string };

const eventColumns = `id AS eventId, kind, old_insz AS oldInsz, new_insz AS newInsz, effective_date AS effectiveDate, origin,
  state, reason, at`;

export function findEvent(db: Database, id: string): NumberEventRow | null {
  const row = statement(db, `SELECT ${eventColumns} FROM number_event WHERE id = ?`).get(id);
  return (row as NumberEventRow | undefined) ?? null;
}

/** Writes an event, or how one of before ends now. */
export function keepEvent(db: Database, event: NumberEventRow): void {
  statement(
    db,
    `INSERT INTO number_event (id, kind, old_insz, new_insz, effective_date, origin, state, reason, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason, at = excluded.at`,
  ).run(
    ...[event.eventId, event.kind, event.oldInsz, event.newInsz, event.effectiveDate, event.origin],
    ...[event.state, event.reason, event.at],
  );
}

/** The latest first; `open`: only those that somebody must look at. */
export function listEvents(db: Database, filter: { open: boolean; limit: number }): NumberEventRow[] {
  const sql = `SELECT ${eventColumns} FROM number_event ${filter.open ? "WHERE state = 'quarantined'" : ''}
    ORDER BY at DESC, id LIMIT ?`;
  return statement(db, sql).all(filter.limit) as NumberEventRow[];
}

export function countOpenEvents(db: Database): number {
  const sql = `SELECT count(*) FROM number_event WHERE state = 'quarantined'`;
  return Number(statement(db, sql).pluck().get());
}

export function busyEvents(db: Database): NumberEventRow[] {
  const sql = `SELECT ${eventColumns} FROM number_event WHERE state = 'quarantined' AND reason = 'busy' ORDER BY at, id`;
  return statement(db, sql).all() as NumberEventRow[];
}

/** Whether anybody said this of the two numbers before, whatever became of it. */
export function eventSaid(db: Database, oldInsz: string, newInsz: string): boolean {
  const sql = 'SELECT 1 FROM number_event WHERE old_insz = ? AND new_insz = ?';
  return statement(db, sql).get(oldInsz, newInsz) !== undefined;
}

export function aliasOf(db: Database, insz: string): string | null {
  const sql = 'SELECT new_insz AS insz FROM number_alias WHERE old_insz = ?';
  return (statement(db, sql).get(insz) as { insz: string } | undefined)?.insz ?? null;
}

/** Whether the replacement of this number stands here by a person's word, and no source said it. */
export function onlyPersonSaid(db: Database, oldInsz: string): boolean {
  const sql = `SELECT 1 FROM number_alias a JOIN number_event e ON e.id = a.event_id
    WHERE a.old_insz = ? AND e.origin = 'person'
      AND NOT EXISTS (SELECT 1 FROM number_event o
        WHERE o.old_insz = a.old_insz AND o.new_insz = a.new_insz AND o.origin <> 'person')`;
  return statement(db, sql).get(oldInsz) !== undefined;
}

/** Numbers that were replaced by this one, directly. */
export function replacedBy(db: Database, insz: string): string[] {
  return statement(db, 'SELECT old_insz FROM number_alias WHERE new_insz = ? ORDER BY old_insz')
    .pluck()
    .all(insz) as string[];
}

export function insertAlias(db: Database, event: NumberEvent & { newInsz: string }): void {
  const sql = 'INSERT INTO number_alias (old_insz, new_insz, effective_date, event_id) VALUES (?, ?, ?, ?)';
  statement(db, sql).run(event.oldInsz, event.newInsz, event.effectiveDate, event.eventId);
}

export function isCancelled(db: Database, insz: string): boolean {
  return statement(db, 'SELECT 1 FROM number_cancelled WHERE insz = ?').get(insz) !== undefined;
}

export function insertCancelled(db: Database, event: NumberEvent): void {
  const sql = 'INSERT INTO number_cancelled (insz, effective_date, event_id) VALUES (?, ?, ?)';
  statement(db, sql).run(event.oldInsz, event.effectiveDate, event.eventId);
}

/** A cancelled number that turned out to be replaced. */
export function deleteCancelled(db: Database, insz: string): void {
  statement(db, 'DELETE FROM number_cancelled WHERE insz = ?').run(insz);
}

export type Holder = { personId: string; insz: string };

/** Who holds one of these numbers as the present one. */
export function holdersOf(db: Database, numbers: readonly string[]): Holder[] {
  const sql = `SELECT person_id AS personId, insz FROM person_number
    WHERE replaced_by IS NULL AND insz IN (SELECT value FROM json_each(?)) ORDER BY insz`;
  return statement(db, sql).all(JSON.stringify(numbers)) as Holder[];
}

/** The person who holds or held exactly this number. */
export function personOf(db: Database, insz: string): string | null {
  const sql = 'SELECT person_id FROM person_number WHERE insz = ?';
  return (statement(db, sql).pluck().get(insz) as string | undefined) ?? null;
}

/** A person of whom nothing but a number is known. */
export function insertNameless(
  db: Database,
  { personId, insz, at }: { personId: string; insz: string; at: string },
): void {
  statement(db, "INSERT INTO person (id, family_name, created_at) VALUES (?, '', ?)").run(personId, at);
  const sql = 'INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, ?)';
  statement(db, sql).run(insz, personId, at.slice(0, 10));
}

/** Every number that a person has or had. */
export function heldBy(db: Database, personId: string): string[] {
  const sql = 'SELECT insz FROM person_number WHERE person_id = ? ORDER BY insz';
  return statement(db, sql).pluck().all(personId) as string[];
}

/** The number by which a person is known now. */
export function presentNumber(db: Database, personId: string): string | null {
  const sql = 'SELECT insz FROM person_number WHERE person_id = ? AND replaced_by IS NULL';
  return (statement(db, sql).pluck().get(personId) as string | undefined) ?? null;
}

/**
 * Gives a person the numbers that followed the present one: `path` begins with it and ends with the present one of from now on.
 * A number of the path that the person holds already stays.
 */
export function followNumbers(db: Database, personId: string, path: readonly string[], day: string): void {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  const replace = statement(db, 'UPDATE person_number SET replaced_by = ? WHERE insz = ?');
  const insert = statement(
    db,
    `INSERT INTO person_number (insz, person_id, known_from, replaced_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (insz) DO NOTHING`,
  );
  // First by itself: two present numbers are never there at once, nor one that refers to a number that is not.
  replace.run(first, first);
  for (const [at, insz] of path.entries()) {
    if (at === 0) continue;
    insert.run(insz, personId, day, insz === last ? null : insz);
  }
  for (const [at, insz] of path.entries()) if (insz !== last) replace.run(path[at + 1], insz);
}

/** The number of now of a person who took over others and followed their paths to it. */
export function endNumbersAt(db: Database, personId: string, present: string): void {
  const sql =
    'UPDATE person_number SET replaced_by = NULL WHERE insz = ? AND person_id = ? AND replaced_by IS NOT NULL';
  statement(db, sql).run(present, personId);
}

/** The numbers of a person go to another one, who then follows the path of what was the present one (`followNumbers`). */
export function handOverNumbers(db: Database, from: Holder, to: string): void {
  statement(
    db,
    `UPDATE person_number SET person_id = ?, replaced_by = coalesce(replaced_by, insz) WHERE person_id = ?`,
  ).run(to, from.personId);
}

/**
 * Numbers before the present one that only the source knew become numbers of the person who holds the last of `path`, so that he or she
 * is found by them. Not where somebody else still holds one: those two wait to become one person.
 */
export function keepEarlierNumbers(
  db: Database,
  personId: string,
  path: readonly string[],
  day: string,
): void {
  if (path.length < 2 || presentNumber(db, personId) !== path.at(-1)) return;
  if (path.some((one) => (personOf(db, one) ?? personId) !== personId)) return;
  const insert = statement(
    db,
    `INSERT INTO person_number (insz, person_id, known_from, replaced_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (insz) DO NOTHING`,
  );
  // From the last one back: none refers to a number that is not there.
  for (let at = path.length - 2; at >= 0; at -= 1) insert.run(path[at], personId, day, path[at + 1]);
}
