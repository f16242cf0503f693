// The route that a row asks for, beside what counts on its first day already.
import type { Finding } from '../../../preload/contract/finding.ts';
import { meantRoute } from './plan-account.ts';
import { type PlanFacts, placeOf } from './plan-facts.ts';
import { blocking, differs, type ImportChange, nothingPart, type Part, type RowInHand } from './plan-part.ts';
import type { PlannedEmployer, PlannedRoute } from './planned-employer.ts';

/** `mandatary`: whose mandate the route leans on. A row without a service speaks of the training account. */
export function planRoute(
  facts: PlanFacts,
  employer: PlannedEmployer,
  { values, line }: RowInHand,
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
  const all: Finding[] = [...findings, ...differs(employer, service, 'route', same)];
  if (values.service === null)
    all.push({ rule: 'EMI-SERVICE-ASSUMED', severity: 'notice', field: 'service' });
  if (!same && planned === undefined && known.length > 0 && from < facts.day)
    all.push(blocking('EMI-ROUTE-PAST', 'routeFrom', { day: facts.day }));
  if (same)
    return {
      part: { findings: all, changes: [], adds: true, take: () => note(employer, service, line) },
      mandatary,
    };
  const nameOf = (id: string | null): string | null =>
    facts.accounts.find((account) => account.id === id)?.name.slice(0, 120) ?? null;
  const account = nameOf(accountId);
  const changes: ImportChange[] = [
    { field: 'route', before: standing?.kind ?? null, after: route.kind },
    ...(account === null
      ? []
      : [{ field: 'account' as const, before: nameOf(standing?.accountId ?? null), after: account }]),
    ...(values.routeFrom === null ? [] : [{ field: 'routeFrom' as const, before: null, after: from }]),
  ];
  const wanted: PlannedRoute = { service, kind: route.kind, accountId, from };
  return {
    part: {
      findings: all,
      changes,
      adds: standing === undefined,
      take: () => {
        note(employer, service, line);
        employer.routes.set(service, wanted);
      },
    },
    mandatary,
  };
}

function note(employer: PlannedEmployer, service: string, line: number): void {
  if (!employer.saidBy.has(service)) employer.saidBy.set(service, line);
}
