// SQL of routes: by which way an employer's data reach a service, each with the day from which it counts.

import { type Database, statement } from '../platform/database.ts';
import type { AccountQuality } from './account-quality.ts';

export type RouteRow = {
  kind: 'own' | 'mandatary' | 'elsewhere';
  accountId: string | null;
  quality: AccountQuality | null;
  /** The account was taken out of use after the route was chosen. */
  accountRemoved: number;
};

export function presentRoute(db: Database, employerId: string): RouteRow | null {
  const row = statement(
    db,
    `SELECT r.kind, r.account_id AS accountId, a.quality, a.removed_at IS NOT NULL AS accountRemoved
       FROM route r LEFT JOIN account a ON a.id = r.account_id
      WHERE r.employer_id = ? AND r.service = 'fla' AND r.valid_to IS NULL`,
  ).get(employerId) as RouteRow | undefined;
  return row ?? null;
}

export function insertRoute(
  db: Database,
  route: { id: string; employerId: string; kind: RouteRow['kind']; accountId: string | null; from: string },
): void {
  statement(
    db,
    "UPDATE route SET valid_to = ? WHERE employer_id = ? AND service = 'fla' AND valid_to IS NULL",
  ).run(route.from, route.employerId);
  statement(
    db,
    "INSERT INTO route (id, employer_id, service, kind, account_id, valid_from) VALUES (?, ?, 'fla', ?, ?, ?)",
  ).run(route.id, route.employerId, route.kind, route.accountId, route.from);
}

export type RouteAccount = { id: string; enterpriseNumber: string; quality: AccountQuality };

export function accountsInUse(db: Database): RouteAccount[] {
  return statement(
    db,
    `SELECT id, enterprise_number AS enterpriseNumber, quality FROM account WHERE removed_at IS NULL ORDER BY id`,
  ).all() as RouteAccount[];
}

export function employersWithoutRoute(db: Database): { id: string; enterpriseNumber: string }[] {
  return statement(
    db,
    `SELECT e.id, coalesce(le.enterprise_number, '') AS enterpriseNumber
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE NOT EXISTS (SELECT 1 FROM route r WHERE r.employer_id = e.id AND r.service = 'fla' AND r.valid_to IS NULL)`,
  ).all() as { id: string; enterpriseNumber: string }[];
}

/** Enterprise number of who files for this employer under a mandate; null on any other route. */
export function mandataryOf(db: Database, employerId: string): string | null {
  const row = statement(
    db,
    `SELECT a.enterprise_number AS enterpriseNumber FROM route r JOIN account a ON a.id = r.account_id
      WHERE r.employer_id = ? AND r.service = 'fla' AND r.kind = 'mandatary' AND r.valid_to IS NULL`,
  ).get(employerId) as { enterpriseNumber: string } | undefined;
  return row?.enterpriseNumber ?? null;
}
