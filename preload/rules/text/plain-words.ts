// Words that somebody else wrote, as one line that shows what it holds: nothing in it turns the direction of reading, steers a printer or
// a terminal, hides, or is longer than where it is to stand.

const blanks = /\s+/g;
/** Control signs, and those that set the direction of what follows. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Signs that nobody sees: two names that look alike would not be the same. Those that join letters of a script stay. */
const unseen = /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** As nearly every name is: a file of names is read often, so that most are looked at once. */
const simple = /^[!-~\u00c0-\u024f]+(?: [!-~\u00c0-\u024f]+)*$/;

/** `most`: UTF-16 units at most; a sign of two is never cut in half. */
export function plainWords(text: string, most: number): string {
  if (text.length <= most && simple.test(text)) return text;
  const seen = text.replace(unseen, '').replace(blanks, ' ');
  const plain = seen.replace(steering, '').replace(blanks, ' ').trim().toWellFormed();
  if (plain.length <= most) return plain;
  return plain
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** Every length; the limit is set where the words are taken. */
export const plainLine = (text: string): string => plainWords(text, Number.POSITIVE_INFINITY);

/** Of several lines, which stay; an empty one between two parts as well. */
export const plainLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(plainLine)
    .join('\n')
    .trim();

const blank = /[\t\n\r]/;
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without what turns the direction of reading, and all else as it was: whoever judges the text tells of the rest. */
export const withoutTurns = (text: string): string => text.replace(turning, '');

/** The same for what also steers a printer or a terminal; tabs and ends of lines stay. */
export const withoutSteering = (text: string): string =>
  text.replace(steering, (sign) => (blank.test(sign) ? sign : ''));

/** Letters that are written from right to left, or signs that turn the direction. */
const turns =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** For a sentence around it: words that would turn its direction stand in it as a piece of their own. */
export const isolated = (text: string): string => (turns.test(text) ? `\u2068${text}\u2069` : text);
