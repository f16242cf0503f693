// Lists that go out: nothing in them can start a formula, and they come back as they were.
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../main/platform/tables/read-table.ts';
import { neutral, unneutral, writeCsv, writeXlsx } from '../../../../main/platform/tables/write-table.ts';

const dangerous = [
  ...['=1+1', '+32 2 123', '-5', '@SUM(A1)', '\tx', '\r=1', '＝1', '＠x', '﹢1', '−1+1'],
  ...[
    ' =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\u200b=1+1',
    '\u0000=1+1',
    '\u000b=1+1',
    '\u0085=1',
    '\u2028=1',
    '"=1"',
  ],
];
const sheet = {
  name: 'Lijst',
  headings: ['Naam', '=cmd|x', 'Nummer'],
  rows: [
    ['Café "Zoë"; & <Co>', '=HYPERLINK("http://x.invalid")', '0999999031'],
    ['regel 1\nregel 2', '@x', ' 1 '],
  ],
};

describe('neutral', () => {
  it.each(dangerous)('puts an apostrophe before %j, which is taken off again', (cell) => {
    expect(neutral(cell)).toBe(`'${cell}`);
    expect(unneutral(neutral(cell))).toBe(cell);
  });

  it.each(['Peeters', "'t Hof", '0999', '', 'a=b'])('leaves %j alone both ways', (cell) => {
    expect(neutral(cell)).toBe(cell);
    expect(unneutral(cell)).toBe(cell);
  });
});

describe('a written csv that is cut at another separator', () => {
  const cells = [
    'x,=HYPERLINK("http://x.invalid/"&A1)',
    'x\t=1+1',
    'x|@SUM(A1)',
    'x,"=1+1"',
    'x, \u200b+1',
    'x,\n-1+1',
    'x;=1+1',
  ];
  const written = new TextDecoder().decode(
    writeCsv({ name: 'x', headings: ['a', 'b'], rows: cells.map((cell) => ['k', cell]) }),
  );

  it.each([',', '\t', '|', ';'])('at %j holds no piece that starts a formula', (separator) => {
    const pieces = written.split(/\r\n|\n/).flatMap((line) => line.split(separator));
    expect(pieces.length).toBeGreaterThan(cells.length);
    expect(pieces.filter((one) => /^[\s"\u200b]*[=+\-@]/.test(one))).toEqual([]);
  });

  it('comes back as it was', async () => {
    const read = await readTable({ bytes: Buffer.from(written) });
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.sheets[0]?.rows.slice(1).map((row) => unneutral(row.cells[1] ?? ''))).toEqual(cells);
  });

  it('says nothing before its headings that would make a spreadsheet forget its encoding', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(sheet))).toMatch(/^\ufeffNaam;/);
  });
});

describe.each([
  ['csv', () => writeCsv(sheet)],
  ['xlsx', () => writeXlsx(sheet)],
] as const)('a written %s', (kind, write) => {
  it('is read back cell by cell, with no cell that starts a formula', async () => {
    const read = await readTable({ bytes: await write() });
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.kind).toBe(kind);
    const cells = read.value.sheets[0]?.rows.map((row) => row.cells) ?? [];
    expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells.map((row) => row.map(unneutral))).toEqual([sheet.headings, ...sheet.rows]);
  });

  it('can hold control characters and half surrogates in its source', async () => {
    const bytes = await (kind === 'csv' ? writeCsv : writeXlsx)({
      name: 'x',
      headings: ['a'],
      rows: [['b\u0001\ud800c']],
    });
    expect((await readTable({ bytes })).ok).toBe(true);
  });
});
