// A message that somebody wrote and sent by hand changes what the service has: the register does not count on what it knew before.
import type { CbssAnswer } from '../../../preload/contract/cbss-answer.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { forgetInscribedBy } from '../inscribing/keep-inscribed.ts';
import { numbersNamedIn } from './exchange-person-store.ts';
import { findExchange } from './exchange-store.ts';

/** The answer as it is. Also where it was lost: it may have been done all the same. */
export function forgetAfter(session: Session, answer: Result<CbssAnswer>): Result<CbssAnswer> {
  if (!answer.ok) return answer;
  const { operation, exchangeId } = answer.value;
  if (operation !== 'insertInscription' && operation !== 'deleteInscription') return answer;
  const { request = '' } = findExchange(session.db, exchangeId) ?? {};
  const done = attempt(session.db, () => ok(forgetInscribedBy(session.db, numbersNamedIn(request))));
  if (!done.ok) return done;
  session.changed('register.changed');
  return answer;
}
