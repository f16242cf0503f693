// A list of trainings made at random from few sound and many odd cells, and written as delimited text or as a workbook in the
// ways in which programs write them.
import type { Random } from '../container-fuzz/random.ts';
import { enterpriseNumberOf, inszFromZero, inszOf } from '../training-lists.ts';
import { bookParts, type ZipPart } from '../workbooks.ts';

export const employerNumber = enterpriseNumberOf(1);
export const workers = [inszFromZero(1), inszOf(1), inszOf(2)];
const [born = '', first = ''] = workers;

const headings = {
  insz: ['INSZ', 'NISS', 'ENSS', 'SSIN'],
  title: ['Titel', 'Intitulé', 'Bezeichnung', 'Title'],
  startDate: ['Begindatum', 'Date de début', 'Beginn', 'Start'],
  endDate: ['Einddatum', 'Date de fin', 'Ende', 'End'],
  duration: ['Duur', 'Durée', 'Dauer', 'Duration'],
  status: ['Status', 'Statut', 'Stand'],
  cost: ['Kost', 'Coût', 'Cost'],
  externalReference: ['Referentie', 'Référence', 'Reference'],
  other: ['Kleur', '__proto__', 'constructor', 'toString', '\ud800', '', '=1+1', 'x'.repeat(400)],
} as const;
export type Column = keyof typeof headings;

const odd = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e300',
    '0x10',
    'NaN',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\ufffd',
    '\u202e',
    '=1+1',
    '="7"',
  ],
  ...[
    "'=2+2",
    '@SUM(1)',
    '+32',
    '#REF!',
    '#N/A',
    '__proto__',
    'constructor',
    'x'.repeat(300),
    'é'.repeat(3_900),
    'a;b,c\td|e',
  ],
  ...[
    '"',
    'say "x"',
    'two\nlines',
    'two\r\nlines',
    '1904-01-01',
    '31/2/2025',
    '0:60',
    '25:00',
    '99999',
    '45691',
    '05011512379',
  ],
  ...[
    '90231512314',
    '90431512391',
    '83.05.30-487.69',
    '0426795-35',
    born.slice(1),
    `${first.slice(0, 1)},1E+10`,
    '1/1/1700',
    '1/1/2500',
  ],
] as const;
const sound: Record<Column, readonly string[]> = {
  insz: [...workers, `${first.slice(0, 6)}-${first.slice(6, 9)}.${first.slice(9)}`, inszOf(77)],
  title: ['VCA', 'Sécurité; été', 'Erste Hilfe, “Teil 2”', ' vca ', "L'eau", '日本語 €'],
  startDate: ['3/2/2025', '2025-02-03', '03.02.25', '20250204', '45691'],
  endDate: ['', '4/2/2025', '2025-02-05'],
  duration: ['8', '7,6', '7u36', '0:30', '90 min', '7.5'],
  status: ['', 'voltooid', 'terminé', 'done'],
  cost: ['', '125,50', '€ 1.250,50', '0'],
  externalReference: ['', 'R-1', 'R-2', 'IS-000000000001'],
  other: ['', 'rood', '1'],
};

export type Table = { columns: Column[]; rows: string[][] };

export function randomTable(random: Random): Table {
  const needed: Column[] = ['insz', 'title', 'startDate', 'duration'];
  const more: Column[] = ['endDate', 'status', 'cost', 'externalReference', 'other', 'other'];
  const columns = [...needed, ...more.filter(() => random.chance(2))];
  if (random.chance(10)) columns.splice(random.below(columns.length), 1);
  const swap = random.below(columns.length);
  [columns[0], columns[swap]] = [columns[swap] ?? 'other', columns[0] ?? 'other'];
  const rows = [columns.map((column) => random.pick(headings[column]))];
  const length = random.pick([1, 3, 12, 40]);
  const oddOneIn = random.pick([4, 20, 200]);
  for (let row = 0; row < length; row += 1) {
    const cells = columns.map((column) => random.pick(random.chance(oddOneIn) ? odd : sound[column]));
    if (random.chance(60)) cells.push('beyond');
    if (random.chance(60)) cells.length = random.below(cells.length);
    rows.push(cells);
  }
  return { columns, rows };
}

const quoted = (cell: string, delimiter: string, always: boolean): string =>
  always || /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.trim() !== cell
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** In a random separator, line end and encoding; what the encoding does not have is written as it has it. */
export function asText({ rows }: Table, random: Random): Buffer {
  const delimiter = random.pick([';', ',', '\t', '|']);
  const always = random.chance(3);
  const end = random.pick(['\r\n', '\n', '\r']);
  let text = rows
    .map((cells) => cells.map((cell) => quoted(cell, delimiter, always)).join(delimiter))
    .join(end);
  if (random.chance(2)) text += end;
  if (random.chance(20)) text = text.replaceAll(end, () => random.pick(['\r\n', '\n', '\r']));
  switch (random.below(6)) {
    case 0:
      return Buffer.from(text, 'latin1');
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 2:
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 3:
      return Buffer.from(text, 'utf16le');
    default:
      return Buffer.from(random.chance(2) ? text : `\ufeff${text}`);
  }
}

const letters = (at: number): string => String.fromCharCode(65 + at);
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\r', '&#13;')
    .replace(/[^\P{Cc}\t\n\r]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`);

/** Cells as shared text, text in line, text of a formula, or a number where it is one. */
export function asBook({ rows }: Table, random: Random): ZipPart[] {
  const strings: string[] = [];
  const written = rows.map((cells, line) => {
    const placed = !random.chance(8);
    const inside = cells.map((cell, at) => {
      const place = placed ? ` r="${letters(at)}${line + 1}"` : '';
      if (cell === '' && placed) return '';
      if (/^\d{1,11}$/.test(cell) && !cell.startsWith('0') && random.chance(2))
        return `<c${place}><v>${cell}</v></c>`;
      switch (random.below(3)) {
        case 0:
          return `<c${place} t="s"><v>${strings.push(escaped(cell)) - 1}</v></c>`;
        case 1:
          return `<c${place} t="str"><f>A1</f><v>${escaped(cell)}</v></c>`;
        default:
          return `<c${place} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
      }
    });
    return `<row${random.chance(8) ? '' : ` r="${line + 1}"`}>${inside.join('')}</row>`;
  });
  return bookParts({
    sheets: [{ name: 'Lijst', rows: written.join('') }],
    strings: strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join(''),
    ...(random.chance(2) ? { properties: '<workbookPr date1904="1"/>' } : {}),
  });
}
