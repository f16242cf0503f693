// Acts that send something in production wait until the notice on liability was read and accepted once: not only in the
// page, but for every caller.
import type { CallName } from '../../preload/contract/index.ts';
import { fail } from '../../preload/contract/result.ts';
import type { Handlers } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { readAccepted } from '../settings/going-live-store.ts';

const sending: ReadonlySet<string> = new Set<CallName>([
  'outbox.send',
  'outbox.resume',
  'outbox.resolve',
  'outbox.decide',
]);

/** The same handlers, those that send behind the notice. Failure liabilityNotAccepted. */
export function behindLiability(handlers: Handlers, session: Session): Handlers {
  if (session.environment.kind !== 'production') return handlers;
  const gated = Object.entries(handlers).map(([name, handler]) => {
    if (!sending.has(name)) return [name, handler];
    const asking = (input: never, call: never) =>
      readAccepted(session.db) === null
        ? fail('liabilityNotAccepted')
        : (handler as (a: never, b: never) => unknown)(input, call);
    return [name, asking];
  });
  return Object.fromEntries(gated) as Handlers;
}
