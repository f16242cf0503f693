// The HTTP port of one environment: made at the first request, when practice knows its authority, and watched for
// whether the services can be reached.
import type { Environment } from '../platform/environment.ts';
import type { HttpPort } from '../platform/http.ts';
import { practiceHttp, systemHttp } from '../platform/http-undici.ts';
import type { Online } from '../today/list-today.ts';

export type WatchedHttp = HttpPort & { online(): Online };
export type MakeHttp = (environment: Environment) => HttpPort;

/** Practice speaks straight to loopback; the others go by the system's proxy and trusted authorities. */
export const defaultHttp: MakeHttp = ({ kind, caPem }) =>
  kind === 'practice' && caPem !== null ? practiceHttp({ caPem }) : systemHttp({ caPem });

export function watchedHttp(environment: Environment, make: MakeHttp, changed: () => void): WatchedHttp {
  let port: HttpPort | undefined;
  let authority: string | null = null;
  let online: Online = 'unknown';
  const note = (next: Online) => {
    if (next === online) return;
    online = next;
    changed();
  };
  return {
    online: () => online,
    async fetch(request) {
      // A practice service that was started anew has a new authority.
      if (port === undefined || authority !== environment.caPem) {
        void port?.close();
        authority = environment.caPem;
        port = make(environment);
      }
      const outcome = await port.fetch(request);
      if (outcome.kind === 'answer') note('online');
      else if (outcome.reason !== 'cancelled' && outcome.reason !== 'tooLarge') note('offline');
      return outcome;
    },
    async close() {
      await port?.close();
    },
  };
}
