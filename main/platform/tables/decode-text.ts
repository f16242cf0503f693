// The text of a file whatever wrote it: UTF-8 and UTF-16 with or without a mark, else windows-1252 as older Excel saves.
import type { Encoding } from './table.ts';

/** A byte order mark is taken off. */
export const decodeText = (bytes: Uint8Array): string => decodeAs(bytes, encodingOf(bytes));

/**
 * What the bytes look like; text that is no UTF-8 is taken for windows-1252, in which any byte is a character. UTF-8 of which
 * some bytes were spoiled stays UTF-8: those are seen in it, while as windows-1252 every accent would be two wrong signs.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const zeros = zeroPlaces(bytes);
  if (zeros === 'odd') return 'utf-16le';
  if (zeros === 'even') return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
  }
}

/** Whether characters of several bytes outnumber the bytes that belong to none. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    at += 1;
    if (first < 0x80) continue;
    const more =
      first >= 0xc2 && first < 0xe0
        ? 1
        : first >= 0xe0 && first < 0xf0
          ? 2
          : first >= 0xf0 && first < 0xf5
            ? 3
            : 0;
    let followed = 0;
    while (followed < more && ((bytes[at + followed] ?? 0) & 0xc0) === 0x80) followed += 1;
    if (more > 0 && followed === more) {
      whole += 1;
      at += more;
    } else stray += 1;
  }
  return whole > 0 && whole >= stray;
}

/** Reads the bytes in an encoding that a person chose; what does not fit becomes `\ufffd`. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes);

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, at) => bytes[at] === mark);

/** Western text in UTF-16 has a zero in nearly every pair: second byte in little endian, first in big endian. */
function zeroPlaces(bytes: Uint8Array): 'odd' | 'even' | 'none' {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return 'none';
  let odd = 0;
  let even = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 1) odd += 1;
    else even += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.6) return 'odd';
  return even > pairs * 0.6 ? 'even' : 'none';
}
