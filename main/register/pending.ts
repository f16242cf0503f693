// Inserts that the authentic source could not be asked about: kept aside and asked again, never a line before it answered (N8).
import type { RegisterOutcome } from '../../preload/contract/register-values.ts';
import { type Failure, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { InsertQuestion } from './insert-line.ts';
import { actorName } from './keep-act.ts';
import { insertWaiting, noteTry, waitingLike } from './pending-store.ts';

/** Why it waits: the code of the register where there is one, else that of the failure. */
export const reasonOf = ({ code, details }: Failure): string =>
  String(details?.['rules'] ?? code).slice(0, 40);

export function keepWaiting(
  session: Session,
  { employerId, insz, type, period, identity }: InsertQuestion,
  failure: Failure,
): Result<RegisterOutcome> {
  const asked = { employerId, insz, dossierType: type.code, period, identity };
  const kept = attempt(session.db, () => {
    const known = waitingLike(session.db, asked);
    if (known !== null) {
      noteTry(session.db, known, reasonOf(failure));
      return ok(known);
    }
    const id = session.ids.newId();
    insertWaiting(session.db, {
      ...asked,
      id,
      at: session.clock.now().toISOString(),
      by: actorName(session),
      failure: reasonOf(failure),
    });
    return ok(id);
  });
  if (!kept.ok) return kept;
  session.changed('register.changed');
  return ok({
    ...{ outcome: 'pending', actId: null, pendingId: kept.value, personId: null, insz, replaces: null },
    ...{ before: [], after: [], verifiedBy: null, warnings: [], failure: reasonOf(failure) },
  });
}
