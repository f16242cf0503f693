// The calls that stop a route: they need accounts, routes, register and queue together.
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { workerYearQueue } from './queue-worker-years.ts';
import { stopPreview, stopRoute } from './stop-route.ts';

export function stopHandlers(
  session: Session,
): Pick<HandlersOf<'route'>, 'route.stop' | 'route.stopPreview'> {
  return {
    'route.stopPreview': ({ stop }) => stopPreview(session, stop),
    'route.stop': (input, call) => stopRoute(session, workerYearQueue(session), call.windowId, input),
  };
}
