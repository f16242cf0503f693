// Routes and mandates as the pages and the command line show them.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Mandate, Route, RouteTableRow, RouteTrouble, RouteWay } from '../../preload/contract/routes.ts';
import { type Service, services } from '../../preload/contract/services.ts';
import { mandateCounts } from '../../preload/rules/employers/check-mandate.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer } from './employer-store.ts';
import { findingsOfRoute } from './mandate-of.ts';
import { mandatesByEmployer, mandatesOf } from './mandate-store.ts';
import { usable } from './route-of.ts';
import { type RouteRow, routesFrom, routesOf } from './route-store.ts';
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

/** All employers by all services; by name. */
export function routeTable(
  session: Session,
  input: HandlerInput<'route.table'>,
): HandlerOutput<'route.table'> {
  const rowOf = tableRows(session);
  const employers = employersForTable(session.db, input.text);
  const start = (input.page - 1) * input.pageSize;
  const { attention, way } = input;
  const wanted =
    attention || way !== null
      ? employers
          .map(rowOf)
          .filter((row) => (row.attention || !attention) && (way === null || goesBy(row, way)))
      : employers;
  const shownRows = wanted.slice(start, start + input.pageSize);
  return {
    rows: shownRows.map((row) => ('routes' in row ? row : rowOf(row))),
    total: wanted.length,
    page: input.page,
    pageSize: input.pageSize,
  };
}

const goesBy = ({ routes }: RouteTableRow, { service, kind }: RouteWay): boolean =>
  routes.some((route) => route.service === service && route.kind === kind);

/** Reads routes and mandates of all once: two hundred clients, or two thousand, are one look. */
function tableRows(
  session: Session,
): (employer: { id: string; name: string; enterpriseNumber: string }) => RouteTableRow {
  const { db } = session;
  const day = session.businessDate();
  const routesOfAll = routesFrom(db, day);
  const mandates = mandatesByEmployer(db);
  return ({ id, name, enterpriseNumber }) => {
    const all = routesOfAll.get(id) ?? [];
    const routes = services.map((service) => {
      const own = all.filter((route) => route.service === service);
      const present = own.find((route) => countsOn(route, day)) ?? null;
      return {
        service,
        kind: present?.kind ?? ('none' as const),
        accountName: present?.account?.name ?? null,
        changesOn: own.find((route) => route.from > day)?.from ?? null,
        trouble: troubleOf(present, service, service === 'fla'),
        findings: findingsOfRoute(db, id, present, day, mandates.get(id) ?? []),
      };
    });
    const attention = routes.some((route) => route.trouble !== null || route.findings.length > 0);
    return { employerId: id, name, enterpriseNumber, routes, attention };
  };
}

/** What is to be said before sending: employers with something in the outbox or drafted for the service. */
export function sendingFindings(
  session: Session,
  { service, employerId }: HandlerInput<'route.findings'>,
): HandlerOutput<'route.findings'> {
  const { db } = session;
  const day = session.businessDate();
  const work = employersWithWork(db, employerId);
  if (work.length === 0) return { total: 0, rows: [] };
  const one = employerId !== null;
  const routesOfAll = one ? new Map([[employerId, routesOf(db, employerId)]]) : routesFrom(db, day);
  const mandates = one
    ? new Map([[employerId, mandatesOf(db, employerId, service)]])
    : mandatesByEmployer(db);
  const said = work.flatMap(({ id, name }) => {
    const all = routesOfAll.get(id) ?? [];
    const route = all.find((other) => other.service === service && countsOn(other, day)) ?? null;
    const trouble = troubleOf(route, service, true);
    const findings = findingsOfRoute(db, id, route, day, mandates.get(id) ?? []);
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
  if (route.kind === 'elsewhere') return null;
  // Nothing is sent to Dimona, so rights and mandates are not asked for; that its account is closed is said all the same.
  if (service === 'dimona') return route.account?.gone === true ? 'accountClosed' : null;
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
