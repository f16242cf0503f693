// A refresher of a training whose certificate ends: a reserved draft with all that stays the same.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { addTrainings } from '../add-trainings.ts';
import { fieldsOf } from '../training-row.ts';
import { findTraining } from '../training-store.ts';

/** Days, what was deducted and the certificate itself are left for the person to say. Failure notFound. */
export function planRefresher(
  session: Session,
  windowId: string,
  trainingId: string,
): Result<{ id: string }> {
  const row = findTraining(session.db, 'all', trainingId);
  if (row === null || row.removed_at !== null) return fail('notFound');
  const added = addTrainings(session, windowId, {
    workerIds: [row.worker_id],
    year: Number(session.businessDate().slice(0, 4)),
    fields: {
      ...fieldsOf(row),
      status: 'reserved',
      startDate: null,
      endDate: null,
      deductedMinutes: null,
      certificateObtained: false,
      certificateValidUntil: null,
    },
  });
  if (!added.ok) return added;
  const [id] = added.value.ids;
  return id === undefined ? fail('notFound') : ok({ id });
}
