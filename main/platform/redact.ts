// Takes out of an exchange what must not be seen or copied: numbers and names of persons, tokens, assertions, keys and
// passwords. What cannot be understood is cut short rather than shown.
import { maskText } from './log-mask.ts';

/** Fields whose value is a secret, whatever it looks like. */
const SECRET =
  /^(?:.*(?:token|assertion|password|passwd|passphrase|secret|private_?key|api_?key)|pwd|pin|authorization|cookie|jwt|credentials?)$/i;
/** Facts about a secret, which help and reveal nothing. */
const HARMLESS = /^(?:token_type|client_assertion_type)$/i;
/** Fields that name a person or say where to find one. */
const PERSON =
  /^(?:given_?names?|first_?names?|family_?names?|last_?names?|surname|full_?name|person_?name|birth.*|e-?mail.*|phone.*|mobile.*|street.*|house_?number|ssin|insz|niss|nrn|national_?(?:register_?)?number)$/i;

export const masks = { secret: '[secret]', person: '[person]', number: '[number]' } as const;

/** Eleven digits with up to three signs between them: also as people type them, and percent-encoded. */
const LOOSE_INSZ =
  /(?<![\dA-Fa-f-])\d(?:(?:[\s.\-/_·–—+]|%20|%2[DdEeFf]|\\u00[aA]0){0,3}\d){10}(?![\dA-Fa-f])/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const BASIC = /\b(Basic|Bearer|Digest|Negotiate)\s+[\w\-.~+/=]{6,}/gi;
const USERINFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]+@/gi;

/** `known`: secrets seen in this exchange, taken out wherever they turn up, also when encoded for a form. */
export function redactText(text: string, known: readonly string[] = []): string {
  let out = text;
  for (const one of known)
    if (one.length >= 6)
      for (const form of new Set([one, encodeURIComponent(one), JSON.stringify(one).slice(1, -1)]))
        out = out.replaceAll(form, masks.secret);
  out = out.replace(BASIC, '$1 …').replace(USERINFO, '$1…@');
  return withoutNumbers(maskText(out));
}

function withoutNumbers(text: string): string {
  let out = '';
  let from = 0;
  for (const id of text.matchAll(UUID)) {
    out += text.slice(from, id.index).replace(LOOSE_INSZ, masks.number) + id[0];
    from = id.index + id[0].length;
  }
  return out + text.slice(from).replace(LOOSE_INSZ, masks.number);
}

/** The address with its numbers masked and the values of secret fields of its query taken out. */
export function redactUrl(url: string, known: readonly string[] = []): string {
  const [place = '', query] = splitOnce(url.replace(/#.*$/s, ''), '?');
  const shown = query === undefined ? decoded(place) : `${decoded(place)}?${redactForm(query, known)}`;
  return redactText(shown, known).slice(0, 2_000);
}

/** A body by its media type; `cut` true when it is only the beginning of one. */
export function redactBody(text: string, mediaType: string, known: readonly string[], cut = false): string {
  if (text === '') return '';
  if (/x-www-form-urlencoded/i.test(mediaType)) return redactText(redactForm(text, known), known);
  if (/json/i.test(mediaType) || /^\s*[[{]/.test(text)) return redactJson(text, known, cut);
  // The last digits of what was cut may be the first ones of a number.
  return redactText(cut ? withoutTail(text) : text, known);
}

function redactForm(text: string, known: readonly string[]): string {
  return text
    .split('&')
    .map((pair) => {
      const [name = '', value] = splitOnce(pair, '=');
      if (value === undefined) return redactText(decoded(pair), known);
      const plain = decoded(name);
      if (isSecret(plain)) return `${plain}=${masks.secret}`;
      return PERSON.test(plain)
        ? `${plain}=${masks.person}`
        : `${plain}=${redactText(decoded(value), known)}`;
    })
    .join('&');
}

function redactJson(text: string, known: readonly string[], cut: boolean): string {
  if (!cut) {
    try {
      return redactText(JSON.stringify(redactValue(JSON.parse(text), known), null, 2), known);
    } catch {
      // Not JSON after all: as text, field by field.
    }
  }
  return redactText(withoutTail(text), known).replace(
    /"([\w-]{1,60})"\s*:\s*("(?:[^"\\]|\\.)*"?|[^,}\]\s]*)/g,
    (whole, name: string) => {
      if (isSecret(name)) return `"${name}": "${masks.secret}"`;
      return PERSON.test(name) ? `"${name}": "${masks.person}"` : whole;
    },
  );
}

function redactValue(value: unknown, known: readonly string[], depth = 0): unknown {
  if (depth > 40) return masks.secret;
  if (typeof value === 'string') return redactText(value, known);
  // Eleven digits as a number, and none that is lost when it is written back.
  if (typeof value === 'number') return /^\d{11}$/.test(String(value)) ? masks.number : value;
  if (Array.isArray(value)) return value.map((one) => redactValue(one, known, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      redactText(name, known),
      isSecret(name)
        ? masks.secret
        : PERSON.test(name)
          ? maskPerson(inner)
          : redactValue(inner, known, depth + 1),
    ]),
  );
}

const maskPerson = (value: unknown): unknown => (value === null ? null : masks.person);
export const isSecret = (name: string): boolean => SECRET.test(name) && !HARMLESS.test(name);
/** A cut text loses its last word: it may be half a number, half a name or half a token. */
const withoutTail = (text: string): string =>
  `${text.replace(/(?:"(?:[^"\\]|\\.)*|[\d\s.\-/]+|\S+)$/, '')} …`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function splitOnce(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
