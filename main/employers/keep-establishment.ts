// Adds, changes and removes establishment units.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer } from './employer-store.ts';
import {
  deleteEstablishment,
  type Establishment,
  establishmentByNumber,
  findEstablishment,
  insertEstablishment,
  updateEstablishment,
} from './establishment-store.ts';

type Nothing = Record<string, never>;
type Fields = { number: string; name: string };

/** Failures: notFound, alreadyExists (`details.employer`: to which enterprise the number belongs). */
export function addEstablishment(
  session: Session,
  { employerId, number, name }: Fields & { employerId: string },
): Result<{ id: string }> {
  const added = attempt(session.db, () => {
    if (findEmployer(session.db, employerId) === null) return fail('notFound');
    const taken = takenBy(session, number, null);
    if (taken !== null) return taken;
    const id = session.ids.newId();
    insertEstablishment(session.db, employerId, { id, number, name });
    note(session, 'establishment.added', employerId, { id, number, name });
    return ok({ id });
  });
  if (added.ok) session.changed('employer.changed', [employerId]);
  return added;
}

/** Failures: notFound, alreadyExists. */
export function changeEstablishment(session: Session, fields: Establishment): Result<Nothing> {
  return kept(session, fields.id, (employerId) => {
    const taken = takenBy(session, fields.number, fields.id);
    if (taken !== null) return taken;
    updateEstablishment(session.db, fields);
    note(session, 'establishment.changed', employerId, fields);
    return ok({});
  });
}

/** Failure notFound. */
export function removeEstablishment(session: Session, id: string): Result<Nothing> {
  return kept(session, id, (employerId, standing) => {
    deleteEstablishment(session.db, id);
    note(session, 'establishment.removed', employerId, standing);
    return ok({});
  });
}

function kept(
  session: Session,
  id: string,
  act: (employerId: string, standing: Establishment) => Result<Nothing>,
): Result<Nothing> {
  const standing = findEstablishment(session.db, id);
  if (standing === null) return fail('notFound');
  const done = attempt<Nothing>(session.db, () => act(standing.employerId, standing));
  if (done.ok) session.changed('employer.changed', [standing.employerId]);
  return done;
}

function takenBy(session: Session, number: string, exceptId: string | null): ReturnType<typeof fail> | null {
  const other = establishmentByNumber(session.db, number);
  if (other === null || other.id === exceptId) return null;
  return fail('alreadyExists', { details: { field: 'number', employer: other.employerName } });
}

function note(session: Session, kind: string, employerId: string, { id, number, name }: Establishment): void {
  recordAct(session, {
    employerId,
    kind,
    subject: { kind: 'establishment', id },
    summary: `${name} ${number}`,
    payload: { number, name },
  });
}
