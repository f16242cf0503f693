// SQL of what is recorded for the training account: of a worker, of a worker-year, of an employer.
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { type Database, statement } from '../../platform/database.ts';

export type FactsRow = {
  workerId: string;
  employerId: string;
  familyName: string;
  givenName: string;
  insz: string;
  startDate: string;
  endDate: string | null;
  employmentHundredths: number;
  carriedOverHundredths: number;
  regimeQ: number | null;
  regimeS: number | null;
  jointCommittee: string;
  budgetInitial: number | null;
  budgetRemaining: number | null;
  budgetLastDay: string | null;
  revision: number;
};

const columns = `w.id AS workerId, w.employer_id AS employerId, p.family_name AS familyName, p.given_name AS givenName,
  n.insz, w.start_date AS startDate, w.end_date AS endDate, w.employment_hundredths AS employmentHundredths,
  coalesce(c.days_hundredths, 0) AS carriedOverHundredths, f.regime_q_hundredths AS regimeQ,
  f.regime_s_hundredths AS regimeS, coalesce(f.joint_committee, '') AS jointCommittee,
  f.budget_initial_cents AS budgetInitial, f.budget_remaining_cents AS budgetRemaining,
  f.budget_last_day AS budgetLastDay, coalesce(f.revision, 0) AS revision`;
const tables = `worker w JOIN person p ON p.id = w.person_id
  JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
  LEFT JOIN training_worker_facts f ON f.worker_id = w.id
  LEFT JOIN training_carry_over c ON c.worker_id = w.id AND c.year = ?`;

export function findFacts(db: Database, workerId: string, year: number): FactsRow | null {
  const row = statement(db, `SELECT ${columns} FROM ${tables} WHERE w.id = ?`).get(year, workerId);
  return (row as FactsRow | undefined) ?? null;
}

/** Workers of a client in service on at least one day of the year, by name. */
export function workersInYear(
  db: Database,
  employerId: string,
  year: number,
  limit: number,
  offset: number,
): { rows: FactsRow[]; total: number } {
  const condition = 'w.employer_id = ? AND w.start_date <= ? AND (w.end_date IS NULL OR w.end_date >= ?)';
  const values = [employerId, `${year}-12-31`, `${year}-01-01`];
  const counted = statement(db, `SELECT count(*) AS total FROM worker w WHERE ${condition}`).get(...values);
  const rows = statement(
    db,
    `SELECT ${columns} FROM ${tables} WHERE ${condition}
      ORDER BY p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, w.id LIMIT ? OFFSET ?`,
  ).all(year, ...values, limit, offset) as FactsRow[];
  return { rows, total: (counted as { total: number }).total };
}

type Kept = Pick<AccountFacts, 'carriedOverHundredths' | 'regime' | 'jointCommittee' | 'budget'>;

export function keepWorkerFacts(db: Database, workerId: string, year: number, facts: Kept): void {
  statement(
    db,
    `INSERT INTO training_worker_facts (worker_id, regime_q_hundredths, regime_s_hundredths, joint_committee,
       budget_initial_cents, budget_remaining_cents, budget_last_day) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (worker_id) DO UPDATE SET regime_q_hundredths = excluded.regime_q_hundredths,
       regime_s_hundredths = excluded.regime_s_hundredths, joint_committee = excluded.joint_committee,
       budget_initial_cents = excluded.budget_initial_cents, budget_remaining_cents = excluded.budget_remaining_cents,
       budget_last_day = excluded.budget_last_day, revision = revision + 1`,
  ).run(
    workerId,
    facts.regime?.qHundredths ?? null,
    facts.regime?.sHundredths ?? null,
    facts.jointCommittee,
    facts.budget?.initialCents ?? null,
    facts.budget?.remainingCents ?? null,
    facts.budget?.lastDay ?? null,
  );
  statement(
    db,
    `INSERT INTO training_carry_over (worker_id, year, days_hundredths) VALUES (?, ?, ?)
     ON CONFLICT (worker_id, year) DO UPDATE SET days_hundredths = excluded.days_hundredths`,
  ).run(workerId, year, facts.carriedOverHundredths);
}

export type Agreement = { jointCommittee: string; agreementNumber: string };

export function findAgreement(db: Database, employerId: string): Agreement {
  const row = statement(
    db,
    `SELECT joint_committee AS jointCommittee, agreement_number AS agreementNumber
       FROM training_agreement WHERE employer_id = ?`,
  ).get(employerId) as Agreement | undefined;
  return row ?? { jointCommittee: '', agreementNumber: '' };
}

export function keepAgreement(db: Database, employerId: string, agreement: Agreement): void {
  statement(
    db,
    `INSERT INTO training_agreement (employer_id, joint_committee, agreement_number) VALUES (?, ?, ?)
     ON CONFLICT (employer_id) DO UPDATE SET joint_committee = excluded.joint_committee,
       agreement_number = excluded.agreement_number`,
  ).run(employerId, agreement.jointCommittee, agreement.agreementNumber);
}
