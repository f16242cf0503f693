// SQL of intake sheets and of the report of a year: who works where in a year, and what became of their trainings.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import type { IntakeEmployer, ReportCounts, ReportRow } from '../../../preload/contract/intake.ts';
import type { Language } from '../../../preload/contract/values.ts';
import { likeAnywhere } from '../../employers/employer-store.ts';
import { type Database, statement } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';

const inService = 'w.start_date <= ? AND (w.end_date IS NULL OR w.end_date >= ?)';
const ofYear = (year: number): [string, string] => [`${year}-12-31`, `${year}-01-01`];

export function listIntakeEmployers(
  db: Database,
  { year, text, employerIds, page, pageSize }: HandlerInput<'intake.employers'>,
): { rows: IntakeEmployer[]; total: number } {
  const where = `FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
    WHERE (e.archived_at IS NULL OR ? > 0) AND (? = 0 OR e.id IN (SELECT value FROM json_each(?)))
      AND (? = '' OR le.name LIKE ? ESCAPE '\\')`;
  const chosen = employerIds.length;
  const values = [chosen, chosen, JSON.stringify(employerIds), text, likeAnywhere(text)];
  const counted = statement(db, `SELECT count(*) AS total ${where}`).get(...values) as { total: number };
  const rows = statement(
    db,
    `SELECT e.id AS employerId, le.name, e.language,
        (SELECT count(*) FROM worker w WHERE w.employer_id = e.id AND ${inService}) AS workers
      ${where} ORDER BY le.name COLLATE NOCASE, e.id LIMIT ? OFFSET ?`,
  ).all(...ofYear(year), ...values, pageSize, (page - 1) * pageSize) as IntakeEmployer[];
  return { rows, total: counted.total };
}

export type IntakeWorker = { insz: string; name: string };
export type IntakeClient = {
  employerId: string;
  name: string;
  enterpriseNumber: string;
  language: Language;
  workers: IntakeWorker[];
};

/** The employers in the order of the ids, each with its workers of the year by name; an unknown id is left out. */
export function* intakeClients(db: Database, ids: readonly string[], year: number): Steps<IntakeClient[]> {
  const clients: IntakeClient[] = [];
  for (const id of ids) {
    const employer = statement(
      db,
      `SELECT e.id AS employerId, le.name, coalesce(le.enterprise_number, '') AS enterpriseNumber, e.language
         FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id WHERE e.id = ?`,
    ).get(id) as Omit<IntakeClient, 'workers'> | undefined;
    if (employer !== undefined) clients.push({ ...employer, workers: workersOfYear(db, id, year) });
    yield;
  }
  return clients;
}

function workersOfYear(db: Database, employerId: string, year: number): IntakeWorker[] {
  return statement(
    db,
    `SELECT n.insz, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS name
       FROM worker w JOIN person p ON p.id = w.person_id
       JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
      WHERE w.employer_id = ? AND ${inService}
      ORDER BY p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, w.id`,
  ).all(employerId, ...ofYear(year)) as IntakeWorker[];
}

/** What is withdrawn or superseded was undone, and is no part of what came of the year. */
const groupOf = `CASE WHEN t.state IN ('accepted', 'acceptedWithWarnings') THEN 'filed'
  WHEN t.state = 'refused' THEN 'refused' ELSE 'open' END`;
const fromReport = `FROM training t JOIN worker w ON w.id = t.worker_id JOIN person p ON p.id = w.person_id
  WHERE t.employer_id = ? AND t.year = ? AND t.removed_at IS NULL AND t.state NOT IN ('withdrawn', 'superseded')`;

export function reportCounts(db: Database, employerId: string, year: number): ReportCounts {
  return statement(
    db,
    `SELECT coalesce(sum(g = 'filed'), 0) AS filed, coalesce(sum(g = 'refused'), 0) AS refused,
        coalesce(sum(g = 'open'), 0) AS open, count(DISTINCT worker) AS workers,
        coalesce(sum(CASE g WHEN 'filed' THEN minutes END), 0) AS filedMinutes
       FROM (SELECT ${groupOf} AS g, t.worker_id AS worker, t.duration_minutes AS minutes ${fromReport})`,
  ).get(employerId, year) as ReportCounts;
}

type StoredRow = Omit<ReportRow, 'anomalies'> & { anomalies: string | null };

/** By worker and day, as a client reads it. */
export function reportRows(
  db: Database,
  { employerId, year, group, page, pageSize }: HandlerInput<'intake.report'>,
): HandlerOutput<'intake.report'>['rows'] {
  const rows = statement(
    db,
    `SELECT t.id, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS workerName,
        t.title, t.start_date AS startDate, t.end_date AS endDate, t.duration_minutes AS durationMinutes,
        ${groupOf} AS "group", t.state, t.anomalies
       ${fromReport} AND (? IS NULL OR ${groupOf} = ?)
      ORDER BY p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, t.start_date, t.id LIMIT ? OFFSET ?`,
  ).all(employerId, year, group, group, pageSize, (page - 1) * pageSize) as StoredRow[];
  return rows.map((row) => ({ ...row, anomalies: anomaliesOf(row.anomalies) }));
}

const anomaliesOf = (stored: string | null): ReportRow['anomalies'] =>
  stored === null ? [] : (JSON.parse(stored) as ReportRow['anomalies']).slice(0, 20);

export const employerOfReport = (
  db: Database,
  employerId: string,
): { name: string; enterpriseNumber: string; language: Language } | null =>
  (statement(
    db,
    `SELECT le.name, coalesce(le.enterprise_number, '') AS enterpriseNumber, e.language
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id WHERE e.id = ?`,
  ).get(employerId) as { name: string; enterpriseNumber: string; language: Language } | undefined) ?? null;
