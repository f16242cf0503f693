// What is looked at before any parser sees a byte of a message: size, encoding, and everything that can make a document mean two things.
// The order is that of contract §13: size, strict UTF-8, no DOCTYPE, no entity, no processing instruction, no comment.
import type { TransportReason } from '../../../preload/contract/cbss-answer.ts';
import { declarationOf, strictText } from '../strict-text.ts';

/** Bytes of an answer: 1 MiB. */
export const mostBytes = 1_048_576;

export type Guarded =
  | { ok: true; text: string }
  | { ok: false; reason: TransportReason; line: number | null };

const refused = (reason: TransportReason, line: number | null = null): Guarded => ({
  ok: false,
  reason,
  line,
});

const forbidden: readonly [RegExp, TransportReason][] = [
  // By name in any case, and by its mark alone: nothing but CDATA may begin so.
  [/<!(?!\[CDATA\[|--)/, 'doctype'],
  [/<!--/, 'comment'],
  [/<\?/, 'processingInstruction'],
];

/** Bytes that came from outside, as text that a parser may see. */
export function guardXml(bytes: Uint8Array): Guarded {
  if (bytes.length > mostBytes) return refused('tooLarge');
  const [first, second] = bytes;
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe))
    return refused('notUtf8', 1);
  const read = strictText(bytes);
  if ('fault' in read) return read.fault === 'mark' ? refused('byteOrderMark', 1) : refused('notUtf8');
  return read.zeroAt === null ? guardText(read.text) : refused('notUtf8', 1);
}

/** The same for a text, as one that was pasted. */
export function guardText(text: string): Guarded {
  const declaration = declarationOf(text);
  if (!declaration.isUtf8) return refused('notUtf8', 1);
  const rest = text.slice(declaration.length);
  for (const [sign, reason] of forbidden) {
    const at = rest.search(sign);
    if (at >= 0) return refused(reason, text.slice(0, declaration.length + at).split('\n').length);
  }
  return { ok: true, text };
}

/** A page for people in place of an answer, as something on the way gives it. */
export const looksLikePage = (bytes: Uint8Array, contentType: string): boolean =>
  /\bhtml\b/i.test(contentType) ||
  /^\s*(<!doctype\s+html|<html[\s>])/i.test(Buffer.from(bytes.subarray(0, 300)).toString('latin1'));
