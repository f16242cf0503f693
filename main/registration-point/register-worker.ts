// One worker's act at the point, from the key to what the screen shows. The moment is the one of the key, corrected by nothing;
// the act is written down before it leaves, and the same again within minutes is no second act.
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { PointOutcome } from '../../preload/contract/registration-point.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { startFollowing } from '../presences/follow-pending.ts';
import { type Act, type ActRow, findAct, insertAct, lastAct, sameAct } from './act-store.ts';
import { allowedByRegister } from './allowed-by-register.ts';
import { type CurrentPoint, currentPoint } from './current-point.ts';
import { hindrance } from './hindrance.ts';
import { identify } from './identify.ts';
import { openLine } from './line.ts';
import { resolveAct } from './resolve-open.ts';
import type { PointRuntime } from './runtime.ts';
import { type ActEnd, codeOf, sendActs } from './send-acts.ts';

/** Milliseconds within which the same key again is the same act, and within which the service would only remark on it. */
const sameKeyMs = 10_000;
const repeatedMs = 300_000;

const instant = (moment: number): string => new Date(moment).toISOString();

/** Failures: stateNotAllowed (no point is on), notFound (its site was taken away), those of writing: nothing left then. */
export async function registerWorker(
  session: Session,
  runtime: PointRuntime,
  input: HandlerInput<'point.register'>,
): Promise<Result<PointOutcome>> {
  // Whole seconds are what is sent; rounded down, it never lies ahead.
  const moment = Math.floor(session.clock.now().getTime() / 1_000) * 1_000;
  const current = currentPoint(session.db);
  if (!current.ok) return current;
  const { works, channels } = current.value;
  const who = identify(session, { employerId: works.employer_id, channels }, input);
  if (who.kind === 'unknownBadge') return ok({ kind: 'unknownBadge' });
  if (who.kind !== 'worker') return ok({ kind: 'refused', code: who.kind });
  const act: Act = {
    id: session.ids.newId(),
    employer_id: works.employer_id,
    reference: works.reference,
    insz: who.insz,
    type: input.type,
    moment,
    origin: 'point',
  };
  return inTurn(runtime, act.insz, () => registerInTurn(session, runtime, current.value, act));
}

/** Two keys of one worker come one after the other, so that the second sees what became of the first. */
async function inTurn<T>({ turns }: PointRuntime, insz: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(insz);
  const mine = (before ?? Promise.resolve()).then(work, work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  turns.set(insz, settled);
  try {
    return await mine;
  } finally {
    if (turns.get(insz) === settled) turns.delete(insz);
  }
}

async function registerInTurn(
  session: Session,
  runtime: PointRuntime,
  current: CurrentPoint,
  act: Act,
): Promise<Result<PointOutcome>> {
  const hindered = await hindrance(session, runtime, act.employer_id);
  if (hindered?.kind === 'refused') return ok(refusedBy(hindered.code, runtime));
  if (hindered !== null) return ok({ ...hindered, registrationId: null });
  const before = await earlier(session, runtime, act);
  if (before === null && !allowedByRegister(session, act).ok)
    return ok({ kind: 'refused', code: 'notAllowed' });
  return before === null ? sendOne(session, runtime, current, act) : ok(before);
}

/** The same act of a moment ago, whatever became of it; null: this is a new one. */
async function earlier(session: Session, runtime: PointRuntime, act: Act): Promise<PointOutcome | null> {
  // The very same second, whatever came in between: the service could not tell the two apart.
  const last =
    sameAct(session.db, act) ?? lastAct(session.db, act.reference, act.insz, act.moment - repeatedMs);
  if (last === null || last.type !== act.type) return null;
  if (last.state === 'registered')
    return act.moment - last.moment < sameKeyMs ? registeredAgain(last) : { kind: 'already', type: act.type };
  const resolved = await resolveAct(session, runtime, last);
  if (resolved === 'notRegistered') return null;
  // Whoever pressed it was never told.
  if (resolved === 'registered') return registeredAgain(findAct(session.db, last.id) ?? last);
  const { state, code } = runtime.watch.connection();
  return state === 'up'
    ? checking(last)
    : { kind: 'noConnection', code: code ?? 'offline', retryAt: null, registrationId: last.id };
}

const checking = ({ id, type }: Act): PointOutcome => ({ kind: 'checking', registrationId: id, type });
const registeredAgain = (act: ActRow): PointOutcome => registered(act, act.service_time ?? act.moment, true);

const registered = (act: Act, serviceTime: number, isAgain: boolean): PointOutcome => ({
  kind: 'registered',
  registrationId: act.id,
  type: act.type,
  at: instant(act.moment),
  serviceTime: instant(serviceTime),
  again: isAgain,
});

async function sendOne(
  session: Session,
  runtime: PointRuntime,
  { place }: CurrentPoint,
  act: Act,
): Promise<Result<PointOutcome>> {
  const opened = openLine(session, runtime, act.employer_id);
  if (!opened.ok) return ok(refusedBy(codeOf(opened.failure), runtime));
  const line = opened.value;
  const written = attempt(session.db, () => {
    insertAct(session.db, act);
    return ok({});
  });
  if (!written.ok) return written;
  runtime.underWay.add(act.id);
  try {
    const ends = await sendActs({ session, line, watch: runtime.watch, place }, [act]);
    const end = ends.get(act.id);
    if (end?.kind === 'registered') startFollowing(session, line);
    if (end?.kind === 'open' && !end.mayArrive) runtime.answered.add(act.id);
    return ok(outcomeOf(end, act, runtime));
  } finally {
    runtime.underWay.delete(act.id);
  }
}

function outcomeOf(end: ActEnd | undefined, act: Act, runtime: PointRuntime): PointOutcome {
  if (end === undefined) return checking(act);
  if (end.kind === 'registered') return registered(act, end.confirmed.serviceTime, false);
  if (end.kind === 'refused') return refusedBy(end.code, runtime);
  const { code } = end;
  if (code === null) return checking(act);
  return {
    kind: 'noConnection',
    code,
    retryAt: end.kind === 'noConnection' ? (end.retryAt?.toISOString() ?? null) : null,
    registrationId: end.kind === 'open' ? act.id : null,
  };
}

function refusedBy(
  code: Extract<ActEnd, { kind: 'refused' }>['code'],
  { watch }: PointRuntime,
): PointOutcome {
  if (code === 'clockOff' || code === 'tooLate')
    return { kind: 'clockOff', seconds: watch.difference() ?? 0 };
  return { kind: 'refused', code };
}
