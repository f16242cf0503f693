// Finds the number of a declaration of works in whatever somebody pastes or scans: the number itself, the address behind the
// official QR code, or a text around either. The form of the address is not public, so every place of it is looked at.
import { compactReference, parseWorksReference } from '../../preload/rules/presences/works-reference.ts';

/** Whom an address may belong to. Another host behind a QR code is somebody else's: it may lure workers away. */
export interface Trust {
  /** Official domains as `environments.json` names them. */
  readonly domains: readonly string[];
  /** Origins that count as official here: practice has its own. */
  readonly origins: readonly string[];
}

/** Whether a host is one of these domains or below one, in the spelling that a URL parser gives it. */
export const isBelow = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

export type ReadReference =
  /** `url` only when an address was read; it is kept byte for byte, as a poster must repeat it so. */
  | { readonly kind: 'found'; readonly reference: string; readonly url: string | null }
  | { readonly kind: 'several'; readonly references: readonly string[]; readonly url: string | null }
  /** An address that is not the authority's, with what it would have named. */
  | {
      readonly kind: 'foreign';
      readonly why: ForeignWhy;
      /** With the port, where one is named. */
      readonly host: string;
      readonly references: readonly string[];
      readonly url: string;
    }
  /** An address of the authority in which no number stands. */
  | { readonly kind: 'noNumber'; readonly url: string }
  /** Nearly one: what is wrong can be said. */
  | {
      readonly kind: 'wrongLetters';
      readonly letters: readonly string[];
      /** With 1 for I and 0 for O, for a person to compare: never taken by itself. */
      readonly suggestion: string;
    }
  | { readonly kind: 'wrongLength'; readonly length: number }
  /** A code that was made for something else. What it says is not handed on: it may be the password of a network. */
  | { readonly kind: 'otherCode'; readonly what: OtherCode }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' };

/** Another host; or the authority's, in a way in which the authority does not write it and who misleads does. */
export type ForeignWhy = 'host' | 'plain' | 'user' | 'port';

/** How telephones know what a code is for: the first letters of it. */
const otherCodes = {
  network: /^WIFI:/i,
  contact: /^(BEGIN:VCARD|MECARD:|BIZCARD:)/i,
  event: /^BEGIN:(VCALENDAR|VEVENT)/i,
  phone: /^(tel|sms|smsto|mms|mmsto):/i,
  mail: /^(mailto|MATMSG|smtp):/i,
  place: /^geo:/i,
  payment: /^BCD\r?\n/,
} as const;
export type OtherCode = keyof typeof otherCodes;
const madeFor = (text: string): OtherCode | undefined =>
  (Object.keys(otherCodes) as OtherCode[]).find((what) => otherCodes[what].test(text));

/** Longer than any address that a QR code can hold. */
const LONGEST = 4_300;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

/** Every piece of an address that may be the number, the likeliest first: values of the query, the path, the fragment. */
function piecesOf(url: URL): string[] {
  const fragment = url.hash.slice(1);
  const [fragmentPath = '', fragmentQuery = ''] = fragment.split(/\?(.*)/s);
  const fromQuery = (query: string): string[] =>
    query.split('&').flatMap((pair) => {
      const [name = '', value] = pair.split(/=(.*)/s);
      return [value ?? name];
    });
  return [
    ...fromQuery(url.search.slice(1)),
    ...url.pathname.split('/'),
    ...fromQuery(fragmentQuery),
    ...fragmentPath.split(/[/&]/).map((piece) => piece.replace(/^[^=]*=/, '')),
  ].map(decoded);
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

function fromUrl(text: string, url: URL, trust: Trust): ReadReference {
  const references = distinct(
    piecesOf(url).flatMap((piece) => {
      const value = parseWorksReference(piece);
      return value === null ? [] : [value];
    }),
  );
  const why = distrust(url, trust);
  if (why !== null) return { kind: 'foreign', why, host: url.host, references, url: text };
  const onward = leadsOnTo(url, trust);
  if (onward !== null) return { kind: 'foreign', why: 'host', host: onward, references, url: text };
  const [first] = references;
  if (first === undefined) return { kind: 'noNumber', url: text };
  return references.length > 1
    ? { kind: 'several', references, url: text }
    : { kind: 'found', reference: first, url: text };
}

/** Null for an address that may be trusted. */
function distrust(url: URL, trust: Trust): ForeignWhy | null {
  if (url.username !== '' || url.password !== '') return 'user';
  if (trust.origins.includes(url.origin)) return null;
  if (!isBelow(url.hostname, trust.domains)) return 'host';
  if (url.protocol === 'http:') return 'plain';
  return url.port === '' ? null : 'port';
}

/** The host of another address inside this one: a page of the authority that sends visitors on would do so to it. */
function leadsOnTo(url: URL, trust: Trust): string | null {
  const rest = decoded(decoded(url.href.slice(url.origin.length)));
  for (const [, host = ''] of rest.matchAll(/(?:[a-z]:|[=?&#])[/\\]{2}([^/\\?#&\s]+\.[^/\\?#&\s]+)/gi)) {
    const inner = URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : null;
    if (inner === null || inner.username !== '' || !isBelow(inner.hostname, trust.domains))
      return inner?.host ?? host.slice(0, 80);
  }
  return null;
}

function webAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text)) return null;
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * Reads a pasted or scanned text.
 * Plain http, a port, and a user name in front never count as official: these are tricks of who wants to mislead.
 */
export function readWorksReference(text: string, trust: Trust): ReadReference {
  const given = text.trim();
  if (given === '') return { kind: 'empty' };
  if (given.length > LONGEST) return { kind: 'unreadable' };
  const url = webAddress(given);
  if (url !== null) return fromUrl(given, url, trust);
  const what = madeFor(given);
  if (what !== undefined) return { kind: 'otherCode', what };
  // A scheme that runs or opens something is no way of writing a number.
  if (/^(javascript|data|vbscript|file|ftp|blob|about|intent|view-source):/i.test(given))
    return { kind: 'unreadable' };
  const whole = parseWorksReference(given);
  if (whole !== null) return { kind: 'found', reference: whole, url: null };
  const inside = given.match(/https?:\/\/[^\s<>"']+/gi);
  if (inside !== null) {
    const [first = '', ...others] = distinct(inside);
    if (others.length === 0) return readWorksReference(first, trust);
    return { kind: 'unreadable' };
  }
  return nearlyOne(given);
}

function nearlyOne(given: string): ReadReference {
  const words = distinct(given.split(/[\s,;:]+/).flatMap((word) => parseWorksReference(word) ?? []));
  const [first] = words;
  if (words.length > 1) return { kind: 'several', references: words, url: null };
  if (first !== undefined) return { kind: 'found', reference: first, url: null };
  const value = compactReference(given);
  if (/^[A-Z0-9]{13}$/.test(value)) {
    const suggestion = value.replace(/I/g, '1').replace(/O/g, '0');
    return { kind: 'wrongLetters', letters: distinct(value.match(/[IO]/g) ?? []), suggestion };
  }
  return /^[A-Z0-9]{8,20}$/.test(value)
    ? { kind: 'wrongLength', length: value.length }
    : { kind: 'unreadable' };
}
