// SQL of lines that could not be inscribed, with what was asked and why it was not taken.
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import type { Period } from '../../../preload/rules/register/periods.ts';
import { type Database, statement } from '../../platform/database.ts';
import type { LineKey } from '../line-store.ts';

export type Refusal = { asked: string; code: string; fields: readonly string[]; final: boolean; at: string };

export function writeRefusal(db: Database, key: LineKey, { begin, end }: Period, refusal: Refusal): void {
  statement(
    db,
    `INSERT OR REPLACE INTO register_inscription_refused
       (person_id, employer_id, owner_id, dossier_type, begin_date, end_date, asked, code, fields, final, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[key.personId, key.employerId, key.ownerId, key.dossierType, begin, end, refusal.asked],
    ...[refusal.code.slice(0, 40), refusal.fields.join(), refusal.final ? 1 : 0, refusal.at],
  );
}

export function dropRefusal(db: Database, key: LineKey, begin: string): void {
  statement(
    db,
    `DELETE FROM register_inscription_refused
      WHERE person_id = ? AND employer_id = ? AND owner_id = ? AND dossier_type = ? AND begin_date = ?`,
  ).run(key.personId, key.employerId, key.ownerId, key.dossierType, begin);
}

/** Lines that went or changed take their refusals along. */
export function sweepRefusals(db: Database): void {
  statement(
    db,
    `DELETE FROM register_inscription_refused WHERE NOT EXISTS (
       SELECT 1 FROM register_line l WHERE l.person_id = register_inscription_refused.person_id
          AND l.employer_id = register_inscription_refused.employer_id AND l.owner_id = register_inscription_refused.owner_id
          AND l.dossier_type = register_inscription_refused.dossier_type
          AND l.begin_date = register_inscription_refused.begin_date AND l.end_date IS register_inscription_refused.end_date)`,
  ).run();
}

const standing = `register_inscription_refused r JOIN register_line l ON l.person_id = r.person_id
  AND l.employer_id = r.employer_id AND l.owner_id = r.owner_id AND l.dossier_type = r.dossier_type
  AND l.begin_date = r.begin_date AND l.end_date IS r.end_date`;

/** Of lines that are still as they were. */
export const countRefused = (db: Database): number =>
  Number(statement(db, `SELECT count(*) FROM ${standing}`).pluck().get());

type Shown = HandlerOutput<'registerInscribing.refused'>['rows'][number];
export type RefusedRow = Omit<Shown, 'changed'> & { asked: string };
type Row = Omit<RefusedRow, 'period' | 'fields' | 'final'> & Period & { fields: string; final: number };

/** The latest first. */
export function listRefused(db: Database, page: number, pageSize: number): RefusedRow[] {
  const rows = statement(
    db,
    `SELECT p.id AS personId, n.insz, p.family_name AS familyName, p.given_name AS givenName, r.employer_id AS employerId,
       le.name AS employerName, r.dossier_type AS dossierType, r.begin_date AS "begin", r.end_date AS "end", r.at, r.code,
       r.fields, r.final, r.asked
     FROM ${standing} JOIN person p ON p.id = r.person_id
       JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
       JOIN employer e ON e.id = r.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
     ORDER BY r.at DESC, r.person_id, r.begin_date LIMIT ? OFFSET ?`,
  ).all(pageSize, (page - 1) * pageSize) as Row[];
  return rows.map(({ begin, end, fields, final, ...row }) => ({
    ...row,
    period: { begin, end },
    fields: fields === '' ? [] : fields.split(',').slice(0, 25),
    final: final === 1,
  }));
}
