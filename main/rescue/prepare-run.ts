// What is done before a run: which clients it is for, and a line in the queue for each of their worker-years.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employersForTable } from '../employers/route-table-store.ts';
import { recordAct } from '../history/record-act.ts';
import type { RoutePort } from '../outbox/connection.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { Steps } from '../platform/slices.ts';
import { addRegisterLines } from './list-workers.ts';
import type { RescueTarget } from './rescue-ports.ts';
import { askAgain, findClient, setClientFailure, yearsToAsk } from './rescue-store.ts';
import { addRunClients, beginRun, insertRun } from './run-store.ts';
import { clientStandings } from './standing-store.ts';

type Start = HandlerInput<'rescue.start'>;
/** `plannedId`: the plan that comes true with it. */
export type Wanted = Start & { plannedId?: string };

export const targetsOf = (db: Database, wanted: (employerId: string) => boolean): RescueTarget[] =>
  employersForTable(db, '')
    .filter(({ id }) => wanted(id))
    .map(({ id, name, enterpriseNumber }) => ({ employerId: id, name, enterpriseNumber }));

/**
 * For all: clients that a route leads to, and those whose mandate the service refused before: they end with that reason,
 * so that nobody takes them for read. `failed`: of these only the ones that failed or were given up.
 */
export function wantedTargets(db: Database, route: RoutePort, { employerId, which }: Start): RescueTarget[] {
  if (employerId !== null) return targetsOf(db, (id) => id === employerId);
  const standings = which === 'failed' ? clientStandings(db) : null;
  return targetsOf(db, (id) => {
    const way = route(id);
    if (!way.ok && way.failure.code !== 'mandateMissing') return false;
    const standing = standings?.get(id);
    return standings === null || standing?.standing === 'failed' || standing?.end?.state === 'givenUp';
  });
}

export type Prepared = { runId: string; targets: RescueTarget[] };

/** Failure nothingToSend: nothing is left to ask. */
export function* prepareRun(
  session: Session,
  targets: readonly RescueTarget[],
  { employerId, years, again, plannedId }: Wanted,
): Steps<Result<Prepared>> {
  const { db, ids, clock } = session;
  const open: RescueTarget[] = [];
  for (const target of targets) {
    const id = target.employerId;
    yield* addRegisterLines(session, id, years);
    if (again !== 'none') askAgain(db, id, years, again);
    const known = findClient(db, id);
    // A client whose list was never given has work, even when the register knows no worker of it.
    if (known === null || known.listedAt === null || known.failure !== null || yearsToAsk(db, id).length > 0)
      open.push(target);
  }
  if (open.length === 0) return fail('nothingToSend');
  for (const { employerId: id } of open) setClientFailure(db, id, null);
  const at = clock.now().toISOString();
  const runId = plannedId ?? ids.newId();
  const { name, osAccount } = session.actor();
  if (plannedId === undefined)
    insertRun(db, {
      id: runId,
      dueAt: null,
      years,
      again,
      madeBy: (name || osAccount).slice(0, 200),
      madeAt: at,
      startedAt: at,
    });
  else beginRun(db, runId, at);
  addRunClients(
    db,
    runId,
    open.map(({ employerId: id }) => id),
  );
  recordAct(session, {
    employerId,
    kind: 'rescue.started',
    summary: targets.length === 1 ? (targets[0]?.name ?? '') : '',
    payload: { clients: open.length, years: years.join(' '), again, planned: plannedId !== undefined },
  });
  return ok({ runId, targets: open });
}
