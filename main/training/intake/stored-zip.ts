// Puts files together in an archive without packing them: workbooks are packed already. Written to APPNOTE 6.3.3 §4.3, with
// names in UTF-8.
import { crc32 } from 'node:zlib';

export type NamedFile = { name: string; bytes: Uint8Array };

/** Bit 11: the name is UTF-8 (§4.4.4). */
const nameIsUtf8 = 0x0800;
const version = 20;
/** 1 January 1980, the first day that an archive knows: when a sheet was made stands in the history. */
const noDay = 0x21;

/** Names must differ; more than 65,535 files or 4 GiB would need another form, and are far from what is made here. */
export function storedZip(files: readonly NamedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const label = Buffer.from(name, 'utf8');
    const facts = factsOf(bytes, label.length);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    facts.copy(local, 4);
    parts.push(local, label, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(version, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, label);
    offset += 30 + label.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** What stands the same in the header before the file and in the directory: 26 bytes. */
function factsOf(bytes: Uint8Array, nameLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(version, 0);
  facts.writeUInt16LE(nameIsUtf8, 2);
  facts.writeUInt16LE(noDay, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}
