// SQL of what Today tells of applicants.
import { type Database, statement } from '../platform/database.ts';
import { notOver } from './request-store.ts';

export type ApplicantCounts = {
  /** Approved, and not read yet. */
  toRead: number;
  /** Open still: at the end of the day these are over. */
  open: number;
  /** With an access that ends in a time, from a first to a last day. */
  ending: number;
};

export function countApplicants(db: Database, from: string, to: string): ApplicantCounts {
  return statement(
    db,
    `SELECT
      (SELECT count(*) FROM applicant_request WHERE board = 'approved' AND state = 'approved') AS toRead,
      (SELECT count(*) FROM applicant_request WHERE ${notOver} AND state = 'open') AS open,
      (SELECT count(DISTINCT request_id) FROM applicant_access WHERE state = 'active' AND end_date BETWEEN ? AND ?) AS ending`,
  ).get(from, to) as ApplicantCounts;
}
