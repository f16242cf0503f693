// What is looked at before any parser sees a byte of a file: its encoding, and everything that could make it mean two things. §13.
import { type Refusal, refusal } from './feed-values.ts';

export type GuardedText = { text: string } | Refusal;

/** Strict UTF-8 without a mark; no DOCTYPE, no entity, no processing instruction but the declaration. */
export function guardFeed(bytes: Uint8Array): GuardedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return refusal('notUtf8', { line: 1, column: 1 });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refusal('notUtf8');
  }
  // UTF-16 without a mark reads as UTF-8 with a zero beside every letter.
  const zero = text.indexOf('\u0000');
  if (zero >= 0) return refusal('notUtf8', placeOf(text, zero));
  const [declaration = ''] = /^<\?xml\s[^?<>]*\?>/.exec(text) ?? [];
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')
    return refusal('notUtf8', { line: 1, column: 1 });
  const forbidden = /<!(?!\[CDATA\[|--)|<\?/g;
  forbidden.lastIndex = declaration.length;
  const found = forbidden.exec(text);
  return found === null ? { text } : refusal('notAllowed', placeOf(text, found.index));
}

/** Both from 1; columns in letters as an editor counts them. */
export function placeOf(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: index - start + 1 };
}
