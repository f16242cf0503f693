// Adds workers to an employer, one from a form or many from a list; a person known by number is not made twice.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { checkWorker } from '../../preload/rules/workers/check-worker.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { lineOfWorker } from '../register/worker-line.ts';
import { insertPerson, personByInsz, updatePerson } from './person-store.ts';
import { insertWorker, workerIdByInsz } from './worker-store.ts';

type NewWorker = HandlerInput<'worker.addMany'>['rows'][number];

/** Failures: notFound (employer), refusedByRule (`details.rules`), alreadyExists. */
export function addWorker(
  session: Session,
  { employerId, ...worker }: HandlerInput<'worker.add'>,
): Result<{ id: string }> {
  const added = attempt(session.db, () => {
    if (findEmployer(session.db, employerId) === null) return fail('notFound');
    const refusal = refusalOf(session, worker);
    if (refusal !== null) return refusal;
    const id = place(session, employerId, worker);
    return id === null ? fail('alreadyExists', { details: { field: 'insz' } }) : ok({ id });
  });
  if (added.ok) tell(session, employerId, [added.value.id]);
  return added;
}

/** All or nothing: one row that a rule refuses stops the list. Who is there already is counted and left as is. */
export function addWorkers(
  session: Session,
  { employerId, rows }: HandlerInput<'worker.addMany'>,
): Result<{ added: number; alreadyThere: number }> {
  const ids: string[] = [];
  const done = attempt(session.db, () => {
    if (findEmployer(session.db, employerId) === null) return fail('notFound');
    for (const worker of rows) {
      const refusal = refusalOf(session, worker);
      if (refusal !== null) return refusal;
      const id = place(session, employerId, worker);
      if (id !== null) ids.push(id);
    }
    return ok({ added: ids.length, alreadyThere: rows.length - ids.length });
  });
  if (done.ok && ids.length > 0) tell(session, employerId, ids);
  return done;
}

function refusalOf(session: Session, worker: NewWorker): ReturnType<typeof fail> | null {
  const blocking = checkWorker(worker, { today: session.businessDate() }).filter(
    (finding) => finding.severity === 'blocking',
  );
  if (blocking.length === 0) return null;
  return fail('refusedByRule', { details: { rules: blocking.map((finding) => finding.rule).join(',') } });
}

/** The id of the new worker, or null when the person already works here. */
function place(session: Session, employerId: string, worker: NewWorker): string | null {
  const { db, ids } = session;
  if (workerIdByInsz(db, employerId, worker.insz) !== null) return null;
  const at = session.clock.now().toISOString();
  const known = personByInsz(db, worker.insz);
  const personId = known?.id ?? ids.newId();
  if (known === null) insertPerson(db, { id: personId, at, ...worker });
  // Known by the number alone, as of a presence or an application.
  else if (known.familyName === '') updatePerson(db, personId, worker);
  const id = ids.newId();
  insertWorker(db, { id, employerId, personId, ...worker });
  lineOfWorker(session, { personId, employerId }, null, { begin: worker.startDate, end: worker.endDate });
  recordAct(session, {
    employerId,
    kind: 'worker.added',
    subject: { kind: 'worker', id },
    summary: `${worker.givenName} ${worker.familyName}`.trim(),
    payload: { ...worker },
  });
  return id;
}

function tell(session: Session, employerId: string, ids: string[]): void {
  session.changed('worker.changed', ids);
  session.changed('employer.changed', [employerId]);
}
