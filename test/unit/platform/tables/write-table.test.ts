// Lists that go out: nothing in them can start a formula, and they come back as they were.
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../main/platform/tables/read-table.ts';
import { neutral, unneutral, writeCsv, writeXlsx } from '../../../../main/platform/tables/write-table.ts';

const dangerous = ['=1+1', '+32 2 123', '-5', '@SUM(A1)', '\tx', '\r=1', '＝1', '＠x'];
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
