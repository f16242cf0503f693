// Whether an entered value may be taken. Assertions, tokens and numbers of persons go to these addresses: production
// takes nothing but https to a proper host name, and another domain than the authority's needs more than a page's word.
import { isIP } from 'node:net';
import type { FactRule } from '../../preload/contract/going-live.ts';
import type { EnvironmentKind } from '../platform/environment.ts';
import type { FactKind } from './facts.ts';

export type FactContext = {
  kind: EnvironmentKind;
  /** Domains of the authority: `example.org`. */
  domains: ReadonlySet<string>;
  /** Another domain is meant: by a file that the person picked, or confirmed on the command line. */
  confirmed: boolean;
  /** Outside production this computer may be meant: by the same ways. */
  local: boolean;
};

/** Null: fine. */
export function judgeFact(fact: FactKind, value: string, context: FactContext): FactRule | null {
  if (fact === 'address') return judgeAddress(value, context);
  if (fact === 'scope') return /^[a-z0-9:._-]{3,200}$/.test(value) ? null : 'notAScope';
  if (fact === 'text') return /^[\x21-\x7e]{1,300}$/.test(value) ? null : 'notOneLine';
  if (fact === 'template') return judgeTemplate(value, context);
  const lines = issuerLines(value);
  return lines.length >= 1 && lines.length <= 20 && lines.every((line) => line.length <= 200)
    ? null
    : 'tooManyIssuers';
}

function judgeAddress(value: string, context: FactContext): FactRule | null {
  const url = URL.parse(value);
  if (url === null || !/^https?:\/\//.test(value) || /\s/.test(value) || value.length > 300)
    return 'notAnAddress';
  const extras = hasExtras(url, context) || url.search !== '' || value.endsWith('/');
  return judgeLoopback(url, context) ?? (extras ? 'noExtras' : judgeHost(url, context));
}

const hasExtras = (url: URL, { kind }: FactContext): boolean =>
  url.username !== '' || url.password !== '' || url.hash !== '' || (kind === 'production' && url.port !== '');

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);

/** Told before anything else: no other port or ending would make this computer a service of the authority. */
function judgeLoopback(url: URL, { kind, local }: FactContext): FactRule | null {
  if (!isLoopback(hostOf(url))) return null;
  return kind === 'production' ? 'noLoopback' : local ? null : 'loopbackByFile';
}

function judgeHost(url: URL, context: FactContext): FactRule | null {
  const { kind, domains, confirmed } = context;
  const { protocol } = url;
  const host = hostOf(url);
  if (isLoopback(host)) return judgeLoopback(url, context);
  if (protocol !== 'https:') return 'httpsOnly';
  if (isIP(host) !== 0) return 'noAddressOfDigits';
  const proper = /^(?!.*xn--)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/.test(host);
  const nowhere = /\.(local|internal|invalid|test|example|lan|home|corp)$/.test(host);
  if (!proper || (nowhere && kind === 'production')) return 'hostUnlikely';
  return confirmed || isOfficial(host, domains) ? null : 'otherDomain';
}

/** The place for the number is `{id}`, once, in the path or the query. */
function judgeTemplate(value: string, context: FactContext): FactRule | null {
  if (value.split('{id}').length !== 2 || /[{}]/.test(value.replace('{id}', ''))) return 'placeholderMissing';
  const url = URL.parse(value.replace('{id}', '1'));
  if (url === null || value.length > 300 || /\s/.test(value)) return 'notAnAddress';
  const loopback = judgeLoopback(url, context);
  if (loopback !== null) return loopback;
  if (url.protocol !== 'https:') return 'httpsOnly';
  if (value.indexOf('{id}') < `https://${url.host}/`.length) return 'placeholderMissing';
  return hasExtras(url, context) ? 'noExtras' : judgeHost(url, context);
}

export const issuerLines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isOfficial = (host: string, domains: ReadonlySet<string>): boolean =>
  [...domains].some((domain) => host === domain || host.endsWith(`.${domain}`));

/** The host of an entered address or template that is not the authority's; null: it is, or there is none. */
export function foreignHost(fact: FactKind, value: string, domains: ReadonlySet<string>): string | null {
  if (fact !== 'address' && fact !== 'template') return null;
  const host = URL.parse(value.replace('{id}', '1'))?.hostname.toLowerCase() ?? '';
  return host === '' || isOfficial(host, domains) ? null : host;
}

/** Whether an assertion meant for one host would be posted to another; an audience need not be an address. */
export function hostsDiffer(tokenUrl: string, audience: string): boolean {
  const meant = URL.parse(audience);
  return meant !== null && meant.host !== '' && meant.host !== URL.parse(tokenUrl)?.host;
}
