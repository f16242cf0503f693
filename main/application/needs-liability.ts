// Acts that send something where production is reached wait until the notice on liability was read and accepted once: not only in the
// page, but for every caller.
import type { CallName } from '../../preload/contract/index.ts';
import { fail } from '../../preload/contract/result.ts';
import type { Handlers } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import type { Environments } from '../settings/environments.ts';
import { readAccepted } from '../settings/going-live-store.ts';
import { reachesProduction } from '../settings/production-in-use.ts';

const sending: ReadonlySet<string> = new Set<CallName>([
  'outbox.send',
  'outbox.resume',
  'outbox.resolve',
  'outbox.decide',
  'provider.send',
  'provider.withdraw',
  'applicantBatch.start',
  'applicantBatch.resume',
  'applicantRequest.ask',
  'applicantRequest.withdraw',
  'applicantRequest.accept',
  'applicantRequest.renounce',
  // What it switches on may then be asked by any act of the register.
  'cbss.saveProfile',
  'point.start',
  'point.register',
  'point.feed',
]);

/** The same handlers, those that send behind the notice. Failure liabilityNotAccepted. */
export function behindLiability(handlers: Handlers, session: Session, environments: Environments): Handlers {
  const gated = Object.entries(handlers).map(([name, handler]) => {
    if (!sending.has(name)) return [name, handler];
    const asking = (input: never, call: never) =>
      reachesProduction(session.environment, environments) && readAccepted(session.db) === null
        ? fail('liabilityNotAccepted')
        : (handler as (a: never, b: never) => unknown)(input, call);
    return [name, asking];
  });
  return Object.fromEntries(gated) as Handlers;
}
