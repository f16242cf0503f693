// Whether an entered value may be taken. Assertions, tokens and numbers of persons go to these addresses: production
// takes nothing but https to a proper host name, and a domain that the program did not come with is asked for twice.
import { isIP } from 'node:net';
import type { FactRule } from '../../preload/contract/going-live.ts';
import type { EnvironmentKind } from '../platform/environment.ts';
import type { Fact, FactKind } from './facts.ts';

export type FactContext = {
  kind: EnvironmentKind;
  /** Domains that the program came with: `example.org`. */
  domains: ReadonlySet<string>;
  /** The person said so twice: another domain is meant. */
  confirmed: boolean;
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
  const extras = url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '';
  if (extras || value.endsWith('/') || (context.kind === 'production' && url.port !== '')) return 'noExtras';
  return judgeHost(url, context);
}

function judgeHost({ protocol, hostname }: URL, { kind, domains, confirmed }: FactContext): FactRule | null {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const loopback =
    host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);
  if (loopback) return kind === 'production' ? 'noLoopback' : null;
  if (protocol !== 'https:') return 'httpsOnly';
  if (isIP(host) !== 0) return 'noAddressOfDigits';
  const proper = /^(?!.*xn--)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/.test(host);
  const nowhere = /\.(local|internal|invalid|test|example|lan|home|corp)$/.test(host);
  if (!proper || (nowhere && kind === 'production')) return 'hostUnlikely';
  return confirmed || domains.has(domainOf(host)) ? null : 'otherDomain';
}

/** The place for the number is `{id}`, once, in the path or the query. */
function judgeTemplate(value: string, context: FactContext): FactRule | null {
  if (value.split('{id}').length !== 2 || /[{}]/.test(value.replace('{id}', ''))) return 'placeholderMissing';
  const url = URL.parse(value.replace('{id}', '1'));
  if (url === null || value.length > 300 || /\s/.test(value)) return 'notAnAddress';
  if (url.protocol !== 'https:') return 'httpsOnly';
  if (value.indexOf('{id}') < `https://${url.host}/`.length) return 'placeholderMissing';
  return url.username !== '' ? 'noExtras' : judgeHost(url, context);
}

export const issuerLines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `services.example.org` → `example.org` */
export const domainOf = (host: string): string => host.split('.').slice(-2).join('.').toLowerCase();

export function domainsOf(facts: readonly Fact[]): Set<string> {
  const hosts = facts.flatMap(({ kind, stated }) =>
    kind === 'address' && stated !== null ? [URL.parse(stated.value)?.hostname ?? ''] : [],
  );
  return new Set(hosts.filter((host) => host !== '').map(domainOf));
}
