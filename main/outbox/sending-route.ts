// The route that a worker-year takes today, and what its answer says of the mandate behind it.

import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { noteMandateAnswer, routeFindings } from '../employers/mandate-of.ts';
import { routeOn } from '../employers/route-of.ts';
import type { Session } from '../platform/session.ts';

/**
 * Failures: those of `routeOn`; mandateMissing (`details.reason` refuted) where the service's last answer refused the mandate
 * and nobody has recorded since that it was put right.
 */
export function sendingRoute(
  session: Session,
  employerId: string,
): Result<{ accountId: string; scope: string | null }> {
  const day = session.businessDate();
  const route = routeOn(session.db, employerId, 'fla', day);
  if (!route.ok) return route;
  const { kind, accountId } = route.value;
  const said = kind === 'mandatary' ? routeFindings(session.db, employerId, 'fla', day) : [];
  if (said.some(({ severity }) => severity === 'blocking'))
    return fail('mandateMissing', { details: { reason: 'refuted' } });
  return ok({ accountId, scope: scopeFor(session.environment, route.value, 'fla') });
}

/** Within the caller's transaction, so that the mandate's state and the answer are written together. */
export function noteAnswerOnMandate(
  session: Session,
  employerId: string,
  answer: 'confirmed' | 'refuted',
): void {
  const at = { instant: session.clock.now().toISOString(), day: session.businessDate() };
  if (!noteMandateAnswer(session.db, employerId, 'fla', answer, at)) return;
  session.changed('mandate.changed', [employerId]);
  session.changed('route.changed', [employerId]);
}
