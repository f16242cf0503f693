// Files as other programs save them: encodings, separators, line breaks in cells, and workbooks of both date systems.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCsv } from '../../../../main/platform/tables/read-csv.ts';
import { listOf, openTrainingLists, type TrainingLists } from '../../../support/training-lists.ts';
import { bookOf } from '../../../support/workbooks.ts';

let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists(2);
});
afterAll(() => lists.end());

const listWith = (delimiter: string): string =>
  listOf(
    [
      ['Intitulé', 'NISS', 'Date de début', 'Durée', 'Description'],
      [
        'Sécurité; été, 1re\u0009année',
        lists.workers[1]?.insz ?? '',
        '3/2/2025',
        '3,8',
        'une ligne\nune autre',
      ],
    ],
    delimiter,
  );
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

it.each([
  ['windows-1252 with semicolons', () => Buffer.from(listWith(';'), 'latin1'), 'windows-1252', ';'],
  ['UTF-8 with commas', () => Buffer.from(listWith(',')), 'utf-8', ','],
  ['UTF-16 LE with tabs', () => utf16(listWith('\t')), 'utf-16le', '\t'],
  ['UTF-16 BE with tabs', () => utf16(listWith('\t')).swap16(), 'utf-16be', '\t'],
] as const)('reads %s, quoted line breaks included', async (name, bytes, encoding, delimiter) => {
  const { importId, ...seen } = await lists.open(`${name}.csv`, bytes());
  expect(seen).toMatchObject({ kind: 'csv', encoding, delimiter });
  const employerId = lists.employers[0]?.id ?? null;
  await lists.must('trainingImport.stage', { importId, employerId });
  const [row] = await lists.rows(importId);
  expect(row).toMatchObject({ outcome: 'create', line: 2, findings: [] });
  const texts = Object.fromEntries((row?.values ?? []).map(({ field, text }) => [field, text]));
  expect(texts).toMatchObject({
    title: 'Sécurité; été, 1re\u0009année',
    description: 'une ligne\nune autre',
  });
});

it.each([
  ['windows-1252', '|', () => Buffer.from(listWith('|'), 'latin1')],
  ['utf-16be', '\t', () => utf16(listWith('\t')).swap16()],
] as const)(
  'refused rows go back in %s, with the separator of the file that came',
  async (encoding, delimiter, bytes) => {
    const { importId } = await lists.open('terug.csv', bytes());
    await lists.must('trainingImport.stage', { importId, employerId: lists.employers[0]?.id ?? null });
    await lists.must('trainingImport.fix', { importId, number: 1, leftOut: true });
    const path = lists.saveTo('terug.csv');
    await lists.must('trainingImport.saveRefused', { importId, language: 'fr' });
    const table = readCsv(readFileSync(path));
    expect(table).toMatchObject({ value: { encoding, delimiter } });
    const [head, row] = table.ok ? (table.value.sheets[0]?.rows ?? []) : [];
    expect(head?.cells.slice(0, 3)).toEqual(['Intitulé', 'NISS', 'Date de début']);
    expect(row?.cells[0]).toBe('Sécurité; été, 1re\u0009année');
    await lists.must('trainingImport.cancel', { importId });
  },
);

it('reads a wrongly guessed encoding again as the person says', async () => {
  const { importId } = await lists.open('weer.csv', Buffer.from(listWith(';'), 'latin1'));
  const seen = await lists.must('trainingImport.reread', { importId, encoding: 'utf-8' });
  expect(seen.sheets[0]?.sample[0]?.cells[0]).toBe('Intitul\ufffd');
  const again = await lists.must('trainingImport.reread', { importId, encoding: 'windows-1252' });
  expect(again.sheets[0]?.sample[0]?.cells[0]).toBe('Intitulé');
});

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

it.each([
  ['1900', '', 45_691],
  ['1904', '<workbookPr date1904="1"/>', 45_691 - 1_462],
])('reads days, times and numbers of a workbook that counts from %s', async (_system, properties, serial) => {
  const [born, other] = lists.workers.map(({ insz }) => insz);
  const heads = ['INSZ', 'Titel', 'Begindatum', 'Duur'].map((head, at) => text(`${'ABCD'[at]}1`, head));
  const bytes = bookOf({
    sheets: [
      { name: 'Uitleg', rows: `<row r="1">${text('A1', 'Vul het tweede blad in')}</row>` },
      {
        name: 'Lijst',
        rows: `<row r="1">${heads.join('')}</row>
          <row r="2">${text('A2', other ?? '')}${text('B2', 'Dag')}<c r="C2" s="1"><v>${serial}</v></c><c r="D2" s="2"><v>0.15833333333333333</v></c></row>
          <row r="3"><c r="A3"><v>${Number(born)}</v></c>${text('B3', 'Getal')}<c r="C3"><v>45691</v></c><c r="D3"><v>3.8</v></c></row>`,
      },
    ],
    properties,
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>',
  });
  const selectionId = lists.choose('werkboek.xlsx', bytes);
  const employerId = lists.employers[0]?.id ?? null;
  const taken = await lists.must('trainingImport.take', { selectionId, employerId });
  expect(taken.counts).toMatchObject({ rows: 2, create: 2, warned: 1 });
  const [day, number] = await lists.rows(taken.importId);
  expect(day?.findings).toEqual([]);
  expect(day?.values).toContainEqual({ field: 'startDate', text: '2025-02-03', fixed: false });
  expect(day?.values).toContainEqual({ field: 'duration', text: '3:48', fixed: false });
  // What was completed is said at the cell: the zero that the number lost, and the day made of a bare number.
  expect(number?.findings.map(({ rule }) => rule)).toEqual(['IMP-INSZ-ZERO', 'IMP-DAY-SERIAL']);
  expect(number?.findings[1]?.params).toEqual({ day: '03/02/2025' });
  await lists.apply(taken.importId);
  const { rows } = await lists.must('training.list', { text: 'Getal' });
  expect(rows[0]).toMatchObject({ insz: born, fields: { startDate: '2025-02-03', durationMinutes: 228 } });
  await lists.must('trainingImport.undo', { importId: taken.importId });
});

it.each([
  ['a text with NUL', 'INSZ;Titel\u0000;Begindatum\n1;2;3', 'tableNotText'],
  ['too many columns', Array.from({ length: 1_000 }, (_, at) => `k${at}`).join(';'), 'tableTooManyColumns'],
  ['headings and nothing under them', 'INSZ;Titel;Begindatum', 'tableEmpty'],
])('refuses %s in one word, and keeps nothing', async (_name, content, code) => {
  const selectionId = lists.choose('slecht.csv', content);
  const employerId = lists.employers[0]?.id ?? null;
  const answer = await lists.call('trainingImport.take', { selectionId, employerId });
  expect(answer).toMatchObject({ ok: false, failure: { code } });
});

it('takes odd headings for what they are', async () => {
  const odd = ['INSZ', 'Titel', 'Begindatum', 'Duur', '__proto__', 'constructor', '\ud800'];
  const cells = [lists.workers[1]?.insz ?? '', 'Raar', '3/2/2025', '8', 'a', 'b', 'c'];
  const importId = await lists.stage('raar.csv', listOf([odd, cells]));
  const [row] = await lists.rows(importId);
  expect(row).toMatchObject({ outcome: 'create', findings: [] });
  const { columns } = await lists.must('trainingImport.columns', { importId });
  expect(columns.slice(4).map(({ field }) => field)).toEqual([null, null, null]);
});
