// The HTTP port on undici. Practice speaks straight to loopback with its own authority and never through a proxy; real
// environments go through the proxy of the system's variables and trust what the operating system trusts.
import { getCACertificates } from 'node:tls';
import type { Dispatcher } from 'undici';
import type { HttpPort, HttpRequest } from './http.ts';
import { exchange } from './http-exchange.ts';
import { inspector } from './inspect-way.ts';
import { proxyOf } from './proxy-of.ts';

/** Polite to the authorities' servers; practice is ours alone, so a queue of worker-years may fill more. */
const CONNECTIONS = 8;
const PRACTICE_CONNECTIONS = 24;
const KEEP_ALIVE_MS = 30_000;
/** The authorities' services ask for it, whatever the process was started with. */
const secure = { minVersion: 'TLSv1.2' } as const;
const CONNECT_MS = 15_000;

/** For the practice environment: trusts `caPem` and nothing else, never uses a proxy. */
export function practiceHttp({ caPem }: { caPem: string }): HttpPort {
  const inspect = inspector(
    () => ({ ca: [caPem], own: caPem }),
    () => null,
  );
  return port(inspect, async (shown) => {
    const { Agent } = await import('undici');
    return new Agent({
      ...limits,
      connections: PRACTICE_CONNECTIONS,
      connect: { ...secure, ...shown, ca: caPem, timeout: CONNECT_MS },
    });
  });
}

/** For real environments: proxy variables, the system's trusted authorities, and `caPem` besides where one is given. */
export function systemHttp({ caPem = null }: { caPem?: string | null } = {}): HttpPort {
  const trust = () => ({ ca: [...trusted(), ...(caPem === null ? [] : [caPem])], own: caPem });
  return port(inspector(trust, proxyOf), async (shown) => {
    const { EnvHttpProxyAgent } = await import('undici');
    const { ca } = trust();
    // Behind a proxy the authority belongs to the request's own TLS, and also to the proxy's where that is https.
    const tls = { ...secure, ca, timeout: CONNECT_MS };
    // The certificate of a client is for the service, never for a proxy.
    const own = { ...tls, ...shown };
    return new EnvHttpProxyAgent({ ...limits, connect: own, requestTls: own, proxyTls: tls });
  });
}

const limits = {
  connections: CONNECTIONS,
  pipelining: 1,
  allowH2: false,
  keepAliveTimeout: KEEP_ALIVE_MS,
  // The port's own deadline covers the whole exchange.
  headersTimeout: 0,
  bodyTimeout: 0,
};

/** Authorities that every browser knows and those that this computer was given. */
export function trusted(): string[] {
  return [...new Set([...getCACertificates('bundled'), ...getCACertificates('system')])];
}

/** In the words of TLS; nothing where none is shown. */
type ShownCertificate = { cert?: string; key?: string };

/** Makes the agent at the first request: loading it costs time that start-up does not have. */
function port(
  inspect: NonNullable<HttpPort['inspect']>,
  make: (shown: ShownCertificate) => Promise<Dispatcher>,
): HttpPort {
  let agent: Promise<Dispatcher> | undefined;
  let showing: { fingerprint: string; agent: Promise<Dispatcher> } | undefined;
  let closed = false;
  /** Connections of their own: one that was made without the certificate must not carry what needs it. */
  const showingAgent = ({ certificate, privateKey }: NonNullable<HttpRequest['client']>) => {
    const { fingerprint256: fingerprint } = certificate;
    if (showing?.fingerprint === fingerprint) return showing.agent;
    void showing?.agent.then((old) => old.close());
    const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    showing = { fingerprint, agent: make({ cert: certificate.toString(), key }) };
    return showing.agent;
  };
  return {
    async fetch(request) {
      if (closed) return { kind: 'notSent', reason: 'cancelled' };
      if (request.client !== undefined) return exchange(await showingAgent(request.client), request);
      agent ??= make({});
      return exchange(await agent, request);
    },
    inspect,
    async close() {
      closed = true;
      await (await agent)?.destroy();
      await (await showing?.agent)?.destroy();
    },
  };
}
