// Pixels as a PNG without transparency (ISO/IEC 15948): one filter, one chunk of data.
import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from '../codes/read-pixels.ts';

export function pngOf({ width, height, rgba }: Pixels): Uint8Array {
  // Each row begins with its filter: 2 is the difference with the row above, which posters have much alike.
  const stride = width * 3 + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * stride] = 2;
    for (let x = 0; x < width; x += 1)
      for (let part = 0; part < 3; part += 1) {
        const at = (y * width + x) * 4 + part;
        const above = y === 0 ? 0 : (rgba[at - width * 4] ?? 0);
        rows[y * stride + 1 + x * 3 + part] = (rgba[at] ?? 0) - above;
      }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a part, red, green and blue.
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
