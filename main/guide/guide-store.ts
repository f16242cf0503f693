// SQL of guides and of their steps that are no longer open.
import type { Quality, Service } from '../../preload/contract/services.ts';
import { type Database, statement } from '../platform/database.ts';

export type GuideRow = {
  id: string;
  employerId: string | null;
  enterpriseNumber: string;
  enterpriseName: string;
  quality: Quality;
  services: Service[];
  /** JSON of the plan, as it was checked by the contract. */
  plan: string;
  kind: 'start' | 'stop';
  startedAt: string;
  finishedAt: string | null;
  revision: number;
};
export type StepRow = {
  step: string;
  state: 'done' | 'alreadyDone' | 'waiting' | 'notDone';
  person: string;
  since: string;
  note: string;
};

type Raw = Omit<GuideRow, 'services'> & { services: string };

const columns = `id, employer_id AS employerId, enterprise_number AS enterpriseNumber,
  enterprise_name AS enterpriseName, quality, services, answers AS plan, kind, started_at AS startedAt,
  finished_at AS finishedAt, revision`;

const shown = (row: Raw): GuideRow => ({ ...row, services: JSON.parse(row.services) as Service[] });

/** Those under way first, the latest of each first. */
export function listGuides(db: Database, finished: boolean): GuideRow[] {
  const sql = `SELECT ${columns} FROM guide WHERE removed_at IS NULL AND (? = 1 OR finished_at IS NULL)
    ORDER BY finished_at IS NOT NULL, started_at DESC, id DESC LIMIT 500`;
  return (statement(db, sql).all(finished ? 1 : 0) as Raw[]).map(shown);
}

/** `removed`: also one that was taken away, to bring it back. */
export function findGuide(db: Database, id: string, removed = false): GuideRow | null {
  const sql = `SELECT ${columns} FROM guide WHERE id = ? AND (? = 1 OR removed_at IS NULL)`;
  const row = statement(db, sql).get(id, removed ? 1 : 0) as Raw | undefined;
  return row ? shown(row) : null;
}

export function insertGuide(db: Database, guide: Omit<GuideRow, 'finishedAt' | 'revision'>): void {
  statement(
    db,
    `INSERT INTO guide (id, employer_id, enterprise_number, enterprise_name, quality, services, answers, kind, started_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    guide.id,
    guide.employerId,
    guide.enterpriseNumber,
    guide.enterpriseName,
    guide.quality,
    JSON.stringify(guide.services),
    guide.plan,
    guide.kind,
    guide.startedAt,
  );
}

/** Counts one change at the expected revision; false: somebody else was first. */
export function touchGuide(db: Database, id: string, expectedRevision: number): boolean {
  const sql = 'UPDATE guide SET revision = revision + 1 WHERE id = ? AND revision = ?';
  return statement(db, sql).run(id, expectedRevision).changes === 1;
}

export function setFinished(db: Database, id: string, at: string | null): void {
  statement(db, 'UPDATE guide SET finished_at = ? WHERE id = ?').run(at, id);
}

export function setRemoved(db: Database, id: string, at: string | null): void {
  statement(db, 'UPDATE guide SET removed_at = ? WHERE id = ?').run(at, id);
}

export function stepsOfGuide(db: Database, guideId: string): StepRow[] {
  const sql = 'SELECT step, state, person, since, note FROM guide_step WHERE guide_id = ?';
  return statement(db, sql).all(guideId) as StepRow[];
}

/** Null: open again. */
export function writeStep(
  db: Database,
  guideId: string,
  step: string,
  row: Omit<StepRow, 'step'> | null,
): void {
  if (row === null) {
    statement(db, 'DELETE FROM guide_step WHERE guide_id = ? AND step = ?').run(guideId, step);
    return;
  }
  statement(
    db,
    `INSERT INTO guide_step (guide_id, step, state, person, since, note) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (guide_id, step) DO UPDATE
       SET state = excluded.state, person = excluded.person, since = excluded.since, note = excluded.note`,
  ).run(guideId, step, row.state, row.person, row.since, row.note);
}

export function employerExists(db: Database, id: string): boolean {
  return statement(db, 'SELECT 1 FROM employer WHERE id = ?').get(id) !== undefined;
}
