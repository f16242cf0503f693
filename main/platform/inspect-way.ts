// Walks the way to an address: name, proxy, connection, TLS and who signed the certificate at its end. Nothing is sent
// over the finished connection, and what an untrusted certificate says is only told, never believed.
import { X509Certificate } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as connectTls, getCACertificates, type TLSSocket } from 'node:tls';
import { codesOf, type HttpPort, type ServerCertificate, type Way } from './http.ts';
import type { ProxyUse } from './proxy-of.ts';
import { tunnel } from './proxy-tunnel.ts';

export type Trust = {
  /** PEM of the authorities that count for this port. */
  ca: readonly string[];
  /** PEM of the authority given with the environment, where there is one. */
  own: string | null;
};

/** `proxyFor` null: never a proxy. `timeoutMs` counts for the whole way, so that no link can hold it by talking slowly. */
export function inspector(
  trust: () => Trust,
  proxyFor: (url: string) => ProxyUse | Promise<ProxyUse>,
): NonNullable<HttpPort['inspect']> {
  return async (address, { timeoutMs, signal }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const options = { timeoutMs, signal: signal ? AbortSignal.any([signal, deadline]) : deadline };
    const url = new URL(address);
    const proxy = await proxyFor(address);
    const way: Way = {
      host: url.hostname,
      proxy: proxy && { host: proxy.url.host, withPassword: proxy.url.username !== '' },
      name: null,
      connection: null,
      certificate: null,
      noTls: false,
    };
    const target = { host: bare(url.hostname), port: portOf(url) };
    if (proxy === null) {
      way.name = await nameOf(target.host, options.signal);
      if (way.name !== 'found') return offline() ? { ...way, connection: 'offline' } : way;
    } else way.name = 'leftToProxy';
    const opened =
      proxy === null ? await open(target, options) : await tunnel(proxy.url, target, options, open);
    if ('failed' in opened) return { ...way, connection: opened.failed };
    way.connection = 'open';
    if (url.protocol !== 'https:') opened.socket.destroy();
    else Object.assign(way, await secure(opened.socket, target.host, trust(), options));
    return way;
  };
}

export type Target = { host: string; port: number };
export type Opened = { socket: Socket } | { failed: Exclude<Way['connection'], 'open' | null> };

export type Limits = { timeoutMs: number; signal: AbortSignal };

/** Calls `act` when the signal is given, also when it was given before. */
function whenAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
}

const endedBy = ({ reason }: AbortSignal): 'timeout' | 'lost' =>
  reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'lost';

function open({ host, port }: Target, { timeoutMs, signal }: Limits): Promise<Opened> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port, signal });
    socket.setTimeout(timeoutMs, () => {
      socket.destroy();
      resolve({ failed: 'timeout' });
    });
    socket.once('connect', () => {
      socket.setTimeout(0);
      resolve({ socket });
    });
    // Stays, as an error may come while what follows has the socket.
    socket.on('error', (error) => resolve({ failed: signal.aborted ? endedBy(signal) : reasonOf(error) }));
  });
}

function reasonOf(error: Error): Exclude<Way['connection'], 'open' | null> {
  const codes = codesOf(error);
  if (codes.includes('ECONNREFUSED')) return 'refused';
  if (codes.includes('ETIMEDOUT')) return 'timeout';
  if (codes.some((code) => ['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'].includes(code))) return 'offline';
  return 'lost';
}

async function nameOf(host: string, signal: AbortSignal): Promise<'found' | 'unknown' | 'silent'> {
  if (isIP(host) !== 0) return 'found';
  try {
    const late = new Promise<null>((resolve) => whenAborted(signal, () => resolve(null)));
    return (await Promise.race([lookup(host), late])) === null ? 'silent' : 'found';
  } catch (error) {
    return codesOf(error).some((code) => ['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA'].includes(code))
      ? 'unknown'
      : 'silent';
  }
}

/** No interface but the computer itself: there is no network to look up a name in. */
const offline = (): boolean =>
  !Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal));

function secure(
  socket: Socket,
  host: string,
  { ca, own }: Trust,
  { timeoutMs, signal }: Limits,
): Promise<Pick<Way, 'certificate' | 'noTls' | 'connection'>> {
  return new Promise((resolve) => {
    const none = { certificate: null, noTls: true, connection: 'open' } as const;
    const secured: TLSSocket = connectTls({
      socket,
      ca: [...ca],
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    const end = (found: Pick<Way, 'certificate' | 'noTls' | 'connection'>): void => {
      secured.destroy();
      socket.destroy();
      resolve(found);
    };
    secured.setTimeout(timeoutMs, () => end({ ...none, noTls: false, connection: 'timeout' }));
    whenAborted(signal, () => end({ ...none, noTls: false, connection: endedBy(signal) }));
    // Stays: an error that comes after the first one would otherwise end the program.
    secured.on('error', () => end(none));
    secured.once('secureConnect', () => {
      const certificate = certificateOf(secured, host, own);
      end(certificate === null ? none : { certificate, noTls: false, connection: 'open' });
    });
  });
}

/** Null when there is none or what came cannot be read. Never throws: nothing catches it inside a socket's event. */
function certificateOf(secured: TLSSocket, host: string, own: string | null): ServerCertificate | null {
  try {
    return readCertificate(secured, host, own);
  } catch {
    return null;
  }
}

function readCertificate(secured: TLSSocket, host: string, own: string | null): ServerCertificate | null {
  const leaf = secured.getPeerX509Certificate();
  if (leaf === undefined) return null;
  // At most ten above the leaf: a chain that signs itself in a circle would never end.
  let top = leaf;
  for (let depth = 0; depth < 10 && top.issuerCertificate && top.issuerCertificate !== top; depth += 1)
    top = top.issuerCertificate;
  const fits = isIP(host) === 0 ? leaf.checkHost(host) !== undefined : leaf.checkIP(host) !== undefined;
  // `authorizationError` holds the code as text, whatever its type says.
  const error = secured.authorizationError as unknown;
  const code = error instanceof Error ? (codesOf(error)[0] ?? 'broken') : String(error ?? '');
  return {
    subject: nameIn(leaf.subject),
    issuer: nameIn(leaf.issuer),
    root: nameIn(top.issuer),
    trusted: verdictOn(code, fits),
    authority: authorityOf(top, own),
    validTo: endOf(leaf),
  };
}

/**
 * Empty for a date that no calendar has: whoever answers writes what it likes. Read from its words, as the date that Node makes of it
 * is then one of memory that nobody filled.
 */
function endOf({ validTo }: X509Certificate): string {
  const end = Date.parse(validTo);
  return Number.isNaN(end) ? '' : new Date(end).toISOString();
}

function verdictOn(code: string, fits: boolean): ServerCertificate['trusted'] {
  if (code === 'CERT_HAS_EXPIRED') return 'ended';
  if (code === 'CERT_NOT_YET_VALID') return 'notYet';
  if (code === '' || code === 'ERR_TLS_CERT_ALTNAME_INVALID') return fits ? 'yes' : 'otherName';
  return /UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|INVALID_CA/.test(code) ? 'unknownAuthority' : 'broken';
}

function authorityOf(top: X509Certificate, own: string | null): ServerCertificate['authority'] {
  const signedBy = (pem: string): boolean => {
    const authority = new X509Certificate(pem);
    return (
      authority.fingerprint256 === top.fingerprint256 ||
      (top.checkIssued(authority) && top.verify(authority.publicKey))
    );
  };
  if (own !== null && signedBy(own)) return 'own';
  if (getCACertificates('bundled').some(signedBy)) return 'public';
  return getCACertificates('system').some(signedBy) ? 'computer' : 'unknown';
}

/** Organisation, else common name, of a subject in lines `O=…`; Node has no value at all for an empty subject. */
function nameIn(subject: string | undefined): string {
  const part = (name: string): string | undefined =>
    (subject ?? '')
      .split('\n')
      .find((line) => line.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const [organisation, common] = [part('O'), part('CN')];
  return [common, organisation]
    .filter((one) => one !== undefined && one !== '')
    .join(', ')
    .slice(0, 200);
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
