// Reading ASN.1 as buffers: a thin layer over forge's BER reader, which works on binary strings.
// Everything here throws `Refusal` on a shape that is not what the caller asked for.
import forge from 'node-forge';
import { Refusal } from './refusal.ts';

export type Node = forge.asn1.Asn1;

const { asn1 } = forge;
export const tags = asn1.Type;

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const malformed = (): Refusal => new Refusal('fileUnreadable');

/** Parses one BER value; bytes after it are ignored (some tools end a file with a line feed). */
export function parse(bytes: Uint8Array): Node {
  const options = { strict: true, parseAllBytes: false, decodeBitStrings: false };
  // The typings know only the older boolean parameter; the options object is what forge documents.
  return asn1.fromDer(binary(bytes), options as unknown as boolean);
}

export const encode = (node: Node): Buffer => Buffer.from(asn1.toDer(node).getBytes(), 'latin1');

const isUniversal = (node: Node, type: number) =>
  node.tagClass === asn1.Class.UNIVERSAL && node.type === type;

/** The parts of a SEQUENCE or SET. */
export function parts(node: Node | undefined): Node[] {
  if (!node || !Array.isArray(node.value)) throw malformed();
  if (!isUniversal(node, tags.SEQUENCE) && !isUniversal(node, tags.SET)) throw malformed();
  return node.value;
}

/** Whether the node is `[number]` of a CHOICE or an optional field. */
export const isContext = (node: Node | undefined, number: number): node is Node =>
  node !== undefined && node.tagClass === asn1.Class.CONTEXT_SPECIFIC && (node.type as number) === number;

/** What stands inside an EXPLICIT `[number]`. */
export function explicit(node: Node | undefined, number: number): Node {
  if (!isContext(node, number) || !Array.isArray(node.value)) throw malformed();
  const inner = node.value[0];
  if (!inner) throw malformed();
  return inner;
}

export function oid(node: Node | undefined): string {
  if (!node || !isUniversal(node, tags.OID) || typeof node.value !== 'string') throw malformed();
  return asn1.derToOid(node.value);
}

/** Bytes of a value, joined where BER wrote them in pieces (NSS and old Windows do). */
export function content(node: Node): Buffer {
  if (typeof node.value === 'string') return Buffer.from(node.value, 'latin1');
  return Buffer.concat(node.value.map(content));
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
export const isSequence = (node: Node | undefined): node is Node =>
  node !== undefined && isUniversal(node, tags.SEQUENCE);

/** A BMPString, as friendly names are written; forge has turned its UTF-16 into text already. */
export const bmpText = (node: Node | undefined): string =>
  node && typeof node.value === 'string' && isUniversal(node, tags.BMPSTRING) ? node.value : '';

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
