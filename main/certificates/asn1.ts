// Reading ASN.1 (BER and DER) as slices of the file, with limits on depth and number of values, so that no file can make
// the reader take much memory or time. Everything here throws `Refusal` on a shape that is not what the caller asked for.
import { Refusal } from './refusal.ts';

export const tags = {
  INTEGER: 2,
  BITSTRING: 3,
  OCTETSTRING: 4,
  NULL: 5,
  OID: 6,
  SEQUENCE: 16,
  SET: 17,
  BMPSTRING: 30,
};
export const classes = { universal: 0x00, contextSpecific: 0x80 };

export type Node = {
  tagClass: number;
  type: number;
  /** The parts of a constructed value, or the bytes of a simple one. */
  value: Node[] | Buffer;
};

/** Deepest nesting; a PKCS#12 file needs about twelve. */
const maxDepth = 40;
/** Values of one reading; a container with a long chain has some hundreds. */
const maxNodes = 50_000;

const malformed = (): Refusal => new Refusal('fileUnreadable');

type Reading = { bytes: Buffer; at: number; nodes: number };

/** Parses one BER value; bytes after it are ignored (some tools end a file with a line feed). */
export function parse(bytes: Uint8Array): Node {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readNode({ bytes: buffer, at: 0, nodes: 0 }, buffer.length, 0);
}

function readNode(reading: Reading, end: number, depth: number): Node {
  reading.nodes += 1;
  if (depth > maxDepth || reading.nodes > maxNodes || reading.at + 2 > end) throw malformed();
  const tag = reading.bytes.readUInt8(reading.at);
  reading.at += 1;
  // Tag numbers above 30 take more bytes; nothing that we read has them.
  if ((tag & 0x1f) === 0x1f) throw malformed();
  const constructed = (tag & 0x20) !== 0;
  const head = { tagClass: tag & 0xc0, type: tag & 0x1f };
  const length = readLength(reading, end);
  if (length === 'open') {
    if (!constructed) throw malformed();
    return { ...head, value: readUntilEnd(reading, end, depth) };
  }
  const stop = reading.at + length;
  if (stop > end) throw malformed();
  if (constructed) return { ...head, value: readAll(reading, stop, depth) };
  const value = reading.bytes.subarray(reading.at, stop);
  reading.at = stop;
  return { ...head, value };
}

function readLength(reading: Reading, end: number): number | 'open' {
  const first = reading.bytes.readUInt8(reading.at);
  reading.at += 1;
  if (first < 0x80) return first;
  const size = first & 0x7f;
  if (size === 0) return 'open';
  if (size > 4 || reading.at + size > end) throw malformed();
  const length = reading.bytes.readUIntBE(reading.at, size);
  reading.at += size;
  return length;
}

function readAll(reading: Reading, stop: number, depth: number): Node[] {
  const found: Node[] = [];
  while (reading.at < stop) found.push(readNode(reading, stop, depth + 1));
  return found;
}

/** Open length: values up to two zero bytes. */
function readUntilEnd(reading: Reading, end: number, depth: number): Node[] {
  const found: Node[] = [];
  for (;;) {
    if (reading.at + 2 > end) throw malformed();
    if (reading.bytes.readUInt16BE(reading.at) === 0) {
      reading.at += 2;
      return found;
    }
    found.push(readNode(reading, end, depth + 1));
  }
}

/** The value as DER lengths; pieces of a string stay pieces, as OpenSSL takes both. */
export function encode(node: Node): Buffer {
  const constructed = Array.isArray(node.value);
  const body = Array.isArray(node.value) ? Buffer.concat(node.value.map(encode)) : node.value;
  const tag = node.tagClass | (constructed ? 0x20 : 0) | node.type;
  return Buffer.concat([Buffer.from([tag]), lengthBytes(body.length), body]);
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const size = length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes.writeUInt8(0x80 | size, 0);
  bytes.writeUIntBE(length, 1, size);
  return bytes;
}

const isUniversal = (node: Node, type: number) => node.tagClass === classes.universal && node.type === type;

/** The parts of a SEQUENCE or SET. */
export function parts(node: Node | undefined): Node[] {
  if (!node || !Array.isArray(node.value)) throw malformed();
  if (!isUniversal(node, tags.SEQUENCE) && !isUniversal(node, tags.SET)) throw malformed();
  return node.value;
}

/** Whether the node is `[number]` of a CHOICE or an optional field. */
export const isContext = (node: Node | undefined, number: number): node is Node =>
  node !== undefined && node.tagClass === classes.contextSpecific && node.type === number;

/** What stands inside an EXPLICIT `[number]`. */
export function explicit(node: Node | undefined, number: number): Node {
  if (!isContext(node, number) || !Array.isArray(node.value)) throw malformed();
  const inner = node.value[0];
  if (!inner) throw malformed();
  return inner;
}

/** `1.2.840.113549.1.7.1`; at most 20 arcs of at most 2^48. */
export function oid(node: Node | undefined): string {
  if (!node || !isUniversal(node, tags.OID) || !Buffer.isBuffer(node.value)) throw malformed();
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of node.value) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > 2 ** 48 || arcs.length > 20) throw malformed();
    if ((byte & 0x80) !== 0) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first] = arcs;
  if (first === undefined) throw malformed();
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** Bytes of a value, joined where BER wrote them in pieces (NSS and old Windows do). */
export function content(node: Node): Buffer {
  return Array.isArray(node.value) ? Buffer.concat(node.value.map(content)) : node.value;
}

export function octets(node: Node | undefined): Buffer {
  if (!node || !isUniversal(node, tags.OCTETSTRING)) throw malformed();
  return content(node);
}

/** A BIT STRING without its count of unused bits. */
export function bits(node: Node | undefined): Buffer {
  if (!node || !isUniversal(node, tags.BITSTRING)) throw malformed();
  return content(node).subarray(1);
}

/** A non-negative integer; anything over 48 bits counts as too large to be meant. */
export function integer(node: Node | undefined): number {
  if (!node || !isUniversal(node, tags.INTEGER)) throw malformed();
  const bytes = content(node);
  const significant = bytes[0] === 0 ? bytes.subarray(1) : bytes;
  if (bytes.length === 0 || (bytes.readUInt8(0) & 0x80) !== 0) throw malformed();
  if (significant.length > 6) return Number.MAX_SAFE_INTEGER;
  return significant.length === 0 ? 0 : significant.readUIntBE(0, significant.length);
}

export const isInteger = (node: Node | undefined): node is Node =>
  node !== undefined && isUniversal(node, tags.INTEGER);
export const isOid = (node: Node | undefined): node is Node =>
  node !== undefined && isUniversal(node, tags.OID);
export const isSequence = (node: Node | undefined): node is Node =>
  node !== undefined && isUniversal(node, tags.SEQUENCE);

/** A BMPString, as friendly names are written: UTF-16, high byte first. */
export function bmpText(node: Node | undefined): string {
  if (!node || !isUniversal(node, tags.BMPSTRING) || !Buffer.isBuffer(node.value)) return '';
  const even = node.value.subarray(0, node.value.length & ~1);
  return Buffer.from(even).swap16().toString('utf16le');
}

/**
 * Length that the outer value claims for the whole file: null when it does not begin as a SEQUENCE, `open` when BER
 * leaves the length open.
 */
export function claimedLength(bytes: Uint8Array): number | 'open' | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8));
  if (buffer.length < 2 || buffer[0] !== 0x30) return null;
  const first = buffer.readUInt8(1);
  if (first < 0x80) return 2 + first;
  if (first === 0x80) return 'open';
  const size = first & 0x7f;
  if (size > 4 || buffer.length < 2 + size) return size > 4 ? null : Number.MAX_SAFE_INTEGER;
  return 2 + size + buffer.readUIntBE(2, size);
}
