// Whether the environment that is open may reach production: by its kind, or because a person entered production's
// addresses for another one.
import type { Environment } from '../platform/environment.ts';
import { shippedOf } from './entered-facts.ts';
import type { Environments } from './environments.ts';

/** Looked at anew each time: addresses may be entered at any moment. */
export function reachesProduction(environment: Environment, environments: Environments): boolean {
  if (environment.kind === 'production') return true;
  const real = [...environments.values()].filter(({ kind }) => kind === 'production');
  const hosts = new Set(real.flatMap((one) => [...hostsOf(one), ...hostsOf(shippedOf(one))]));
  return hostsOf(environment).some((host) => hosts.has(host));
}

/** Hosts of the services that are written to; the access service is one for several environments. */
const hostsOf = ({ services }: Environment): string[] =>
  [
    ...Object.values(services).map(({ baseUrl }) => baseUrl),
    services.fla.trainingProviderBaseUrl ?? null,
  ].flatMap((address) => {
    const host = URL.parse(address?.value ?? '')?.hostname.replace(/\.$/, '') ?? '';
    return host === '' ? [] : [host];
  });
