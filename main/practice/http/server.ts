// The HTTPS server of practice: reads a request, lets faults strike, asks the services, writes the answer.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { commits, mangled, replacement } from '../faults/apply-fault.ts';
import type { Fault, FaultBoard } from '../faults/fault.ts';
import { LARGEST_BODY, readBody } from './body.ts';
import { bodyOf, type Exchange, type Handle, type Reply } from './exchange.ts';
import { internalServerError, payloadTooLarge } from './problem.ts';

export interface ServerParts {
  readonly key: string;
  readonly certificate: string;
  readonly handle: Handle;
  /** Loads what a path needs before it is served for the first time. */
  readonly prepare: (path: string) => Promise<void>;
  /** True for the paths that faults never strike. */
  readonly isAdmin: (path: string) => boolean;
  readonly faults: FaultBoard;
  readonly expireTokens: () => void;
  /** What the service believes the time to be: stands in every `Date` header, so that a caller can see a skew. */
  readonly securityNow: () => number;
  /** Told about an exception in a service: always a bug, answered with 500. */
  readonly onBug: (cause: unknown) => void;
}

const headersOf = (reply: Reply, request: IncomingMessage, traceId: string, size: number) => {
  const related = request.headers['belgov-trace-id'];
  return {
    ...reply.headers,
    ...(size > 0 ? { 'content-type': reply.mediaType ?? 'application/json' } : {}),
    ...(reply.status === 204 ? {} : { 'content-length': String(size) }),
    'belgov-trace-id': traceId,
    ...(typeof related === 'string' && related.length <= 36 ? { 'belgov-related-trace-id': related } : {}),
  };
};

const write = (reply: Reply, traceId: string, request: IncomingMessage, response: ServerResponse): void => {
  const body = bodyOf(reply);
  response.writeHead(reply.status, headersOf(reply, request, traceId, Buffer.byteLength(body)));
  // As text it leaves in one packet with the headers.
  response.end(body);
};

const writeHalf = (
  reply: Reply,
  traceId: string,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const body = Buffer.from(bodyOf(reply));
  response.writeHead(reply.status, headersOf(reply, request, traceId, body.length));
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
};

/** Without a time the connection stays open until the caller gives it up, or the server closes. */
const stayMute = async (ms: number | undefined, response: ServerResponse): Promise<void> => {
  if (ms === undefined) return;
  await sleep(ms);
  response.socket?.destroy();
};

/** A byte at a time, until the caller has had enough or all is said. */
const trickle = async (
  reply: Reply,
  pauseMs: number,
  traceId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = Buffer.from(bodyOf(reply));
  response.writeHead(reply.status, headersOf(reply, request, traceId, body.length));
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await sleep(pauseMs);
  }
  response.end();
};

const answer = async (
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const traceId = randomUUID();
  response.setHeader('date', new Date(parts.securityNow()).toUTCString());
  const url = new URL(request.url ?? '/', 'https://localhost');
  const method = request.method ?? 'GET';
  const body = await readBody(request, LARGEST_BODY);
  const exchange: Exchange = {
    method,
    url,
    path: url.pathname,
    headers: request.headers,
    body: body ?? Buffer.alloc(0),
    traceId,
  };
  await parts.prepare(url.pathname);
  const serve = (): Reply => {
    if (body === undefined) return payloadTooLarge(LARGEST_BODY);
    try {
      return parts.handle(exchange);
    } catch (cause) {
      parts.onBug(cause);
      return internalServerError();
    }
  };
  const faults: Fault[] = parts.isAdmin(url.pathname) ? [] : parts.faults.strike(method, url.pathname);
  const delay = faults.reduce((sum, { kind, ms }) => sum + (kind === 'latency' ? (ms ?? 0) : 0), 0);
  if (delay > 0) await sleep(delay);
  for (const fault of faults) if (fault.kind === 'expireTokens') parts.expireTokens();
  const fault = faults.find(({ kind }) => kind !== 'latency' && kind !== 'expireTokens');
  if (fault === undefined) return write(serve(), traceId, request, response);
  if (fault.held === true && !commits(fault)) parts.faults.hold(serve);
  if (fault.kind === 'resetBeforeCommit') return void response.socket?.destroy();
  const own = commits(fault) ? serve() : undefined;
  if (fault.kind === 'resetAfterCommit') return void response.socket?.destroy();
  if (fault.kind === 'silence') return stayMute(fault.ms, response);
  if (fault.kind === 'halfBody') return writeHalf(own ?? serve(), traceId, request, response);
  if (fault.kind === 'trickle') return trickle(own ?? serve(), fault.ms ?? 1_000, traceId, request, response);
  const reply = replacement(fault, parts.securityNow(), exchange) ?? mangled(fault, own ?? serve());
  return write(reply, traceId, request, response);
};

export interface PracticeServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. */
export const listen = async (parts: ServerParts, port: number): Promise<PracticeServer> => {
  const server: Server = createServer({ key: parts.key, cert: parts.certificate }, (request, response) => {
    answer(parts, request, response).catch(() => response.socket?.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('practice has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
