// The calls `service.*` and `deadline.*`.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { listDeadlines } from './list-deadlines.ts';
import { saveDeadlines } from './save-deadlines.ts';
import { loadServiceCalendar } from './service-calendar.ts';
import { asksConfirmation, standingOn } from './service-state.ts';

/** `reaches`: whether what is sent here may reach production. */
export function serviceHandlers(
  session: Session,
  reaches: () => boolean,
): HandlersOf<'service' | 'deadline'> {
  return {
    'service.list': () => listServices(session, reaches),
    'deadline.list': (input) => listDeadlines(session, input),
    'deadline.saveCalendar': (input, { windowId }) => saveDeadlines(session, windowId, input),
  };
}

function listServices(session: Session, reaches: () => boolean): Result<HandlerOutput<'service.list'>> {
  const read = loadServiceCalendar(session.resourcesDir);
  if (!read.ok) return read;
  const calendar = read.value;
  const date = session.businessDate();
  const { kind } = session.environment;
  return ok({
    date,
    recordedOn: calendar.recordedOn,
    services: calendar.services.map(({ service, states }) => {
      const { state, since, until, next } = standingOn(calendar, service, date);
      return {
        service,
        state,
        since,
        until,
        next,
        asksConfirmation: asksConfirmation(kind, reaches(), state),
        states,
      };
    }),
    deadlines: calendar.deadlines.map(({ rule, source, words, certainty }) => ({
      rule,
      source,
      words,
      certainty,
    })),
  });
}
