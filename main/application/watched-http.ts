// The HTTP port of one environment: made at the first request, when practice knows its authority, and watched for
// whether the services can be reached and for what was said.
import type { Clock } from '../platform/clock.ts';
import type { Environment } from '../platform/environment.ts';
import { createExchangeLog, type ExchangeLog } from '../platform/exchange-log.ts';
import type { HttpPort } from '../platform/http.ts';
import { practiceHttp, systemHttp } from '../platform/http-undici.ts';
import type { Online } from '../today/list-today.ts';

export type WatchedHttp = HttpPort & { online(): Online; exchanges: ExchangeLog };
export type MakeHttp = (environment: Environment) => HttpPort;

/** Practice speaks straight to loopback; the others go by the system's proxy and trusted authorities. */
export const defaultHttp: MakeHttp = ({ kind, caPem }) =>
  kind === 'practice' && caPem !== null ? practiceHttp({ caPem }) : systemHttp({ caPem });

export function watchedHttp(
  environment: Environment,
  make: MakeHttp,
  changed: () => void,
  clock: Clock,
): WatchedHttp {
  let port: HttpPort | undefined;
  let authority: string | null = null;
  let online: Online = 'unknown';
  const note = (next: Online) => {
    if (next === online) return;
    online = next;
    changed();
  };
  const exchanges = createExchangeLog();
  const current = (): HttpPort => {
    // A practice service that was started anew has a new authority.
    if (port === undefined || authority !== environment.caPem) {
      void port?.close();
      authority = environment.caPem;
      port = make(environment);
    }
    return port;
  };
  /** The switches of practice are no exchange with a service. */
  const ownBusiness = (url: string): boolean =>
    environment.practice !== null &&
    [environment.practice.adminUrl, environment.practice.chamanUrl].some((own) => url.startsWith(own));
  return {
    online: () => online,
    exchanges,
    inspect: async (url, options) => (await current().inspect?.(url, options)) ?? null,
    async fetch(request) {
      const [at, began] = [clock.now(), clock.monotonic()];
      const outcome = await current().fetch(request);
      if (!ownBusiness(request.url))
        exchanges.note(request, outcome, at, Math.max(0, Math.round(clock.monotonic() - began)));
      if (outcome.kind === 'answer') note('online');
      else if (outcome.reason !== 'cancelled' && outcome.reason !== 'tooLarge') note('offline');
      return outcome;
    },
    async close() {
      await port?.close();
    },
  };
}
