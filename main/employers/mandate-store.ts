// SQL of mandates as a person recorded them, with what the service's last answer said of each.
import type { Service } from '../../preload/contract/services.ts';
import { type Database, statement } from '../platform/database.ts';

export type MandateRow = {
  id: string;
  employerId: string;
  mandataryNumber: string;
  service: Service;
  startQuarter: string;
  endQuarter: string | null;
  lastAnswer: 'confirmed' | 'refuted' | null;
  lastAnswerAt: string | null;
  recordedAt: string;
  revision: number;
};

const columns = `m.id, m.employer_id AS employerId, m.mandatary_enterprise_number AS mandataryNumber,
  m.service_group AS service, m.start_quarter AS startQuarter, m.end_quarter AS endQuarter,
  m.last_answer AS lastAnswer, m.last_answer_at AS lastAnswerAt, m.recorded_at AS recordedAt, m.revision`;

/** Of one employer, latest first; `service` null: for all services. */
export function mandatesOf(db: Database, employerId: string, service: Service | null): MandateRow[] {
  const sql = `SELECT ${columns} FROM mandate m
    WHERE m.employer_id = ? AND m.removed_at IS NULL AND (? IS NULL OR m.service_group = ?)
    ORDER BY m.service_group, m.start_quarter DESC, m.id LIMIT 200`;
  return statement(db, sql).all(employerId, service, service) as MandateRow[];
}

/** Of all employers, by employer: for lists of many. */
export function mandatesByEmployer(db: Database): Map<string, MandateRow[]> {
  const sql = `SELECT ${columns} FROM mandate m WHERE m.removed_at IS NULL ORDER BY m.start_quarter DESC`;
  const byEmployer = new Map<string, MandateRow[]>();
  for (const row of statement(db, sql).all() as MandateRow[])
    byEmployer.set(row.employerId, [...(byEmployer.get(row.employerId) ?? []), row]);
  return byEmployer;
}

export function findMandate(db: Database, id: string): MandateRow | null {
  const sql = `SELECT ${columns} FROM mandate m WHERE m.id = ? AND m.removed_at IS NULL`;
  return (statement(db, sql).get(id) as MandateRow | undefined) ?? null;
}

export function findRemovedMandate(db: Database, id: string): MandateRow | null {
  const sql = `SELECT ${columns} FROM mandate m WHERE m.id = ? AND m.removed_at IS NOT NULL`;
  return (statement(db, sql).get(id) as MandateRow | undefined) ?? null;
}

export type NewMandate = Pick<
  MandateRow,
  'id' | 'employerId' | 'mandataryNumber' | 'service' | 'startQuarter' | 'endQuarter' | 'recordedAt'
>;

export function insertMandate(db: Database, mandate: NewMandate): void {
  statement(
    db,
    `INSERT INTO mandate (id, employer_id, mandatary_enterprise_number, service_group, start_quarter, end_quarter,
       recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    mandate.id,
    mandate.employerId,
    mandate.mandataryNumber,
    mandate.service,
    mandate.startQuarter,
    mandate.endQuarter,
    mandate.recordedAt,
  );
}

/** A changed mandate is "as recorded" again: earlier answers spoke of what stood before. False: changed meanwhile. */
export function updateMandate(
  db: Database,
  id: string,
  expectedRevision: number,
  fields: Pick<MandateRow, 'mandataryNumber' | 'startQuarter' | 'endQuarter' | 'recordedAt'>,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE mandate SET mandatary_enterprise_number = ?, start_quarter = ?, end_quarter = ?, recorded_at = ?,
        last_answer = NULL, last_answer_at = NULL, revision = revision + 1
      WHERE id = ? AND revision = ? AND removed_at IS NULL`,
  ).run(
    fields.mandataryNumber,
    fields.startQuarter,
    fields.endQuarter,
    fields.recordedAt,
    id,
    expectedRevision,
  );
  return changes === 1;
}

export function markMandateRemoved(db: Database, id: string, at: string | null): boolean {
  const sql = 'UPDATE mandate SET removed_at = ?, revision = revision + 1 WHERE id = ?';
  return statement(db, sql).run(at, id).changes === 1;
}

/** Writes only what is new, or no longer of the same day: a sending of thousands confirms the same mandate each time. */
export function saveAnswer(db: Database, id: string, answer: 'confirmed' | 'refuted', at: string): boolean {
  const { changes } = statement(
    db,
    `UPDATE mandate SET last_answer = ?, last_answer_at = ? WHERE id = ?
        AND (last_answer IS NOT ? OR substr(last_answer_at, 1, 10) <> substr(?, 1, 10))`,
  ).run(answer, at, id, answer, at);
  return changes === 1;
}
