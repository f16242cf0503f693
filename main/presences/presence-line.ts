// The way to the presence service for an employer: over which account, with a token for it.
import { ok, type Result } from '../../preload/contract/result.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { routeOn } from '../employers/route-of.ts';
import { type Connection, createConnections } from '../outbox/connection.ts';
import type { Session } from '../platform/session.ts';

export type PresenceLine = {
  connection: Connection;
  /** The account is the employer's own, and no mandatary's. */
  ownAccount: boolean;
};

/** Failures: those of the route. */
export function presenceLine(
  session: Session,
  { employerId, enterpriseNumber }: { employerId: string; enterpriseNumber: string | null },
): Result<PresenceLine> {
  const route = routeOn(session.db, employerId, 'checkInAndOutAtWork', session.businessDate());
  if (!route.ok) return route;
  const { accountId, kind } = route.value;
  const scope = scopeFor(session.environment, route.value, 'checkInAndOutAtWork');
  const opened = createConnections(tokenSource(session), () => ok({ accountId, scope })).of({
    employer_id: employerId,
    enterprise_number: enterpriseNumber,
  });
  return opened.ok ? ok({ connection: opened.value, ownAccount: kind === 'own' }) : opened;
}
