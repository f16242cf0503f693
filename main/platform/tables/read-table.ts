// Reads any file with rows: tells a workbook from delimited text by its content, and says plainly what is neither.
import { fail, type Result } from '../../../preload/contract/result.ts';
import { type CsvChoice, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type RowSink, type Table, type TableLimits, widestLimits } from './table.ts';

export type TableInput = { bytes: Uint8Array; choice?: CsvChoice; limits?: TableLimits };

/** The task `table.read`. Failures: those of `readCsv` and `readXlsx`; tableEncrypted, tableKindUnknown. */
export const readTable = (input: TableInput): Promise<Result<Table>> => readRows(input);

/** The same, with the rows of each sheet given to a sink as they are read; then the sheets that are answered hold none. */
export async function readRows(
  { bytes, choice = {}, limits = widestLimits }: TableInput,
  sinkOf?: (sheet: string) => RowSink,
): Promise<Result<Table>> {
  if (bytes.length === 0) return fail('tableEmpty');
  switch (sniff(bytes)) {
    case 'zip':
      return readXlsx(bytes, limits, sinkOf);
    case 'encrypted':
      return fail('tableEncrypted');
    case 'other':
      return fail('tableKindUnknown');
    default:
      return readCsv(bytes, choice, limits, sinkOf?.('') ?? null);
  }
}

type Kind = 'zip' | 'encrypted' | 'other' | 'text';

/** First bytes of files that are often given the name of a list: PDF, pictures, old Office, archives, web pages. */
const others: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x4d, 0x5a, 0x90],
];
/** Container of Office files before 2007, and of workbooks with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

function sniff(bytes: Uint8Array): Kind {
  const starts = (marks: readonly number[]): boolean => marks.every((mark, at) => bytes[at] === mark);
  if (starts([0x50, 0x4b, 3, 4]) || starts([0x50, 0x4b, 5, 6])) return 'zip';
  if (starts(compound))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    )
      ? 'encrypted'
      : 'other';
  if (others.some(starts)) return 'other';
  return /^\s*<(!doctype|html|\?xml)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))
    ? 'other'
    : 'text';
}
