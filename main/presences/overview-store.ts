// SQL of how presences lie over a period, and of what can be chosen there.
import type { EmployerScope } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import { type PresenceConditions, presenceConditions } from './presence-conditions-store.ts';

/** Whole hours since the epoch: in Belgium the clock changes on one. */
export type HourCount = { hour: number; type: 'IN' | 'OUT'; count: number };

export function countByHour(db: Database, scope: EmployerScope, filter: PresenceConditions): HourCount[] {
  const { sql, values } = presenceConditions(scope, filter);
  return statement(
    db,
    `SELECT r.registered_at / 3600000 AS hour, r.type, count(*) AS count FROM presence r WHERE ${sql} GROUP BY 1, 2`,
  ).all(...values) as HourCount[];
}

export function sitesIn(
  db: Database,
  scope: EmployerScope,
  filter: PresenceConditions,
): { reference: string; name: string | null; count: number }[] {
  const { sql, values } = presenceConditions(scope, filter);
  return statement(
    db,
    `SELECT reference, count, (SELECT w.name FROM works_declaration w
        WHERE w.reference = found.reference AND w.removed_at IS NULL LIMIT 1) AS name
       FROM (SELECT r.reference, count(*) AS count FROM presence r WHERE ${sql} GROUP BY 1) found
      ORDER BY coalesce(name, reference) COLLATE NOCASE LIMIT 200`,
  ).all(...values) as { reference: string; name: string | null; count: number }[];
}

export function enterprisesIn(
  db: Database,
  scope: EmployerScope,
  filter: PresenceConditions,
): { number: string; name: string | null; count: number }[] {
  const { sql, values } = presenceConditions(scope, filter);
  return statement(
    db,
    `SELECT number, count, (SELECT le.name FROM legal_entity le WHERE le.enterprise_number = found.number) AS name
       FROM (SELECT r.employer_number AS number, count(*) AS count FROM presence r WHERE ${sql} GROUP BY 1) found
      WHERE length(number) BETWEEN 4 AND 30 ORDER BY coalesce(name, number) COLLATE NOCASE LIMIT 200`,
  ).all(...values) as { number: string; name: string | null; count: number }[];
}

export function remarksIn(
  db: Database,
  scope: EmployerScope,
  filter: PresenceConditions,
): { code: string; count: number }[] {
  const { sql, values } = presenceConditions(scope, filter);
  return statement(
    db,
    `SELECT m.code, count(*) AS count FROM presence_remark m JOIN presence r ON r.service_id = m.service_id
      WHERE ${sql} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 60`,
  ).all(...values) as { code: string; count: number }[];
}
