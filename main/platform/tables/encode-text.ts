// Text as bytes in the encodings that lists come in; the other way of `decode-text.ts`.
import type { Encoding } from './table.ts';

const mark = '\ufeff';

/** UTF-8 and UTF-16 with a byte order mark. A text with signs that windows-1252 does not have becomes UTF-8. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'windows-1252') return asWindows1252(text) ?? new TextEncoder().encode(mark + text);
  if (encoding === 'utf-8') return new TextEncoder().encode(mark + text);
  const bytes = Buffer.from(mark + text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** What each byte stands for, the other way round. */
const codes = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function asWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = codes.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}
