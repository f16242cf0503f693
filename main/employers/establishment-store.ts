// SQL of establishment units of an employer's legal entity.
import { type Database, statement } from '../platform/database.ts';

export type Establishment = { id: string; number: string; name: string };

export function establishmentsOf(db: Database, employerId: string): Establishment[] {
  return statement(
    db,
    `SELECT s.id, s.establishment_number AS number, s.name FROM establishment s
       JOIN employer e ON e.legal_entity_id = s.legal_entity_id
      WHERE e.id = ? ORDER BY s.name COLLATE NOCASE, s.establishment_number LIMIT 500`,
  ).all(employerId) as Establishment[];
}

export type EstablishmentOwner = Establishment & { employerId: string; employerName: string };

const owned = `SELECT s.id, s.establishment_number AS number, s.name, coalesce(e.id, '') AS employerId,
    le.name AS employerName
  FROM establishment s JOIN legal_entity le ON le.id = s.legal_entity_id
  LEFT JOIN employer e ON e.legal_entity_id = le.id`;

export function findEstablishment(db: Database, id: string): EstablishmentOwner | null {
  return (statement(db, `${owned} WHERE s.id = ?`).get(id) as EstablishmentOwner | undefined) ?? null;
}

/** An establishment unit belongs to one enterprise only. */
export function establishmentByNumber(db: Database, number: string): EstablishmentOwner | null {
  const row = statement(db, `${owned} WHERE s.establishment_number = ?`).get(number);
  return (row as EstablishmentOwner | undefined) ?? null;
}

/** The number is checked by its parser and not there yet: see `establishmentByNumber`. */
export function insertEstablishment(
  db: Database,
  employerId: string,
  { id, number, name }: Establishment,
): void {
  statement(
    db,
    `INSERT INTO establishment (id, legal_entity_id, establishment_number, name)
     SELECT ?, legal_entity_id, ?, ? FROM employer WHERE id = ?`,
  ).run(id, number, name, employerId);
}

export function updateEstablishment(db: Database, { id, number, name }: Establishment): void {
  const sql = 'UPDATE establishment SET establishment_number = ?, name = ? WHERE id = ?';
  statement(db, sql).run(number, name, id);
}

export function deleteEstablishment(db: Database, id: string): void {
  statement(db, 'DELETE FROM establishment WHERE id = ?').run(id);
}
