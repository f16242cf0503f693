// SQL of a site's day, and of what was asked of the service when. Moments are milliseconds since the epoch.
import type { Mark } from '../../preload/rules/presences/stay.ts';
import { type Database, statement } from '../platform/database.ts';

/** A mark of a worker on a site, with the number that is the worker's now. */
export type SiteMark = Mark & { insz: string; employerNumber: string };

/** A shift that began the evening before, or goes on after midnight, is seen whole. */
const AROUND = 24 * 3_600_000;
/** The number of now of the person of a row. */
const numberOf = (row: string): string =>
  `(SELECT n.insz FROM person_number n WHERE n.person_id = ${row}.person_id AND n.replaced_by IS NULL)`;
const site = `presence INDEXED BY presence_site_day WHERE reference = @reference AND cancelled_at IS NULL`;
/** Who is inside at a moment: whose last mark in the day before it is an arrival, and a departure of the same moment no later. */
const insideAt = (since: string, moment: string): string =>
  `SELECT person_id FROM (SELECT person_id, type, max(registered_at * 2 + (type = 'OUT'))
     FROM ${site} AND registered_at >= ${since} AND registered_at < ${moment} GROUP BY 1) WHERE type = 'IN'`;
const columns = `CAST(service_id AS TEXT) AS id, registered_at AS at, type, reference AS site,
  ${numberOf('presence')} AS insz, employer_number AS employerNumber`;

/**
 * What was not cancelled on a site on a day, in the order of its moments; of the day before and the day after only what is of
 * workers who were inside at midnight.
 */
export function marksOfDay(
  db: Database,
  reference: string,
  [start, end]: readonly [number, number],
): SiteMark[] {
  return statement(
    db,
    `SELECT ${columns} FROM ${site} AND registered_at >= @start AND registered_at < @end
     UNION ALL SELECT ${columns} FROM ${site} AND registered_at >= @before AND registered_at < @start
       AND person_id IN (${insideAt('@before', '@start')})
     UNION ALL SELECT ${columns} FROM ${site} AND registered_at >= @end AND registered_at < @after
       AND person_id IN (${insideAt('@before', '@end')})
     ORDER BY 2, 1`,
  ).all({ reference, start, end, before: start - AROUND, after: end + AROUND }) as SiteMark[];
}

/** How many remarks there are on what each worker registered on a site in a span, by the worker's number now. */
export function remarkedOnSite(
  db: Database,
  reference: string,
  [start, end]: readonly [number, number],
): Map<string, number> {
  const rows = statement(
    db,
    `SELECT ${numberOf('r')} AS insz, count(*) AS count
       FROM presence r INDEXED BY presence_site_day CROSS JOIN presence_remark m ON m.service_id = r.service_id
      WHERE r.reference = ? AND r.registered_at >= ? AND r.registered_at < ? AND r.cancelled_at IS NULL
      GROUP BY r.person_id`,
  ).all(reference, start, end) as { insz: string; count: number }[];
  return new Map(rows.map(({ insz, count }) => [insz, count]));
}

/** The names that belong to the numbers of workers and enterprises, as far as they are known. */
export function namesOf(
  db: Database,
  lines: readonly { insz: string; employerNumber: string }[],
): { workers: Map<string, string>; employers: Map<string, string> } {
  const read = (sql: string, numbers: readonly string[]): Map<string, string> => {
    const rows = statement(db, sql).all(JSON.stringify([...new Set(numbers)]));
    return new Map((rows as { number: string; name: string }[]).map(({ number, name }) => [number, name]));
  };
  return {
    workers: read(
      `SELECT n.insz AS number, p.family_name || ', ' || p.given_name AS name
         FROM person_number n JOIN person p ON p.id = n.person_id WHERE n.insz IN (SELECT value FROM json_each(?))
          AND p.family_name <> ''`,
      lines.map(({ insz }) => insz),
    ),
    employers: read(
      `SELECT enterprise_number AS number, name FROM legal_entity
        WHERE enterprise_number IN (SELECT value FROM json_each(?))`,
      lines.map(({ employerNumber }) => employerNumber),
    ),
  };
}

export function noteLookUp(
  db: Database,
  row: {
    id: string;
    employerId: string;
    from: string;
    to: string;
    withSubcontractors: boolean;
    found: number;
    askedAt: string;
  },
): void {
  statement(db, 'INSERT INTO presence_look_up VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    ...[row.id, row.employerId, row.from, row.to, row.withSubcontractors ? 1 : 0, row.found, row.askedAt],
  );
}

/** Clients that keep this site. */
export const employersOfSite = (db: Database, reference: string): string[] =>
  statement(
    db,
    'SELECT DISTINCT employer_id FROM works_declaration WHERE reference = ? AND removed_at IS NULL',
  )
    .pluck()
    .all(reference) as string[];

/** When the service was last asked about a day of a site; null: never. */
export function lastAsked(db: Database, reference: string, day: string): string | null {
  const row = statement(
    db,
    `SELECT max(l.asked_at) AS at FROM presence_look_up l
       JOIN works_declaration w ON w.employer_id = l.employer_id AND w.removed_at IS NULL
      WHERE w.reference = ? AND l.first_day <= ? AND l.last_day >= ?`,
  ).get(reference, day, day) as { at: string | null };
  return row.at;
}
