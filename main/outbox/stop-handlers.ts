// The calls that stop a route: they need accounts, routes, register and queue together.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { submitTrainings } from '../training/submit-trainings.ts';
import { workerYearQueue } from './queue-worker-years.ts';
import { stopPreview, stopRoute } from './stop-route.ts';
import { draftsAmong, type Taken, untouchedDrafts } from './stop-store.ts';

/** Stops whose trainings can be submitted again by Undo; earlier ones are forgotten. */
const mostStops = 20;

export function stopHandlers(
  session: Session,
): Pick<HandlersOf<'route'>, 'route.stop' | 'route.stopPreview' | 'route.submitTakenOut'> {
  const queue = workerYearQueue(session);
  const stops = new Map<string, Taken[]>();
  return {
    'route.stopPreview': ({ stop }) => stopPreview(session, stop),
    'route.stop': (input, call) => {
      const done = stopRoute(session, queue, call.windowId, input);
      if (!done.ok) return done;
      const { taken, ...told } = done.value;
      const stopId = session.ids.newId();
      stops.set(stopId, taken);
      for (const [id] of [...stops].slice(0, -mostStops)) stops.delete(id);
      return ok({ stopId, ...told });
    },
    'route.submitTakenOut': ({ stopId }) => {
      const taken = stops.get(stopId);
      if (taken === undefined) return fail('notFound');
      const submitted = submitAgain(session, queue, taken);
      if (submitted.ok) stops.delete(stopId);
      return submitted;
    },
  };
}

/** What no longer passes the rules stays a draft, as at any submitting. */
function submitAgain(
  session: Session,
  queue: ReturnType<typeof workerYearQueue>,
  taken: readonly Taken[],
): Result<{ submitted: number; left: number }> {
  const ids = untouchedDrafts(session.db, taken);
  const done = ids.length === 0 ? ok({ submitted: 0 }) : submitTrainings(session, queue, { ids });
  if (!done.ok) return done;
  return ok({ submitted: done.value.submitted, left: draftsAmong(session.db, taken) });
}
