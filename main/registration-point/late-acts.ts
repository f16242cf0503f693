// Acts that were looked for in vain and told as not registered: the service may take a request in as late as it likes. One that
// turns up counts, unless its worker registered again meanwhile: then it is the second of two, and is taken back.
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import type { Session } from '../platform/session.ts';
import { searchPresences, type WirePresence } from '../presences/presence-api.ts';
import { type Act, type ActRow, lostActs, lostButKept } from './act-store.ts';
import { findAtService, lookingMs } from './find-act.ts';
import { type Line, openLine } from './line.ts';
import { cancelOne } from './register-api.ts';
import type { PointRuntime } from './runtime.ts';
import { settleDouble, settleRevived } from './settle-late.ts';
import { tellSettled } from './tell-settled.ts';

/** Milliseconds: for how long the service is asked about a lost act by itself, and how often. A look-up of the office finds later ones. */
const askedForMs = 20 * 60_000;
const askedEveryMs = 60_000;
const keptForMs = 40 * 86_400_000;
const mostAtOnce = 8;
/** Within which the same once more is the same: later it may be a second arrival of the day. */
const againMs = 30 * 60_000;
const cancellingMs = 5_000;

/** One that there is anything to ask about; undefined: none. */
export const latestLost = ({ db, clock }: Pick<Session, 'db' | 'clock'>): ActRow | undefined => {
  const now = clock.now().getTime();
  return lostActs(db, now - askedForMs, 1)[0] ?? lostButKept(db, now - keptForMs, 1)[0];
};

/** The first without a word of the service ends it: the next round goes on. */
export async function settleLate(session: Session, runtime: PointRuntime): Promise<void> {
  const { db, clock } = session;
  const now = clock.now().getTime();
  const due = lostActs(db, now - askedForMs, 200).filter(
    ({ id }) => clock.monotonic() - (runtime.looked.get(id) ?? Number.NEGATIVE_INFINITY) >= askedEveryMs,
  );
  const acts = new Map([...lostButKept(db, now - keptForMs, mostAtOnce), ...due].map((act) => [act.id, act]));
  for (const act of [...acts.values()].slice(0, mostAtOnce)) {
    if (runtime.closed) return;
    if (runtime.underWay.has(act.id)) continue;
    const line = openLine(session, runtime, act.employer_id);
    if (!line.ok) continue;
    runtime.underWay.add(act.id);
    try {
      if (!(await settleOne(session, line.value, act, () => runtime.closed))) return;
      runtime.looked.set(act.id, clock.monotonic());
    } finally {
      runtime.underWay.delete(act.id);
    }
  }
}

/** False: the service does not say. */
export async function settleOne(
  session: Session,
  line: Line,
  act: Act,
  closed: () => boolean = () => false,
): Promise<boolean> {
  const found = await findAtService(line, session.db, act);
  if (found.kind === 'noWord') return false;
  if (found.kind === 'notThere' || closed()) return true;
  const { presence } = found;
  const around = await registrationsAround(line, act);
  if (around === null) return false;
  if (closed()) return true;
  if (!isSecond(act, presence, around)) {
    if (settleRevived(session, act, presence)) tellSettled(session, act, 'registered', presence.createdAt);
    return true;
  }
  const outcome = await line.ask(cancellingMs, (call) => cancelOne(call, line.baseUrl, presence.id));
  if (closed()) return true;
  if (outcome.kind === 'answer' && outcome.value) settleDouble(session, act, presence, 'doubleCancelled');
  else if (outcome.kind === 'answer' || outcome.kind === 'refused')
    settleDouble(session, act, presence, 'doubleLeft');
  else if (outcome.kind === 'unknown') {
    // Its answer was lost: what is no longer shown was taken back.
    const still = await findAtService(line, session.db, act);
    if (still.kind === 'notThere' && !closed()) settleDouble(session, act, presence, 'doubleCancelled');
    return still.kind !== 'noWord';
  } else return false;
  return true;
}

/** What the service has of this worker on this site, about then; null: it does not say. */
async function registrationsAround(
  line: Line,
  { insz, reference, moment }: Act,
): Promise<WirePresence[] | null> {
  const outcome = await line.ask(lookingMs, (call) =>
    searchPresences(call, line.baseUrl, {
      enterpriseNumber: line.enterpriseNumber,
      from: belgianDayOf(moment),
      to: belgianDayOf(moment + againMs),
      withSubcontractors: false,
      only: { insz, reference },
      page: 1,
    }),
  );
  return outcome.kind === 'answer' ? outcome.value.presences : null;
}

/** The next that the worker registered is the same once more, not the way back. */
export function isSecond(
  act: Pick<Act, 'moment' | 'type'>,
  it: WirePresence,
  around: readonly WirePresence[],
): boolean {
  const [next] = around
    .filter((one) => one.id !== it.id && one.cancelledAt === null && one.registeredAt >= act.moment)
    .sort((a, b) => a.registeredAt - b.registeredAt || a.id - b.id);
  return next !== undefined && next.type === act.type && next.registeredAt - act.moment <= againMs;
}
