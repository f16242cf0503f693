// The overview of clients: each with how far it is brought home; searched, filtered and sorted here, page by page.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { RescueClient, RescueStanding } from '../../preload/contract/rescue-values.ts';
import { employersForTable } from '../employers/route-table-store.ts';
import type { RoutePort } from '../outbox/connection.ts';
import type { Session } from '../platform/session.ts';
import { type ClientCounts, countsByClient, findClient, noCounts } from './rescue-store.ts';
import { type ClientStanding, clientStandings } from './standing-store.ts';

export type Named = { id: string; name: string; enterpriseNumber: string };
type Overview = Omit<HandlerInput<'rescue.clients'>, 'page' | 'pageSize'>;
type Known = { named: Named; counts: ClientCounts; standing: ClientStanding };

const nothingCounted: ClientCounts = { counts: noCounts, manual: { done: 0, total: 0 } };
const notBegun: ClientStanding = { standing: 'none', failure: null, end: null };

export function clientOf(session: Session, route: RoutePort, named: Named): RescueClient {
  const { id } = named;
  const counts = countsByClient(session.db, { employerId: id }).get(id) ?? nothingCounted;
  return rowOf(session, route, { named, counts, standing: clientStandings(session.db).get(id) ?? notBegun });
}

function rowOf(session: Session, route: RoutePort, { named, counts, standing }: Known): RescueClient {
  const known = findClient(session.db, named.id);
  const way = route(named.id);
  return {
    employerId: named.id,
    name: named.name,
    enterpriseNumber: named.enterpriseNumber,
    route: way.ok ? null : way.failure,
    begun: known !== null,
    listedAt: known?.listedAt ?? null,
    ...counts,
    failure: standing.failure,
    standing: standing.standing,
    end: standing.end,
  };
}

/** All clients of the overview in its order; `rowOf` is made only of those that are shown. */
function known(session: Session, route: RoutePort, input: Overview): Known[] {
  const { text, employerId, show, sort, descending } = input;
  const counts = countsByClient(session.db, 'all');
  const standings = clientStandings(session.db);
  const all = employersForTable(session.db, text)
    .filter(({ id }) => employerId === null || id === employerId)
    .map((named) => ({
      named,
      counts: counts.get(named.id) ?? nothingCounted,
      standing: standings.get(named.id) ?? notBegun,
    }))
    .filter((one) => isShown(one, show, route));
  // The order of names stays among equals.
  if (sort !== 'name') all.sort((one, other) => rank(one, sort) - rank(other, sort));
  return descending ? all.reverse() : all;
}

function isShown({ named, standing }: Known, show: Overview['show'], route: RoutePort): boolean {
  const is = standing.standing;
  switch (show) {
    case 'all':
      return true;
    case 'missing':
      return is !== 'complete';
    case 'failed':
      return is === 'failed' || is === 'givenUp';
    case 'noRoute':
      return is !== 'complete' && !route(named.id).ok;
    default:
      return is === show;
  }
}

/** What needs somebody first. */
const order: readonly RescueStanding[] = ['failed', 'givenUp', 'partly', 'none', 'complete'];

function rank({ counts: { counts, manual }, standing }: Known, sort: Overview['sort']): number {
  switch (sort) {
    case 'standing':
      return order.indexOf(standing.standing);
    case 'read': {
      const total = counts.found + counts.empty + counts.failed + counts.waiting + counts.asked;
      return total === 0 ? -1 : (counts.found + counts.empty) / total;
    }
    case 'found':
      return counts.found;
    case 'failed':
      return counts.failed;
    default:
      return manual.done;
  }
}

export function rescueClients(
  session: Session,
  route: RoutePort,
  { page, pageSize, ...input }: HandlerInput<'rescue.clients'>,
): HandlerOutput<'rescue.clients'> {
  const all = known(session, route, input);
  const start = (page - 1) * pageSize;
  return {
    rows: all.slice(start, start + pageSize).map((one) => rowOf(session, route, one)),
    total: all.length,
    page,
    pageSize,
  };
}

/** Every row of the overview, in its order. */
export function* overviewRows(session: Session, route: RoutePort, input: Overview) {
  const rows: RescueClient[] = [];
  for (const one of known(session, route, input)) {
    rows.push(rowOf(session, route, one));
    yield;
  }
  return rows;
}
