// Adopting what a provider filed: the register takes it over under the provider's own reference, as accepted, because it
// stands at the service already. So it goes along when the worker-year is replaced, and is never filed twice.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { recordAct } from '../history/record-act.ts';
import { openItem } from '../outbox/queue-store.ts';
import { workerYearQueue } from '../outbox/queue-worker-years.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { columnsOf } from '../training/training-row.ts';
import { findTraining, insertTraining, patchTraining } from '../training/training-store.ts';
import { decideFiling, type FilingRow, findFilings, markStanding, trainingUnder } from './filing-store.ts';

type Counted = HandlerOutput<'providerFiling.adopt'>;

export function adoptFilings(
  session: Session,
  { ids }: HandlerInput<'providerFiling.adopt'>,
): Result<Counted> {
  const done = attempt<Counted>(session.db, () => {
    const rows = findFilings(session.db, ids);
    const taken = rows.filter((row) => adopt(session, row)).length;
    return ok({ done: taken, refused: ids.length - taken });
  });
  if (done.ok && done.value.done > 0) {
    session.changed('providerFiling.changed', []);
    session.changed('training.changed', []);
    session.changed('outbox.changed', []);
  }
  return done;
}

/** False: the worker is not in the register, it is gone at the service, or its worker-year is on its way. */
function adopt(session: Session, row: FilingRow): boolean {
  const { db } = session;
  if (row.worker_id === null || row.gone_at !== null) return false;
  const open = openItem(db, row.worker_id, row.year);
  const queue = workerYearQueue(session);
  if (open !== null && !queue.isFree(row.worker_id, row.year)) return false;
  const at = session.clock.now().toISOString();
  const fields = JSON.parse(row.fields) as TrainingFields;
  const trainingId = putInRegister(session, row, row.worker_id, fields, at);
  if (trainingId === null) return false;
  markStanding(db, trainingId, row.fields);
  // What waits already would replace the set without it: it goes along.
  if (open !== null)
    queue.add({
      employerId: row.employer_id,
      workerId: row.worker_id,
      year: row.year,
      trainings: [{ trainingId, fields, withdraw: false, submitted: false }],
    });
  decideFiling(db, row, { ...decisionOf(session, at), decision: 'adopted', reason: '', trainingId });
  note(session, row, 'provider.filingAdopted', { title: fields.title, provider: row.provider_number });
  return true;
}

/** The id of the training; null where the register has something else under this reference. */
function putInRegister(
  session: Session,
  row: FilingRow,
  workerId: string,
  fields: TrainingFields,
  at: string,
): string | null {
  const { db } = session;
  const known = trainingUnder(db, workerId, row.year, row.external_reference);
  if (known === null) {
    const id = session.ids.newId();
    insertTraining(db, {
      id,
      employerId: row.employer_id,
      workerId,
      year: row.year,
      externalReference: row.external_reference,
      columns: columnsOf(fields),
      at,
    });
    return id;
  }
  // Adopted before and corrected by the provider since; what we changed ourselves is not overwritten.
  const untouched =
    known.removed_at === null &&
    (known.state === 'accepted' || known.state === 'acceptedWithWarnings') &&
    known.accepted_fields === row.decided_fields;
  const training = untouched ? findTraining(db, 'all', known.id) : null;
  if (training === null) return null;
  patchTraining(db, training, columnsOf(fields), at);
  return known.id;
}

export function rejectFilings(
  session: Session,
  { ids, reason }: HandlerInput<'providerFiling.reject'>,
): Result<Counted> {
  const { db } = session;
  const done = attempt<Counted>(db, () => {
    const at = session.clock.now().toISOString();
    // What was adopted is in the register: it is removed there.
    const rows = findFilings(db, ids).filter((row) => row.decision !== 'adopted');
    for (const row of rows) {
      decideFiling(db, row, {
        ...decisionOf(session, at),
        decision: 'rejected',
        reason,
        trainingId: null,
      });
      note(session, row, 'provider.filingRejected', { reason, provider: row.provider_number });
    }
    return ok({ done: rows.length, refused: ids.length - rows.length });
  });
  if (done.ok && done.value.done > 0) session.changed('providerFiling.changed', []);
  return done;
}

const decisionOf = (session: Session, at: string) => ({
  id: session.ids.newId(),
  by: session.actor().name.slice(0, 200),
  at,
});

function note(session: Session, row: FilingRow, kind: string, payload: Record<string, string>): void {
  recordAct(session, {
    employerId: row.employer_id,
    kind,
    subject: row.worker_id === null ? null : { kind: 'worker', id: row.worker_id },
    summary: `${row.worker_name ?? ''} · ${row.year}`,
    payload: { ...payload, reference: row.external_reference },
  });
}
