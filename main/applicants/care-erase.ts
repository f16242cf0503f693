// Erases applicants: whatever is over goes with a proof in the history, and no byte of it stays in the file.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type KeptUntil, keptUntil } from '../../preload/rules/applicants/keep-until.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import { attempt, checkpoint } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { hideAnswer } from './answer-hide.ts';
import { keepDaysOf } from './care-days.ts';
import { type ErasureReason, erasePerson, type KeptRow, keptRows, overAccesses } from './care-store.ts';
import { proveErasure } from './erasure-proof.ts';
import { findReading } from './reading-store.ts';

/** In one transaction: a few milliseconds. */
const mostAtOnce = 200;

/** Last day on which a request has anybody in it, and why it goes then; null while nothing can be said. */
export function untilOf(row: KeptRow, keepDays: number): KeptUntil | null {
  const endedBy = row.revoked > 0 ? 'revoked' : row.renounced > 0 ? 'renounced' : 'accessEnded';
  const ended = dayOf(row.ended_at);
  // By the calendar its last day counts, also where that was seen later only; ended before, the day on which it did.
  const byCalendar = row.last_day !== null && (ended === null || row.last_day < ended);
  const endedOn = endedBy === 'accessEnded' && byCalendar ? row.last_day : ended;
  const facts = {
    endedOn: row.state === 'ended' ? endedOn : null,
    endedBy,
    openUntil: row.open_until,
    readOn: dayOf(row.read_at),
  } as const;
  return keptUntil(facts, keepDays);
}

/** The same for a row that may hold a moment that nobody can reckon with: its accesses count then, and the log tells of it. */
export function untilIfAny({ log }: Session, row: KeptRow, keepDays: number): KeptUntil | null {
  try {
    return untilOf(row, keepDays);
  } catch (error) {
    log.error('applicant.keptRow', error, { id: row.id });
    return untilOf({ ...row, read_at: null, ended_at: null }, keepDays);
  }
}

const dayOf = (instant: string | null): string | null =>
  instant === null ? null : belgianDayOf(Date.parse(instant));

/**
 * Ends the accesses whose last day is over, then erases all that may not be kept any longer on the business day. How many requests
 * were erased. Failures: those of the disk.
 */
export async function eraseDue(session: Session): Promise<Result<{ erased: number }>> {
  const { db } = session;
  const today = session.businessDate();
  const over = overAccesses(db, today);
  for (const { request_id: id, data_set: dataSet } of over)
    try {
      const hidden = attempt(db, () => ok(hideAnswer(session, id, 'accessEnded', [dataSet])));
      if (!hidden.ok) return hidden;
    } catch (error) {
      // One that cannot be ended does not keep the others here.
      session.log.error('applicant.overAccess', error, { id });
    }
  // What stays of a request keeps its page in the log of the last writes otherwise.
  if (over.length > 0) checkpoint(db);
  const keepDays = keepDaysOf(db);
  const due = keptRows(db).flatMap((row) => {
    const until = untilIfAny(session, row, keepDays);
    return until !== null && until.day < today ? [{ id: row.id, reason: until.reason }] : [];
  });
  for (const [reason, own] of Map.groupBy(due, (one) => one.reason))
    for (let from = 0; from < own.length; from += mostAtOnce) {
      const ids = own.slice(from, from + mostAtOnce).map(({ id }) => id);
      // Closed while others were let through: the next opening goes on.
      if (!db.open) return ok({ erased: 0 });
      const done = erasePersons(session, ids, reason);
      if (!done.ok) return done;
      await new Promise((resolve) => setImmediate(resolve));
    }
  return ok({ erased: due.length });
}

/**
 * Erases the persons of these requests now, all or none, and writes down the proof: how many, why, and the digest of the requests'
 * own ids. Failures: notFound (nothing was left to erase), diskFull, databaseBusy.
 */
export function erasePersons(
  session: Session,
  ids: readonly string[],
  reason: ErasureReason,
): Result<Record<string, never>> {
  const { db } = session;
  const at = session.clock.now().toISOString();
  const done = attempt<Record<string, never>>(db, () => {
    const erased: string[] = [];
    let answers = 0;
    for (const requestId of new Set(ids)) {
      const gone = erasePerson(db, requestId, at);
      if (gone === null) continue;
      erased.push(requestId);
      answers += gone;
    }
    if (erased.length === 0) return fail('notFound');
    proveErasure(session, { ids: erased, at, reason, answers });
    return ok({});
  });
  if (!done.ok) return done;
  // The log of the last writes still holds the pages as they were.
  checkpoint(db);
  session.changed('applicant.changed', ids.length > 50 ? [] : ids);
  return done;
}

const waiting = new Set(['waiting', 'asking', 'unknown', 'open', 'awaitingAcceptance']);

/** Failures: notFound (also where it was erased before), stateNotAllowed (it is still open). */
export function eraseByHand(session: Session, id: string): Result<Record<string, never>> {
  const request = findReading(session.db, id);
  if (request === null || request.erased) return fail('notFound');
  if (waiting.has(request.state)) return fail('stateNotAllowed');
  return erasePersons(session, [id], 'byHand');
}
