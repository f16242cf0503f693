// By which account an employer's trainings are sent, and how a route is chosen when an employer or account is added.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { type AccountQuality, scopeKeyOf } from './account-quality.ts';
import { accountsInUse, employersWithoutRoute, insertRoute, presentRoute } from './route-store.ts';

export type FlaRoute = {
  kind: 'own' | 'mandatary';
  accountId: string;
  quality: AccountQuality;
  scopeKey: 'employer' | 'mandatary';
};

/** Failure routeMissing: none chosen, `elsewhere`, or its account is no longer in use. */
export function flaRoute(db: Database, employerId: string): Result<FlaRoute> {
  const route = presentRoute(db, employerId);
  if (route === null || route.kind === 'elsewhere' || route.accountId === null || route.accountRemoved === 1)
    return fail('routeMissing', { details: { kind: route?.kind ?? 'none' } });
  const scopeKey = route.quality === null ? null : scopeKeyOf(route.quality);
  if (route.quality === null || scopeKey === null)
    return fail('routeMissing', { details: { kind: route.kind } });
  return ok({ kind: route.kind, accountId: route.accountId, quality: route.quality, scopeKey });
}

/** An account of the employer itself, else the only account that files for clients; null: a person must choose. */
export function defaultRoute(
  db: Database,
  enterpriseNumber: string,
): { kind: 'own' | 'mandatary'; accountId: string } | null {
  const accounts = accountsInUse(db);
  const own = accounts.find(
    (account) => account.enterpriseNumber === enterpriseNumber && account.quality === 'employerNsso',
  );
  if (own) return { kind: 'own', accountId: own.id };
  const mandataries = accounts.filter((account) => scopeKeyOf(account.quality) === 'mandatary');
  const [only] = mandataries;
  return only && mandataries.length === 1 ? { kind: 'mandatary', accountId: only.id } : null;
}

/** Gives every employer without a route the default one: after an account was added. Answers their ids. */
export function fillMissingRoutes(session: Pick<Session, 'db' | 'ids' | 'businessDate'>): string[] {
  const filled: string[] = [];
  for (const employer of employersWithoutRoute(session.db)) {
    const route = defaultRoute(session.db, employer.enterpriseNumber);
    if (route === null) continue;
    insertRoute(session.db, {
      id: session.ids.newId(),
      employerId: employer.id,
      from: session.businessDate(),
      ...route,
    });
    filled.push(employer.id);
  }
  return filled;
}
