// What both window programs enforce in the same words: the page's policy, who may call, and where a person may be sent.
import { randomBytes } from 'node:crypto';
import type { Sender } from '../ipc/dispatch.ts';

export const newNonce = (): string => randomBytes(16).toString('base64url');

/**
 * The page's Content-Security-Policy. One nonce per load lets React Aria add its single style element
 * (https://react-spectrum.adobe.com/react-aria/); nothing else inline runs, and the page has no network at all.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Headers of every file that the page gets. `camera`: the page may ask for it, as far as the host gives it. */
export function pageHeaders(nonce: string, camera = false): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': `camera=(${camera ? 'self' : ''}), microphone=(), geolocation=(), clipboard-read=(), usb=(), serial=()`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

/** Only the top frame of one of our windows, while it shows our origin. */
export function isTrustedSender(
  sender: Sender,
  known: { origin: string; windowIds: ReadonlySet<string> },
): boolean {
  return sender.topFrame === true && sender.origin === known.origin && known.windowIds.has(sender.windowId);
}

/** The origin of an address, also for schemes that WHATWG calls opaque (`app://sociodesk/x` gives `app://sociodesk`). */
export function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.host ? `${parsed.protocol}//${parsed.host}` : 'null';
}

/** Whether a public page may be opened in the person's browser: https, a listed host, no user, no odd port. */
export function mayOpenLink(url: unknown, hosts: readonly string[]): boolean {
  if (typeof url !== 'string' || url.length > 2_000) return false;
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' || parsed.username || parsed.password || parsed.port) return false;
  return hosts.includes(parsed.hostname);
}

/** Whether an address is a page of the practice environment: plain or TLS, and on this machine only. */
export function mayOpenPractice(url: unknown): boolean {
  if (typeof url !== 'string' || url.length > 2_000) return false;
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || parsed.username || parsed.password)
    return false;
  return /^127(\.\d{1,3}){3}$/.test(parsed.hostname) && parsed.port !== '';
}

/** Every host named by an https address anywhere in a configuration: the allow-list for `mayOpenLink`. */
export function hostsIn(configuration: unknown): string[] {
  const hosts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const parsed = value.startsWith('https://') ? URL.parse(value) : null;
      if (parsed) hosts.add(parsed.hostname);
    } else if (typeof value === 'object' && value !== null) {
      for (const part of Object.values(value)) visit(part);
    }
  };
  visit(configuration);
  return [...hosts];
}
