// Sets by which way an employer's data go to a service from a day on. Earlier routes stay as they were: they were used.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { RouteChoice } from '../../preload/contract/routes.ts';
import type { Service } from '../../preload/contract/services.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer } from './employer-store.ts';
import { accountFits } from './route-of.ts';
import { accountsInUse, cancelPlanned, insertRoute, latestFrom, routeOfDay } from './route-store.ts';

type Nothing = Record<string, never>;
export type RouteSetting = { service: Service; route: RouteChoice; from?: string | undefined };

/**
 * Failures: notFound, accountMissing, routeMissing (`details`: the account cannot serve this employer this way),
 * stateNotAllowed (`details.reason` past: a day on which another route already counted).
 */
export function setRoute(session: Session, employerId: string, setting: RouteSetting): Result<Nothing> {
  const set = attempt(session.db, () => placeRoute(session, employerId, setting));
  if (!set.ok) return set;
  if (set.value === 'set') sayChanged(session, [employerId]);
  return ok({});
}

/** Within the caller's transaction; writes nothing when it fails. For whoever sets routes as part of a larger act. */
export function placeRoute(
  session: Session,
  employerId: string,
  { service, route, from = session.businessDate() }: RouteSetting,
): Result<'set' | 'unchanged'> {
  const { db } = session;
  const employer = findEmployer(db, employerId);
  if (employer === null) return fail('notFound');
  const account = accountFor(session, route, employer.enterpriseNumber);
  if (!account.ok) return account;
  const accountId = account.value;
  const latest = latestFrom(db, employerId, service);
  if (latest !== null && from < session.businessDate())
    return fail('stateNotAllowed', { details: { reason: 'past' } });
  const standing = routeOfDay(db, employerId, service, from);
  const same = standing?.kind === route.kind && (standing.account?.id ?? null) === accountId;
  if (same && standing.until === null) return ok('unchanged');
  if (same) cancelPlanned(db, employerId, service, from);
  else insertRoute(db, { id: session.ids.newId(), employerId, service, kind: route.kind, accountId, from });
  recordAct(session, {
    employerId,
    kind: 'employer.routeChosen',
    subject: { kind: 'employer', id: employerId },
    summary: employer.name,
    payload: { service, kind: route.kind, accountId, from },
  });
  return ok('set');
}

function accountFor(session: Session, route: RouteChoice, employerNumber: string): Result<string | null> {
  if (route.kind === 'elsewhere') return ok(null);
  const accounts = accountsInUse(session.db);
  const account =
    route.accountId === undefined
      ? accounts.find((one) => accountFits('own', one, employerNumber))
      : accounts.find((one) => one.id === route.accountId);
  if (account === undefined) return fail('accountMissing');
  if (!accountFits(route.kind, account, employerNumber))
    return fail('routeMissing', { details: { kind: route.kind, quality: account.quality } });
  return ok(account.id);
}

export function sayChanged(session: Session, employerIds: readonly string[]): void {
  const ids = employerIds.length > 500 ? [] : employerIds;
  session.changed('route.changed', ids);
  session.changed('employer.changed', ids);
}
