// Words that somebody else wrote, as one line that shows what it holds: nothing in it turns the direction of reading, steers a printer or
// a terminal, or is longer than where it is to stand.

const blanks = /\s+/g;
/** Control signs, and those that set the direction of what follows. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** `most`: UTF-16 units at most; a sign of two is never cut in half. */
export function plainWords(text: string, most: number): string {
  const plain = text.replace(blanks, ' ').replace(steering, '').replace(blanks, ' ').trim().toWellFormed();
  if (plain.length <= most) return plain;
  return plain
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
