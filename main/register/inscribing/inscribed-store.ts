// SQL of what the inscription service last said that it has of a person in a role.
import type { Period } from '../../../preload/rules/register/periods.ts';
import { type Database, statement } from '../../platform/database.ts';
import { thisOwner } from '../line-store.ts';

export type RoleKey = { personId: string; dossierType: string };

export function inscribedOf(db: Database, { personId, dossierType }: RoleKey): Period[] {
  return statement(
    db,
    `SELECT begin_date AS "begin", end_date AS "end" FROM register_inscribed
      WHERE person_id = ? AND owner_id = ? AND dossier_type = ? ORDER BY begin_date`,
  ).all(personId, thisOwner, dossierType) as Period[];
}

/** In place of all that was known of the role. */
export function setInscribed(db: Database, key: RoleKey, periods: readonly Period[]): void {
  const of = [key.personId, thisOwner, key.dossierType] as const;
  const remove = 'DELETE FROM register_inscribed WHERE person_id = ? AND owner_id = ? AND dossier_type = ?';
  statement(db, remove).run(...of);
  const insert = statement(
    db,
    `INSERT OR REPLACE INTO register_inscribed (person_id, owner_id, dossier_type, begin_date, end_date) VALUES (?, ?, ?, ?, ?)`,
  );
  for (const { begin, end } of periods) insert.run(...of, begin, end);
}

/** Nothing is known of what the service has of this person any more. */
export function forgetInscribed(db: Database, personId: string): void {
  statement(db, 'DELETE FROM register_inscribed WHERE person_id = ?').run(personId);
}

/** The service has taken lines of this type before. */
export const typeIsInscribed = (db: Database, dossierType: string): boolean =>
  statement(db, 'SELECT 1 FROM register_inscribed WHERE owner_id = ? AND dossier_type = ? LIMIT 1').get(
    thisOwner,
    dossierType,
  ) !== undefined;

/** Of another connection nothing is known: neither what it has, nor what it would refuse. */
export function forgetConnection(db: Database): void {
  for (const table of ['register_inscribed', 'register_inscription_refused', 'register_inscribing'])
    statement(db, `DELETE FROM ${table}`).run();
}
