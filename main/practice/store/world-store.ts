// The world that practice knows: employers, workers and employments (Dimona).
import type { Connection } from './file-store.ts';

export interface Employer {
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly qualities: readonly string[];
  readonly fte: number;
  readonly weeklyHours: number;
}

export interface Worker {
  readonly insz: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly state: 'active' | 'replaced' | 'cancelled';
  readonly replacedBy: string | null;
}

export interface Employment {
  readonly enterpriseNumber: string;
  readonly insz: string;
  readonly startDate: string;
  readonly endDate: string | null;
  /** Share of full time, 0..1. */
  readonly fraction: number;
}

export interface EmployedWorker extends Worker, Pick<Employment, 'startDate' | 'endDate' | 'fraction'> {}

export interface WorldStore {
  employer(enterpriseNumber: string): Employer | undefined;
  employers(): Employer[];
  saveEmployer(employer: Employer): void;
  worker(insz: string): Worker | undefined;
  workerNumbers(): string[];
  saveWorker(worker: Worker): void;
  employment(enterpriseNumber: string, insz: string): Employment | undefined;
  saveEmployment(employment: Employment): void;
  /** Every employment of a worker, whoever the employer is. */
  employmentsOf(insz: string): Employment[];
  employees(enterpriseNumber: string, offset: number, limit: number): EmployedWorker[];
  countEmployees(enterpriseNumber: string): number;
  /** Runs several writes as one; nothing of it stays when `work` throws. */
  together(work: () => void): void;
}

const EMPLOYER = 'enterprise_number AS enterpriseNumber, name, qualities, fte, weekly_hours AS weeklyHours';
const WORKER =
  'insz, given_name AS givenName, family_name AS familyName, worker.state, replaced_by AS replacedBy';
const EMPLOYMENT =
  'enterprise_number AS enterpriseNumber, insz, start_date AS startDate, end_date AS endDate, fraction';

type EmployerRow = Omit<Employer, 'qualities'> & { qualities: string };
const employerOf = (row: EmployerRow): Employer => ({
  ...row,
  qualities: row.qualities === '' ? [] : row.qualities.split(' '),
});

export const createWorldStore = (database: Connection): WorldStore => {
  const employer = database.prepare<[string], EmployerRow>(
    `SELECT ${EMPLOYER} FROM employer WHERE enterprise_number = ?`,
  );
  const employers = database.prepare<[], EmployerRow>(`SELECT ${EMPLOYER} FROM employer ORDER BY 1`);
  const saveEmployer = database.prepare('INSERT OR REPLACE INTO employer VALUES (?, ?, ?, ?, ?)');
  const worker = database.prepare<[string], Worker>(`SELECT ${WORKER} FROM worker WHERE insz = ?`);
  const numbers = database.prepare<[], { insz: string }>('SELECT insz FROM worker ORDER BY rowid');
  const saveWorker = database.prepare('INSERT OR REPLACE INTO worker VALUES (?, ?, ?, ?, ?)');
  const employment = database.prepare<[string, string], Employment>(
    `SELECT ${EMPLOYMENT} FROM employment WHERE enterprise_number = ? AND insz = ?`,
  );
  const employmentsOf = database.prepare<[string], Employment>(
    `SELECT ${EMPLOYMENT} FROM employment WHERE insz = ? ORDER BY enterprise_number`,
  );
  const saveEmployment = database.prepare('INSERT OR REPLACE INTO employment VALUES (?, ?, ?, ?, ?)');
  const employees = database.prepare<[string, number, number], EmployedWorker>(
    `SELECT ${WORKER}, start_date AS startDate, end_date AS endDate, fraction
     FROM employment JOIN worker USING (insz) WHERE enterprise_number = ?
     ORDER BY family_name, given_name, insz LIMIT ? OFFSET ?`,
  );
  const count = database.prepare<[string], { total: number }>(
    'SELECT count(*) AS total FROM employment WHERE enterprise_number = ?',
  );
  return {
    employer: (number) => {
      const row = employer.get(number);
      return row === undefined ? undefined : employerOf(row);
    },
    employers: () => employers.all().map(employerOf),
    saveEmployer: (e) => {
      saveEmployer.run(e.enterpriseNumber, e.name, e.qualities.join(' '), e.fte, e.weeklyHours);
    },
    worker: (insz) => worker.get(insz),
    workerNumbers: () => numbers.all().map(({ insz }) => insz),
    saveWorker: (w) => {
      saveWorker.run(w.insz, w.givenName, w.familyName, w.state, w.replacedBy);
    },
    employment: (number, insz) => employment.get(number, insz),
    saveEmployment: (e) => {
      saveEmployment.run(e.enterpriseNumber, e.insz, e.startDate, e.endDate, e.fraction);
    },
    employmentsOf: (insz) => employmentsOf.all(insz),
    employees: (number, offset, limit) => employees.all(number, limit, offset),
    countEmployees: (number) => count.get(number)?.total ?? 0,
    together: (work) => {
      database.transaction(work)();
    },
  };
};
