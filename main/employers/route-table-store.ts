// SQL behind the table of routes: which employers it shows, and how an enterprise is called.
import { type Database, statement } from '../platform/database.ts';
import { likeAnywhere } from './employer-store.ts';

type Named = { id: string; name: string };

/** Employers in use, by name or number. */
export function employersForTable(db: Database, text: string): (Named & { enterpriseNumber: string })[] {
  const digits = text.replace(/[\s.\-/]/g, '').replace(/^BE/i, '');
  return statement(
    db,
    `SELECT e.id, le.name, coalesce(le.enterprise_number, '') AS enterpriseNumber
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE e.archived_at IS NULL
        AND (? = '' OR le.name LIKE ? ESCAPE '\\' OR (? <> '' AND le.enterprise_number LIKE ?))
      ORDER BY le.name COLLATE NOCASE, e.id`,
  ).all(text, likeAnywhere(text), /^\d+$/.test(digits) ? digits : '', `%${digits}%`) as (Named & {
    enterpriseNumber: string;
  })[];
}

/** Employers with trainings that are drafted or wait in the outbox. */
export function employersWithWork(db: Database, employerId: string | null): Named[] {
  return statement(
    db,
    `SELECT e.id, le.name FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE (? IS NULL OR e.id = ?) AND e.id IN (SELECT t.employer_id FROM training t
        WHERE t.removed_at IS NULL AND t.state IN ('draft', 'ready')) ORDER BY le.name COLLATE NOCASE, e.id`,
  ).all(employerId, employerId) as Named[];
}

/** As an account of ours or a client names it; null: nobody here does. */
export function nameOfEnterprise(db: Database, enterpriseNumber: string): string | null {
  const row = statement(
    db,
    `SELECT coalesce(
       (SELECT a.enterprise_name FROM account a WHERE a.enterprise_number = ? AND a.removed_at IS NULL LIMIT 1),
       (SELECT le.name FROM legal_entity le WHERE le.enterprise_number = ?)) AS name`,
  ).get(enterpriseNumber, enterpriseNumber) as { name: string | null };
  return row.name;
}
