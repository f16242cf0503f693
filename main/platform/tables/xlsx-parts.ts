// The parts of a workbook: a zip of XML files. All that unpacks is counted, as what a zip says of itself may be a lie.
import { crc32 } from 'node:zlib';
import { SaxesParser } from 'saxes';
import unzipper from 'unzipper';
import { type Failure, fail, ok, type Result } from '../../../preload/contract/result.ts';

/** Attributes by their bare name: `r:id` and `id` are told apart, `x:row` and `row` are not. */
export type XmlTag = { name: string; attributes: Readonly<Record<string, string>> };
export type XmlReader = {
  open?(tag: XmlTag): void;
  text?(text: string): void;
  /** A failure ends the reading. */
  close?(name: string): Failure | null | undefined;
};

export type Workbook = {
  has(path: string): boolean;
  /** Failures: tableDamaged (also a part that is absent, a DTD, XML that is not well-formed), tableTooLarge. */
  read(path: string, reader: XmlReader): Promise<Result<void>>;
};

/** No part of a workbook nests deeper than a few dozen; a thousand levels are an attack on the parser. */
const deepest = 64;
/** A workbook has some tens of parts, one with many sheets and pictures some hundreds. */
const mostParts = 5_000;

/**
 * How many parts the zip says it has, without reading their names (APPNOTE 6.3.3 §4.3.14 to 4.3.16); 0 when nothing says so.
 */
function partsSaid(bytes: Buffer): number {
  const end = bytes.subarray(-65_557).lastIndexOf(Buffer.from('504b0506', 'hex'));
  const at = end < 0 ? -1 : Math.max(0, bytes.length - 65_557) + end;
  if (at < 0 || at + 22 > bytes.length) return 0;
  const said = bytes.readUInt16LE(at + 10);
  if (said < 0xffff) return said;
  // Then the longer form says it.
  const longer = bytes.subarray(0, at).lastIndexOf(Buffer.from('504b0606', 'hex'));
  return longer < 0 || longer + 40 > bytes.length ? said : Number(bytes.readBigUInt64LE(longer + 32));
}

/**
 * Failures: tableDamaged when the bytes are no zip or an unfinished one, tableKindUnknown when it has more parts than any
 * workbook. `unpackedBytes` counts over all parts read.
 */
export async function openWorkbook(bytes: Uint8Array, unpackedBytes: number): Promise<Result<Workbook>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (partsSaid(buffer) > mostParts) return fail('tableKindUnknown');
  const directory = await unzipper.Open.buffer(buffer).catch(() => null);
  if (directory === null) return fail('tableDamaged');
  const parts = new Map(directory.files.map((part) => [nameOf(part.path), part]));
  let left = unpackedBytes;
  return ok({
    has: (path) => parts.has(nameOf(path)),
    async read(path, reader) {
      const part = parts.get(nameOf(path));
      if (part === undefined) return fail('tableDamaged');
      // An encrypted part would ask for a password; whole workbooks with a password are no zip at all.
      if ((part.flags & 1) === 1) return fail('tableEncrypted');
      const xml = parserOf(reader);
      let sum = 0;
      const decoder = new TextDecoder('utf-8');
      try {
        for await (const chunk of part.stream() as AsyncIterable<Buffer>) {
          left -= chunk.length;
          if (left < 0) return fail('tableTooLarge', { details: { most: unpackedBytes } });
          sum = crc32(chunk, sum);
          xml.write(decoder.decode(chunk, { stream: true }));
          if (xml.failure() !== null) break;
        }
        if (xml.failure() === null) xml.end(decoder.decode());
        // A byte was lost or changed since the workbook was saved: what it says can no longer be trusted.
        if (xml.failure() === null && sum !== part.crc32) return fail('tableDamaged');
      } catch {
        // The zip ends too early, or its data are not what they should be.
        return fail('tableDamaged');
      }
      const failure = xml.failure();
      return failure === null ? ok(undefined) : { ok: false, failure };
    },
  });
}

const nameOf = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

function parserOf(reader: XmlReader) {
  // Where in the file something stands is never told: keeping count of it takes time with every character.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: string[] = [];
  let failure: Failure | null = null;
  const damaged = (): void => {
    failure ??= fail('tableDamaged').failure;
  };
  parser.on('error', damaged);
  // The format forbids DTDs; entities that grow without end are declared in one.
  parser.on('doctype', damaged);
  parser.on('opentag', ({ name, attributes }) => {
    if (failure !== null) return;
    open.push(name);
    if (open.length > deepest) damaged();
    else reader.open?.({ name: bare(name), attributes });
  });
  parser.on('text', (text) => {
    if (failure === null) reader.text?.(text);
  });
  parser.on('cdata', (text) => {
    if (failure === null) reader.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    if (failure !== null) return;
    open.pop();
    failure = reader.close?.(bare(name)) ?? null;
  });
  return {
    write(text: string) {
      if (text !== '') parser.write(text);
    },
    end(rest: string) {
      if (rest !== '') parser.write(rest);
      parser.close();
    },
    failure: () => failure,
  };
}
