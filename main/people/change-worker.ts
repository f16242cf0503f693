// Changes a worker: the names belong to the person, the period and the part of full time to this employment.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { checkWorker } from '../../preload/rules/workers/check-worker.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { lineOfWorker } from '../register/worker-line.ts';
import { updatePerson } from './person-store.ts';
import { findWorker, updateWorker } from './worker-store.ts';

/** Failures: notFound, conflict, refusedByRule (`details.rules`). The number itself is never changed here. */
export function changeWorker(
  session: Session,
  input: HandlerInput<'worker.update'>,
): Result<Record<string, never>> {
  const { db } = session;
  const { id, expectedRevision, ...fields } = input;
  const changed = attempt<Record<string, never>>(db, () => {
    const before = findWorker(db, 'all', id);
    if (before === null) return fail('notFound');
    const findings = checkWorker({ insz: before.insz, ...fields }, { today: session.businessDate() });
    const blocking = findings.filter((finding) => finding.severity === 'blocking');
    if (blocking.length > 0)
      return fail('refusedByRule', { details: { rules: blocking.map((finding) => finding.rule).join(',') } });
    if (!updateWorker(db, id, expectedRevision, fields)) return fail('conflict');
    updatePerson(db, before.personId, fields);
    lineOfWorker(
      session,
      before,
      { begin: before.startDate, end: before.endDate },
      { begin: fields.startDate, end: fields.endDate },
    );
    recordAct(session, {
      employerId: before.employerId,
      kind: 'worker.changed',
      subject: { kind: 'worker', id },
      summary: `${fields.givenName} ${fields.familyName}`.trim(),
      payload: fields,
    });
    return ok({});
  });
  if (changed.ok) session.changed('worker.changed', [id]);
  return changed;
}
