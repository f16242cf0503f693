// What kind of picture some bytes are, and how many points it says to have: read from its first bytes, before anything
// is unpacked, so that a small file that claims to be huge is refused.

export type PictureKind =
  | { kind: 'pdf' }
  | { kind: 'png' | 'jpeg' | 'gif' | 'bmp'; width: number; height: number }
  /** Known, and not read here: the person can be told what to do. */
  | { kind: 'other' }
  /** Begins as a picture does, and does not go on as one. */
  | { kind: 'damaged' };

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, bytes.byteLength - at))
    .subarray(0, text.length)
    .equals(Buffer.from(text, 'latin1'));

/** A reader may have added something before a PDF; viewers look into the first 1,024 bytes (ISO 32000, annex H.3.4.1). */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1_024, bytes.byteLength)).includes('%PDF-');

export function pictureKind(bytes: Uint8Array): PictureKind {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sized = (kind: 'png' | 'jpeg' | 'gif' | 'bmp', width: number, height: number): PictureKind =>
    width > 0 && height > 0 ? { kind, width, height } : { kind: 'damaged' };
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) {
    if (bytes.length < 24 || !startsWith(bytes, 'IHDR', 12)) return { kind: 'damaged' };
    return sized('png', view.getUint32(16), view.getUint32(20));
  }
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) {
    if (bytes.length < 10) return { kind: 'damaged' };
    return sized('gif', view.getUint16(6, true), view.getUint16(8, true));
  }
  if (startsWith(bytes, 'BM') && bytes.length > 26) {
    // The oldest header (12 bytes) has sizes of two bytes.
    if (view.getUint32(14, true) === 12)
      return sized('bmp', view.getUint16(18, true), view.getUint16(20, true));
    return sized('bmp', view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
  }
  if (startsWith(bytes, '\xff\xd8\xff')) return jpegSize(view);
  return { kind: isPdf(bytes) ? 'pdf' : 'other' };
}

/** The size stands in a frame header (SOF0 to SOF15 without DHT, JPG and DAC: ITU-T T.81, table B.1). */
function jpegSize(view: DataView): PictureKind {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return { kind: 'damaged' };
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return width > 0 && height > 0 ? { kind: 'jpeg', width, height } : { kind: 'damaged' };
    }
    // A scan before its frame.
    if (marker === 0xda || marker === 0xd9) return { kind: 'damaged' };
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += alone ? 2 : 2 + view.getUint16(at + 2);
  }
  return { kind: 'damaged' };
}
