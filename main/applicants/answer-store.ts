// SQL of answers that were read: the last of each data set, its value only as long as it may be shown.
import {
  type ApplicantAnswer,
  type ApplicantDataSet,
  applicantAnswerSchema,
} from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';

type AnswerRow = {
  request_id: string;
  data_set: ApplicantDataSet;
  read_at: string;
  opened: number;
  value: string | null;
  access: string | null;
};

/** An access counts as ended once its last day is over, before anything noted that. */
const isOver = `a.state IN ('active', 'awaitingAcceptance') AND a.end_date < @day`;
const sql = `SELECT n.request_id, n.data_set, n.read_at, n.opened, CASE WHEN ${isOver} THEN NULL ELSE n.value END AS value,
    CASE WHEN ${isOver} THEN 'expired' ELSE a.state END AS access
  FROM applicant_answer n LEFT JOIN applicant_access a ON a.request_id = n.request_id AND a.data_set = n.data_set
  WHERE n.request_id IN (SELECT value FROM json_each(@ids)) ORDER BY n.request_id, n.data_set`;

/**
 * Of the requests that were read and not erased, by id, as they may be shown on a business day (`yyyy-mm-dd`). What stands here and
 * is no answer any more is shown as none.
 */
export function answersOf(
  db: Database,
  requestIds: readonly string[],
  day: string,
): Map<string, ApplicantAnswer> {
  const rows = statement(db, sql).all({ ids: JSON.stringify(requestIds), day }) as AnswerRow[];
  const found = new Map<string, ApplicantAnswer>();
  for (const [id, own] of Map.groupBy(rows.filter(isAnswer), (row) => row.request_id))
    found.set(id, answerOf(own));
  return found;
}

const { readAt: instant, flexiJob, studentHours } = applicantAnswerSchema.shape;
const schemas = { flexiJobEligibility: flexiJob, studentWorkHours: studentHours } as const;

function isAnswer({ data_set: dataSet, read_at: at, value }: AnswerRow): boolean {
  if (!instant.safeParse(at).success) return false;
  try {
    return value === null || schemas[dataSet].safeParse(JSON.parse(value)).success;
  } catch {
    return false;
  }
}

function answerOf(rows: readonly AnswerRow[]): ApplicantAnswer {
  const keptOf = (dataSet: ApplicantDataSet): unknown => {
    const text = rows.find((row) => row.data_set === dataSet)?.value ?? null;
    return text === null ? null : JSON.parse(text);
  };
  const hidden = rows.find((row) => row.opened === 1 && row.value === null);
  // Where the other part may still be shown, what has ended stands as missing.
  const isShown = rows.some(({ value }) => value !== null);
  return {
    readAt: rows.reduce((last, { read_at: at }) => (at > last ? at : last), ''),
    flexiJob: keptOf('flexiJobEligibility') as ApplicantAnswer['flexiJob'],
    studentHours: keptOf('studentWorkHours') as ApplicantAnswer['studentHours'],
    missing: rows
      .filter(({ opened, value }) => opened === 0 || (isShown && value === null))
      .map(({ data_set: dataSet }) => dataSet),
    gone: hidden === undefined || isShown ? null : goneBy(hidden.access),
  };
}

const goneBy = (access: string | null): ApplicantAnswer['gone'] => {
  if (access === 'revoked' || access === 'renounced') return access;
  return access === 'active' ? 'kept' : 'accessEnded';
};

/** `value` null: it was not open. */
export function putAnswer(
  db: Database,
  requestId: string,
  { dataSet, readAt, value }: { dataSet: ApplicantDataSet; readAt: string; value: object | null },
): void {
  statement(
    db,
    `INSERT INTO applicant_answer (request_id, data_set, read_at, opened, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (request_id, data_set) DO UPDATE SET read_at = excluded.read_at, opened = excluded.opened, value = excluded.value`,
  ).run(requestId, dataSet, readAt, value === null ? 0 : 1, value === null ? null : JSON.stringify(value));
}

/** Overwrites the values; how many there were. */
export function dropValues(db: Database, requestId: string, dataSets: readonly ApplicantDataSet[]): number {
  const update = `UPDATE applicant_answer SET value = NULL
    WHERE request_id = ? AND value IS NOT NULL AND data_set IN (SELECT value FROM json_each(?))`;
  return statement(db, update).run(requestId, JSON.stringify(dataSets)).changes;
}

/** Of a part that went while another stays: it stands as missing, not as something that was read and is hidden. */
export function notOpenAnyMore(db: Database, requestId: string, dataSets: readonly ApplicantDataSet[]): void {
  const update = `UPDATE applicant_answer SET opened = 0
    WHERE request_id = ? AND data_set IN (SELECT value FROM json_each(?))`;
  statement(db, update).run(requestId, JSON.stringify(dataSets));
}

export type AccessRow = { data_set: ApplicantDataSet; state: string; start_date: string; end_date: string };

export const accessesOf = (db: Database, requestId: string): AccessRow[] =>
  statement(
    db,
    'SELECT data_set, state, start_date, end_date FROM applicant_access WHERE request_id = ? ORDER BY data_set',
  ).all(requestId) as AccessRow[];

/**
 * An answer is the service's word that it is open, and until when; `startDate` counts where it was not known yet. What was ended stays
 * so: the answer may have been on its way before.
 */
export function noteOpen(
  db: Database,
  requestId: string,
  { dataSet, startDate, endDate }: { dataSet: ApplicantDataSet; startDate: string; endDate: string | null },
): void {
  statement(
    db,
    `INSERT INTO applicant_access (request_id, data_set, state, start_date, end_date) VALUES (@requestId, @dataSet, 'active',
       @startDate, coalesce(@endDate, @startDate))
     ON CONFLICT (request_id, data_set) DO UPDATE SET state = 'active', end_date = coalesce(@endDate, end_date)
       WHERE state IN ('active', 'awaitingAcceptance')`,
  ).run({ requestId, dataSet, startDate, endDate });
}

/** Ends what is still open of the data sets; true where something was. */
export function endAccesses(
  db: Database,
  requestId: string,
  dataSets: readonly ApplicantDataSet[],
  state: 'revoked' | 'renounced' | 'expired',
): boolean {
  const update = `UPDATE applicant_access SET state = ?
    WHERE request_id = ? AND state IN ('active', 'awaitingAcceptance') AND data_set IN (SELECT value FROM json_each(?))`;
  return statement(db, update).run(state, requestId, JSON.stringify(dataSets)).changes > 0;
}

export function setBoardRead(db: Database, requestId: string): void {
  statement(db, `UPDATE applicant_request SET board = 'read', revision = revision + 1 WHERE id = ?`).run(
    requestId,
  );
}

export function endRequest(db: Database, requestId: string, endedAt: string): void {
  statement(
    db,
    `UPDATE applicant_request SET state = 'ended', board = 'ended', ended_at = coalesce(ended_at, ?), revision = revision + 1
     WHERE id = ? AND state <> 'ended'`,
  ).run(endedAt, requestId);
}
