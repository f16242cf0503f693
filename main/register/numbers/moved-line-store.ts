// SQL of register lines whose person gets another number, or becomes one with another person; and of the acts that tell it.
import type { Period } from '../../../preload/rules/register/periods.ts';
import { type Database, statement } from '../../platform/database.ts';
import { insertAct } from '../act-store.ts';

/** The lines of one key but for the person: a client, an owner, a dossier type. */
export type KeyLines = {
  employerId: string;
  ownerId: string;
  dossierType: string;
  periods: Period[];
};
type LineRow = Omit<KeyLines, 'periods'> & { begin: string; end: string | null };

export const keyOf = ({ employerId, ownerId, dossierType }: Omit<KeyLines, 'periods'>): string =>
  JSON.stringify([employerId, ownerId, dossierType]);

/** All lines of a person, a row per key, in their order. */
export function keyLinesOf(db: Database, personId: string): Map<string, KeyLines> {
  const rows = statement(
    db,
    `SELECT employer_id AS employerId, owner_id AS ownerId, dossier_type AS dossierType, begin_date AS begin, end_date AS end
       FROM register_line WHERE person_id = ? ORDER BY employer_id, owner_id, dossier_type, begin_date`,
  ).all(personId) as LineRow[];
  const keys = new Map<string, KeyLines>();
  for (const { begin, end, ...key } of rows) {
    const id = keyOf(key);
    const standing = keys.get(id);
    if (standing === undefined) keys.set(id, { ...key, periods: [{ begin, end }] });
    else standing.periods.push({ begin, end });
  }
  return keys;
}

/** Lines whose keys the other person has none of go over as they are. */
export function handOverLines(db: Database, from: string, to: string): void {
  statement(
    db,
    `UPDATE register_line SET person_id = @to WHERE person_id = @from AND NOT EXISTS (
       SELECT 1 FROM register_line o WHERE o.person_id = @to AND o.employer_id = register_line.employer_id
          AND o.owner_id = register_line.owner_id AND o.dossier_type = register_line.dossier_type)`,
  ).run({ from, to });
}

/**
 * Writes what became of the lines of two persons under one key. A line that no source shows whole as it is now was checked by an
 * authentic source only if all of the key were.
 */
export function replaceKeyLines(db: Database, from: string, to: string, key: KeyLines): void {
  const where = `person_id IN (?, ?) AND employer_id = ? AND owner_id = ? AND dossier_type = ?`;
  const of = [from, to, key.employerId, key.ownerId, key.dossierType];
  const before = statement(
    db,
    `SELECT begin_date AS begin, end_date AS end, verified_by AS verifiedBy FROM register_line WHERE ${where}`,
  ).all(...of) as { begin: string; end: string | null; verifiedBy: string }[];
  statement(db, `DELETE FROM register_line WHERE ${where}`).run(...of);
  const all = before.every(({ verifiedBy }) => verifiedBy === 'authenticSource');
  for (const { begin, end } of key.periods) {
    const same = before.find((one) => one.begin === begin && one.end === end);
    statement(
      db,
      `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date, end_date, verified_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...[to, key.employerId, key.ownerId, key.dossierType, begin, end],
      same?.verifiedBy ?? (all ? 'authenticSource' : 'ownRecords'),
    );
  }
}

export function flagLines(
  db: Database,
  personId: string,
  review: 'numberCancelled' | 'replacedByCancelled' | null,
): void {
  const sql = 'UPDATE register_line SET review = ? WHERE person_id = ? AND review IS NOT ?';
  statement(db, sql).run(review, personId, review);
}

export type NumberAct = {
  id: string;
  kind: 'replace' | 'merge' | 'cancel';
  key: Omit<KeyLines, 'periods'>;
  before: Period[];
  after: Period[];
};

/** One act per key, all of one event (R-h): `insz` the number that the event is about, `newInsz` the present one. */
export function insertNumberActs(
  db: Database,
  common: { at: string; actor: string; personId: string; eventId: string; insz: string; newInsz: string },
  acts: readonly NumberAct[],
): void {
  const { insz, newInsz, ...rest } = common;
  for (const { key, ...act } of acts)
    insertAct(db, { ...rest, ...key, ...act, asked: insz === newInsz ? { insz } : { insz, newInsz } });
}
