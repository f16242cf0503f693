// What a person does with events about numbers: looks at them, tries one again, throws one away, or tells one.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { parseInsz } from '../../../preload/rules/identifiers/insz.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { namesOf } from '../person-store.ts';
import { applyNumberEvent, retryEvent } from './apply-number-event.ts';
import { personOfNumber } from './number-chain.ts';
import { countOpenEvents, findEvent, keepEvent, listEvents } from './number-store.ts';
import { wouldJoin } from './would-join.ts';

type Settled = Result<HandlerOutput<'register.settleNumberEvent'>>;
const most = 500;

export function showEvents(
  { db }: Session,
  { open }: HandlerInput<'register.numberEvents'>,
): HandlerOutput<'register.numberEvents'> {
  const rows = listEvents(db, { open, limit: most }).map(({ eventId, ...event }) => {
    const personId = personOfNumber(db, event.oldInsz)?.personId ?? null;
    const names = personId === null ? null : namesOf(db, personId);
    return {
      ...{ id: eventId, ...event, personId },
      personName: names === null ? '' : `${names.givenName} ${names.familyName}`.trim(),
    };
  });
  return { rows, count: countOpenEvents(db) };
}

/** Failures: notFound, stateNotAllowed. One that still cannot be stays as it is, with its reason. */
export function settleEvent(
  session: Session,
  { id, way }: HandlerInput<'register.settleNumberEvent'>,
): Settled {
  const event = findEvent(session.db, id);
  if (event === null) return fail('notFound');
  if (event.state !== 'quarantined') return fail('stateNotAllowed');
  if (way === 'retry') {
    const retried = retryEvent(session, event);
    if (!retried.ok) return retried;
    const { state, reason } = retried.value;
    return ok({ state: state === 'replayed' ? 'known' : state, reason });
  }
  const done = attempt<HandlerOutput<'register.settleNumberEvent'>>(session.db, () => {
    keepEvent(session.db, { ...event, state: 'dismissed', reason: event.reason });
    recordAct(session, {
      ...{ employerId: null, kind: 'register.eventDismissed', summary: '' },
      payload: { origin: event.origin, effectiveDate: event.effectiveDate, reason: event.reason },
    });
    return ok({ state: 'dismissed', reason: event.reason });
  });
  if (done.ok) session.changed('register.changed');
  return done;
}

/**
 * Two known persons become one only where that was said (`join`): else it answers who they are and does nothing. Failures:
 * identifierInvalid, refusedByRule (`NUM-CYCLE`, `NUM-ITSELF`, `NUM-FUTURE`, …): nothing of it is kept then.
 */
export function recordReplacement(
  session: Session,
  input: HandlerInput<'register.recordReplacement'>,
): Result<HandlerOutput<'register.recordReplacement'>> {
  const oldInsz = parseInsz(input.oldInsz);
  const newInsz = input.newInsz === null ? null : parseInsz(input.newInsz);
  if (oldInsz === null || (input.newInsz !== null && newInsz === null)) return fail('identifierInvalid');
  const today = session.businessDate();
  // Numbers go on as soon as it is told: one that counts from later would count too early.
  if ((input.effectiveDate ?? today) > today)
    return fail('refusedByRule', { details: { rules: 'NUM-FUTURE' } });
  return attempt<HandlerOutput<'register.recordReplacement'>>(session.db, () => {
    const joins = newInsz === null || input.join ? null : wouldJoin(session.db, oldInsz, newInsz);
    if (joins !== null)
      return ok({ state: 'joins', reason: null, persons: 0, lines: 0, personId: null, joins });
    const applied = applyNumberEvent(session, {
      ...{ eventId: `person.${session.ids.newId()}`, oldInsz, newInsz, origin: 'person' },
      kind: newInsz === null ? 'cancellation' : 'replacement',
      effectiveDate: input.effectiveDate ?? today,
    });
    if (!applied.ok) return applied;
    const { state, reason, personIds, lines } = applied.value;
    // One that must wait is kept: it goes on by itself.
    if (state === 'quarantined' && reason !== 'busy')
      return fail('refusedByRule', { details: { rules: `NUM-${(reason ?? '').toUpperCase()}` } });
    const told = state === 'replayed' ? 'known' : state;
    const personId = personIds.length === 1 ? (personIds[0] ?? null) : null;
    return ok({ state: told, reason, persons: personIds.length, lines, personId, joins: null });
  });
}
