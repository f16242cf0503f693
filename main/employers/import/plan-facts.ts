// What a plan leans on: everything known already, found by number, and the accounts that a route may take.
import type { Service } from '../../../preload/contract/services.ts';
import type { Session } from '../../platform/session.ts';
import type { Steps } from '../../platform/slices.ts';
import {
  type KnownAccount,
  type KnownEmployer,
  type KnownEstablishment,
  type KnownMandate,
  type KnownRoute,
  knownAccounts,
  knownEmployers,
  knownEstablishments,
  knownMandates,
  knownNssoNumbers,
  knownRoutes,
} from './known-store.ts';

export type PlanFacts = {
  day: string;
  employers: ReadonlyMap<string, KnownEmployer>;
  /** By number: to whom it belongs, as `employerId` or the name of another legal entity. */
  nssoNumbers: ReadonlyMap<string, { employerId: string | null; name: string }>;
  establishments: ReadonlyMap<string, KnownEstablishment>;
  /** By employer and service, in no order. */
  routes: ReadonlyMap<string, readonly KnownRoute[]>;
  mandates: ReadonlyMap<string, readonly KnownMandate[]>;
  accounts: readonly KnownAccount[];
};

export const placeOf = (employerId: string, service: Service): string => `${employerId} ${service}`;

export function* planFacts({ db, businessDate }: Pick<Session, 'db' | 'businessDate'>): Steps<PlanFacts> {
  const byPlace = <T extends { employerId: string; service: Service }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ employerId, service }) => placeOf(employerId, service));
  const employers = new Map(knownEmployers(db).map((employer) => [employer.enterpriseNumber, employer]));
  yield;
  const nssoNumbers = new Map(knownNssoNumbers(db).map(({ nssoNumber, ...owner }) => [nssoNumber, owner]));
  const establishments = new Map(knownEstablishments(db).map((one) => [one.number, one]));
  yield;
  const routes = byPlace(knownRoutes(db));
  yield;
  const mandates = byPlace(knownMandates(db));
  yield;
  const day = businessDate();
  return { day, employers, nssoNumbers, establishments, routes, mandates, accounts: knownAccounts(db) };
}
