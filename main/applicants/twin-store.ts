// SQL of what was asked of the same person already, so that nobody is asked twice for the same data.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import { dataSetsOf, notOver, type RequestRow, type RequestState } from './request-store.ts';

/** One of the same person for this employer that opens or would open one of the data: still open, or with an access that counts on a day. */
export function openTwin(
  db: Database,
  employerId: string,
  insz: string,
  dataSets: readonly ApplicantDataSet[],
  day: string,
): { id: string; state: RequestState; covers: boolean } | null {
  const personId = personOfNumber(db, insz)?.personId;
  if (personId === undefined) return null;
  const rows = statement(
    db,
    `SELECT id, state, flexi_job, student_hours,
        (SELECT json_group_array(a.data_set) FROM applicant_access a
          WHERE a.request_id = r.id AND a.state = 'active' AND a.end_date >= ?) AS active
      FROM applicant_request r
      WHERE r.employer_id = ? AND ${notOver} AND state <> 'waiting'
        AND (r.approved_person_id = ? OR (r.person_id = ? AND r.approved_by IS NULL AND r.approved_person_id IS NULL))
      ORDER BY asked_at DESC`,
  ).all(day, employerId, personId, personId) as (Pick<
    RequestRow,
    'id' | 'state' | 'flexi_job' | 'student_hours'
  > & {
    active: string;
  })[];
  for (const row of rows) {
    const open =
      row.state === 'approved' || row.state === 'direct' ? JSON.parse(row.active) : dataSetsOf(row);
    const shared = dataSets.filter((one) => (open as string[]).includes(one));
    if (shared.length > 0) return { id: row.id, state: row.state, covers: shared.length === dataSets.length };
  }
  return null;
}
