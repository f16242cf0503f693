// The text of a file whatever wrote it: UTF-8 and UTF-16 with or without a mark, else windows-1252 as older Excel saves.

/** A byte order mark is taken off. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decode('utf-8', bytes.subarray(3));
  if (startsWith(bytes, 0xff, 0xfe)) return decode('utf-16le', bytes.subarray(2));
  if (startsWith(bytes, 0xfe, 0xff)) return decode('utf-16be', bytes.subarray(2));
  const zeros = zeroPlaces(bytes);
  if (zeros === 'odd') return decode('utf-16le', bytes);
  if (zeros === 'even') return decode('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode('windows-1252', bytes);
  }
}

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, at) => bytes[at] === mark);

const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

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
