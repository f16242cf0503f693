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
      readonly host: string;
      readonly references: readonly string[];
      readonly url: string;
    }
  /** An address of the authority in which no number stands. */
  | { readonly kind: 'noNumber'; readonly url: string }
  /** Nearly one: what is wrong can be said. */
  | { readonly kind: 'wrongLetters'; readonly letters: readonly string[] }
  | { readonly kind: 'wrongLength'; readonly length: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' };

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
  if (!isBelow(url.hostname, trust.domains) && !trust.origins.includes(url.origin)) {
    return { kind: 'foreign', host: url.hostname, references, url: text };
  }
  const [first] = references;
  if (first === undefined) return { kind: 'noNumber', url: text };
  return references.length > 1
    ? { kind: 'several', references, url: text }
    : { kind: 'found', reference: first, url: text };
}

function webAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text)) return null;
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * Reads a pasted or scanned text.
 * Plain http and addresses with a user name in front never count as official: both are tricks of who wants to mislead.
 */
export function readWorksReference(text: string, trust: Trust): ReadReference {
  const given = text.trim();
  if (given === '') return { kind: 'empty' };
  if (given.length > LONGEST) return { kind: 'unreadable' };
  const url = webAddress(given);
  if (url !== null) {
    const plain = url.protocol === 'http:' && !trust.origins.includes(url.origin);
    if (plain || url.username !== '' || url.password !== '') {
      return { kind: 'foreign', host: url.hostname, references: [], url: given };
    }
    return fromUrl(given, url, trust);
  }
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
    return { kind: 'wrongLetters', letters: distinct(value.match(/[IO]/g) ?? []) };
  }
  return /^[A-Z0-9]{8,20}$/.test(value)
    ? { kind: 'wrongLength', length: value.length }
    : { kind: 'unreadable' };
}
