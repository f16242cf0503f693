// Takes an event about a number in: one transaction for all lines and records that hang on it. Rules R-a to R-j.

import { ok, type Result } from '../../../preload/contract/result.ts';
import { readInsz } from '../../../preload/rules/identifiers/insz.ts';
import { attempt, transaction } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { flagHolders } from './flag-holders.ts';
import { mergeStandsInTheWay } from './merge-persons.ts';
import { type Moved, moveHolders } from './move-holders.ts';
import { longestChain, numbersBefore, resolveNumber } from './number-chain.ts';
import {
  aliasOf,
  busyEvents,
  deleteCancelled,
  findEvent,
  holdersOf,
  insertAlias,
  insertCancelled,
  isCancelled,
  keepEvent,
  type NumberEvent,
  type QuarantineReason,
} from './number-store.ts';
import { plainEvents } from './plain-events-store.ts';

export type { NumberEvent } from './number-store.ts';

/**
 * `replayed`: the event was there before. `personIds`: who was touched, after any merging. `lines`: of the register. `review`: the
 * number is cancelled, so that somebody must look (R-g, R-i).
 */
export type NumberOutcome = {
  state: 'applied' | 'known' | 'quarantined' | 'replayed';
  reason: QuarantineReason | null;
  personIds: string[];
  lines: number;
  review: boolean;
};

const nothing = { personIds: [], lines: 0, review: false };

/**
 * Takes one event in. Idempotent by its id (R-d); a chain may come in any order (R-e); what cannot be is quarantined with nothing
 * done (R-f). A quarantined event is a value, no failure: those are only what the disk or the database says.
 *
 * { oldInsz: 'A', newInsz: 'B' } → { state: 'applied', personIds: [the one who is B now], … }
 */
export function applyNumberEvent(session: Session, event: NumberEvent): Result<NumberOutcome> {
  const done = attempt(session.db, () => ok(take(session, event)));
  if (done.ok && done.value.personIds.length > 0) tellMoved(session, done.value.personIds);
  return done;
}

export type NumberOutcomes = {
  applied: number;
  known: number;
  quarantined: number;
  replayed: number;
  personIds: string[];
};

/**
 * Takes up to 500 events in, in their order and in one transaction (the open one, where there is one); for more, call it again. Those
 * whose numbers nobody here holds and nothing mentions are written down together, so that thousands of them cost no look-up each.
 */
export function applyNumberEvents(session: Session, events: readonly NumberEvent[]): Result<NumberOutcomes> {
  const { db } = session;
  const touched = new Set<string>();
  const outcomes: NumberOutcomes = { applied: 0, known: 0, quarantined: 0, replayed: 0, personIds: [] };
  const done = attempt(db, () => {
    const plain = plainEvents(db, events.filter(numbersAreValid), session.clock.now().toISOString());
    outcomes.applied = plain.size;
    for (const event of events) {
      if (plain.has(event.eventId)) continue;
      const { state, personIds } = take(session, event);
      outcomes[state] += 1;
      for (const id of personIds) touched.add(id);
    }
    return ok(outcomes);
  });
  if (done.ok && touched.size > 0) tellMoved(session, [...touched]);
  return done.ok ? ok({ ...outcomes, personIds: [...touched] }) : done;
}

/** Tries a quarantined one again, as a person asks for. Failures: what the disk or the database says. */
export function retryEvent(session: Session, event: NumberEvent): Result<NumberOutcome> {
  const done = attempt(session.db, () => ok(decide(session, event)));
  if (done.ok && done.value.personIds.length > 0) tellMoved(session, done.value.personIds);
  return done;
}

/** Tries those again that had to wait for a sending. Asked at the start, and whenever a sending is settled. */
export function retryBusyEvents(session: Session): number {
  const waiting = busyEvents(session.db);
  if (waiting.length === 0) return 0;
  const touched = new Set<string>();
  const settled = transaction(session.db, () =>
    waiting.filter((event) => {
      const { state, personIds } = decide(session, event);
      for (const id of personIds) touched.add(id);
      return state !== 'quarantined';
    }),
  );
  if (touched.size > 0) tellMoved(session, [...touched]);
  return settled.length;
}

/** Persons whose number or records changed: every page that shows them reads again. */
function tellMoved(session: Session, personIds: readonly string[]): void {
  session.changed('register.changed', personIds);
  for (const name of [
    'worker.changed',
    'training.changed',
    'outbox.changed',
    'presence.changed',
    'applicant.changed',
  ] as const)
    session.changed(name);
}

function take(session: Session, event: NumberEvent): NumberOutcome {
  if (findEvent(session.db, event.eventId) !== null) return { state: 'replayed', reason: null, ...nothing };
  return decide(session, event);
}

/** In the open transaction. What stood in the way is looked at before anything is written. */
function decide(session: Session, event: NumberEvent): NumberOutcome {
  const at = session.clock.now().toISOString();
  const end = (state: 'applied' | 'known', moved: Moved = nothing): NumberOutcome => {
    keepEvent(session.db, { ...event, state, reason: null, at });
    return { state, reason: null, ...moved };
  };
  const refusal = refusalOf(session, event);
  if (refusal === 'known') return end('known');
  if (refusal !== null) {
    keepEvent(session.db, { ...event, state: 'quarantined', reason: refusal, at });
    return { state: 'quarantined', reason: refusal, ...nothing };
  }
  const { db } = session;
  if (event.newInsz === null) {
    insertCancelled(db, event);
    return end('applied', flagHolders(session, event));
  }
  insertAlias(db, { ...event, newInsz: event.newInsz });
  deleteCancelled(db, event.oldInsz);
  const last = resolveNumber(db, event.newInsz);
  if (last?.cancelled === true) return end('applied', flagHolders(session, event));
  return end('applied', moveHolders(session, event));
}

const numbersAreValid = ({ kind, oldInsz, newInsz }: NumberEvent): boolean =>
  (kind === 'replacement') === (newInsz !== null) &&
  oldInsz !== newInsz &&
  readInsz(oldInsz) !== null &&
  (newInsz === null || readInsz(newInsz) !== null);

/** Why nothing may be done with it, or `known` where it says nothing new. Rules R-e, R-f. */
function refusalOf({ db }: Session, event: NumberEvent): QuarantineReason | 'known' | null {
  const { oldInsz, newInsz } = event;
  if (oldInsz === newInsz) return 'itself';
  if (!numbersAreValid(event)) return 'invalidNumber';
  const standing = aliasOf(db, oldInsz);
  // A number that was replaced is not in use either: its cancellation says nothing new, whichever came first.
  if (newInsz === null) return standing !== null || isCancelled(db, oldInsz) ? 'known' : null;
  const last = resolveNumber(db, newInsz);
  if (last === null) return 'chainTooLong';
  if (last.path.includes(oldInsz)) return 'cycle';
  if (standing !== null) return resolveNumber(db, oldInsz)?.insz === last.insz ? 'known' : 'contradicts';
  const before = numbersBefore(db, oldInsz);
  if (Math.max(...before.values()) + last.path.length > longestChain) return 'chainTooLong';
  if (last.cancelled) return null;
  const numbers = new Set([...before.keys(), ...numbersBefore(db, last.insz).keys()]);
  return mergeStandsInTheWay(db, holdersOf(db, [...numbers])) ? 'busy' : null;
}
