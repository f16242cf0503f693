// In a list nothing that was wanted is dropped in silence: what was not open, where the rest was, waits as a row of its own.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { insertWaiting } from './batch-store.ts';
import type { RequestRow } from './request-store.ts';
import { serviceInstant } from './service-clock.ts';

/** Of a single request the page offers it instead: a person is there to choose. */
export function waitForMissing(
  session: Session,
  row: RequestRow,
  missing: readonly ApplicantDataSet[],
): void {
  const { batch_id: batchId } = row;
  if (batchId === null || missing.length === 0) return;
  const { ids, db } = session;
  transaction(db, () =>
    insertWaiting(db, {
      ...{ id: ids.newId(), clientReference: ids.newId(), batchId, line: row.batch_line ?? 0 },
      ...{ employerId: row.employer_id, enterpriseNumber: row.enterprise_number, askedAs: row.asked_as },
      ...{ dataSets: missing, language: row.language, label: row.label, insz: row.insz },
      ...{ askedBy: row.asked_by, askedAt: serviceInstant(session) },
    }),
  );
}
