// How a container and its password lie together in one keychain entry: a length, a JSON head, then the container.

export type VaultEntry = {
  container: Uint8Array;
  password: string;
  /** Which key, where the container holds several. */
  entry: number;
};

type Head = { version: 1; password: string; entry: number };

export function packEntry({ container, password, entry }: VaultEntry): Uint8Array {
  const head = Buffer.from(JSON.stringify({ version: 1, password, entry } satisfies Head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  // Not a Buffer: its `slice` shares memory where others copy.
  return new Uint8Array(Buffer.concat([length, head, container]));
}

/** Null when the bytes are not such an entry. */
export function unpackEntry(bytes: Uint8Array): VaultEntry | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 4) return null;
  const end = 4 + buffer.readUInt32BE();
  if (end > buffer.length) return null;
  try {
    const head: unknown = JSON.parse(buffer.toString('utf8', 4, end));
    return isHead(head)
      ? { container: buffer.subarray(end), password: head.password, entry: head.entry }
      : null;
  } catch {
    return null;
  }
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === 1 &&
  'password' in value &&
  typeof value.password === 'string' &&
  'entry' in value &&
  Number.isInteger(value.entry);
