// Pictures and documents with QR codes in them, written by hand at run time: a writer of our own for each kind, so that no
// reader is judged by its own family.
import { deflateSync } from 'node:zlib';
import qrcode from 'qrcode';

/** Dark or light by row and column, with four light modules around. */
export type Modules = readonly (readonly boolean[])[];

const quiet = 4;

export function modulesOf(content: string | Uint8Array): Modules {
  const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  const { modules } = qrcode.create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => {
      const [y, x] = [row - quiet, column - quiet];
      return y >= 0 && x >= 0 && y < modules.size && x < modules.size && modules.get(y, x) === 1;
    }),
  );
}

/** Several side by side. */
export const inOneRow = (all: readonly Modules[]): Modules =>
  Array.from({ length: Math.max(...all.map((one) => one.length)) }, (_, row) =>
    all.flatMap((one) => one[row] ?? Array.from({ length: one.length }, () => false)),
  );

/** One byte a point: 0 dark, 255 light. */
export function greyOf(modules: Modules, scale: number): { width: number; height: number; grey: Uint8Array } {
  const width = (modules[0]?.length ?? 0) * scale;
  const height = modules.length * scale;
  const grey = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) grey[y * width + x] = 0;
  return { width, height, grey };
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crcOf = (bytes: Uint8Array): number =>
  ~bytes.reduce((crc, byte) => (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0), -1) >>> 0;

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([u32(data.length), body, u32(crcOf(body))]);
}

/** `claimed` writes another size into the header than the picture has. */
export function pngOf(modules: Modules, scale = 6, claimed?: { width: number; height: number }): Buffer {
  const { width, height, grey } = greyOf(modules, scale);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), grey.subarray(y * width, (y + 1) * width)]),
  );
  const header = [u32(claimed?.width ?? width), u32(claimed?.height ?? height), Buffer.from([8, 0, 0, 0, 0])];
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat(header)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 24 bits a point, rows from the bottom. */
export function bmpOf(modules: Modules, scale = 6): Buffer {
  const { width, height, grey } = greyOf(modules, scale);
  const stride = (width * 3 + 3) & ~3;
  const bytes = Buffer.alloc(54 + stride * height);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      bytes.fill(
        grey[y * width + x] ?? 0,
        54 + (height - 1 - y) * stride + x * 3,
        54 + (height - 1 - y) * stride + x * 3 + 3,
      );
  return bytes;
}

/** Two colours; its codes are never packed: the table is cleared before it grows. */
export function gifOf(modules: Modules, scale = 6): Buffer {
  const { width, height, grey } = greyOf(modules, scale);
  const u16 = (value: number): number[] => [value & 255, value >>> 8];
  // Codes of 3 bits: 0 dark, 1 light, 4 clear, 5 end. Two points after each clear keep the codes at 3 bits.
  const codes: number[] = [];
  for (let at = 0; at < grey.length; at += 1) {
    if (at % 2 === 0) codes.push(4);
    codes.push(grey[at] === 0 ? 0 : 1);
  }
  const packed = packBits(
    [...codes, 5].map((value) => [value, 3]),
    false,
  );
  const blocks: Buffer[] = [];
  for (let at = 0; at < packed.length; at += 255) {
    const part = packed.subarray(at, at + 255);
    blocks.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([...u16(width), ...u16(height), 0x81, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0, ...u16(width), ...u16(height), 0, 2]),
    ...blocks,
    Buffer.from([0, 0x3b]),
  ]);
}

/** Values with their number of bits, the first of each byte being its highest bit (or its lowest). */
function packBits(values: readonly (readonly [value: number, bits: number])[], highFirst: boolean): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  for (const [value, bits] of values)
    for (let bit = 0; bit < bits; bit += 1) {
      const one = (value >>> (highFirst ? bits - 1 - bit : bit)) & 1;
      held |= one << (highFirst ? 7 - count : count);
      count += 1;
      if (count < 8) continue;
      bytes.push(held);
      [held, count] = [0, 0];
    }
  if (count > 0) bytes.push(highFirst ? held | ((1 << (8 - count)) - 1) : held);
  return Buffer.from(bytes);
}

/** Grey, one block of 8 by 8 points a module: only the mean of each block is written. */
export function jpegOf(modules: Modules): Buffer {
  const segment = (marker: number, data: readonly number[]): Buffer =>
    Buffer.from([0xff, marker, (data.length + 2) >>> 8, (data.length + 2) & 255, ...data]);
  const [width, height] = [(modules[0]?.length ?? 0) * 8, modules.length * 8];
  const sizes = Array.from({ length: 12 }, (_, index) => index);
  const bits: [number, number][] = [];
  let last = 0;
  for (const row of modules)
    for (const dark of row) {
      // The mean is written as eight times its distance from 128.
      const value = dark ? -1_020 : 1_016;
      const step = value - last;
      last = value;
      const size = step === 0 ? 0 : Math.floor(Math.log2(Math.abs(step))) + 1;
      bits.push([size, 4]);
      if (size > 0) bits.push([step > 0 ? step : step + 2 ** size - 1, size]);
      // No detail: end of block.
      bits.push([0, 1]);
    }
  const data = packBits(bits, true);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(0xc0, [8, height >>> 8, height & 255, width >>> 8, width & 255, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, 0, 0, 0, 12, ...Array.from({ length: 12 }, () => 0), ...sizes]),
    segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    Buffer.from([...data].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]))),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Uncompressed video of one frame (YUV4MPEG2), as Chromium plays it for a camera; the code in its middle. */
export function videoOf(modules: Modules, width = 640, height = 480): Buffer {
  const code = greyOf(modules, Math.floor(Math.min(width, height) / modules.length));
  const frame = Buffer.alloc((width * height * 3) / 2, 128).fill(235, 0, width * height);
  const [left, top] = [Math.floor((width - code.width) / 2), Math.floor((height - code.height) / 2)];
  for (let y = 0; y < code.height; y += 1)
    for (let x = 0; x < code.width; x += 1)
      if (code.grey[y * code.width + x] === 0) frame[(top + y) * width + left + x] = 16;
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
    frame,
  ]);
}

/** A4, each page with its codes as squares of `moduleSide` points (1/72 inch). No page content: an empty page. */
export function pdfOf(pages: readonly (Modules | null)[], moduleSide = 4): Buffer {
  const drawing = (modules: Modules | null): string =>
    (modules ?? [])
      .flatMap((row, y) =>
        row.flatMap((dark, x) =>
          dark ? [`${60 + x * moduleSide} ${760 - y * moduleSide} ${moduleSide} ${moduleSide} re f`] : [],
        ),
      )
      .join('\n');
  return pdfWith(pages.map((page) => ({ stream: deflateSync(Buffer.from(drawing(page), 'latin1')) })));
}

/** A PDF of A4 pages whose content streams are already packed; `extra` goes into the trailer. */
export function pdfWith(pages: readonly { stream: Uint8Array; box?: string }[], extra = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const offsets: number[] = [];
  const add = (head: string, stream?: Uint8Array): void => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${offsets.length} 0 obj\n${head}\n`, 'latin1'));
    if (stream) parts.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n'));
  };
  const kids = pages.map((_, index) => `${3 + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [index, { stream, box = '0 0 595 842' }] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << >> /Contents ${4 + index * 2} 0 R >>`);
    add(`<< /Length ${stream.length} /Filter /FlateDecode >>`, stream);
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}
