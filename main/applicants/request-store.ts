// SQL of single requests: frozen before they leave, changed by what the service says, and by whom.
import type { ApplicantColumn, ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';
import { personForNumber } from '../register/numbers/number-person.ts';

export type RequestState =
  | 'waiting'
  | 'asking'
  | 'unknown'
  | 'notMade'
  | 'open'
  | 'awaitingAcceptance'
  | 'approved'
  | 'refused'
  | 'expired'
  | 'withdrawn'
  | 'direct'
  | 'ended';

export type RequestRow = {
  id: string;
  employer_id: string;
  enterprise_number: string;
  mandatary_number: string | null;
  asked_as: 'employer' | 'mandatary' | 'agency';
  client_reference: string;
  service_id: string | null;
  url: string | null;
  flexi_job: 0 | 1;
  student_hours: 0 | 1;
  language: 'nl' | 'fr' | 'de';
  state: RequestState;
  board: ApplicantColumn;
  label: string;
  /** Of now: the row holds the person. */
  insz: string | null;
  /** `other` where somebody else approved than was asked: whose number it is, is not kept. */
  approved_by: string | null;
  name: string | null;
  asked_by: string;
  asked_at: string;
  expires_at: string | null;
  approved_at: string | null;
  ended_at: string | null;
  looked_at: string | null;
  failure: string | null;
  batch_id: string | null;
  batch_line: number | null;
  erased_at: string | null;
  revision: number;
};

/** In `approved_by`: another citizen than was asked. */
export const otherCitizen = 'other';

/** The condition of the index of all that is not over, to be written just so. */
export const notOver = `state IN ('waiting', 'asking', 'unknown', 'open', 'awaitingAcceptance', 'approved', 'direct')`;

export const dataSetsOf = (row: Pick<RequestRow, 'flexi_job' | 'student_hours'>): ApplicantDataSet[] => [
  ...(row.flexi_job === 1 ? (['flexiJobEligibility'] as const) : []),
  ...(row.student_hours === 1 ? (['studentWorkHours'] as const) : []),
];

/** By what the service knows it. */
export const ownOf = (row: Pick<RequestRow, 'service_id' | 'client_reference'>) => ({
  serviceId: row.service_id,
  clientReference: row.client_reference,
});

/** For what it was asked. */
export const questionOf = (row: RequestRow) => ({
  ...{ enterpriseNumber: row.enterprise_number, mandataryNumber: row.mandatary_number },
  ...{ dataSets: dataSetsOf(row), insz: row.insz, language: row.language },
  clientReference: row.client_reference,
});

export function findRequest(db: Database, id: string): RequestRow | null {
  const row = statement(db, 'SELECT * FROM applicant_request_now WHERE id = ?').get(id);
  return (row as RequestRow | undefined) ?? null;
}

export type NewRequest = Pick<
  RequestRow,
  | 'id'
  | 'employer_id'
  | 'enterprise_number'
  | 'mandatary_number'
  | 'asked_as'
  | 'client_reference'
  | 'language'
  | 'label'
  | 'insz'
  | 'name'
  | 'asked_by'
  | 'asked_at'
> & { dataSets: readonly ApplicantDataSet[] };

/** Frozen as it is about to leave. */
export function insertRequest(db: Database, made: NewRequest): void {
  statement(
    db,
    `INSERT INTO applicant_request (id, employer_id, enterprise_number, mandatary_number, asked_as, client_reference, flexi_job,
       student_hours, language, state, board, label, person_id, name, asked_by, asked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'asking', 'asked', ?, ?, ?, ?, ?)`,
  ).run(
    ...[made.id, made.employer_id, made.enterprise_number, made.mandatary_number, made.asked_as],
    made.client_reference,
    Number(made.dataSets.includes('flexiJobEligibility')),
    Number(made.dataSets.includes('studentWorkHours')),
    ...[made.language, made.label, personOrNone(db, made.insz), made.name, made.asked_by, made.asked_at],
  );
}

type Changeable = Omit<
  RequestRow,
  'id' | 'employer_id' | 'client_reference' | 'asked_as' | 'batch_id' | 'batch_line' | 'revision'
>;
const changeable: ReadonlySet<string> = new Set<keyof Changeable>([
  ...(['enterprise_number', 'mandatary_number', 'service_id', 'url', 'flexi_job', 'student_hours'] as const),
  ...([
    'language',
    'state',
    'board',
    'label',
    'insz',
    'approved_by',
    'name',
    'asked_by',
    'asked_at',
  ] as const),
  ...(['expires_at', 'approved_at', 'ended_at', 'looked_at', 'failure', 'erased_at'] as const),
]);

/** What stands in the row in place of a number: the person, made where nobody here knew one. */
export const personOrNone = (db: Database, insz: string | null): string | null =>
  insz === null ? null : personForNumber(db, insz);

/** Numbers stand as persons in the row; that somebody else approved, as such. */
function columnsOf(
  db: Database,
  { insz, approved_by: by, ...fields }: Partial<Changeable>,
): Record<string, unknown> {
  return {
    ...fields,
    ...(insz === undefined ? {} : { person_id: personOrNone(db, insz) }),
    ...(by === undefined
      ? {}
      : {
          approved_by: by === otherCitizen ? by : null,
          approved_person_id: by === otherCitizen ? null : personOrNone(db, by),
        }),
  };
}

/** Writes these columns and counts the revision on. */
export function changeRequest(db: Database, id: string, fields: Partial<Changeable>): void {
  const known = Object.fromEntries(Object.entries(fields).filter(([name]) => changeable.has(name)));
  const columns = Object.entries(columnsOf(db, known));
  if (columns.length === 0) return;
  const sql = `UPDATE applicant_request SET ${columns.map(([name]) => `${name} = ?`).join(', ')}, revision = revision + 1 WHERE id = ?`;
  statement(db, sql).run(...columns.map(([, value]) => value ?? null), id);
}

export const deleteRequest = (db: Database, id: string): void => {
  statement(db, 'DELETE FROM applicant_request WHERE id = ?').run(id);
};

/** Whether another request has this number of the service. */
export function serviceIdTaken(db: Database, serviceId: string, id: string): boolean {
  const sql = 'SELECT 1 FROM applicant_request WHERE service_id = ? AND id <> ?';
  return statement(db, sql).get(serviceId, id) !== undefined;
}
