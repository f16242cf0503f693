// Building ASN.1 values, for what we write ourselves: containers and their parts.
import { classes, encode, type Node, tags } from './asn1.ts';

const universal = (type: number, value: Node[] | Buffer): Node => ({
  tagClass: classes.universal,
  type,
  value,
});

export const sequence = (...nodes: Node[]): Node => universal(tags.SEQUENCE, nodes);
export const set = (...nodes: Node[]): Node => universal(tags.SET, nodes);
export const octetString = (bytes: Uint8Array): Node => universal(tags.OCTETSTRING, Buffer.from(bytes));
export const nothing = (): Node => universal(tags.NULL, Buffer.alloc(0));
export const bmpString = (text: string): Node =>
  universal(tags.BMPSTRING, Buffer.from(text, 'utf16le').swap16());

/** `[tag] EXPLICIT`. */
export const tagged = (tag: number, node: Node): Node => ({
  tagClass: classes.contextSpecific,
  type: tag,
  value: [node],
});
/** `[tag] IMPLICIT OCTET STRING`. */
export const taggedOctets = (tag: number, bytes: Buffer): Node => ({
  tagClass: classes.contextSpecific,
  type: tag,
  value: bytes,
});

/** A whole number that is not negative, with the zero byte that keeps it positive. */
export function integerOf(value: number): Node {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const lead = (bytes[0] ?? 0) & 0x80 ? Buffer.from([0]) : Buffer.alloc(0);
  return universal(tags.INTEGER, Buffer.concat([lead, bytes]));
}

/** From its dotted text. */
export function oidOf(text: string): Node {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return universal(tags.OID, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const digits = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    digits.unshift((left % 128) | 0x80);
  }
  return digits;
}

export const encoded = (...nodes: Node[]): Buffer => encode(sequence(...nodes));
