// SQL of the lines of one key: a person, a client, an owner and a dossier type. The key holds no number.
import type { RegisterLine } from '../../preload/contract/register-values.ts';
import { overlap, type Period } from '../../preload/rules/register/periods.ts';
import { type Database, statement } from '../platform/database.ts';

/** Who keeps this register; organisations that keep theirs elsewhere are not stored here. */
export const thisOwner = 'own';

export type LineKey = { personId: string; employerId: string; ownerId: string; dossierType: string };
export type StoredLine = Period & Pick<RegisterLine, 'verifiedBy' | 'review'>;

const lineColumns =
  'l.begin_date AS "begin", l.end_date AS "end", l.verified_by AS verifiedBy, l.review AS review';

/** In their order: sorted and apart (I1). */
export function linesOfKey(db: Database, key: LineKey): StoredLine[] {
  return statement(
    db,
    `SELECT ${lineColumns} FROM register_line l
      WHERE person_id = ? AND employer_id = ? AND owner_id = ? AND dossier_type = ? ORDER BY begin_date`,
  ).all(key.personId, key.employerId, key.ownerId, key.dossierType) as StoredLine[];
}

/** Every key under which a person has lines. */
export function keysOfPerson(db: Database, personId: string): LineKey[] {
  return statement(
    db,
    `SELECT DISTINCT person_id AS personId, employer_id AS employerId, owner_id AS ownerId, dossier_type AS dossierType
       FROM register_line WHERE person_id = ? ORDER BY employer_id, owner_id, dossier_type`,
  ).all(personId) as LineKey[];
}

/**
 * Writes the lines of a key as they are from now on; `before` are those that stand there. A line that stays is not touched. A new one
 * was checked as `added` says where it holds a day of what was added, else as the line that it was a part of; and whoever had to look
 * at one of its parts must look at the whole.
 */
export function rewriteLines(
  db: Database,
  key: LineKey,
  before: readonly StoredLine[],
  after: readonly Period[],
  added: { period: Period; verifiedBy: RegisterLine['verifiedBy'] } | null = null,
): void {
  const at = [key.personId, key.employerId, key.ownerId, key.dossierType] as const;
  const same = (one: Period, other: Period): boolean => one.begin === other.begin && one.end === other.end;
  const remove = statement(
    db,
    `DELETE FROM register_line
      WHERE person_id = ? AND employer_id = ? AND owner_id = ? AND dossier_type = ? AND begin_date = ?`,
  );
  const insert = statement(
    db,
    `INSERT INTO register_line
       (person_id, employer_id, owner_id, dossier_type, begin_date, end_date, verified_by, review) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const line of before) if (!after.some((one) => same(one, line))) remove.run(...at, line.begin);
  for (const one of after) {
    if (before.some((line) => same(one, line))) continue;
    const parts = before.filter((line) => overlap(line, one));
    const verifiedBy =
      added !== null && overlap(one, added.period)
        ? added.verifiedBy
        : (parts[0]?.verifiedBy ?? 'ownRecords');
    const review = parts.find((line) => line.review !== null)?.review ?? null;
    insert.run(...at, one.begin, one.end, verifiedBy, review);
  }
}

/** Lines of the person in the same role for other clients: the authentic source knows no clients, only the organisation. */
export function linesForOthers(db: Database, key: LineKey): Period[] {
  return statement(
    db,
    `SELECT begin_date AS "begin", end_date AS "end" FROM register_line
      WHERE person_id = ? AND owner_id = ? AND dossier_type = ? AND employer_id <> ? ORDER BY begin_date`,
  ).all(key.personId, key.ownerId, key.dossierType, key.employerId) as Period[];
}

/** Says of lines that stay as they are that an authentic source confirmed number and identity by now. */
export function confirmLines(db: Database, key: LineKey, period: Period): void {
  statement(
    db,
    `UPDATE register_line SET verified_by = 'authenticSource'
      WHERE person_id = ? AND employer_id = ? AND owner_id = ? AND dossier_type = ? AND begin_date <= ?
        AND (end_date IS NULL OR end_date >= ?)`,
  ).run(
    ...[key.personId, key.employerId, key.ownerId, key.dossierType],
    ...[period.end ?? '9999-12-31', period.begin],
  );
}

/** Marks the lines of a key, whoever must look at them and why. */
export function markLines(db: Database, key: LineKey, review: NonNullable<RegisterLine['review']>): void {
  statement(
    db,
    `UPDATE register_line SET review = ?
      WHERE person_id = ? AND employer_id = ? AND owner_id = ? AND dossier_type = ?`,
  ).run(review, key.personId, key.employerId, key.ownerId, key.dossierType);
}

/** Of one person, for one client or all, one type or all; whole where they have a day in common with the period. Rules Q1, Q2. */
export function linesOfPerson(
  db: Database,
  personId: string,
  filter: { employerId: string | null; dossierType: string | null; period: Period | null; limit: number },
): RegisterLine[] {
  const rows = statement(
    db,
    `SELECT l.employer_id AS employerId, le.name AS employerName, l.dossier_type AS dossierType, ${lineColumns}
       FROM register_line l JOIN employer e ON e.id = l.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE l.person_id = ? AND l.owner_id = '${thisOwner}' AND (? IS NULL OR l.employer_id = ?)
        AND (? IS NULL OR l.dossier_type = ?) AND l.begin_date <= ? AND (l.end_date IS NULL OR l.end_date >= ?)
      ORDER BY l.employer_id, l.dossier_type, l.begin_date LIMIT ?`,
  ).all(
    ...[personId, filter.employerId, filter.employerId, filter.dossierType, filter.dossierType],
    ...[filter.period?.end ?? '9999-12-31', filter.period?.begin ?? '', filter.limit],
  ) as (Omit<RegisterLine, 'period'> & Period)[];
  return rows.map(({ begin, end, ...row }) => ({ ...row, period: { begin, end } }));
}

export function countLinesOfPerson(db: Database, personId: string): number {
  const sql = 'SELECT count(*) FROM register_line WHERE person_id = ?';
  return Number(statement(db, sql).pluck().get(personId));
}
