// SQL of a site's day, and of what was asked of the service when. Moments are milliseconds since the epoch.
import { type Database, statement } from '../platform/database.ts';
import { named, type PresenceRow } from './presence-store.ts';

export type SiteMark = Pick<
  PresenceRow,
  'service_id' | 'employer_number' | 'insz' | 'type' | 'registered_at' | 'worker_name' | 'employer_name'
> & { remarks: number; reference: string };

/** Everything on a site that was not cancelled, in the order of its moments. */
export function marksOfSite(
  db: Database,
  reference: string,
  [start, end]: readonly [number, number],
): SiteMark[] {
  return statement(
    db,
    `SELECT r.service_id, r.employer_number, r.reference, coalesce(r.current_insz, r.insz) AS insz, r.type,
       r.registered_at, ${named} AS worker_name,
       (SELECT name FROM legal_entity le WHERE le.enterprise_number = r.employer_number) AS employer_name,
       (SELECT count(*) FROM presence_remark m WHERE m.service_id = r.service_id) AS remarks
     FROM presence r WHERE r.reference = ? AND r.registered_at >= ? AND r.registered_at < ? AND r.cancelled_at IS NULL
     ORDER BY r.registered_at, r.service_id`,
  ).all(reference, start, end) as SiteMark[];
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
