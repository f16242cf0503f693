// Workbooks: those of a writer of others, those made by hand as other programs write them, and those meant to hurt.
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from '../../../../main/platform/tables/read-table.ts';
import { mostCharacters, widestLimits } from '../../../../main/platform/tables/table.ts';
import { kindOfFormat } from '../../../../main/platform/tables/xlsx-values.ts';
import { runInWorker } from '../../../../main/platform/workers.ts';
import { type BookParts, bookOf, bookParts, zipOf } from '../../../support/workbooks.ts';

const sheetsOf = async (bytes: Uint8Array) => {
  const read = await readTable({ bytes });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.sheets;
};
const cellsOf = async (parts: BookParts) =>
  (await sheetsOf(bookOf(parts)))[0]?.rows.map(({ cells }) => cells);
const failureOf = async (bytes: Uint8Array) => {
  const read = await readTable({ bytes });
  return read.ok ? 'read' : read.failure.code;
};
const sheet = (rows: string): BookParts => ({ sheets: [{ name: 'A', rows }] });

describe('a workbook', () => {
  it('of a common writer gives text, numbers, days and truth values', async () => {
    const day = new Date(Date.UTC(2025, 2, 1));
    const bytes = await writeXlsxFile([
      [{ value: 'Naam' }, { value: 'Nummer' }, { value: 'Dag' }, { value: 'Ja' }],
      [
        { value: 'Bäckerei "Öz" & <Co>' },
        { value: 999999031 },
        { value: day, format: 'dd/mm/yyyy' },
        { value: true },
      ],
      [{ value: '0999999031', type: String }, { value: 38.5 }, null, { value: false }],
    ]).toBuffer();
    const [first] = await sheetsOf(bytes);
    expect(first?.rows.map(({ cells }) => cells)).toEqual([
      ['Naam', 'Nummer', 'Dag', 'Ja'],
      ['Bäckerei "Öz" & <Co>', '999999031', '2025-03-01', 'TRUE'],
      ['0999999031', '38.5', '', 'FALSE'],
    ]);
  });

  it('takes shared texts, rich text without readings, inline text and the last value of a formula', async () => {
    expect(
      await cellsOf({
        ...sheet(
          '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>' +
            '<row r="4"><c r="A4" t="inlineStr"><is><t xml:space="preserve"> in </t><r><t>line</t></r></is></c>' +
            '<c r="C4" t="str"><f>A1&amp;"x"</f><v>kept_x0041_</v></c><c r="D4"><f>1+1</f><v>2</v></c></row>',
        ),
        strings:
          '<si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>',
      }),
    ).toEqual([
      ['rich text', 'plain'],
      [' in line', '', 'keptA', '2'],
    ]);
  });

  it('shows a formula that no program has computed yet', async () => {
    expect(
      await cellsOf(sheet('<row r="1"><c r="A1"><f>10+2</f><v></v></c><c r="B1"><f>1&lt;2</f></c></row>')),
    ).toEqual([['=10+2', '=1<2']]);
  });

  it('keeps the line of each row, also where cells and rows carry no address', async () => {
    const [first] = await sheetsOf(
      bookOf(sheet('<row r="3"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')),
    );
    expect(first?.rows).toEqual([
      { line: 3, cells: ['1', '2'] },
      { line: 4, cells: ['3'] },
    ]);
  });

  it('reads days and times by the format of the cell, in both calendars', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-413]d mmmm yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>' +
      '<numFmt numFmtId="166" formatCode="0000&quot;.&quot;000&quot;.&quot;000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const row =
      '<row r="1"><c r="A1" s="1"><v>45717</v></c><c r="B1" s="2"><v>45717.5625</v></c><c r="C1" s="3"><v>1.5833333333333333</v></c>' +
      '<c r="D1" s="4"><v>999999031</v></c><c r="E1" t="d"><v>2025-03-01T00:00:00</v></c><c r="F1" s="0"><v>9.99999031E8</v></c></row>';
    expect(await cellsOf({ ...sheet(row), styles })).toEqual([
      ['2025-03-01', '2025-03-01 13:30:00', '38:00', '999999031', '2025-03-01', '999999031'],
    ]);
    const of1904 = { ...sheet(row), styles, properties: '<workbookPr date1904="1"/>' };
    expect((await cellsOf(of1904))?.[0]?.[0]).toBe('2029-03-02');
  });

  it('leaves out hidden sheets and empty ones, and names the others', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const sheets = await sheetsOf(
      bookOf({
        sheets: [
          { name: 'Leeg', rows: '<row r="1"><c r="A1" s="1"/></row>' },
          { name: 'Klanten &amp; Co', rows },
          { name: 'Geheim', rows, state: 'veryHidden' },
        ],
      }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Klanten & Co']);
  });

  it('is read in a worker thread just the same', async () => {
    const bytes = bookOf(sheet('<row r="1"><c r="A1"><v>7</v></c></row>'));
    const run = await runInWorker('table.read', { bytes });
    expect(run.ok && run.value.ok && run.value.value.sheets[0]?.rows).toEqual([{ line: 1, cells: ['7'] }]);
  });
});

describe('what is no workbook', () => {
  const compound = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);

  it('is told by its content, whatever its name', async () => {
    expect(await failureOf(Buffer.alloc(0))).toBe('tableEmpty');
    expect(await failureOf(Buffer.from('%PDF-1.7\n%âãÏÓ'))).toBe('tableKindUnknown');
    expect(await failureOf(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'))).toBe(
      'tableKindUnknown',
    );
    expect(await failureOf(compound)).toBe('tableKindUnknown');
    expect(await failureOf(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis' }]))).toBe(
      'tableKindUnknown',
    );
    expect(await failureOf(bookOf(sheet('')))).toBe('tableEmpty');
  });

  it('with a password is told apart', async () => {
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await failureOf(locked)).toBe('tableEncrypted');
    const parts = bookParts(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const half = parts.map((part) => ({ ...part, encrypted: part.name.includes('sheet1') }));
    expect(await failureOf(zipOf(half))).toBe('tableEncrypted');
  });

  it('is damaged when cut off at any place, with bad XML, or with a part missing', async () => {
    const whole = bookOf(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    for (let length = 4; length < whole.length; length += 97)
      expect(['tableDamaged', 'tableKindUnknown']).toContain(await failureOf(whole.subarray(0, length)));
    expect(await failureOf(bookOf(sheet('<row r="1"><c r="A1"><v>1</c></row>')))).toBe('tableDamaged');
    const parts = bookParts(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(await failureOf(zipOf(parts.filter(({ name }) => !name.includes('rels'))))).toBe('tableDamaged');
  });

  it('never crashes on a flipped byte', async () => {
    const whole = bookOf(
      sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>'),
    );
    for (let at = 0; at < whole.length; at += 11) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const answer = await failureOf(bytes);
      expect(answer === 'read' || answer.startsWith('table'), `byte ${at}: ${answer}`).toBe(true);
    }
  });
});

describe('what is meant to hurt', () => {
  it('entities that grow without end are refused before they grow', async () => {
    const laughs = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const parts = bookParts(sheet('')).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content: `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l10;</t></is></c></row></sheetData></worksheet>`,
          }
        : part,
    );
    expect(await failureOf(zipOf(parts))).toBe('tableDamaged');
  });

  it('a part that unpacks to far more than it says is stopped while it unpacks', async () => {
    const bomb = bookParts(sheet('')).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: Buffer.alloc(30_000_000, ' '), saidBytes: 100 }
        : part,
    );
    const bytes = zipOf(bomb);
    expect(bytes.length).toBeLessThan(100_000);
    const read = await readTable({ bytes, limits: { ...widestLimits, unpackedBytes: 1_000_000 } });
    expect(read).toMatchObject({
      ok: false,
      failure: { code: 'tableTooLarge', details: { most: 1_000_000 } },
    });
  });

  it('one long text to which thousands of cells point is refused, also when it stands over several sheets', async () => {
    const long = `<si><t>${'x'.repeat(32_767)}</t></si>`;
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
    const bytes = bookOf({
      sheets: ['A', 'B'].map((name) => ({ name, rows: row.repeat(4) })),
      strings: long,
    });
    expect(bytes.length).toBeLessThan(5_000);
    expect(await readTable({ bytes })).toMatchObject({
      ok: false,
      failure: { code: 'tableTooLarge', details: { most: mostCharacters } },
    });
    const cut = await readTable({ bytes, limits: { ...widestLimits, cell: 500 } });
    if (!cut.ok) throw new Error(cut.failure.code);
    const cells = cut.value.sheets.flatMap(({ rows }) => rows.flatMap((one) => one.cells));
    expect(cells).toHaveLength(800);
    expect(cells.every((cell) => cell === 'x'.repeat(500))).toBe(true);
  });

  it('blank cells without end count too, though no row of them is kept', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
    const bytes = bookOf({ ...sheet(row.repeat(8)), strings: `<si><t>${' '.repeat(32_767)}</t></si>` });
    expect(await failureOf(bytes)).toBe('tableTooLarge');
  });

  it('a format of thousands of signs that never close is judged, and once for all cells that have it', async () => {
    const styles =
      `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(40_000)}"/></numFmts>` +
      `<cellXfs>${'<xf numFmtId="200"/>'.repeat(60)}</cellXfs>`;
    expect(await cellsOf({ ...sheet('<row><c s="59"><v>7</v></c></row>'), styles })).toEqual([['7']]);
  });

  it.each([
    ['[$-413]d mmmm yyyy', 'date'],
    ['[h]:mm', 'time'],
    ['[Red][<0]0.00;"days: "0', 'number'],
    ['0\\d_y*s', 'number'],
    ['"never closed yyyy', 'number'],
    ['0[never closed yyyy', 'number'],
    [`${'0'.repeat(255)}yyyy`, 'number'],
  ])('the format %j makes a %s of a number', (code, kind) => {
    expect(kindOfFormat(200, code)).toBe(kind);
  });

  it('a cell in the millionth column, elements a thousand deep, and more rows than allowed', async () => {
    expect(await failureOf(bookOf(sheet('<row r="1"><c r="BDWGN1"><v>1</v></c></row>')))).toBe(
      'tableTooManyColumns',
    );
    const cells = Array.from({ length: 1_000_000 }, () => '<c><v>1</v></c>').join('');
    expect(await failureOf(bookOf(sheet(`<row r="1">${cells}</row>`)))).toBe('tableTooManyColumns');
    expect(await failureOf(bookOf(sheet(`${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`)))).toBe(
      'tableDamaged',
    );
    const rows = Array.from(
      { length: 6 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    const read = await readTable({
      bytes: bookOf(sheet(rows.join(''))),
      limits: { ...widestLimits, rows: 5 },
    });
    expect(read).toMatchObject({ ok: false, failure: { code: 'tableTooManyRows' } });
  });

  it('half characters and characters that XML forbids', async () => {
    expect(
      await failureOf(bookOf(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&#xD800;</t></is></c></row>'))),
    ).toBe('tableDamaged');
    const escaped = await cellsOf(sheet('<row r="1"><c r="A1" t="str"><v>a_xD800_b</v></c></row>'));
    expect(escaped?.[0]?.[0]?.isWellFormed()).toBe(true);
  });
});
