// One item with the result of each training and what others filed beside it.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { Session } from '../platform/session.ts';
import { findItem } from './item-store.ts';
import { itemOf, keptTitlesOf } from './outbox-item.ts';
import { type RecordRow, recordsOf } from './record-store.ts';

type Shown = HandlerOutput<'outbox.show'>;

/** Failure notFound. */
export function showItem(session: Session, id: string): Result<Shown> {
  const row = findItem(session.db, 'all', id);
  if (row === null) return fail('notFound');
  const lost = row.state === 'unknown';
  return ok({
    item: itemOf(row),
    results: recordsOf(session.db, id)
      .slice(0, 500)
      .map((record) => shown(record, lost)),
    kept: keptTitlesOf(row).slice(0, 500),
    difference: row.difference === null ? null : (JSON.parse(row.difference) as Shown['difference']),
    requestHash: row.request_hash,
    answerHash: row.answer_hash,
  });
}

const shown = (record: RecordRow, lost: boolean): Shown['results'][number] => ({
  trainingId: record.training_id,
  title: (JSON.parse(record.fields) as TrainingFields).title,
  state: record.result ?? (lost ? 'unknown' : 'notAnswered'),
  anomalies:
    record.anomalies === null ? [] : (JSON.parse(record.anomalies) as Shown['results'][number]['anomalies']),
});
