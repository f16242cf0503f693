// What is looked at before any parser sees a byte of a file: its encoding, and everything that could make it mean two things. §13.
import { declarationOf, strictText } from '../strict-text.ts';
import { type Refusal, refusal } from './feed-values.ts';

export type GuardedText = { text: string } | Refusal;

/** Strict UTF-8 without a mark; no DOCTYPE, no entity, no processing instruction but the declaration. */
export function guardFeed(bytes: Uint8Array): GuardedText {
  const read = strictText(bytes);
  if ('fault' in read) return refusal('notUtf8', read.fault === 'mark' ? { line: 1, column: 1 } : {});
  const { text, zeroAt } = read;
  if (zeroAt !== null) return refusal('notUtf8', placeOf(text, zeroAt));
  const declaration = declarationOf(text);
  if (!declaration.isUtf8) return refusal('notUtf8', { line: 1, column: 1 });
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
