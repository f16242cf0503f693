// SQL of what a reading has to know of its request: for whom it is read, of whom, and whether it still may be.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';
import { otherCitizen } from './request-store.ts';

type Row = {
  id: string;
  employer_id: string;
  employer_name: string;
  enterprise_number: string;
  mandatary_number: string | null;
  service_id: string | null;
  flexi_job: number;
  student_hours: number;
  state: string;
  insz: string | null;
  approved_by: string | null;
  name: string | null;
  label: string;
  asked_by: string;
  asked_at: string;
  erased_at: string | null;
};

export type Reading = {
  id: string;
  employerId: string;
  employerName: string;
  enterpriseNumber: string;
  mandataryNumber: string | null;
  /** By which people tell requests apart: `3F2A-7C18`. */
  code: string;
  dataSets: ApplicantDataSet[];
  state: string;
  /** Of whom it is read: who approved, or of whom it was open already. */
  insz: string | null;
  /** Approved by another citizen than asked: nothing is read. */
  otherCitizen: boolean;
  name: string | null;
  label: string;
  askedBy: string;
  askedAt: string;
  erased: boolean;
};

export function findReading(db: Database, id: string): Reading | null {
  const row = statement(
    db,
    `SELECT r.*, le.name AS employer_name FROM applicant_request_now r JOIN employer e ON e.id = r.employer_id
       JOIN legal_entity le ON le.id = e.legal_entity_id WHERE r.id = ?`,
  ).get(id) as Row | undefined;
  return row === undefined ? null : readingOf(row);
}

function readingOf(row: Row): Reading {
  const dataSets: ApplicantDataSet[] = [];
  if (row.flexi_job === 1) dataSets.push('flexiJobEligibility');
  if (row.student_hours === 1) dataSets.push('studentWorkHours');
  const other =
    row.approved_by === otherCitizen ||
    (row.insz !== null && row.approved_by !== null && row.insz !== row.approved_by);
  const signs = (row.service_id ?? row.id).replace(/-/g, '').slice(0, 8).toUpperCase();
  return {
    id: row.id,
    employerId: row.employer_id,
    employerName: row.employer_name,
    enterpriseNumber: row.enterprise_number,
    mandataryNumber: row.mandatary_number,
    code: `${signs.slice(0, 4)}-${signs.slice(4)}`,
    dataSets,
    state: row.state,
    insz: other ? null : (row.approved_by ?? row.insz),
    otherCitizen: other,
    name: row.name,
    label: row.label,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    erased: row.erased_at !== null,
  };
}
