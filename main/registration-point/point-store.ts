// SQL of the point that this installation is, and of the badges that workers enrolled.
import type { Hashed } from '../outbox/approver-store.ts';
import { type Database, statement } from '../platform/database.ts';

export type PointRow = {
  works_id: string;
  channels: string;
  languages: string;
  sound: number;
  salt: Uint8Array;
  hash: Uint8Array;
  cost: number;
  wrong: number;
  wait_until: string | null;
};

/** Null: this installation is no point. */
export function readPoint(db: Database): PointRow | null {
  const row = statement(db, 'SELECT * FROM registration_point').get();
  return (row as PointRow | undefined) ?? null;
}

export const pointIsOn = (db: Database): boolean =>
  statement(db, 'SELECT 1 FROM registration_point').get() !== undefined;

export function insertPoint(
  db: Database,
  point: { worksId: string; channels: string[]; languages: string[]; sound: boolean; at: string } & Hashed,
): void {
  statement(
    db,
    `INSERT INTO registration_point (one, works_id, channels, languages, sound, salt, hash, cost, started_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[point.worksId, point.channels.join(' '), point.languages.join(' '), point.sound ? 1 : 0],
    ...[point.salt, point.hash, point.cost, point.at],
  );
}

export const deletePoint = (db: Database): void => {
  statement(db, 'DELETE FROM registration_point').run();
};

export const savePointTries = (db: Database, wrong: number, waitUntil: string | null): void => {
  statement(db, 'UPDATE registration_point SET wrong = ?, wait_until = ?').run(wrong, waitUntil);
};

/** What badges of this database are hashed with; `fresh` is kept where there was none. */
export function badgeSalt(db: Database, fresh: () => Uint8Array): Uint8Array {
  const find = (): { salt: Uint8Array } | undefined =>
    statement(db, 'SELECT salt FROM point_badge_salt').get() as { salt: Uint8Array } | undefined;
  const known = find();
  if (known !== undefined) return known.salt;
  const salt = fresh();
  statement(db, 'INSERT INTO point_badge_salt VALUES (1, ?)').run(salt);
  return salt;
}

/** Whose badge it is at an employer, by the present number; null: nobody's. */
export function ownerOfBadge(db: Database, employerId: string, badge: Uint8Array): string | null {
  const row = statement(
    db,
    `SELECT n.insz FROM point_badge b JOIN person_number n ON n.person_id = b.person_id AND n.replaced_by IS NULL
      WHERE b.employer_id = ? AND b.badge = ?`,
  ).get(employerId, badge) as { insz: string } | undefined;
  return row?.insz ?? null;
}

/** Employers of which a badge of the worker is nobody's any more, each with how many there were. */
export function deleteBadges(db: Database, personId: string): { employerId: string; badges: number }[] {
  const rows = statement(
    db,
    `SELECT employer_id AS employerId, count(*) AS badges FROM point_badge WHERE person_id = ?
      GROUP BY employer_id`,
  ).all(personId) as { employerId: string; badges: number }[];
  statement(db, 'DELETE FROM point_badge WHERE person_id = ?').run(personId);
  return rows;
}

export function insertBadge(
  db: Database,
  employerId: string,
  badge: Uint8Array,
  personId: string,
  at: string,
): void {
  statement(
    db,
    'INSERT INTO point_badge (employer_id, badge, person_id, enrolled_at) VALUES (?, ?, ?, ?)',
  ).run(employerId, badge, personId, at);
}
