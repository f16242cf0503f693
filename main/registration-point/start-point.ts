// Turns the installation into the point of a site, and back again by its PIN or by whoever owns the computer's account.
import { timingSafeEqual } from 'node:crypto';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { worksTime } from '../../preload/rules/presences/works-time.ts';
import { recordAct } from '../history/record-act.ts';
import { derivePin, hashPin, longestWaitSeconds, waitSeconds } from '../outbox/approver-pin.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { presenceDay } from '../presences/show-works.ts';
import { findWorks, type WorksRow, worksByReference } from '../presences/works-store.ts';
import { placeOf } from './current-point.ts';
import { openLine } from './line.ts';
import {
  deletePoint,
  insertPoint,
  type PointRow,
  pointIsOn,
  readPoint,
  savePointTries,
} from './point-store.ts';
import type { PointRuntime } from './runtime.ts';

type Nothing = Record<string, never>;

/** Failures: as the contract names them. */
export async function startPoint(
  session: Session,
  runtime: PointRuntime,
  input: HandlerInput<'point.start'>,
): Promise<Result<Nothing>> {
  if (pointIsOn(session.db)) return fail('stateNotAllowed');
  const works = worksByReference(session.db, input.employerId, input.worksReference);
  if (works === null) return fail('notFound');
  const rules = brokenRules(session, works, input);
  if (rules.length > 0) return fail('refusedByRule', { details: { rules: rules.join(' ') } });
  const line = openLine(session, runtime, works.employer_id);
  if (!line.ok) return line;
  const hashed = await hashPin(input.pin);
  const at = session.clock.now();
  const done = attempt<Nothing>(session.db, () => {
    // Meanwhile another window may have been first.
    if (pointIsOn(session.db)) return fail('stateNotAllowed');
    const { channels, languages, sound } = input;
    insertPoint(session.db, {
      worksId: works.id,
      channels,
      languages,
      sound,
      at: at.toISOString(),
      ...hashed,
    });
    note(session, 'point.started', works);
    return ok({});
  });
  if (done.ok) session.changed('point.changed');
  return done;
}

function brokenRules(session: Session, works: WorksRow, input: HandlerInput<'point.start'>): string[] {
  const rules: string[] = [];
  if (input.pin !== input.pinAgain) rules.push('PNT-PIN-DIFFERENT');
  if (worksTime(works.start_date, works.end_date, presenceDay(session)) === 'past')
    rules.push('PNT-WORKS-OVER');
  if (placeOf(works) === null) rules.push('PNT-PLACE-MISSING');
  // A phone alone needs no point: a poster does.
  if (!input.channels.some((channel) => channel !== 'phone')) rules.push('PNT-CHANNELS');
  return rules;
}

/** Failures: stateNotAllowed, pinWrong, pinLater (`details.seconds`). A try counts before it is looked at. */
export async function leavePoint(session: Session, pin: string): Promise<Result<Nothing>> {
  const counted = countTry(session);
  if (!counted.ok) return counted;
  const { salt, hash, cost } = counted.value;
  if (!timingSafeEqual(await derivePin(pin, salt, cost), hash)) return fail('pinWrong');
  return endPoint(session, 'point.ended');
}

function countTry(session: Session): Result<PointRow> {
  return attempt<PointRow>(session.db, () => {
    const point = readPoint(session.db);
    if (point === null) return fail('stateNotAllowed');
    const now = session.clock.now().getTime();
    const left = point.wait_until === null ? 0 : Math.ceil((Date.parse(point.wait_until) - now) / 1_000);
    // A clock that was set back locks nobody out for longer than the longest wait.
    if (left > 0)
      return fail('pinLater', { retry: 'safe', details: { seconds: Math.min(left, longestWaitSeconds) } });
    const wrong = point.wrong + 1;
    savePointTries(session.db, wrong, new Date(now + waitSeconds(wrong) * 1_000).toISOString());
    return ok(point);
  });
}

/** Failure stateNotAllowed: none is on. */
export function endPoint(session: Session, kind: 'point.ended' | 'point.stopped'): Result<Nothing> {
  const done = attempt<Nothing>(session.db, () => {
    const point = readPoint(session.db);
    if (point === null) return fail('stateNotAllowed');
    deletePoint(session.db);
    const works = findWorks(session.db, point.works_id) ?? findWorks(session.db, point.works_id, true);
    if (works !== null) note(session, kind, works);
    return ok({});
  });
  if (done.ok) {
    session.changed('point.changed');
    // What stood behind the point may have changed in every way meanwhile.
    session.changed('app.changed');
  }
  return done;
}

function note(session: Session, kind: string, works: WorksRow): void {
  recordAct(session, {
    employerId: works.employer_id,
    kind,
    subject: { kind: 'worksDeclaration', id: works.id },
    summary: `${works.name} ${works.reference}`,
    payload: { name: works.name, reference: works.reference },
  });
}
