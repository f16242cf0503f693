// The route that a row asks for, beside what counts on its first day already.
import type { Finding } from '../../../preload/contract/finding.ts';
import { meantRoute } from './plan-account.ts';
import { type PlanFacts, placeOf } from './plan-facts.ts';
import { blocking, type ImportChange, note, nothingPart, type Part, type RowInHand } from './plan-part.ts';
import type { PlannedEmployer, PlannedRoute } from './planned-employer.ts';

/** `mandatary`: whose mandate the route leans on. A row without a service speaks of the training account. */
export function planRoute(
  facts: PlanFacts,
  employer: PlannedEmployer,
  { values, line: ownLine }: RowInHand,
): { part: Part; mandatary: string | null } {
  const service = values.service ?? 'fla';
  const { route, findings } = meantRoute(facts.accounts, employer.enterpriseNumber, service, values);
  if (route === null) return { part: { ...nothingPart, findings }, mandatary: null };
  const mandatary = route.kind === 'mandatary' ? route.account.enterpriseNumber : null;
  const accountId = route.account?.id ?? null;
  const known = employer.known === null ? [] : (facts.routes.get(placeOf(employer.known.id, service)) ?? []);
  const planned = employer.routes.get(service);
  const from = values.routeFrom ?? planned?.from ?? facts.day;
  const onDay = known.find((one) => one.from <= from && (one.until === null || one.until > from));
  const standing = planned ?? onDay;
  const same =
    standing !== undefined &&
    standing.kind === route.kind &&
    standing.accountId === accountId &&
    (planned === undefined || planned.from === from) &&
    (planned !== undefined || onDay?.until === null);
  const nameOf = (id: string | null): string | null =>
    facts.accounts.find((account) => account.id === id)?.name.slice(0, 120) ?? null;
  const wanted: PlannedRoute = { service, kind: route.kind, accountId, from };
  const line = employer.saidBy.get(service)?.line;
  const all: Finding[] = [...findings];
  if (!same && line !== undefined) {
    const { field, said: words } = said(nameOf, planned ?? { ...wanted, ...onDay }, wanted);
    all.push(blocking('EMI-DIFFERS', field, { line, said: words }));
  }
  if (values.service === null)
    all.push({ rule: 'EMI-SERVICE-ASSUMED', severity: 'notice', field: 'service' });
  if (!same && planned === undefined && known.length > 0 && from < facts.day)
    all.push(blocking('EMI-ROUTE-PAST', 'routeFrom', { day: facts.day }));
  if (same)
    return {
      part: {
        findings: all,
        changes: [],
        adds: true,
        take: () => note(employer, service, ownLine, route.kind),
      },
      mandatary,
    };
  const account = nameOf(accountId);
  const changes: ImportChange[] = [
    { field: 'route', before: standing?.kind ?? null, after: route.kind },
    ...(account === null
      ? []
      : [{ field: 'account' as const, before: nameOf(standing?.accountId ?? null), after: account }]),
    ...(values.routeFrom === null ? [] : [{ field: 'routeFrom' as const, before: null, after: from }]),
  ];
  return {
    part: {
      findings: all,
      changes,
      adds: standing === undefined,
      take: () => {
        note(employer, service, ownLine, route.kind);
        employer.routes.set(service, wanted);
      },
    },
    mandatary,
  };
}

/** What another row says of the same route, in the first thing that differs. */
function said(nameOf: (id: string | null) => string | null, of: PlannedRoute, than: PlannedRoute) {
  if (of.kind !== than.kind) return { field: 'route' as const, said: of.kind };
  if (of.accountId !== than.accountId) return { field: 'account' as const, said: nameOf(of.accountId) ?? '' };
  return { field: 'routeFrom' as const, said: of.from };
}
