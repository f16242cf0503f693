// SQL of lines that the service is not known to have, block by block along their keys, as there may be a million of them.
import type { Period } from '../../../preload/rules/register/periods.ts';
import { type Database, statement } from '../../platform/database.ts';
import { type LineKey, thisOwner } from '../line-store.ts';

export type UnknownLine = {
  key: LineKey;
  period: Period;
  /** What it was refused for before, and when; null: it was not, or not for good. */
  refusedFor: string | null;
  refusedAt: string | null;
};

type Row = LineKey & Period & Pick<UnknownLine, 'refusedFor' | 'refusedAt'> & { unknown: number };

const known = `EXISTS (SELECT 1 FROM register_inscribed i WHERE i.person_id = l.person_id AND i.owner_id = l.owner_id
   AND i.dossier_type = l.dossier_type AND i.begin_date <= l.begin_date AND (i.end_date IS NULL OR i.end_date >= l.end_date))`;
const columns = `l.person_id AS personId, l.employer_id AS employerId, l.owner_id AS ownerId, l.dossier_type AS dossierType,
  l.begin_date AS "begin", l.end_date AS "end",
  CASE WHEN r.final = 1 AND r.end_date IS l.end_date THEN r.asked END AS refusedFor, r.at AS refusedAt,
  l.review IS NULL AND NOT ${known} AS unknown`;
const joined = `register_line l LEFT JOIN register_inscription_refused r ON r.person_id = l.person_id
  AND r.employer_id = l.employer_id AND r.owner_id = l.owner_id AND r.dossier_type = l.dossier_type
  AND r.begin_date = l.begin_date`;

const lineOf = ({ begin, end, refusedFor, refusedAt, unknown: _unknown, ...key }: Row): UnknownLine => ({
  key,
  period: { begin, end },
  ...{ refusedFor, refusedAt },
});

/** Lines of one block: some milliseconds. */
const blockSize = 500;

/** A `null` after every block, so that main may breathe; each block is read when its turn comes. */
export function* unknownLines(db: Database): Generator<UnknownLine | null, undefined> {
  const waiting = waitingKeys(db);
  let after: readonly string[] = ['', '', '', '', ''];
  for (;;) {
    const rows = statement(
      db,
      `SELECT ${columns} FROM ${joined}
        WHERE (l.person_id, l.employer_id, l.owner_id, l.dossier_type, l.begin_date) > (?, ?, ?, ?, ?) AND l.owner_id = '${thisOwner}'
        ORDER BY l.person_id, l.employer_id, l.owner_id, l.dossier_type, l.begin_date LIMIT ${blockSize}`,
    ).all(...after) as Row[];
    for (const row of rows) if (row.unknown === 1 && !waiting.has(waitingKey(row))) yield lineOf(row);
    yield null;
    const last = rows.at(-1);
    if (last === undefined || rows.length < blockSize) return;
    after = [last.personId, last.employerId, last.ownerId, last.dossierType, last.begin];
  }
}

/** The line as it stands now, if it is still unknown there: somebody may have changed it since its block was read. */
export function stillUnknown(db: Database, { key, period }: UnknownLine): boolean {
  const row = statement(
    db,
    `SELECT ${columns} FROM ${joined}
      WHERE l.person_id = ? AND l.employer_id = ? AND l.owner_id = ? AND l.dossier_type = ? AND l.begin_date = ? AND l.end_date IS ?`,
  ).get(...[key.personId, key.employerId, key.ownerId, key.dossierType, period.begin, period.end]) as
    | Row
    | undefined;
  return row?.unknown === 1;
}

const waitingKey = ({ personId, employerId, dossierType }: Omit<LineKey, 'ownerId'>): string =>
  `${personId} ${employerId} ${dossierType}`;

/** Keys for which an insert waits for its answer: it is asked again from there, and not from here as well. */
function waitingKeys(db: Database): ReadonlySet<string> {
  const rows = statement(
    db,
    `SELECT DISTINCT n.person_id AS personId, w.employer_id AS employerId, w.dossier_type AS dossierType
       FROM register_pending w JOIN person_number n ON n.insz = w.insz`,
  ).all() as Omit<LineKey, 'ownerId'>[];
  return new Set(rows.map(waitingKey));
}

/** Present numbers of some persons who have a line of a type. */
export const numbersOfType = (db: Database, dossierType: string, most: number): string[] =>
  statement(
    db,
    `SELECT DISTINCT n.insz FROM employer e CROSS JOIN register_line l INDEXED BY register_line_employer ON l.employer_id = e.id
       AND l.dossier_type = ? AND l.review IS NULL
     CROSS JOIN person_number n ON n.person_id = l.person_id AND n.replaced_by IS NULL LIMIT ?`,
  )
    .pluck()
    .all(dossierType, most) as string[];
