// Which calls speak to a service: in practice they wait until the embedded service runs. All others never do, so that
// the first answer after start-up does not depend on it.
import type { CallName } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Handlers } from '../platform/handler.ts';

const speaking: ReadonlySet<string> = new Set<CallName>([
  'doctor.run',
  'account.registerInPractice',
  'renewal.setInPractice',
  'renewal.test',
  'outbox.send',
  'outbox.resume',
  'outbox.resolve',
  'outbox.decide',
  'provider.send',
  'provider.withdraw',
  'providerFiling.fetch',
  'rescue.start',
  'rescue.resume',
  'rescue.runDue',
  'presence.lookUp',
  'presence.follow',
  'applicantAnswer.read',
  'point.start',
  'point.check',
  'point.register',
  'point.feed',
  'applicantBatch.start',
  'applicantBatch.resume',
  'applicantRequest.ask',
  'applicantRequest.watch',
  'applicantRequest.refresh',
  'applicantRequest.withdraw',
  'applicantRequest.accept',
  'applicantRequest.renounce',
  'applicantRequest.link',
  'cbss.saveProfile',
  'cbss.authorise',
  'cbss.test',
  'cbss.search',
  'cbss.create',
  'cbss.correct',
  'cbss.subscribe',
  'cbss.unsubscribe',
  'cbss.call',
  'cbssWorkbench.build',
  'cbssWorkbench.sign',
  'cbssWorkbench.send',
  'cbssWorkbench.replay',
  'practice.setDate',
  'practice.faults',
  'practice.setFaults',
  'practice.openPage',
  'practice.addSamples',
  'practice.enrol',
]);

/** These ask a service only where a connector is on; one that cannot be reached is an answer to them, which they keep (N8). */
const askingSource: ReadonlySet<string> = new Set<CallName>([
  'register.insert',
  'register.delete',
  'register.restore',
  'register.consultSource',
  'register.retryPending',
  'registerInscribing.preview',
  'registerInscribing.start',
  'registerInscribing.resume',
]);

export const speaksToService = (name: string): boolean => speaking.has(name);

/** The same handlers, those that speak to a service behind `ready`. A service that cannot start is their failure. */
export function behindService(
  handlers: Handlers,
  ready: () => Promise<Result<void>>,
  connectorIsOn: () => boolean = () => false,
): Handlers {
  const gated = Object.entries(handlers).map(([name, handler]) => {
    const answer = handler as (a: never, b: never) => unknown;
    if (askingSource.has(name))
      return [
        name,
        async (input: never, call: never) => {
          if (connectorIsOn()) await ready();
          return answer(input, call);
        },
      ];
    if (!speaksToService(name)) return [name, handler];
    const waiting = async (input: never, call: never) => {
      const started = await ready();
      return started.ok ? answer(input, call) : started;
    };
    return [name, waiting];
  });
  return Object.fromEntries(gated) as Handlers;
}

/** For environments whose services are not ours to start. */
export const alwaysReady = (): Promise<Result<void>> => Promise.resolve(ok(undefined));
