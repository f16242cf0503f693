// SQL of which line of the register allows what is asked of a service, and of how strictly that is meant.
import type { AllowingLine, AllowingMode } from '../../../preload/contract/register-numbers.ts';
import { type Database, statement } from '../../platform/database.ts';

const found = `SELECT l.dossier_type AS type, l.begin_date AS "begin", l.end_date AS "end" FROM register_line l
    JOIN json_each(@types) t ON t.value = l.dossier_type
  WHERE l.person_id = @personId AND l.employer_id = @employerId AND l.owner_id = 'own'
    AND l.begin_date <= @to AND (l.end_date IS NULL OR l.end_date >= @from)
  ORDER BY t.key, l.begin_date DESC LIMIT 1`;

/** The line with a day in common; of several the one of the first type, and of the latest begin. */
export function findAllowing(
  db: Database,
  asked: { personId: string; employerId: string; types: readonly string[]; from: string; to: string },
): AllowingLine | null {
  const row = statement(db, found).get({ ...asked, types: JSON.stringify(asked.types) });
  return (row as AllowingLine | undefined) ?? null;
}

export const personOfWorker = (db: Database, workerId: string): string | null =>
  (statement(db, 'SELECT person_id FROM worker WHERE id = ?').pluck().get(workerId) as string | undefined) ??
  null;

/** Whether anything was ever done to lines of this key. */
export function keyHasActs(
  db: Database,
  key: { personId: string; employerId: string; ownerId: string; dossierType: string },
): boolean {
  const sql = `SELECT 1 FROM register_act
    WHERE person_id = @personId AND employer_id = @employerId AND owner_id = @ownerId AND dossier_type = @dossierType LIMIT 1`;
  return statement(db, sql).get(key) !== undefined;
}

/** Of these worker-years, those that no line of the types allows: `<worker id> <year>`. */
export function withoutLine(
  db: Database,
  workerYears: readonly { workerId: string; year: number }[],
  types: readonly string[],
): Set<string> {
  const rows = statement(
    db,
    `SELECT w.id || ' ' || (y.value ->> 'year') FROM json_each(?) y JOIN worker w ON w.id = y.value ->> 'workerId'
      WHERE NOT EXISTS (SELECT 1 FROM register_line l
        WHERE l.person_id = w.person_id AND l.employer_id = w.employer_id AND l.owner_id = 'own'
          AND l.dossier_type IN (SELECT value FROM json_each(?))
          AND l.begin_date <= (y.value ->> 'year') || '-12-31'
          AND (l.end_date IS NULL OR l.end_date >= (y.value ->> 'year') || '-01-01'))`,
  )
    .pluck()
    .all(JSON.stringify(workerYears), JSON.stringify(types));
  return new Set(rows as string[]);
}

/** Who was seen for a client on a day. */
export type SeenOn = { insz: string; employerId: string; day: string };

/** Of these, in their order, those that no line of the types has: their places. One look-up each, in one statement. */
export function seenWithoutLine(
  db: Database,
  seen: readonly SeenOn[],
  types: readonly string[],
): Set<number> {
  const rows = statement(
    db,
    `SELECT s.key FROM json_each(?) s
      WHERE NOT EXISTS (SELECT 1 FROM person_number n JOIN register_line l ON l.person_id = n.person_id
        WHERE n.insz = s.value ->> 'insz' AND l.employer_id = s.value ->> 'employerId' AND l.owner_id = 'own'
          AND l.dossier_type IN (SELECT value FROM json_each(?))
          AND l.begin_date <= s.value ->> 'day' AND (l.end_date IS NULL OR l.end_date >= s.value ->> 'day'))`,
  )
    .pluck()
    .all(JSON.stringify(seen), JSON.stringify(types));
  return new Set(rows as number[]);
}

const name = 'register.allowing';

export function readMode(db: Database): AllowingMode {
  const value = statement(db, 'SELECT value FROM setting WHERE name = ?').pluck().get(name);
  return value === 'stop' ? 'stop' : 'warning';
}

export function writeMode(db: Database, mode: AllowingMode): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(name, mode);
}
