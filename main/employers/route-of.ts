// The route of the day: by which account an employer's data go to a service. Every sending and look-up asks here.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type Right, rightsOf, type Service } from '../../preload/contract/services.ts';
import type { Database } from '../platform/database.ts';
import { type AccountQuality, scopeKeyOf } from './account-quality.ts';
import { type RouteAccount, type RouteKind, type RouteRow, routeOfDay } from './route-store.ts';

export type RouteToTake = {
  kind: 'own' | 'mandatary';
  accountId: string;
  quality: AccountQuality;
  /** Of the account: on a route by mandate the mandatary's. */
  enterpriseNumber: string;
  /** Scopes that a person set for the account. */
  scopes: RouteAccount['scopes'];
};

/**
 * Failures: routeMissing (`details.kind`: none, elsewhere, accountClosed, or quality where the account cannot file for
 * this employer), permissionMissing (`details.service`) where a right that the service needs is not ticked any more.
 */
export function routeOn(
  db: Database,
  employerId: string,
  service: Service,
  day: string,
): Result<RouteToTake> {
  return usable(routeOfDay(db, employerId, service, day), service);
}

/** The same for a route that was read already. */
export function usable(route: RouteRow | null, service: Service): Result<RouteToTake> {
  if (route === null) return fail('routeMissing', { details: { kind: 'none', service } });
  const { kind, account } = route;
  if (kind === 'elsewhere' || account === null)
    return fail('routeMissing', { details: { kind: 'elsewhere', service } });
  if (account.gone) return fail('routeMissing', { details: { kind: 'accountClosed', service } });
  if (!qualityFits(kind, account.quality))
    return fail('routeMissing', { details: { kind: 'quality', service } });
  if (!hasRights(account.rights, service)) return fail('permissionMissing', { details: { service } });
  const { id: accountId, quality, enterpriseNumber, scopes } = account;
  return ok({ kind, accountId, quality, enterpriseNumber, scopes });
}

/** True when the rights hold one of the sets that the service needs. */
export const hasRights = (rights: readonly Right[], service: Service): boolean =>
  rightsOf[service].some((set) => set.every((right) => rights.includes(right)));

/**
 * Whether an account can serve an employer this way: its own account is of the same enterprise and in the quality of
 * employer; a mandatary, also a company of the same group (seed 001 §2.2, §2.3), is another enterprise in a quality that
 * files for others. A training provider files in its own name (§2.5): no route leads through its account.
 */
export function accountFits(
  kind: Exclude<RouteKind, 'elsewhere'>,
  account: Pick<RouteAccount, 'quality' | 'enterpriseNumber'>,
  employerNumber: string,
): boolean {
  const same = account.enterpriseNumber === employerNumber;
  return qualityFits(kind, account.quality) && (kind === 'own' ? same : !same);
}

const qualityFits = (kind: 'own' | 'mandatary', quality: AccountQuality): boolean =>
  kind === 'own' ? quality === 'employerNsso' : scopeKeyOf(quality) === 'mandatary';
