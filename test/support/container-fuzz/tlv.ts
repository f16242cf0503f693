// A tree of tags, lengths and values that can be bent out of shape and written again: a reader of its own, so that a
// fault in ours is not repeated here. Strings of bytes that hold a value are opened too.

export type Tlv = {
  tag: number;
  /** Children, or bytes. */
  value: Tlv[] | Buffer;
  /** The children stand inside a string of bytes. */
  wrapped: boolean;
  /** A length that is written in place of the true one; `open` for none with an end, `endless` for none without. */
  lie?: number | 'open' | 'endless' | 'long';
};

const maxDepth = 24;

/** Null where the bytes are not one or more whole values. */
export function readTlvs(bytes: Buffer, depth = 0): Tlv[] | null {
  const found: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = readHead(bytes, at);
    if (head === null || depth > maxDepth) return null;
    const body = bytes.subarray(head.start, head.end);
    found.push(openTlv(head.tag, body, depth));
    at = head.end;
  }
  return found;
}

function readHead(bytes: Buffer, at: number): { tag: number; start: number; end: number } | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || size > 4 || at + 2 + size > bytes.length) return null;
  const length = size === 0 ? first : bytes.readUIntBE(at + 2, size);
  const start = at + 2 + size;
  return start + length > bytes.length ? null : { tag, start, end: start + length };
}

function openTlv(tag: number, body: Buffer, depth: number): Tlv {
  if ((tag & 0x20) !== 0) {
    const children = readTlvs(body, depth + 1);
    return { tag, value: children ?? body, wrapped: false };
  }
  const inner = tag === 0x04 && body[0] === 0x30 ? readTlvs(body, depth + 1) : null;
  return { tag, value: inner ?? body, wrapped: inner !== null };
}

export function writeTlv(node: Tlv): Buffer {
  const body = Array.isArray(node.value) ? Buffer.concat(node.value.map(writeTlv)) : node.value;
  const tag = Buffer.of(node.tag & 0xff);
  if (node.lie === 'open') return Buffer.concat([tag, Buffer.of(0x80), body, Buffer.alloc(2)]);
  if (node.lie === 'endless') return Buffer.concat([tag, Buffer.of(0x80), body]);
  if (node.lie === 'long') {
    const padded = Buffer.alloc(6);
    padded.writeUInt8(0x85);
    padded.writeUInt32BE(body.length, 2);
    return Buffer.concat([tag, padded, body]);
  }
  return Buffer.concat([tag, lengthOf(node.lie ?? body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(Math.max(0, length));
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(0x84);
  bytes.writeUInt32BE(Math.min(length, 0xffffffff), 1);
  return bytes;
}

/** Every value with the list it stands in. */
export function places(list: Tlv[]): { list: Tlv[]; index: number; node: Tlv }[] {
  return list.flatMap((node, index) => [
    { list, index, node },
    ...(Array.isArray(node.value) ? places(node.value) : []),
  ]);
}

export const copyOf = (node: Tlv): Tlv => ({
  ...node,
  value: Array.isArray(node.value) ? node.value.map(copyOf) : node.value,
});
