// What is known here about the people of a list: whom this employer asked already, and whose data may be read already.
import type { BatchLine, BatchRow } from '../../preload/contract/applicant-batches.ts';
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { checkBatch } from '../../preload/rules/applicants/check-batch.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { employerIsThere } from '../employers/employer-store.ts';
import type { Session } from '../platform/session.ts';
import { askedAlready, openAccess } from './batch-store.ts';

type Asked = { employerId: string; dataSets: readonly ApplicantDataSet[] };

/** Failure notFound: no such employer. */
export function judged(
  { db, businessDate }: Pick<Session, 'db' | 'businessDate'>,
  { employerId, dataSets }: Asked,
  rows: readonly BatchLine[],
): Result<BatchRow[]> {
  if (!employerIsThere(db, employerId)) return fail('notFound');
  const numbers = rows.flatMap(({ insz }) => (insz === null ? [] : (parseInsz(insz) ?? [])));
  const today = businessDate();
  return ok(
    checkBatch(rows, {
      today,
      open: askedAlready(db, employerId, dataSets, numbers),
      access: openAccess(db, employerId, dataSets, numbers, today),
    }),
  );
}
