// SQL of routes: by which way an employer's data reach a service, each with its first day and the day it no longer counts.
import type { Right, Service } from '../../preload/contract/services.ts';
import { type Database, statement } from '../platform/database.ts';
import type { AccountQuality } from './account-quality.ts';

export type RouteKind = 'own' | 'mandatary' | 'elsewhere';

export type RouteRow = {
  id: string;
  service: Service;
  kind: RouteKind;
  /** First day, and the first day on which it no longer counts; null: until further notice. */
  from: string;
  until: string | null;
  account: RouteAccount | null;
};
/** An account as a route sees it. */
export type RouteAccount = {
  id: string;
  name: string;
  enterpriseNumber: string;
  enterpriseName: string;
  quality: AccountQuality;
  rights: Right[];
  /** Set by a person, per service. */
  scopes: Partial<Record<Service, string>>;
  /** Closed in Chaman or removed here: never used again. */
  gone: boolean;
};

type Row = Omit<RouteRow, 'account'> & { accountId: string | null } & {
  [K in 'name' | 'enterpriseNumber' | 'enterpriseName' | 'rights' | 'scopes']: string | null;
} & { quality: AccountQuality | null; gone: number | null };

const accountColumns = `a.name, a.enterprise_number AS enterpriseNumber, a.enterprise_name AS enterpriseName, a.quality,
  a.rights, a.scopes, (a.removed_at IS NOT NULL OR a.closed_at IS NOT NULL) AS gone`;
const columns = `r.id, r.service, r.kind, r.valid_from AS "from", r.valid_to AS until, r.account_id AS accountId,
  ${accountColumns}`;
const tables = 'route r LEFT JOIN account a ON a.id = r.account_id';

/** The condition on `route r` that picks the route of a day, given twice. */
export const onDay = 'r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to > ?)';

/** The one route of an employer towards a service on a day. */
export function routeOfDay(db: Database, employerId: string, service: Service, day: string): RouteRow | null {
  const sql = `SELECT ${columns} FROM ${tables} WHERE r.employer_id = ? AND r.service = ? AND ${onDay}`;
  const row = statement(db, sql).get(employerId, service, day, day) as Row | undefined;
  return row === undefined ? null : routeOf(row);
}

/** All routes of an employer, past, present and planned; latest first. */
export function routesOf(db: Database, employerId: string): RouteRow[] {
  const sql = `SELECT ${columns} FROM ${tables} WHERE r.employer_id = ? ORDER BY r.service, r.valid_from DESC LIMIT 400`;
  return (statement(db, sql).all(employerId) as Row[]).map(routeOf);
}

/** Routes of all employers that count on a day or later, by employer: for lists of many. */
export function routesFrom(db: Database, day: string): Map<string, RouteRow[]> {
  const accounts = new Map<string, RouteAccount>();
  const all = statement(db, `SELECT a.id, ${accountColumns} FROM account a`).all() as (Row & {
    id: string;
  })[];
  for (const row of all) {
    const account = accountOf(row.id, row);
    if (account !== null) accounts.set(row.id, account);
  }
  const found = statement(
    db,
    `SELECT r.id, r.employer_id AS employerId, r.service, r.kind, r.valid_from AS "from", r.valid_to AS until,
        r.account_id AS accountId FROM route r WHERE r.valid_to IS NULL OR r.valid_to > ? ORDER BY r.valid_from DESC`,
  ).all(day) as (Omit<RouteRow, 'account'> & { employerId: string; accountId: string | null })[];
  const byEmployer = new Map<string, RouteRow[]>();
  for (const { employerId, accountId, ...route } of found) {
    const rows = byEmployer.get(employerId) ?? [];
    rows.push({ ...route, account: accountId === null ? null : (accounts.get(accountId) ?? null) });
    byEmployer.set(employerId, rows);
  }
  return byEmployer;
}

/** First day of the latest route of an employer towards a service; null: it never had one. */
export function latestFrom(db: Database, employerId: string, service: Service): string | null {
  const sql = 'SELECT max(valid_from) AS day FROM route WHERE employer_id = ? AND service = ?';
  return (statement(db, sql).get(employerId, service) as { day: string | null }).day;
}

export type NewRoute = {
  id: string;
  employerId: string;
  service: Service;
  kind: RouteKind;
  accountId: string | null;
  from: string;
};

/** The new route counts from its day until further notice: the one before it ends there, planned ones are replaced. */
export function insertRoute(db: Database, route: NewRoute): void {
  const { employerId, service, from } = route;
  statement(db, 'DELETE FROM route WHERE employer_id = ? AND service = ? AND valid_from >= ?').run(
    employerId,
    service,
    from,
  );
  statement(
    db,
    `UPDATE route SET valid_to = ? WHERE employer_id = ? AND service = ? AND (valid_to IS NULL OR valid_to > ?)`,
  ).run(from, employerId, service, from);
  statement(
    db,
    'INSERT INTO route (id, employer_id, service, kind, account_id, valid_from) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(route.id, employerId, service, route.kind, route.accountId, from);
}

/** The route of a day counts until further notice again: what was planned after it is dropped. */
export function cancelPlanned(db: Database, employerId: string, service: Service, day: string): void {
  statement(db, 'DELETE FROM route WHERE employer_id = ? AND service = ? AND valid_from > ?').run(
    employerId,
    service,
    day,
  );
  statement(
    db,
    'UPDATE route SET valid_to = NULL WHERE employer_id = ? AND service = ? AND valid_from <= ? AND valid_to > ?',
  ).run(employerId, service, day, day);
}

/** The routes of an employer towards a service as they stand, to compare and to put back. */
export type RouteLines = Record<'id' | 'kind' | 'accountId' | 'from' | 'until', string | null>[];

export function routeLines(db: Database, employerId: string, service: Service): RouteLines {
  const sql = `SELECT id, kind, account_id AS accountId, valid_from AS "from", valid_to AS until FROM route
    WHERE employer_id = ? AND service = ? ORDER BY valid_from, id`;
  return statement(db, sql).all(employerId, service) as RouteLines;
}

export function putRouteLines(db: Database, employerId: string, service: Service, lines: RouteLines): void {
  statement(db, 'DELETE FROM route WHERE employer_id = ? AND service = ?').run(employerId, service);
  const insert = statement(
    db,
    `INSERT INTO route (id, employer_id, service, kind, account_id, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { id, kind, accountId, from, until } of lines)
    insert.run(id, employerId, service, kind, accountId, from, until);
}

/** Accounts that a route may take now. */
export function accountsInUse(db: Database): RouteAccount[] {
  const rows = statement(
    db,
    `SELECT a.id, ${accountColumns} FROM account a WHERE a.removed_at IS NULL AND a.closed_at IS NULL ORDER BY a.id`,
  ).all() as (Row & { id: string })[];
  return rows.flatMap((row) => accountOf(row.id, row) ?? []);
}

/** Which employers go by an account on a day, and towards which service. */
export function routesByAccount(
  db: Database,
  accountId: string,
  day: string,
): { employerId: string; service: Service }[] {
  return statement(
    db,
    `SELECT r.employer_id AS employerId, r.service FROM route r WHERE r.account_id = ? AND ${onDay}`,
  ).all(accountId, day, day) as { employerId: string; service: Service }[];
}

/** Employers that never had a route towards the service and have none planned. */
export function employersWithoutRoute(
  db: Database,
  service: Service,
): { id: string; enterpriseNumber: string }[] {
  return statement(
    db,
    `SELECT e.id, coalesce(le.enterprise_number, '') AS enterpriseNumber
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE NOT EXISTS (SELECT 1 FROM route r WHERE r.employer_id = e.id AND r.service = ? AND r.valid_to IS NULL)`,
  ).all(service) as { id: string; enterpriseNumber: string }[];
}

/** Enterprise number of who files for this employer under a mandate on a day; null on any other route. */
export function mandataryOf(db: Database, employerId: string, service: Service, day: string): string | null {
  const route = routeOfDay(db, employerId, service, day);
  return route?.kind === 'mandatary' ? (route.account?.enterpriseNumber ?? null) : null;
}

function routeOf({ id, service, kind, from, until, accountId, ...rest }: Row): RouteRow {
  return { id, service, kind, from, until, account: accountId === null ? null : accountOf(accountId, rest) };
}

function accountOf(
  id: string,
  row: Pick<Row, 'name' | 'enterpriseNumber' | 'enterpriseName' | 'rights' | 'scopes' | 'quality' | 'gone'>,
): RouteAccount | null {
  const { name, enterpriseNumber, enterpriseName, quality } = row;
  if (name === null || enterpriseNumber === null || enterpriseName === null || quality === null) return null;
  const rights = JSON.parse(row.rights ?? '[]') as Right[];
  const scopes = JSON.parse(row.scopes ?? '{}') as RouteAccount['scopes'];
  return { id, name, enterpriseNumber, enterpriseName, quality, rights, scopes, gone: row.gone === 1 };
}
