// Changes what is known of an employer, and puts one aside without losing anything.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer, nssoNumberTaken, setArchived, updateEmployer } from './employer-store.ts';

type Nothing = Record<string, never>;

/** Failures: notFound, conflict (changed since it was read), alreadyExists (the NSSO number is another's). */
export function changeEmployer(session: Session, input: HandlerInput<'employer.update'>): Result<Nothing> {
  const { db } = session;
  const { id, expectedRevision, ...rest } = input;
  const changed = attempt<Nothing>(db, () => {
    const before = findEmployer(db, id);
    if (before === null) return fail('notFound');
    const fields = {
      ...rest,
      nssoNumber: rest.nssoNumber === undefined ? before.nssoNumber : rest.nssoNumber,
    };
    if (fields.nssoNumber !== null && nssoNumberTaken(db, fields.nssoNumber, id))
      return fail('alreadyExists', { details: { field: 'nssoNumber' } });
    if (!updateEmployer(db, id, expectedRevision, fields)) return fail('conflict');
    recordAct(session, {
      employerId: id,
      kind: 'employer.changed',
      subject: { kind: 'employer', id },
      summary: fields.name,
      payload: fields,
    });
    return ok({});
  });
  if (changed.ok) session.changed('employer.changed', [id]);
  return changed;
}

/** Archived employers stay in the history and the lists of what was sent. */
export function setEmployerArchived(session: Session, id: string, archived: boolean): Result<Nothing> {
  const { db } = session;
  const done = attempt<Nothing>(db, () => {
    const employer = findEmployer(db, id);
    if (employer === null) return fail('notFound');
    if (employer.archived === archived) return ok({});
    setArchived(db, id, archived ? session.clock.now().toISOString() : null);
    recordAct(session, {
      employerId: id,
      kind: archived ? 'employer.archived' : 'employer.restored',
      subject: { kind: 'employer', id },
      summary: employer.name,
      payload: { archived },
    });
    return ok({});
  });
  if (done.ok) session.changed('employer.changed', [id]);
  return done;
}
