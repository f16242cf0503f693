// Lines of a time clock: each the act of a worker at this very moment, sent together where they come together. What is older
// than ten minutes, or still to come, is refused: nothing is registered afterwards or ahead.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { startFollowing } from '../presences/follow-pending.ts';
import { worksByReference } from '../presences/works-store.ts';
import { type Act, type ActRow, findAct, insertAct, lastAct, sameAct } from './act-store.ts';
import { allowedByRegister } from './allowed-by-register.ts';
import { placeOf } from './current-point.ts';
import { hindrance } from './hindrance.ts';
import { numberOf } from './identify.ts';
import { openLine } from './line.ts';
import type { PointRuntime } from './runtime.ts';
import { type ActEnd, realTimeSeconds, sendActs } from './send-acts.ts';
import { mostAheadSeconds } from './service-watch.ts';

type Row = HandlerOutput<'point.feed'>['rows'][number];
type Item = HandlerInput<'point.feed'>['items'][number];
/** Milliseconds within which a clock that reports one act twice means one. */
const sameKeyMs = 10_000;

/** Failures: notFound (no such site of this employer), refusedByRule (PNT-PLACE-MISSING), those of the way and of writing. */
export async function feedActs(
  session: Session,
  runtime: PointRuntime,
  { employerId, worksReference, items }: HandlerInput<'point.feed'>,
): Promise<Result<HandlerOutput<'point.feed'>>> {
  const works = worksByReference(session.db, employerId, worksReference);
  if (works === null) return fail('notFound');
  const place = placeOf(works);
  if (place === null) return fail('refusedByRule', { details: { rules: 'PNT-PLACE-MISSING' } });
  const line = openLine(session, runtime, employerId);
  if (!line.ok) return line;
  const hindered = await hindrance(session, runtime, employerId);
  if (hindered !== null) {
    const outcome = hindered.kind === 'refused' ? 'refused' : 'noConnection';
    return ok({ rows: items.map((item) => rowOf(item, outcome, hindered.code)) });
  }
  const sorted = attempt<Sorted>(session.db, () =>
    ok(writeDown(session, { employer_id: employerId, reference: worksReference }, items)),
  );
  if (!sorted.ok) return sorted;
  const { rows, acts } = sorted.value;
  for (const { id } of acts) runtime.underWay.add(id);
  try {
    const ends = await sendActs({ session, line: line.value, watch: runtime.watch, place }, acts);
    startFollowing(session, line.value);
    for (const [id, end] of ends) if (end.kind === 'open' && !end.mayArrive) runtime.answered.add(id);
    return ok({ rows: rows.map((row) => (row.kind === 'done' ? row.row : sentRow(session, row, ends))) });
  } finally {
    for (const { id } of acts) runtime.underWay.delete(id);
  }
}

type Waiting = { kind: 'sent'; item: Item; actId: string; again: boolean };
type Sorted = { rows: ({ kind: 'done'; row: Row } | Waiting)[]; acts: Act[] };

const rowOf = (item: Item, outcome: Row['outcome'], code: string | null): Row => ({
  line: item.line,
  outcome,
  code,
  serviceId: null,
  again: false,
});

/** Each line judged by itself; what is to be sent is written down. */
function writeDown(
  session: Session,
  site: { employer_id: string; reference: string },
  items: readonly Item[],
): Sorted {
  const now = session.clock.now().getTime();
  const acts: Act[] = [];
  const rows = items.map((item): Sorted['rows'][number] => {
    const refused = (code: string) => ({ kind: 'done' as const, row: rowOf(item, 'refused', code) });
    const insz = numberOf(session, item.number);
    if (insz === null) return refused('numberWrong');
    const moment = Math.floor(Date.parse(item.at) / 1_000) * 1_000;
    if (moment < now - realTimeSeconds * 1_000) return refused('tooLate');
    if (moment > now + mostAheadSeconds * 1_000) return refused('inFuture');
    const act: Act = {
      ...site,
      ...{ id: session.ids.newId(), insz, type: item.type, moment, origin: 'timeClock' as const },
    };
    const before = same(session, act);
    if (before !== null) return { kind: 'sent', item, actId: before.id, again: true };
    if (!allowedByRegister(session, act).ok) return refused('noRegisterLine');
    insertAct(session.db, act);
    acts.push(act);
    return { kind: 'sent', item, actId: act.id, again: false };
  });
  return { rows, acts };
}

function same(session: Session, act: Act): ActRow | null {
  const exact = sameAct(session.db, act);
  if (exact !== null) return exact;
  const last = lastAct(session.db, act.reference, act.insz, act.moment - sameKeyMs);
  return last !== null && last.type === act.type && last.moment - act.moment < sameKeyMs ? last : null;
}

function sentRow(session: Session, { item, actId, again }: Waiting, ends: ReadonlyMap<string, ActEnd>): Row {
  const end = ends.get(actId);
  const act = findAct(session.db, actId);
  const registered = act?.state === 'registered';
  if (registered) return { ...rowOf(item, 'registered', null), serviceId: act.service_id, again };
  if (end?.kind === 'refused') return { ...rowOf(item, 'refused', end.code), again };
  if (end?.kind === 'noConnection') return { ...rowOf(item, 'noConnection', end.code), again };
  return { ...rowOf(item, 'checking', end?.kind === 'open' ? end.code : null), again };
}
