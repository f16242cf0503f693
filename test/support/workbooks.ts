// Zips and workbooks made by hand for tests: what no spreadsheet would write, and what other programs write differently.
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  name: string;
  content: string | Buffer;
  /** What the zip says the part unpacks to, where that is a lie. */
  saidBytes?: number;
  encrypted?: boolean;
};

/** A zip with deflated parts. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, saidBytes, encrypted = false } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(encrypted ? 1 : 0, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(saidBytes ?? bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, path, packed]);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 10 + 2);
    centrals.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, rest.subarray(2), path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type BookParts = {
  /** Inside `<sheetData>`, one per sheet. */
  sheets: readonly { name: string; rows: string; state?: string }[];
  strings?: string;
  styles?: string;
  properties?: string;
  more?: readonly ZipPart[];
};

/** The parts of a workbook, so that a test can put something wrong in one of them. */
export function bookParts({ sheets, strings, styles, properties = '', more = [] }: BookParts): ZipPart[] {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  if (strings !== undefined)
    relations.push(`<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`);
  if (styles !== undefined)
    relations.push(`<Relationship Id="rIdT" Type="${office}/styles" Target="/xl/styles.xml"/>`);
  const entries = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  return [
    { name: '[Content_Types].xml', content: `${xml}<Types/>` },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${entries.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${xml}<Relationships>${relations.join('')}</Relationships>`,
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `${xml}<sst xmlns="${main}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `${xml}<styleSheet xmlns="${main}">${styles}</styleSheet>` }]),
    ...more,
  ];
}

export const bookOf = (parts: BookParts): Buffer => zipOf(bookParts(parts));
