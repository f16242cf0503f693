// Reads DER just far enough to judge an uploaded certificate. Never throws: a malformed input gives undefined.

export interface DerNode {
  readonly tag: number;
  readonly content: Buffer;
  /** Bytes used by tag, length and content together. */
  readonly size: number;
}

/** The node at `offset`, or undefined when the bytes do not hold a whole definite-length node. */
export const readNode = (bytes: Buffer, offset = 0): DerNode | undefined => {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let length = first;
  let header = 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return undefined;
    length = 0;
    for (let i = 0; i < count; i += 1) {
      const byte = bytes[offset + 2 + i];
      if (byte === undefined) return undefined;
      length = length * 256 + byte;
    }
    header += count;
  }
  const end = offset + header + length;
  if (end > bytes.length) return undefined;
  return { tag, content: bytes.subarray(offset + header, end), size: header + length };
};

/** Every child of a constructed node; undefined when the content is not a whole row of nodes. */
export const readChildren = (node: DerNode | undefined): DerNode[] | undefined => {
  if (node === undefined) return undefined;
  const children: DerNode[] = [];
  for (let at = 0; at < node.content.length; ) {
    const child = readNode(node.content, at);
    if (child === undefined) return undefined;
    children.push(child);
    at += child.size;
  }
  return children;
};

/** An OBJECT IDENTIFIER in dotted form. */
export const readObjectId = (node: DerNode | undefined): string | undefined => {
  if (node === undefined || node.tag !== 0x06) return undefined;
  const [first, ...rest] = node.content;
  if (first === undefined) return undefined;
  const arcs = [Math.min(Math.floor(first / 40), 2), 0];
  arcs[1] = first - (arcs[0] ?? 0) * 40;
  let arc = 0;
  for (const byte of rest) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join('.');
};
