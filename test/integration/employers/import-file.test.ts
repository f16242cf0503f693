// Files and columns before an import: what is remembered, what has no headings, and what cannot be read at all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalSender } from '../../../main/application/owner-socket.ts';
import { removeFolder } from '../../support/application-bench.ts';
import { csvOf, enterpriseNumbers, type ListBench, openLists } from './list-bench.ts';

const [five = '', six = ''] = enterpriseNumbers(2);

let bench: ListBench;
beforeAll(async () => {
  bench = await openLists();
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.folder);
  removeFolder(bench.profileDir);
});

describe('columns', () => {
  it('that a person matched are remembered by their heading', async () => {
    const list = csvOf([
      ['Dossier', 'Wie'],
      [five, 'Drukkerij Els'],
    ]);
    const { importId } = await bench.open('vreemd.csv', list);
    const before = await bench.must('employerImport.stage', { importId, sheets: [0] });
    expect(before.columns.map(({ field }) => field)).toEqual([null, null]);
    expect(before.columns[0]?.samples).toEqual([five]);
    await bench.must('employerImport.match', { importId, fields: ['enterpriseNumber', 'name'] });
    const again = await bench.open('vreemd-2.csv', `${list}\r\n`);
    const after = await bench.must('employerImport.stage', { importId: again.importId, sheets: [0] });
    expect(after.columns.map(({ field, how }) => `${field} ${how}`)).toEqual([
      'enterpriseNumber remembered',
      'name remembered',
    ]);
    expect(
      await bench.call('employerImport.match', { importId: again.importId, fields: ['name', 'name'] }),
    ).toMatchObject({ ok: false, failure: { code: 'invalidInput' } });
  });

  it('without headings can be matched too', async () => {
    const { importId } = await bench.open(
      'kaal.csv',
      csvOf([
        [five, 'Drukkerij Els'],
        [six, 'Firma Fee'],
      ]),
    );
    const staged = await bench.must('employerImport.stage', { importId, sheets: [0], headingLine: 0 });
    expect(staged).toMatchObject({ rows: 2, columns: [{ heading: '' }, { heading: '' }] });
    const counts = await bench.must('employerImport.match', {
      importId,
      fields: ['enterpriseNumber', 'name'],
    });
    expect(counts).toMatchObject({ newEmployers: 2, refused: 0 });
  });
});

describe('the preview', () => {
  it('shows real rows, how they were read and where the headings stand; another encoding reads them again', async () => {
    const bytes = Buffer.from('Klantenlijst\nNaam;Ondernemingsnummer\nBäckerei Öz;0999.999.031\n', 'latin1');
    const seen = await bench.open('lijst.csv', bytes);
    expect(seen).toMatchObject({ kind: 'csv', encoding: 'windows-1252', delimiter: ';', doneBefore: null });
    expect(seen.sheets[0]).toMatchObject({ rows: 1, headingLine: 2, known: 2 });
    expect(seen.sheets[0]?.sample.at(-1)).toEqual({ line: 3, cells: ['Bäckerei Öz', '0999.999.031'] });
    const again = await bench.must('employerImport.reread', { importId: seen.importId, encoding: 'utf-8' });
    expect(again.sheets[0]?.sample.at(-1)?.cells[0]).toBe('B\ufffdckerei \ufffdz');
    const other = await bench.must('employerImport.reread', { importId: seen.importId, delimiter: ',' });
    expect(other.sheets[0]?.columns).toBe(1);
  });

  it('of fifty wide sheets still fits in one answer', async () => {
    const { bookOf } = await import('../../support/workbooks.ts');
    const cells = Array.from(
      { length: 30 },
      () => `<c t="inlineStr"><is><t>${'字'.repeat(60)}</t></is></c>`,
    ).join('');
    const rows = Array.from({ length: 8 }, () => `<row>${cells}</row>`).join('');
    const sheets = Array.from({ length: 50 }, (_, at) => ({ name: `Blad ${at}`, rows }));
    const seen = await bench.open('breed.xlsx', bookOf({ sheets }));
    expect(seen.sheets).toHaveLength(50);
  });
});

describe('an opened file', () => {
  it('is there for the window that opened it only', async () => {
    const { importId } = await bench.open(
      'mijn.csv',
      csvOf([
        ['Naam', 'Nummer'],
        ['Drukkerij Els', five],
      ]),
    );
    const elsewhere = async (name: string, input: object) =>
      JSON.parse(await bench.app.dispatch(terminalSender('cli:other'), JSON.stringify({ name, input })));
    const gone = { ok: false, failure: { code: 'selectionExpired' } };
    expect(await elsewhere('employerImport.reread', { importId, encoding: 'utf-8' })).toMatchObject(gone);
    expect(await elsewhere('employerImport.stage', { importId, sheets: [0] })).toMatchObject(gone);
    await elsewhere('employerImport.cancel', { importId });
    expect(await bench.must('employerImport.stage', { importId, sheets: [0] })).toMatchObject({ rows: 1 });
  });

  it('with pages of text in one cell, or thousands of dots in a number, is still shown row by row', async () => {
    const establishment = '2999999073';
    const dotted = (text: string) => `${text.slice(0, 1)}${'.'.repeat(20_000)}${text.slice(1)}`;
    const list = csvOf([
      ['Ondernemingsnummer', 'Naam', 'Opmerking'],
      ...Array.from({ length: 40 }, () => [dotted(establishment), 'Drukkerij Els', 'y'.repeat(20_000)]),
    ]);
    const { importId } = await bench.stage('lang.csv', list);
    const shown = await bench.rows(importId);
    expect(shown).toHaveLength(40);
    expect(shown[0]?.outcome).toBe('refused');
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['leeg.csv', '', 'tableEmpty'],
    ['plan.xlsx', '%PDF-1.4 not a workbook', 'tableKindUnknown'],
    ['groot.csv', `a;b\n${'x;y\n'.repeat(6_000)}`, 'tableTooManyRows'],
    ['breed.csv', ';'.repeat(1_000_000), 'tableTooManyColumns'],
  ])('%s ends in a code with a sentence', async (name, content, code) => {
    await expect(bench.open(name, content)).rejects.toThrow(code);
  });

  it('is refused by its size before it is read', async () => {
    await expect(bench.open('reus.csv', Buffer.alloc(20_000_001, 'a'))).rejects.toThrow('fileTooLarge');
  });

  it('with headings and nothing under them says so', async () => {
    const { importId, sheets } = await bench.open('titels.csv', 'Naam;Ondernemingsnummer\n');
    expect(sheets[0]?.rows).toBe(0);
    expect(await bench.call('employerImport.stage', { importId, sheets: [0] })).toMatchObject({
      ok: false,
      failure: { code: 'tableEmpty' },
    });
  });
});
