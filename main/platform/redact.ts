// Takes out of an exchange what must not be seen or copied: numbers and names of persons, tokens, assertions, keys and
// passwords. What cannot be understood is cut short rather than shown.
import { maskText } from './log-mask.ts';
import { plainSpelling, withoutEncodedNumbers, withoutNumbers } from './redact-numbers.ts';

/** Fields whose value is a secret, whatever it looks like. */
const SECRET =
  /token|assertion|passw(?:or)?d|passphrase|secret|private[-_ ]?key|api[-_ ]?key|session[-_ ]?(?:id|key)|credential|authori[sz]ation|cookie|^(?:pwd|pin|jwt|jwk|d|session|dpop|x-auth|authentication-info)s?$/i;
/** Facts about a secret, which help and reveal nothing. */
const HARMLESS =
  /^(?:token[-_]?type|client_assertion_type|(?:token|authorization)_(?:endpoint|url)|.*_supported|.*expires?(?:_?(?:in|at))?)$/i;
/** Fields that name a person or say where to find one. */
const PERSON =
  /^(?:given_?names?|first_?names?|family_?names?|last_?names?|surname|full_?name|person_?name|birth.*|e-?mail.*|phone.*|mobile.*|street.*|house_?number|ssin|insz|niss|nrn|national_?(?:register_?)?number)$/i;

export const masks = { secret: '[secret]', person: '[person]', number: '[number]' } as const;

const BASIC = /\b(Basic|Bearer|Digest|Negotiate)\s+[\w\-.~+/=]{6,}/gi;
/** `/token/…`, `/access-tokens/…`: what follows in the path is the token, unless it is the name of an act on one. */
const IN_PATH =
  /(\/[\w.-]{0,40}tokens?\/)(?!(?:introspect(?:ion)?|info|revoke|revocation|refresh|exchange|validate|verify|status|keys|v\d{1,2})(?![\w.~%+=-]))[\w.~%+=:@!$-]+/gi;
const USERINFO = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@]+@/gi;

/** `known`: secrets seen in this exchange, taken out wherever they turn up, also when encoded. */
export function redactText(text: string, known: readonly string[] = []): string {
  let out = plainSpelling(text);
  for (const one of known)
    if (one.length >= 6) for (const form of spellings(one)) out = out.replaceAll(form, masks.secret);
  out = withoutPairs(withoutElements(out.replace(BASIC, '$1 …').replace(USERINFO, '$1…@')));
  out = withoutEncodedNumbers(out.replace(IN_PATH, `$1${masks.secret}`), masks.number);
  return withoutNumbers(maskText(out), masks.number);
}

function spellings(one: string): Set<string> {
  const bytes = Buffer.from(one);
  const base64 = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  return new Set([one, encodeURIComponent(one), JSON.stringify(one).slice(1, -1), base64]);
}

/** What takes the place of the value of a field; null when it may be seen. */
function maskOf(name: string): string | null {
  if (isSecret(name)) return masks.secret;
  return PERSON.test(name) ? masks.person : null;
}

/** `token=…` and `"token": …` wherever they stand: in an address, in a message, in JSON inside a text. */
const withoutPairs = (text: string): string =>
  text
    .replace(
      /([\w.%-]{1,60})(\s{0,2}=\s{0,2})("[^"]*"?|'[^']*'?|[^\s&;,<>"'\\]+)/g,
      (whole, name: string, sign: string) => {
        const mask = maskOf(decoded(name));
        return mask === null ? whole : `${name}${sign}${mask}`;
      },
    )
    .replace(
      /(\\*")([\w.\- ]{1,60})(\\*"\s{0,3}:\s{0,3})(\\+"(?:[^"\\]|\\(?!"))*\\*"?)/g,
      (whole, open: string, name: string, sign: string) => {
        const mask = maskOf(name);
        return mask === null ? whole : `${open}${name}${sign}${open}${mask}${open}`;
      },
    );

/** `<token>…</token>` and `<input name="token" value="…">`. */
const withoutElements = (text: string): string =>
  text
    .replace(/<(?:[\w.-]{1,60}:)?([\w.-]{1,60})(?:\s[^<>]{0,500})?>[^<]+/g, (whole, name: string) => {
      const mask = maskOf(name);
      return mask === null ? whole : `${whole.slice(0, whole.indexOf('>') + 1)}${mask}`;
    })
    .replace(/<[^<>]{1,2000}>/g, (tag) => {
      const name = /\b(?:name|id)\s{0,2}=\s{0,2}["']?([\w.-]{1,60})/i.exec(tag)?.[1];
      const mask = name === undefined ? null : maskOf(name);
      return mask === null
        ? tag
        : tag.replace(/\b(value|content)\s{0,2}=\s{0,2}("[^"]*"|'[^']*'|[^\s>]+)/gi, `$1="${mask}"`);
    });

/** The address with its numbers masked and the values of secret fields of its query taken out. */
export function redactUrl(url: string, known: readonly string[] = []): string {
  const [whole, fragment] = splitOnce(url, '#');
  const [place, query] = splitOnce(whole, '?');
  const [path, ...matrix] = place.split(';');
  const shown = [decoded(path ?? ''), ...matrix.map((pair) => redactForm(pair, known))].join(';');
  const asked = query === undefined ? '' : `?${redactForm(query, known, true)}`;
  const rest = fragment === undefined ? '' : `#${redactForm(fragment, known, true)}`;
  return redactText(`${shown}${asked}${rest}`, known).slice(0, 2_000);
}

/** A body by its media type; `cut` true when it is only the beginning of one. */
export function redactBody(text: string, mediaType: string, known: readonly string[], cut = false): string {
  if (text === '') return '';
  if (/x-www-form-urlencoded/i.test(mediaType)) return redactText(redactForm(text, known), known);
  if (/json/i.test(mediaType) || /^\s*[[{]/.test(text)) return redactJson(text, known, cut);
  // The last digits of what was cut may be the first ones of a number.
  return redactText(cut ? withoutTail(text) : text, known);
}

/** In an address `code` is a key to a token; elsewhere it says what went wrong, and stays. */
function redactForm(text: string, known: readonly string[], inAddress = false): string {
  return text
    .split(/[&;]/)
    .map((pair) => {
      const [name = '', value] = splitOnce(pair, '=');
      if (value === undefined) return redactText(decoded(pair), known);
      const plain = decoded(name);
      const mask = inAddress && plain === 'code' ? masks.secret : maskOf(plain);
      return `${plain}=${mask ?? redactText(decoded(value), known)}`;
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
    /"([\w.\- ]{1,60})"\s*:\s*(\[[^\]]*\]?|\{[^}]*\}?|"(?:[^"\\]|\\.)*"?|[^,}\]\s]*)/g,
    (whole, name: string) => {
      const mask = maskOf(name);
      return mask === null ? whole : `"${name}": "${mask}"`;
    },
  );
}

function redactValue(value: unknown, known: readonly string[], depth = 0): unknown {
  if (depth > 40) return masks.secret;
  if (typeof value === 'string') return redactText(withoutJson(value, known, depth), known);
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

/** JSON that stands as a text inside JSON is read as JSON too. */
function withoutJson(text: string, known: readonly string[], depth: number): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(redactValue(JSON.parse(text), known, depth + 1));
  } catch {
    return text;
  }
}

const maskPerson = (value: unknown): unknown => (value === null ? null : masks.person);
export const isSecret = (name: string): boolean => SECRET.test(name) && !HARMLESS.test(name);
/** A cut text loses its last word: it may be half a number, half a name or half a token. */
const withoutTail = (text: string): string =>
  `${text.replace(/(?:"(?:[^"\\]|\\.)*|[\d\s.\-/]+|\S+)$/, '')} …`;

/** Decoded as often as it was encoded, within reason. */
function decoded(text: string): string {
  let out = text.replaceAll('+', ' ');
  try {
    for (let times = 0; times < 4 && out.includes('%'); times += 1) out = decodeURIComponent(out);
  } catch {
    // A bare percent sign: as far as it went.
  }
  return out;
}

function splitOnce(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
