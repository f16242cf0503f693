// The first links: network and proxy, name, TLS and who signed it, and the clock. Nothing is asked for yet but an answer.
import type { Link } from '../../preload/contract/doctor.ts';
import { skewOf } from '../accounts/token-api.ts';
import { isBeyondCorrection } from '../certificates/sign-assertion.ts';
import type { HttpAnswer, HttpOutcome, HttpPort, ServerCertificate, Way } from '../platform/http.ts';
import { broken, doubtful, inOrder, isBroken } from './links.ts';

/** Above this the person is told; an assertion of five minutes still works, corrected by the service's own date. */
const warnSkewSeconds = 60;
const timeoutMs = 15_000;

export type WayFound = {
  links: Link[];
  /** The service's clock minus ours, in seconds; null when it was not told. */
  skewSeconds: number | null;
};

/** Walks to an address and asks it for any answer at all, which is good news here. */
export async function checkWay(
  http: HttpPort,
  url: string,
  now: () => Date,
  signal?: AbortSignal,
): Promise<WayFound> {
  const stop = signal === undefined ? {} : { signal };
  const way = (await http.inspect?.(url, { timeoutMs, ...stop })) ?? null;
  const links = way === null ? [] : linksOf(way);
  if (isBroken(links)) return { links, skewSeconds: null };
  const outcome = await http.fetch({
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    timeoutMs,
    maxBytes: 65_536,
    ...stop,
  });
  const host = URL.parse(url)?.hostname ?? '';
  if (outcome.kind !== 'answer') {
    const rest = links.filter(({ id }) => id !== 'network');
    return { links: [...notReached(outcome, host), ...rest], skewSeconds: null };
  }
  if (isWebPage(outcome, host)) {
    const rest = links.filter(({ id }) => id !== 'network');
    return { links: [broken('network', 'networkSignIn', { params: { host } }), ...rest], skewSeconds: null };
  }
  const skewSeconds = skewOf(outcome.headers['date'], now());
  const known = way === null ? [inOrder('network', 'networkDirect', { params: { host } })] : links;
  return { links: [...known, clockLink(skewSeconds)], skewSeconds };
}

function linksOf(way: Way): Link[] {
  const { host, proxy } = way;
  const params = { host, proxy: proxy?.host ?? '' };
  const dns = nameLink(way);
  if (way.connection === 'offline') return [broken('network', 'networkOffline', { params })];
  if (dns.outcome === 'failed') return [dns];
  if (way.connection !== 'open')
    return [broken('network', connectionKeys[way.connection ?? 'lost'], { params }), dns];
  const network = inOrder('network', proxy === null ? 'networkDirect' : 'networkByProxy', { params });
  return [network, dns, ...tlsLinks(way)];
}

const connectionKeys = {
  offline: 'networkOffline',
  refused: 'networkRefused',
  timeout: 'networkTimeout',
  lost: 'networkLost',
  proxyUnreachable: 'proxyUnreachable',
  proxyAsksPassword: 'proxyPassword',
  proxyRefuses: 'proxyRefuses',
} as const;

function nameLink({ host, name }: Way): Link {
  const params = { host };
  if (name === 'unknown') return broken('dns', 'dnsUnknown', { params });
  if (name === 'silent') return broken('dns', 'dnsSilent', { params });
  if (name === 'leftToProxy') return inOrder('dns', 'dnsByProxy', { params });
  return inOrder('dns', /^[\d.]+$|:/.test(host) ? 'dnsNotNeeded' : 'dnsOk', { params });
}

const tlsKeys = {
  unknownAuthority: 'tlsUnknown',
  otherName: 'tlsOtherName',
  ended: 'tlsEnded',
  notYet: 'tlsNotYet',
  broken: 'tlsBroken',
} as const satisfies Record<Exclude<ServerCertificate['trusted'], 'yes'>, string>;

function tlsLinks({ host, certificate, noTls }: Way): Link[] {
  if (noTls) return [broken('tls', 'tlsNone', { params: { host } })];
  if (certificate === null) return [];
  const { subject, issuer, trusted, authority, validTo } = certificate;
  const params = { host, subject, issuer, date: validTo.slice(0, 10) };
  if (trusted !== 'yes') return [broken('tls', tlsKeys[trusted], { params })];
  if (authority === 'own') return [inOrder('tls', 'tlsOwn', { params })];
  // Trusted only because somebody told this computer to: an office proxy that opens connections looks like this.
  if (authority === 'computer') return [doubtful('tls', 'tlsOffice', { params })];
  return [inOrder('tls', 'tlsOk', { params })];
}

function notReached(outcome: Exclude<HttpOutcome, { kind: 'answer' }>, host: string): Link[] {
  const params = { host, proxy: '', issuer: '', subject: '', date: '' };
  const { reason } = outcome;
  if (reason === 'tlsNotTrusted') return [broken('tls', 'tlsUnknown', { params })];
  if (reason === 'nameNotResolved') return [broken('dns', 'dnsUnknown', { params })];
  if (reason === 'proxyRefused') return [broken('network', 'proxyRefuses', { params })];
  if (reason === 'connectionRefused') return [broken('network', 'networkRefused', { params })];
  if (reason === 'offline') return [broken('network', 'networkOffline', { params })];
  return [broken('network', reason === 'timeout' ? 'networkTimeout' : 'networkLost', { params })];
}

/** An interface answers a question without a body with an error, never with a page or by sending one elsewhere. */
export function isWebPage({ status, headers, body }: HttpAnswer, host: string): boolean {
  const elsewhere = status >= 300 && status < 400 && URL.parse(headers['location'] ?? '')?.hostname !== host;
  const start = Buffer.from(body.subarray(0, 512)).toString('utf8');
  const page = /html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html)/i.test(start);
  return elsewhere || (page && (status < 300 || status === 511));
}

function clockLink(skewSeconds: number | null): Link {
  if (skewSeconds === null) return doubtful('clock', 'clockUnknown');
  const params = { seconds: Math.abs(skewSeconds), minutes: Math.round(Math.abs(skewSeconds) / 60) };
  if (Math.abs(skewSeconds) <= warnSkewSeconds) return inOrder('clock', 'clockOk', { params });
  // Too far to be allowed for: whether a token is refused for it, the service has the last word.
  if (isBeyondCorrection(skewSeconds))
    return doubtful('clock', skewSeconds > 0 ? 'clockFarBehind' : 'clockFarAhead', { params });
  return doubtful('clock', skewSeconds > 0 ? 'clockBehind' : 'clockAhead', { params });
}
