// SQL of what training providers filed for our workers, and of what was decided on it.
import type { Filing } from '../../preload/contract/training-provider.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import type { WireFiling } from './provider-api.ts';

export type FilingRow = {
  id: string;
  employer_id: string;
  worker_id: string | null;
  insz: string;
  year: number;
  external_reference: string;
  provider_number: string;
  provider_name: string;
  fields: string;
  registered_on: string;
  seen_at: string;
  gone_at: string | null;
  decision: 'adopted' | 'rejected' | null;
  reason: string;
  decided_at: string | null;
  decided_fields: string | null;
  training_id: string | null;
  employer_name: string;
  worker_name: string | null;
};

const select = `SELECT f.*, le.name AS employer_name,
    p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS worker_name
  FROM provider_filing f JOIN employer e ON e.id = f.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
  LEFT JOIN worker w ON w.id = f.worker_id LEFT JOIN person p ON p.id = w.person_id`;

export function listFilings(
  db: Database,
  scope: EmployerScope,
  input: { year: number; decision: Filing['decision'] | null; page: number; pageSize: number },
): { rows: FilingRow[]; total: number; open: number; readAt: string | null } {
  const { sql, values } = scopeCondition(scope, 'f.employer_id');
  const base = `f.year = ? AND ${sql}`;
  const decided = input.decision === null ? '' : " AND coalesce(f.decision, 'open') = ?";
  const given = [input.year, ...values, ...(input.decision === null ? [] : [input.decision])];
  const { total } = statement(
    db,
    `SELECT count(*) AS total FROM provider_filing f WHERE ${base}${decided}`,
  ).get(...given) as { total: number };
  const { open } = statement(
    db,
    `SELECT count(*) AS open FROM provider_filing f WHERE ${base} AND f.decision IS NULL AND f.gone_at IS NULL`,
  ).get(input.year, ...values) as { open: number };
  const { readAt } = statement(
    db,
    `SELECT min(f.read_at) AS readAt FROM provider_reading f WHERE ${base}`,
  ).get(input.year, ...values) as { readAt: string | null };
  const rows = statement(
    db,
    `${select} WHERE ${base}${decided} ORDER BY f.decision IS NOT NULL, worker_name COLLATE NOCASE, f.id LIMIT ? OFFSET ?`,
  ).all(...given, input.pageSize, (input.page - 1) * input.pageSize) as FilingRow[];
  return { rows, total, open, readAt };
}

export function findFilings(db: Database, ids: readonly string[]): FilingRow[] {
  return statement(db, `${select} WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.id`).all(
    JSON.stringify(ids),
  ) as FilingRow[];
}

export type Seen = 'added' | 'changed' | 'same';

/** One that was seen before keeps its decision; `changed` when it reads otherwise now. */
export function keepFiling(
  db: Database,
  id: string,
  place: { employerId: string; workerId: string | null; year: number },
  filing: WireFiling,
  at: string,
): Seen {
  const fields = JSON.stringify(filing.fields);
  const known = statement(
    db,
    `SELECT id, fields FROM provider_filing WHERE employer_id = ? AND year = ? AND insz = ? AND external_reference = ?`,
  ).get(place.employerId, place.year, filing.insz, filing.externalReference) as
    | { id: string; fields: string }
    | undefined;
  if (known !== undefined) {
    statement(
      db,
      `UPDATE provider_filing SET worker_id = coalesce(?, worker_id), provider_name = ?, fields = ?, seen_at = ?,
          gone_at = NULL WHERE id = ?`,
    ).run(place.workerId, filing.providerName, fields, at, known.id);
    return known.fields === fields ? 'same' : 'changed';
  }
  statement(
    db,
    `INSERT INTO provider_filing (id, employer_id, worker_id, insz, year, external_reference, provider_number,
       provider_name, fields, registered_on, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    place.employerId,
    place.workerId,
    filing.insz,
    place.year,
    filing.externalReference,
    filing.providerNumber,
    filing.providerName,
    fields,
    filing.registeredOn,
    at,
  );
  return 'added';
}

/** Marks what a whole reading no longer showed; answers how many are newly gone. */
export function markGone(db: Database, employerId: string, year: number, at: string): number {
  const { changes } = statement(
    db,
    `UPDATE provider_filing SET gone_at = ? WHERE employer_id = ? AND year = ? AND seen_at < ? AND gone_at IS NULL`,
  ).run(at, employerId, year, at);
  statement(
    db,
    `INSERT INTO provider_reading (employer_id, year, read_at) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET read_at = excluded.read_at`,
  ).run(employerId, year, at);
  return changes;
}

export function decideFiling(
  db: Database,
  row: FilingRow,
  decided: {
    /** Of the decision itself: each is kept. */
    id: string;
    decision: 'adopted' | 'rejected';
    reason: string;
    trainingId: string | null;
    by: string;
    at: string;
  },
): void {
  statement(
    db,
    `UPDATE provider_filing SET decision = ?, reason = ?, decided_at = ?, decided_fields = fields,
        training_id = coalesce(?, training_id) WHERE id = ?`,
  ).run(decided.decision, decided.reason, decided.at, decided.trainingId, row.id);
  statement(
    db,
    `INSERT INTO provider_filing_decision (id, filing_id, decision, reason, fields, decided_by, decided_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(decided.id, row.id, decided.decision, decided.reason, row.fields, decided.by, decided.at);
}

/** The service shows exactly these fields: the training is accepted as it stands, and goes along with its worker-year. */
export function markStanding(db: Database, trainingId: string, fields: string): void {
  statement(db, "UPDATE training SET state = 'accepted', accepted_fields = ? WHERE id = ?").run(
    fields,
    trainingId,
  );
}

type Standing = { id: string; state: string; accepted_fields: string | null; removed_at: string | null };

/** What the register has under a reference in a worker-year, removed ones too. */
export function trainingUnder(
  db: Database,
  workerId: string,
  year: number,
  reference: string,
): Standing | null {
  const row = statement(
    db,
    `SELECT id, state, accepted_fields, removed_at FROM training
      WHERE worker_id = ? AND year = ? AND external_reference = ?`,
  ).get(workerId, year, reference);
  return (row as Standing | undefined) ?? null;
}

/** Trainings of ours that lie on the same days: perhaps the same one, entered by hand. */
export function alikeOf(db: Database, row: FilingRow, start: string, end: string): Filing['alike'] {
  return statement(
    db,
    `SELECT id, title, start_date AS startDate, duration_minutes AS durationMinutes, state FROM training
      WHERE worker_id = ? AND year = ? AND removed_at IS NULL AND external_reference <> ?
        AND start_date <= ? AND coalesce(end_date, start_date) >= ? ORDER BY start_date, id LIMIT 5`,
  ).all(row.worker_id, row.year, row.external_reference, end, start) as Filing['alike'];
}
