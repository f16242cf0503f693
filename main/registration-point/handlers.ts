// The calls `point.*`.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Connections } from '../outbox/connection.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { startFollowing } from '../presences/follow-pending.ts';
import { openActs } from './act-store.ts';
import { checkService } from './check-service.ts';
import { currentPoint } from './current-point.ts';
import { feedActs } from './feed-acts.ts';
import { enrol, takeBackBadges } from './identify.ts';
import { latestLost, settleLate } from './late-acts.ts';
import { registerWorker } from './register-worker.ts';
import { resolveOpen } from './resolve-open.ts';
import { type PointRuntime, pointRuntime } from './runtime.ts';
import { showPoint } from './show-point.ts';
import { endPoint, leavePoint, startPoint } from './start-point.ts';

/** `connections`: in place of the session's own accounts. */
export function registrationPointHandlers(
  session: Session,
  connections?: () => Connections,
): HandlersOf<'point'> {
  const runtime = pointRuntime(session, connections);
  /** What only whoever owns the computer's account may do: a page is anybody's who stands before it. */
  const fromTerminal = () => session.actor().kind === 'commandLine';
  return {
    'point.state': async () => ok(await showPoint(session, runtime)),
    async 'point.start'(input) {
      const started = await startPoint(session, runtime, input);
      return started.ok ? checked(session, runtime) : started;
    },
    'point.check': () => checked(session, runtime),
    'point.register': (input) => registerWorker(session, runtime, input),
    'point.enrol': (input) => {
      const current = currentPoint(session.db);
      if (!current.ok) return current;
      const { works, channels } = current.value;
      return enrol(session, { employerId: works.employer_id, channels }, input);
    },
    'point.takeBackBadges': (input) => takeBackBadges(session, input),
    'point.leave': ({ pin }) => leavePoint(session, pin),
    'point.stop': () => (fromTerminal() ? endPoint(session, 'point.stopped') : fail('notSupportedHere')),
    'point.feed': (input) => (fromTerminal() ? feedActs(session, runtime, input) : fail('notSupportedHere')),
  };
}

/** Asks whether the service is there; then, behind the answer, about what is still open. */
async function checked(
  session: Session,
  runtime: PointRuntime,
): Promise<Result<HandlerOutput<'point.state'>>> {
  const current = currentPoint(session.db);
  const [open] = openActs(session.db, 1);
  const other = open ?? latestLost(session);
  const employerId = current.ok ? current.value.works.employer_id : other?.employer_id;
  if (employerId !== undefined) {
    const line = await checkService(session, runtime, employerId);
    if (line.ok && runtime.watch.connection().state === 'up') {
      startFollowing(session, line.value);
      if (open !== undefined) await resolveOpen(session, runtime);
      await settleLate(session, runtime);
    }
  }
  return ok(await showPoint(session, runtime));
}
