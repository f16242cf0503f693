// The plain HTTP listener of the practice portal. It lets in only windows that hold the key of this run, answers under
// its own address only, and takes posts only from its own pages.
import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { emptyForm, readForm } from './form.ts';
import type { PageReply, PageRequest } from './page.ts';
import { COOKIE, type PortalSession, type PortalSessions, sameSecret } from './portal-session.ts';
import { isLanguage, type Language } from './texts.ts';

/** As long as a field of the portal. */
const LONGEST_NAME = 120;
/** A certificate is a few kilobytes, so a form never needs more than this. */
export const LARGEST_FORM = 131_072;

export type Stop =
  | 'notLetIn'
  | 'wrongHost'
  | 'notAllowed'
  | 'foreignPost'
  | 'tooLarge'
  | 'formTooLarge'
  | 'unreadable'
  | 'bug';

export interface ListenerParts {
  readonly sessions: PortalSessions;
  readonly style: string;
  /** The paths that need no key. */
  isOpen(path: string): boolean;
  /** The language in which somebody without a session is met there, in place of the browser's. */
  languageAt(path: string): Language | undefined;
  page(request: Omit<PageRequest, 't' | 'person'>): PageReply;
  /** The page that says why nothing was done. */
  stopped(reason: Stop, session: PortalSession | undefined): PageReply;
  readonly onBug: (cause: unknown) => void;
}

// A referrer within the portal only: under `no-referrer` a browser would send `Origin: null` with every post.
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const send = (response: ServerResponse, reply: PageReply, headers: Record<string, string> = {}): void => {
  if ('redirect' in reply) {
    response.writeHead(303, { ...HEADERS, ...headers, location: reply.redirect });
    response.end();
    return;
  }
  if ('download' in reply) {
    const { name, bytes } = reply.download;
    const file = {
      'content-type': 'application/xml',
      'content-disposition': `attachment; filename="${name}"`,
    };
    response.writeHead(200, { ...HEADERS, ...headers, ...file });
    response.end(bytes);
    return;
  }
  response.writeHead(reply.status, { ...HEADERS, ...headers, 'content-type': 'text/html; charset=utf-8' });
  response.end(reply.html);
};

const STATUS: Readonly<Record<Stop, number>> = {
  notLetIn: 403,
  wrongHost: 421,
  notAllowed: 405,
  foreignPost: 403,
  tooLarge: 413,
  formTooLarge: 413,
  unreadable: 400,
  bug: 500,
};

const comesFromElsewhere = (request: IncomingMessage, origin: string): boolean => {
  const { origin: from } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return (from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin');
};

/** The first of the languages that a browser asks for and the pages exist in. */
const firstLanguage = (accepted: string | undefined): Language =>
  (accepted ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find(isLanguage) ?? 'nl';

const cookieOf = (session: PortalSession): Record<string, string> => ({
  'set-cookie': `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Lax`,
});

const answer = async (
  parts: ListenerParts,
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
): Promise<void> => {
  const session = parts.sessions.find(request.headers.cookie);
  const stop = (reason: Stop): void => {
    const reply = parts.stopped(reason, session);
    send(response, 'html' in reply ? { ...reply, status: STATUS[reason] } : reply);
  };
  if (`http://${request.headers.host}` !== origin) return stop('wrongHost');
  // Node sends no body with the answer to a HEAD, whatever is written.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const url = new URL(request.url ?? '/', origin);
  // A body must be read even when nothing is done with it, or the answer may never reach its sender.
  const body = await readBody(request, LARGEST_FORM);
  if (method !== 'GET' && method !== 'POST') return stop('notAllowed');
  if (url.pathname === '/style.css') {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/css; charset=utf-8' });
    response.end(parts.style);
    return;
  }
  const language = url.searchParams.get('lang');
  const key = url.searchParams.get('entry');
  if (method === 'GET' && key !== null) {
    if (!parts.sessions.opens(key)) return stop('notLetIn');
    const begun = session?.door === 'portal' ? session : parts.sessions.begin('portal');
    if (isLanguage(language)) begun.language = language;
    const name = url.searchParams.get('name');
    if (name !== null)
      begun.opened = { number: url.searchParams.get('enterprise') ?? '', name: name.slice(0, LONGEST_NAME) };
    for (const once of ['entry', 'name']) url.searchParams.delete(once);
    url.searchParams.delete('lang');
    // Two slashes would begin another host's address.
    const path = url.pathname.replace(/^\/+/, '/');
    return send(response, { redirect: path + url.search }, cookieOf(begun));
  }
  const open = parts.isOpen(url.pathname);
  if (session === undefined && open && method === 'GET') {
    const begun = parts.sessions.begin('worker');
    begun.language = parts.languageAt(url.pathname) ?? firstLanguage(request.headers['accept-language']);
    return send(response, { redirect: url.pathname + url.search }, cookieOf(begun));
  }
  if (session === undefined || (session.door === 'worker' && !open)) return stop('notLetIn');
  if (method === 'GET' && isLanguage(language)) session.language = language;
  url.searchParams.delete('lang');
  if (method === 'POST' && comesFromElsewhere(request, origin)) return stop('foreignPost');
  // Only the enterprise's portal takes files.
  if (body === undefined) return stop(open ? 'formTooLarge' : 'tooLarge');
  const form = method === 'POST' ? readForm(request.headers['content-type'], body) : emptyForm;
  if (form === undefined) return stop('unreadable');
  if (method === 'POST' && !sameSecret(form.text('csrf'), session.csrf)) return stop('foreignPost');
  try {
    send(response, parts.page({ method, path: url.pathname, query: url.searchParams, form, session }));
  } catch (cause) {
    parts.onBug(cause);
    stop('bug');
  }
};

export interface PortalListener {
  readonly origin: string;
  close(): Promise<void>;
}

const listenAt = (server: Server, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/**
 * A browser sends a cookie to every port of its host. Under a loopback address of its own the portal shares its cookie
 * with no other local server; macOS has 127.0.0.1 only.
 */
const listenAlone = async (server: Server): Promise<string> => {
  const own = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  try {
    await listenAt(server, own);
    return own;
  } catch {
    await listenAt(server, '127.0.0.1');
    return '127.0.0.1';
  }
};

/** Listens on this computer alone, at any free port. */
export const listenForPages = async (parts: ListenerParts): Promise<PortalListener> => {
  let origin = '';
  const server = createServer((request, response) => {
    answer(parts, request, response, origin).catch(() => response.socket?.destroy());
  });
  const host = await listenAlone(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the practice portal has no port');
  origin = `http://${host}:${address.port}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
