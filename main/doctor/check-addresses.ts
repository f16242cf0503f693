// Only the way to each address of an environment, with nothing asked for: for the page on which addresses are entered.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { Environment } from '../platform/environment.ts';
import type { HttpPort } from '../platform/http.ts';
import { checkWay } from './check-way.ts';
import { outcomeOf } from './links.ts';

type Hosts = HandlerOutput<'doctor.addresses'>['hosts'];

/** One line per host: the token service first. */
export async function checkAddresses(
  environment: Environment,
  http: HttpPort,
  now: () => Date,
): Promise<Hosts> {
  const { oauth, services } = environment;
  const urls = [
    oauth.tokenUrl.value,
    ...Object.values(services).flatMap(({ baseUrl }) => baseUrl?.value ?? []),
  ];
  const byHost = new Map<string, string>();
  for (const url of urls) {
    const host = URL.parse(url)?.host ?? '';
    if (host !== '' && !byHost.has(host)) byHost.set(host, url);
  }
  const hosts: Hosts = [];
  for (const [host, url] of [...byHost].slice(0, 20)) {
    const { links } = await checkWay(http, url, now);
    hosts.push({ host: host.slice(0, 300), outcome: outcomeOf(links), links: links.slice(0, 6) });
  }
  return hosts;
}
