// How a route is chosen by itself when an employer or an account is added, where it is plain which.
import { type Service, services } from '../../preload/contract/services.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { scopeKeyOf } from './account-quality.ts';
import { accountFits, hasRights } from './route-of.ts';
import { accountsInUse, employersWithoutRoute, insertRoute, type RouteAccount } from './route-store.ts';

export type DefaultRoute = { kind: 'own' | 'mandatary'; accountId: string };

/** An account of the employer itself, else the only account that files for clients; null: a person must choose. */
export const defaultRoute = (db: Database, enterpriseNumber: string, service: Service): DefaultRoute | null =>
  plainRoute(accountsInUse(db), enterpriseNumber, service);

/** The same among accounts that were read already. */
export function plainRoute(
  inUse: readonly RouteAccount[],
  enterpriseNumber: string,
  service: Service,
): DefaultRoute | null {
  const accounts = inUse.filter((account) => hasRights(account.rights, service));
  const own = accounts.find((account) => accountFits('own', account, enterpriseNumber));
  if (own) return { kind: 'own', accountId: own.id };
  const mandataries = accounts.filter((account) => scopeKeyOf(account.quality) === 'mandatary');
  const [only] = mandataries;
  const plain = only !== undefined && mandataries.length === 1;
  return plain && accountFits('mandatary', only, enterpriseNumber)
    ? { kind: 'mandatary', accountId: only.id }
    : null;
}

/** Dimona is a reference only: a person notes its route or leaves it. */
export const filledServices = services.filter((service) => service !== 'dimona');

type Part = Pick<Session, 'db' | 'ids' | 'businessDate'>;

/** Gives an employer its default route towards every service that has one. Answers the services. */
export function addDefaultRoutes(session: Part, employerId: string, enterpriseNumber: string): Service[] {
  return filledServices.filter((service) => {
    const route = defaultRoute(session.db, enterpriseNumber, service);
    if (route === null) return false;
    const from = session.businessDate();
    insertRoute(session.db, { id: session.ids.newId(), employerId, service, from, ...route });
    return true;
  });
}

/** Gives every employer without a route the default one: after an account was added. Answers their ids. */
export function fillMissingRoutes(session: Part): string[] {
  const ids = new Set<string>();
  for (const service of filledServices)
    for (const employer of employersWithoutRoute(session.db, service)) {
      const route = defaultRoute(session.db, employer.enterpriseNumber, service);
      if (route === null) continue;
      const from = session.businessDate();
      insertRoute(session.db, {
        id: session.ids.newId(),
        employerId: employer.id,
        service,
        from,
        ...route,
      });
      ids.add(employer.id);
    }
  return [...ids];
}
