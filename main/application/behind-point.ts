// While this installation is a registration point, a window may do nothing but what the point is for: whoever stands before it, or
// a page that was taken over, neither leaves it nor reads anything. The command line is whoever owns the computer's account.
import type { CallName } from '../../preload/contract/index.ts';
import { fail } from '../../preload/contract/result.ts';
import type { Handlers } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { pointIsOn } from '../registration-point/point-store.ts';

const ofPoint: ReadonlySet<string> = new Set<CallName>([
  'point.state',
  'point.check',
  'point.register',
  'point.enrol',
  'point.leave',
]);

/** The same handlers, all others refused with `pointOn` while a point is on. A page starts with `app.state`: it gets the bare form of it. */
export function behindPoint(handlers: Handlers, session: Session): Handlers {
  const gated = Object.entries(handlers).map(([name, handler]) => {
    if (ofPoint.has(name)) return [name, handler];
    if (name === 'app.state') return [name, bareState(handlers, session)];
    const asking = (input: never, call: never) =>
      isLocked(session) ? fail('pointOn') : (handler as (a: never, b: never) => unknown)(input, call);
    return [name, asking];
  });
  return Object.fromEntries(gated) as Handlers;
}

const isLocked = (session: Session): boolean =>
  session.actor().kind !== 'commandLine' && pointIsOn(session.db);

/** No name of anybody in the office, no employer, no counts, no other environment. */
const bareState =
  (handlers: Handlers, session: Session): Handlers['app.state'] =>
  async (input, call) => {
    const state = await handlers['app.state'](input, call);
    if (!state.ok || !isLocked(session)) return state;
    const { value } = state;
    const counts = { today: 0, trainingToFix: 0, connection: 0, outbox: 0, employers: 0, workers: 0 };
    const environments = value.environments.filter(({ name }) => name === value.environment.name);
    return { ok: true, value: { ...value, personName: '', employerId: null, counts, environments } };
  };

/** Whether a window may get an event: meanwhile only those of the point. */
export const mayHear = (session: Session | null, json: string): boolean =>
  json.startsWith('{"name":"point.') || session === null || !session.db.open || !pointIsOn(session.db);
