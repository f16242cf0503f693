// SQL of what a comparison is made of: planned stays, registrations, look-ups and names. Moments: milliseconds since the epoch.
import { type Database, statement } from '../platform/database.ts';
import { toldPerson } from '../presences/presence-person-store.ts';

/** A planning counts on a day unless a later one was kept in its place there. */
const counts = `p.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM planning q
  WHERE q.employer_id = p.employer_id AND q.removed_at IS NULL AND q.replaces = 1
    AND (q.kept_at, q.id) > (p.kept_at, p.id) AND s.day BETWEEN q.first_day AND q.last_day)`;

/** Employers with a planning for any of these days. */
export function plannedEmployers(
  db: Database,
  employerId: string | null,
  from: string,
  to: string,
): string[] {
  const rows = statement(
    db,
    `SELECT DISTINCT employer_id AS id FROM planning
      WHERE (? IS NULL OR employer_id = ?) AND removed_at IS NULL AND first_day <= ? AND last_day >= ? ORDER BY 1`,
  ).all(employerId, employerId, to, from) as { id: string }[];
  return rows.map(({ id }) => id);
}

export function plannedSpans(db: Database, employerId: string): { firstDay: string; lastDay: string }[] {
  return statement(
    db,
    'SELECT first_day AS firstDay, last_day AS lastDay FROM planning WHERE employer_id = ? AND removed_at IS NULL',
  ).all(employerId) as { firstDay: string; lastDay: string }[];
}

export type StayRow = {
  id: string;
  person: string;
  reference: string | null;
  from_at: number;
  to_at: number;
  pause: number | null;
};

/** Of one day. */
export function plannedOn(db: Database, employerId: string, day: string): StayRow[] {
  return statement(
    db,
    `SELECT p.id || ' ' || s.number AS id, s.person_id AS person, s.reference, s.from_at, s.to_at, s.pause
       FROM planning p JOIN planning_stay s ON s.planning_id = p.id AND s.day = ?
      WHERE p.employer_id = ? AND p.first_day <= ? AND p.last_day >= ? AND ${counts}`,
  ).all(day, employerId, day, day) as StayRow[];
}

export type MarkRow = {
  id: number;
  person: string;
  /** Whom the service means by it, as long as that was not taken in. */
  told: string | null;
  employer: string;
  reference: string;
  type: 'IN' | 'OUT';
  at: number;
};

export function marksBetween(db: Database, employerId: string, from: number, before: number): MarkRow[] {
  return statement(
    db,
    `SELECT service_id AS id, person_id AS person, ${toldPerson} AS told, employer_number AS employer, reference, type,
       registered_at AS at FROM presence r
      WHERE employer_id = ? AND registered_at >= ? AND registered_at < ? AND cancelled_at IS NULL
      ORDER BY registered_at, service_id`,
  ).all(employerId, from, before) as MarkRow[];
}

/** When the service was last asked about each of these days: `[first, last, when]`. */
export function lookUpsOf(
  db: Database,
  employerId: string,
  from: string,
  to: string,
): { first: string; last: string; at: string }[] {
  return statement(
    db,
    `SELECT first_day AS first, last_day AS last, max(asked_at) AS at FROM presence_look_up
      WHERE employer_id = ? AND first_day <= ? AND last_day >= ? GROUP BY first_day, last_day`,
  ).all(employerId, to, from) as { first: string; last: string; at: string }[];
}

export type PersonRow = { id: string; insz: string; name: string };

/** With the present number; the name is empty of those whom nobody here named. */
export function personsOf(db: Database, ids: readonly string[]): PersonRow[] {
  return statement(
    db,
    `SELECT p.id, n.insz, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS name
       FROM person p JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
      WHERE p.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as PersonRow[];
}

export function siteNames(db: Database, employerId: string): Map<string, string> {
  const rows = statement(
    db,
    'SELECT reference, name FROM works_declaration WHERE employer_id = ? AND removed_at IS NULL',
  ).all(employerId) as { reference: string; name: string }[];
  return new Map(rows.map(({ reference, name }) => [reference, name]));
}

export function enterpriseNames(db: Database): Map<string, string> {
  const rows = statement(
    db,
    `SELECT enterprise_number AS number, name FROM legal_entity WHERE enterprise_number IS NOT NULL
     UNION ALL SELECT enterprise_number, name FROM works_subcontractor WHERE name <> ''`,
  ).all() as { number: string; name: string }[];
  return new Map(rows.toReversed().map(({ number, name }) => [number, name]));
}
