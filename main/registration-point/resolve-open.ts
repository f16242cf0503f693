// Acts whose end nobody knows, after a lost answer or a kill: the service is asked until it shows them, or until nothing can be
// on its way any more. They are never sent again from here.
import type { Session } from '../platform/session.ts';
import { type ActRow, findAct, openActs } from './act-store.ts';
import { findAtService } from './find-act.ts';
import { openLine } from './line.ts';
import type { PointRuntime } from './runtime.ts';
import { settleInVain, settleRegistered } from './settle.ts';
import { tellSettled } from './tell-settled.ts';

/** Milliseconds after which a request that left can no longer arrive: our own patience is a sixth of it. */
const arrivalMs = 30_000;
const mostAtOnce = 500;

export type Resolved = 'registered' | 'notRegistered' | 'open';

/** Asks about one; `open` also where the service gives no word or the act may still arrive. */
export async function resolveAct(session: Session, runtime: PointRuntime, act: ActRow): Promise<Resolved> {
  if (runtime.closed || runtime.underWay.has(act.id)) return 'open';
  const line = openLine(session, runtime, act.employer_id);
  if (!line.ok) return 'open';
  runtime.underWay.add(act.id);
  try {
    const found = await findAtService(line.value, session.db, act);
    if (runtime.closed) return 'open';
    if (found.kind === 'noWord') {
      runtime.watch.failed(found.failure.code);
      return 'open';
    }
    if (found.kind === 'there') {
      const { id: serviceId, createdAt: serviceTime, validity } = found.presence;
      const confirmed = { serviceId, serviceTime, validity };
      settleRegistered(session, act, confirmed, line.value.enterpriseNumber, found.presence);
      return told(session, runtime, act, 'registered');
    }
    const young = session.clock.now().getTime() - act.moment < arrivalMs;
    if (young && !runtime.answered.has(act.id)) return 'open';
    settleInVain(session, act, 'notRegistered', 'outcomeUnknown');
    return told(session, runtime, act, 'notRegistered');
  } finally {
    runtime.underWay.delete(act.id);
  }
}

function told(
  session: Session,
  runtime: PointRuntime,
  act: ActRow,
  outcome: 'registered' | 'notRegistered',
): Resolved {
  const settled = findAct(session.db, act.id);
  if (settled === null || settled.state === 'open') return 'open';
  runtime.answered.delete(act.id);
  tellSettled(session, act, outcome, settled.service_time);
  return outcome;
}

/** All that are open, the oldest first; the first without a word ends it. How many are left. */
export async function resolveOpen(session: Session, runtime: PointRuntime): Promise<number> {
  for (const act of openActs(session.db, mostAtOnce)) {
    if ((await resolveAct(session, runtime, act)) === 'open' && runtime.watch.connection().state !== 'up')
      break;
    if (runtime.closed) return 0;
  }
  return openActs(session.db, mostAtOnce).length;
}
