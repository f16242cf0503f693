// The HTTP port on Electron's `net.fetch`, given as a parameter so that this file needs no Electron. Chromium's network
// names say whether a request left: only those of connecting count as never sent, all others as unknown.
import {
  DEFAULT_MAX_BYTES,
  type HttpOutcome,
  type HttpPort,
  type HttpRequest,
  type NotSentReason,
} from './http.ts';
import { systemHttp, trusted } from './http-undici.ts';
import { inspector } from './inspect-way.ts';
import type { ProxyUse } from './proxy-of.ts';

/** The part of `net.fetch` that is used. */
export type ElectronFetch = (url: string, init: RequestInit) => Promise<Response>;

const NOT_SENT: readonly (readonly [RegExp, NotSentReason])[] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_DNS/, 'nameNotResolved'],
  [/ERR_CONNECTION_REFUSED/, 'connectionRefused'],
  [/ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_ACCESS_DENIED/, 'offline'],
  [/ERR_CERT_|ERR_SSL_PROTOCOL|ERR_SSL_VERSION/, 'tlsNotTrusted'],
  [/ERR_PROXY_|ERR_TUNNEL_CONNECTION_FAILED|ERR_MANDATORY_PROXY/, 'proxyRefused'],
  [/ERR_CONNECTION_TIMED_OUT/, 'timeout'],
];

/**
 * `fetch` is `net.fetch` of an in-memory session without cache and cookies; `resolveProxy` answers in the words of a PAC
 * file which way that session takes to an address.
 */
export function electronHttp(
  fetch: ElectronFetch,
  resolveProxy: (url: string) => Promise<string> = () => Promise.resolve('DIRECT'),
): HttpPort {
  const ending = new AbortController();
  let showing: HttpPort | undefined;
  return {
    async fetch(request) {
      // Electron shows certificates of the system's store alone; one of ours goes by Node's own TLS.
      if (request.client !== undefined) {
        showing ??= systemHttp();
        return showing.fetch(request);
      }
      if (ending.signal.aborted || request.signal?.aborted) return { kind: 'notSent', reason: 'cancelled' };
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signals = [ending.signal, deadline, ...(request.signal ? [request.signal] : [])];
      const signal = AbortSignal.any(signals);
      const why = () => (deadline.aborted ? 'timeout' : 'cancelled');
      return send(fetch, request, signal, why);
    },
    inspect: inspector(
      () => ({ ca: trusted(), own: null }),
      async (url) => proxyInPac(await resolveProxy(url)),
    ),
    close: async () => {
      ending.abort();
      await showing?.close();
    },
  };
}

/** The first way of a PAC answer: `PROXY proxy.example:8080; DIRECT`. Others than HTTP proxies are told as direct. */
export function proxyInPac(answer: string): ProxyUse {
  const [, kind = '', host = ''] = /^\s*(PROXY|HTTPS|HTTP)\s+([^\s;]+)/i.exec(answer) ?? [];
  const url =
    host === '' ? null : URL.parse(`${kind.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${host}`);
  return url === null ? null : { url };
}

async function send(
  fetch: ElectronFetch,
  request: HttpRequest,
  signal: AbortSignal,
  why: () => 'timeout' | 'cancelled',
): Promise<HttpOutcome> {
  let response: Response;
  try {
    const body = request.body === undefined ? {} : { body: Buffer.from(request.body) };
    response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...body,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (error) {
    // Once handed to Chromium there is no telling whether it was written before it was stopped.
    if (signal.aborted) return { kind: 'unknown', reason: why() };
    const text = error instanceof Error ? error.message : '';
    const known = NOT_SENT.find(([pattern]) => pattern.test(text));
    return known ? { kind: 'notSent', reason: known[1] } : { kind: 'unknown', reason: 'connectionLost' };
  }
  return read(response, request.maxBytes ?? DEFAULT_MAX_BYTES, signal, why);
}

async function read(
  response: Response,
  max: number,
  signal: AbortSignal,
  why: () => 'timeout' | 'cancelled',
): Promise<HttpOutcome> {
  const status = response.status;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > max) return { kind: 'unknown', reason: 'tooLarge', status };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'unknown', reason: signal.aborted ? why() : 'halfBody', status };
  }
  return {
    kind: 'answer',
    status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.concat(chunks),
  };
}
