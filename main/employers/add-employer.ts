// Adds a client employer with its legal entity and, where it is plain which, its route.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { addDefaultRoutes } from './default-route.ts';
import { findEmployerByNumber, insertEmployer, nssoNumberTaken } from './employer-store.ts';

/** Failure alreadyExists: an employer with this enterprise or NSSO number is there already (also when archived). */
export function addEmployer(session: Session, input: HandlerInput<'employer.add'>): Result<{ id: string }> {
  const { db, ids } = session;
  const { enterpriseNumber, ...rest } = input;
  const fields = { ...rest, nssoNumber: rest.nssoNumber ?? null };
  const added = attempt(db, () => {
    if (findEmployerByNumber(db, enterpriseNumber) !== null)
      return fail('alreadyExists', { details: { field: 'enterpriseNumber' } });
    if (fields.nssoNumber !== null && nssoNumberTaken(db, fields.nssoNumber, null))
      return fail('alreadyExists', { details: { field: 'nssoNumber' } });
    const id = ids.newId();
    const at = session.clock.now().toISOString();
    insertEmployer(db, { id, legalEntityId: ids.newId(), enterpriseNumber, at, ...fields });
    const routed = addDefaultRoutes(session, id, enterpriseNumber);
    recordAct(session, {
      employerId: id,
      kind: 'employer.added',
      subject: { kind: 'employer', id },
      summary: `${fields.name} ${enterpriseNumber}`,
      payload: { ...fields, enterpriseNumber, routed },
    });
    return ok({ id });
  });
  if (added.ok) session.changed('employer.changed', [added.value.id]);
  return added;
}
