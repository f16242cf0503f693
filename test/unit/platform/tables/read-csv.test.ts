// Delimited text as people have it: encodings, separators, quotes, and files that are no text.
import { describe, expect, it } from 'vitest';
import { delimiterOf, readCsv } from '../../../../main/platform/tables/read-csv.ts';
import { widestLimits } from '../../../../main/platform/tables/table.ts';

const rowsOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.sheets[0]?.rows.map(({ cells }) => cells);
};
const failureOf = (bytes: Uint8Array | string) => {
  const read = readCsv(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  return read.ok ? 'read' : read.failure.code;
};
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  const text = 'Naam;Stad\nCafé Zoë;Liège\n';
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['UTF-16 little endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 little endian', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16be(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16 big endian', utf16be(text), 'utf-16be'],
  ])('reads %s and says which it was', (_name, bytes, encoding) => {
    const read = readCsv(bytes);
    expect(read).toMatchObject({ ok: true, value: { encoding } });
    expect(rowsOf(bytes)).toEqual([
      ['Naam', 'Stad'],
      ['Café Zoë', 'Liège'],
    ]);
  });

  it('reads in the encoding that a person chose instead', () => {
    const read = readCsv(Buffer.from('Zoë'), { encoding: 'windows-1252' });
    expect(read.ok && read.value.sheets[0]?.rows[0]?.cells).toEqual(['ZoÃ«']);
  });

  it('makes well-formed text of half a character', () => {
    const half = Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]);
    const [cell] = rowsOf(half)?.[0] ?? [];
    expect(cell?.isWellFormed()).toBe(true);
    expect(cell).toBe('A\ufffdB');
  });
});

describe('separators', () => {
  it.each([
    ['a;b;c\n1;2;3', ';'],
    ['a,b,c\n1,2,3', ','],
    ['a\tb\n1\t2', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['Naam;Uren\n"Peeters, Jan";38,5\n"Claes, Els";38,0', ';'],
    ['name,city\n"a; b; c",x\n"d; e; f",y', ','],
    ['Naam;Adres\nA;Kerkstraat 1, 2, 3, Gent\nB;Dorp 4, 5, 6, Aalst', ';'],
  ])('%j → %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('obeys the first line that Excel writes for them', () => {
    expect(rowsOf(Buffer.from('sep=|\r\na|b;c\r\n'))).toEqual([['a', 'b;c']]);
  });
});

describe('rows', () => {
  it('keep quotes, separators and line ends inside a quoted cell, and count lines as a spreadsheet does', () => {
    const read = readCsv(Buffer.from('a;b\n"x ""y"";\nz";1\n\n;;\nlast;2\n'));
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x "y";\nz', '1'] },
      { line: 5, cells: ['last', '2'] },
    ]);
  });

  it('with a heading like a part of every object are only text', () => {
    expect(rowsOf(Buffer.from('__proto__;constructor\nx;y'))).toEqual([
      ['__proto__', 'constructor'],
      ['x', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a cell', () => {
  it('never turns the direction of what stands beside it, also in a preview', () => {
    expect(rowsOf(Buffer.from('Naam;Nummer\n\u202eKlaver\u2066 bvba;\u200e0999999130\n'))).toEqual([
      ['Naam', 'Nummer'],
      ['Klaver bvba', '0999999130'],
    ]);
  });
});

describe('what is no list', () => {
  it('is told by a code of its own', () => {
    expect(failureOf('')).toBe('tableEmpty');
    expect(failureOf(' \n\n ')).toBe('tableEmpty');
    expect(failureOf(';;\n;;')).toBe('tableEmpty');
    expect(failureOf(Buffer.concat([Buffer.from('a;b\nx'), Buffer.from([0]), Buffer.from('y;z')]))).toBe(
      'tableNotText',
    );
    expect(failureOf('a;b\n"never closed;1\n2;3\n')).toBe('tableDamaged');
  });

  it('cuts a cell where it was told to, and stops at twenty million characters in all', () => {
    const bytes = Buffer.from(`a;b\n${'x'.repeat(600)};1\n`);
    const read = readCsv(bytes, {}, { ...widestLimits, cell: 500 });
    expect(read.ok && read.value.sheets[0]?.rows[1]?.cells).toEqual(['x'.repeat(500), '1']);
    const long = `${'x'.repeat(32_767)}\n`;
    expect(failureOf(long.repeat(600))).toBe('read');
    expect(failureOf(long.repeat(620))).toBe('tableTooLarge');
  });

  it('stops at its limits: a million columns, too many rows', () => {
    expect(failureOf(`${';'.repeat(1_000_000)}x\n`)).toBe('tableTooManyColumns');
    const few = { rows: 100, columns: 10, unpackedBytes: 1 };
    const many = readCsv(Buffer.from('a;b\n'.repeat(101)), {}, few);
    expect(many).toMatchObject({ ok: false, failure: { code: 'tableTooManyRows', details: { most: 100 } } });
    expect(readCsv(Buffer.from('a;b\n'.repeat(100)), {}, few).ok).toBe(true);
  });
});
