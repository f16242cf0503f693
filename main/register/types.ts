// Dossier types and the owner of the register: what must be there before a line can be (N4).
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { countTypes, findType, insertType, predefinedTypes, updateType, writeOwner } from './type-store.ts';

type Done = Record<string, never>;
const most = 500;

/** Failures: alreadyExists, notFound, conflict; stateNotAllowed when there are 500. A type of the app keeps its own name. */
export function saveType(session: Session, input: HandlerInput<'register.saveType'>): Result<Done> {
  const { db } = session;
  const { expectedRevision, ...fields } = input;
  const named = predefinedTypes.some((code) => code === fields.code);
  const type = { ...fields, name: named ? '' : fields.name || fields.code };
  const saved = attempt<Done>(db, () => {
    const known = findType(db, type.code) !== null;
    if (expectedRevision === null) {
      if (known) return fail('alreadyExists', { details: { field: 'code' } });
      if (countTypes(db) >= most) return fail('stateNotAllowed');
      insertType(db, type);
      return ok({});
    }
    if (!known) return fail('notFound');
    return updateType(db, type, expectedRevision) ? ok({}) : fail('conflict');
  });
  if (saved.ok) session.changed('register.changed');
  return saved;
}

/** Failures: none but those of the disk. */
export function setOwner(session: Session, input: HandlerInput<'register.setOwner'>): Result<Done> {
  const saved = attempt<Done>(session.db, () => {
    writeOwner(session.db, input);
    return ok({});
  });
  if (saved.ok) {
    session.changed('register.changed');
    // A connector says whether it asks for the same enterprise.
    session.changed('cbss.changed');
  }
  return saved;
}
