// HTTP as a port. Its point is the difference between a request that never left, which may be repeated freely, and one
// that the other side may have received, which may not. Redirects are never followed.

import type { KeyObject, X509Certificate } from 'node:crypto';

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** For the whole exchange, connecting included. */
  timeoutMs: number;
  signal?: AbortSignal;
  /** Largest answer in bytes; 16 MiB when absent. */
  maxBytes?: number;
  /** Shown to a server that asks for it while the connection is made. Never logged or kept. */
  client?: { certificate: X509Certificate; privateKey: KeyObject };
};

/** Why a request never left. */
export type NotSentReason =
  | 'offline'
  | 'nameNotResolved'
  | 'connectionRefused'
  | 'tlsNotTrusted'
  | 'proxyRefused'
  | 'connectionLost'
  | 'timeout'
  | 'cancelled';

/** Why it is not known what the other side did. */
export type UnknownReason = 'timeout' | 'connectionLost' | 'halfBody' | 'tooLarge' | 'cancelled';

export type HttpAnswer = {
  kind: 'answer';
  status: number;
  /** Names in lower case; repeated headers joined by `, `. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
};

export type HttpOutcome =
  | HttpAnswer
  | { kind: 'notSent'; reason: NotSentReason }
  /** `status` is known when the answer began but did not end. */
  | { kind: 'unknown'; reason: UnknownReason; status?: number };

export type HttpPort = {
  /** Never throws for what a network does; throws a TypeError for a malformed URL or header, which is a bug. */
  fetch(request: HttpRequest): Promise<HttpOutcome>;
  /** Walks the way to an address link by link, sending nothing over it. Null, or absent, where a port cannot. */
  inspect?(url: string, options: { timeoutMs: number; signal?: AbortSignal }): Promise<Way | null>;
  close(): Promise<void>;
};

/** The way to an address as it was found: each link is null as long as it was not reached. */
export type Way = {
  host: string;
  /** Host and port of the proxy that the computer prescribes; `withPassword`: a name and password go along. */
  proxy: { host: string; withPassword: boolean } | null;
  /** `unknown`: the name server says that there is no such name; `silent`: no name server answers. */
  name: 'found' | 'unknown' | 'silent' | 'leftToProxy' | null;
  connection:
    | 'open'
    | 'refused'
    | 'timeout'
    | 'offline'
    | 'lost'
    | 'proxyUnreachable'
    | 'proxyAsksPassword'
    | 'proxyRefuses'
    | null;
  certificate: ServerCertificate | null;
  /** A connection without a certificate at its end: something that does not speak TLS. */
  noTls: boolean;
};

export type ServerCertificate = {
  subject: string;
  /** Who signed it, and the authority at the end of its chain. */
  issuer: string;
  root: string;
  /** `yes`; else what is wrong with it. */
  trusted: 'yes' | 'unknownAuthority' | 'otherName' | 'ended' | 'notYet' | 'broken';
  /** `public`: of the list that every browser has; `computer`: added to this computer; `own`: given with the environment. */
  authority: 'public' | 'computer' | 'own' | 'unknown';
  /** ISO 8601; empty where the certificate names a day that does not exist. */
  validTo: string;
};

export const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

const REFUSED = new Set(['ECONNREFUSED']);
const NAMES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const AWAY = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'EHOSTDOWN']);
const SLOW = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
const TLS =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|ERR_OSSL|HOSTNAME_MISMATCH|INVALID_CA)/;

/** Sorts an error of connecting by its code (looking at causes and at the parts of an AggregateError too). */
export function notSentReason(error: unknown): NotSentReason {
  for (const code of codesOf(error)) {
    if (REFUSED.has(code)) return 'connectionRefused';
    if (NAMES.has(code)) return 'nameNotResolved';
    if (AWAY.has(code)) return 'offline';
    if (SLOW.has(code)) return 'timeout';
    if (TLS.test(code)) return 'tlsNotTrusted';
  }
  const text = error instanceof Error ? error.message : '';
  if (/proxy/i.test(text)) return 'proxyRefused';
  return 'connectionLost';
}

export function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const parts =
    error instanceof AggregateError ? error.errors.flatMap((part) => codesOf(part, depth + 1)) : [];
  return [...own, ...parts, ...codesOf(error.cause, depth + 1)];
}
