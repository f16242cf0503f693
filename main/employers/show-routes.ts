// Routes and mandates as the pages and the command line show them.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Mandate, Route, RouteTableRow, RouteTrouble } from '../../preload/contract/routes.ts';
import { type Service, services } from '../../preload/contract/services.ts';
import { mandateCounts } from '../../preload/rules/employers/check-mandate.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer } from './employer-store.ts';
import { findingsOfRoute } from './mandate-of.ts';
import { mandatesOf } from './mandate-store.ts';
import { usable } from './route-of.ts';
import { type RouteRow, routesOf } from './route-store.ts';
import { employersForTable, employersWithWork, nameOfEnterprise } from './route-table-store.ts';

/** One row per service. Failure notFound. */
export function listRoutes(session: Session, employerId: string): Result<HandlerOutput<'route.list'>> {
  if (findEmployer(session.db, employerId) === null) return fail('notFound');
  const day = session.businessDate();
  const all = routesOf(session.db, employerId);
  const rows = services.map((service) => {
    const own = all.filter((route) => route.service === service);
    const present = own.find((route) => countsOn(route, day)) ?? null;
    const next = own.find((route) => route.from > day) ?? null;
    return {
      service,
      present: present === null ? null : shown(present),
      next: next === null ? null : shown(next),
      past: own
        .filter((route) => route.until !== null && route.until <= day)
        .slice(0, 100)
        .map(shown),
      trouble: troubleOf(present, service, false),
      findings: findingsOfRoute(session.db, employerId, present, day),
    };
  });
  return ok({ day, rows });
}

/** All employers by all services, those with something to do first where asked. */
export function routeTable(
  session: Session,
  input: HandlerInput<'route.table'>,
): HandlerOutput<'route.table'> {
  const rows = employersForTable(session.db, input.text).map((employer) => tableRow(session, employer));
  const wanted = input.attention ? rows.filter((row) => row.attention) : rows;
  const start = (input.page - 1) * input.pageSize;
  return {
    rows: wanted.slice(start, start + input.pageSize),
    total: wanted.length,
    page: input.page,
    pageSize: input.pageSize,
  };
}

function tableRow(
  session: Session,
  employer: { id: string; name: string; enterpriseNumber: string },
): RouteTableRow {
  const day = session.businessDate();
  const all = routesOf(session.db, employer.id);
  const routes = services.map((service) => {
    const own = all.filter((route) => route.service === service);
    const present = own.find((route) => countsOn(route, day)) ?? null;
    return {
      service,
      kind: present?.kind ?? ('none' as const),
      accountName: present?.account?.name ?? null,
      changesOn: own.find((route) => route.from > day)?.from ?? null,
      trouble: troubleOf(present, service, service === 'fla'),
      findings: findingsOfRoute(session.db, employer.id, present, day),
    };
  });
  const attention = routes.some((route) => route.trouble !== null || route.findings.length > 0);
  return {
    employerId: employer.id,
    name: employer.name,
    enterpriseNumber: employer.enterpriseNumber,
    routes,
    attention,
  };
}

/** What is to be said before sending: employers with something in the outbox or drafted for the service. */
export function sendingFindings(
  session: Session,
  { service, employerId }: HandlerInput<'route.findings'>,
): HandlerOutput<'route.findings'> {
  const day = session.businessDate();
  const said = employersWithWork(session.db, employerId).flatMap(({ id, name }) => {
    const route =
      routesOf(session.db, id).find((one) => one.service === service && countsOn(one, day)) ?? null;
    const trouble = troubleOf(route, service, true);
    const findings = findingsOfRoute(session.db, id, route, day);
    return trouble === null && findings.length === 0 ? [] : [{ employerId: id, name, trouble, findings }];
  });
  return { total: said.length, rows: said.slice(0, 200) };
}

/** Mandates of an employer, latest first. */
export function listMandates(session: Session, employerId: string): Mandate[] {
  const day = session.businessDate();
  return mandatesOf(session.db, employerId, null).map((mandate) => ({
    ...mandate,
    mandataryName: nameOfEnterprise(session.db, mandate.mandataryNumber),
    time: mandateCounts(mandate, day)
      ? 'now'
      : mandateCounts({ ...mandate, endQuarter: null }, day)
        ? 'past'
        : 'later',
  }));
}

const countsOn = (route: RouteRow, day: string): boolean =>
  route.from <= day && (route.until === null || route.until > day);

/** `needed`: the service is one that something is sent to, so that no route at all is trouble too. */
function troubleOf(route: RouteRow | null, service: Service, needed: boolean): RouteTrouble | null {
  if (route === null) return needed ? 'none' : null;
  if (route.kind === 'elsewhere' || service === 'dimona') return null;
  const taken = usable(route, service);
  if (taken.ok) return null;
  if (taken.failure.code === 'permissionMissing') return 'right';
  return taken.failure.details?.['kind'] === 'quality' ? 'quality' : 'accountClosed';
}

function shown({ account, ...route }: RouteRow): Route {
  if (account === null) return { ...route, account: null };
  const { rights: _rights, scopes: _scopes, ...seen } = account;
  return { ...route, account: seen };
}
