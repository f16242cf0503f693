// The mandate behind a route: what is to be said of it before sending, and what the service's answers say of it.
import type { Finding } from '../../preload/contract/finding.ts';
import type { Service } from '../../preload/contract/services.ts';
import { mandateCounts, mandateFindings } from '../../preload/rules/employers/check-mandate.ts';
import type { Database } from '../platform/database.ts';
import { type MandateRow, mandatesOf, saveAnswer } from './mandate-store.ts';
import { mandataryOf, type RouteRow, routeOfDay } from './route-store.ts';

/** Findings `MND-…` of the route of a day; none on a route without mandate. */
export function routeFindings(db: Database, employerId: string, service: Service, day: string): Finding[] {
  return findingsOfRoute(db, employerId, routeOfDay(db, employerId, service, day), day);
}

/** The same for a route that was read already. `mandates`: those of the employer, where they were read already too. */
export function findingsOfRoute(
  db: Database,
  employerId: string,
  route: RouteRow | null,
  day: string,
  mandates?: readonly MandateRow[],
): Finding[] {
  // Dimona is kept as a reference: nothing is sent to it, so nothing is to be said of it.
  if (route?.kind !== 'mandatary' || route.account === null || route.service === 'dimona') return [];
  const { service, account } = route;
  const known =
    mandates?.filter((mandate) => mandate.service === service) ?? mandatesOf(db, employerId, service);
  return mandateFindings(account.enterpriseNumber, known, day);
}

/**
 * Keeps what a service's answer says of the mandate that the route of the day leans on. Within the caller's transaction or
 * without; true when something changed. Does nothing where no mandate is recorded for this quarter, or without mandate.
 */
export function noteMandateAnswer(
  db: Database,
  employerId: string,
  service: Service,
  answer: 'confirmed' | 'refuted',
  at: { instant: string; day: string },
): boolean {
  const mandatary = mandataryOf(db, employerId, service, at.day);
  if (mandatary === null) return false;
  const mandate = mandatesOf(db, employerId, service).find(
    (one) => one.mandataryNumber === mandatary && mandateCounts(one, at.day),
  );
  return mandate !== undefined && saveAnswer(db, mandate.id, answer, at.instant);
}
