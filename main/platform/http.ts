// HTTP as a port. Its point is the difference between a request that never left, which may be repeated freely, and one
// that the other side may have received, which may not. Redirects are never followed.

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
  close(): Promise<void>;
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
