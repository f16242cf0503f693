// What is wrong in a file is said at its cell, in a sentence, and the rest goes on; a file that is no list is refused in one
// word. Nothing is changed without being told.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAtList } from '../../../../main/training/import/list-source.ts';
import {
  enterpriseNumberOf,
  inszOf,
  listOf,
  openTrainingLists,
  type TrainingLists,
} from '../../../support/training-lists.ts';
import { bookOf, bookParts, zipOf } from '../../../support/workbooks.ts';

let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists(2);
});
afterAll(() => lists.end());

const headings = ['INSZ', 'Titel', 'Begindatum', 'Duur', '__proto__', 'constructor'];
const insz = (): string => lists.workers[1]?.insz ?? '';
async function take(name: string, bytes: Uint8Array | string) {
  const selectionId = lists.choose(name, bytes);
  return lists.call('trainingImport.take', { selectionId, employerId: lists.employers[0]?.id ?? null });
}
/** By line: what becomes of it, and each finding with its cell. */
async function judged(name: string, bytes: Uint8Array | string): Promise<Record<number, string>> {
  const taken = await take(name, bytes);
  if (!taken.ok) throw new Error(taken.failure.code);
  const rows = await lists.rows(taken.value.importId);
  await lists.must('trainingImport.cancel', { importId: taken.value.importId });
  return Object.fromEntries(
    rows.map(({ line, outcome, findings }) => [
      line,
      [outcome, ...findings.map(({ rule, field }) => `${rule} ${field}`)].join(', '),
    ]),
  );
}

it('each odd cell of a text file is told at its place, and the rows around it are taken', async () => {
  const [bis, old] = [
    inszOf(20).replace(/^(..)(\d)/, (_, year: string, month: string) => `${year}${Number(month) + 4}`),
    inszOf(30),
  ];
  const bisInsz = `${bis.slice(0, 9)}${String(97 - (Number(bis.slice(0, 9)) % 97)).padStart(2, '0')}`;
  for (const number of [bisInsz, old])
    await lists.must('worker.add', {
      ...{ employerId: lists.employers[0]?.id ?? '', insz: number, familyName: 'Nieuw', givenName: 'N' },
      startDate: '2020-01-01',
    });
  const db = lists.app.session()?.db;
  if (db === undefined) throw new Error('no session');
  db.prepare(
    'INSERT INTO person_number (insz, person_id, known_from, replaced_by) SELECT ?, person_id, ?, insz FROM person_number WHERE insz = ?',
  ).run(inszOf(31), '2025-01-01', old);
  db.prepare('UPDATE person_number SET replaced_by = ? WHERE insz = ?').run(inszOf(31), old);
  db.prepare('UPDATE person_number SET replaced_by = NULL WHERE insz = ?').run(inszOf(31));
  const cells: [string, string[]][] = [
    ['create', [insz(), 'VCA', '3/2/2025', '8']],
    ['refused, F0002-004 insz', ['05011512379', 'VCA', '3/2/2025', '8']],
    ['refused, F0002-004 insz', ['90231512314', 'VCA', '3/2/2025', '8']],
    ['refused, F0002-004 insz', ['90431512391', 'VCA', '3/2/2025', '8']],
    ['refused, F0002-004 insz', ['83.05.30-487.69', 'VCA', '3/2/2025', '8']],
    ['refused, F0002-004 insz', [`-${insz()}`, 'VCA', '3/2/2025', '8']],
    ['refused, IMP-INSZ-SHORTENED insz', ['8,50101E+10', 'VCA', '3/2/2025', '8']],
    ['refused, TRN-WORKER-UNKNOWN insz', [inszOf(90), 'VCA', '3/2/2025', '8']],
    ['create', [bisInsz, 'VCA', '3/2/2025', '8']],
    ['create, IMP-INSZ-REPLACED insz', [old, 'VCA', '3/2/2025', '8']],
    ['create', [`="${insz()}"`, 'Als tekst', '3/2/2025', '8']],
    ['refused, IMP-FORMULA title', [insz(), '=A1&B1', '3/2/2025', '8']],
    ['refused, IMP-CELL-ERROR title', [insz(), '#N/A', '3/2/2025', '8']],
    ['refused, IMP-CHARACTERS title', [insz(), 'V\u0000CA', '3/2/2025', '8']],
    ['refused, IMP-VALUE-UNREADABLE startDate', [insz(), 'Lang geleden', '1/1/1700', '8']],
    ['refused, TRN-YEAR-RANGE startDate, TRN-COMPLETED-FUTURE status', [insz(), 'Ver', '3/2/2099', '8']],
    ['refused, IMP-VALUE-UNREADABLE startDate', [insz(), 'Geen dag', '31/2/2025', '8']],
    ['refused, IMP-VALUE-UNREADABLE duration', [insz(), 'Zestig', '3/2/2025', '0:60']],
    ['create, TRN-DURATION-IMPLAUSIBLE duration', [insz(), 'Meer dan een dag', '3/2/2025', '25:00']],
    [
      'refused, F0002-004 insz, TRN-TITLE-MISSING title, TRN-START-MISSING startDate, TRN-END-MISSING endDate, TRN-DURATION-MISSING duration',
      [`${insz()},VCA,3/2/2025,8`],
    ],
    ['refused, IMP-COLUMNS null', [insz(), 'Te veel', '3/2/2025', '8', '', '', 'x']],
    ['create', [insz(), 'Heftruck', '4/2/2025', '8', 'x', '=1+1']],
  ];
  const content = listOf([headings, ...cells.map(([, row]) => row)]);
  expect(await judged('cellen.csv', content)).toEqual(
    Object.fromEntries(cells.map(([expected], at) => [at + 2, expected])),
  );
});

it('bytes that were lost, halves of characters and lines that end in several ways stay where they are', async () => {
  const text = listOf([headings, [insz(), 'Sécurité', '3/2/2025', '8'], [insz(), 'Été?', '4/2/2025', '8']]);
  const spoiled = Buffer.from(text);
  spoiled[spoiled.indexOf('?')] = 0xff;
  expect(await judged('bytes.csv', spoiled)).toEqual({ 2: 'create', 3: 'create, IMP-CHARACTERS-LOST title' });
  const half = Buffer.from(text.replace('?', '\ud800'), 'utf16le');
  expect(await judged('half.csv', half)).toEqual({ 2: 'create', 3: 'create, IMP-CHARACTERS-LOST title' });
  const ends = text.replace('\r\n', '\n');
  expect(await judged('ends.csv', ends)).toEqual({ 2: 'create', 3: 'create' });
  expect(await judged('be.csv', Buffer.from(text, 'utf16le').swap16())).toEqual({ 2: 'create', 3: 'create' });
});

const inline = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const rowOf = (title: string, more = ''): string =>
  `<row${more}>${inline(insz())}${title}${inline('3/2/2025')}<c><v>8</v></c></row>`;

it('a workbook with macros, links and formulas gives what it shows, or says what it does not show', async () => {
  const rows = [
    `<row r="1">${['INSZ', 'Titel', 'Begindatum', 'Duur'].map(inline).join('')}</row>`,
    rowOf('<c t="str"><f>[1]Blad!A1</f><v>Uit een ander bestand</v></c>'),
    rowOf('<c><f>A1&amp;B1</f></c>'),
    rowOf('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    rowOf('<c t="s"><v>99</v></c>'),
    rowOf(inline('Terug'), ' r="2"'),
    rowOf(inline('Nergens'), ' r="1e300"'),
  ];
  const book = bookOf({
    sheets: [{ name: 'Lijst', rows: rows.join('') }],
    more: [
      { name: 'xl/vbaProject.bin', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
    ],
  });
  expect(await judged('macro.xlsm', book)).toEqual({
    2: 'create',
    3: 'refused, IMP-FORMULA title',
    4: 'refused, IMP-CELL-ERROR title',
    5: 'create, IMP-CHARACTERS-LOST title',
    6: 'create',
    7: 'create',
  });
});

it('what is no list, or a list that was spoiled, is refused in one word', async () => {
  const parts = bookParts({
    sheets: [{ name: 'Lijst', rows: `<row>${inline('INSZ')}${inline('Titel')}</row>${rowOf(inline('x'))}` }],
  });
  const sound = zipOf(parts);
  const flipped = Buffer.from(sound);
  flipped[sound.indexOf('xl/worksheets/sheet1.xml') + 60] = 0x5a;
  const other = (name: string, content: string) =>
    zipOf(parts.map((part) => (part.name === name ? { name, content } : part)));
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
  const strings = `<si><t>${'x'.repeat(32_000)}</t></si>`.repeat(700);
  const bomb = bookOf({ sheets: [{ name: 'Lijst', rows: rowOf(inline('x')) }], strings });
  const many = zipOf([
    ...parts,
    ...Array.from({ length: 5_000 }, (_, at) => ({ name: `x${at}`, content: '' })),
  ]);
  const files: [string, Uint8Array | string, string][] = [
    ['leeg.csv', '', 'tableEmpty'],
    ['blanco.csv', ' \r\n;;;\r\n', 'tableEmpty'],
    ['breed.csv', `INSZ;Titel${';'.repeat(1_000_000)}`, 'tableTooManyColumns'],
    ['open.csv', 'INSZ;Titel\r\n1;"nooit gesloten\r\n2;x', 'tableDamaged'],
    ['foto.csv', Buffer.alloc(5_000, 'PNG\0\0\0'), 'tableNotText'],
    ['afgekapt.xlsx', sound.subarray(0, sound.length - 40), 'tableDamaged'],
    ['gewijzigd.xlsx', flipped, 'tableDamaged'],
    ['genest.xlsx', other('xl/worksheets/sheet1.xml', sound.toString('latin1')), 'tableDamaged'],
    ['slot.xlsx', locked, 'tableEncrypted'],
    ['oud.xlsx', compound, 'tableKindUnknown'],
    [
      'open.ods',
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis' },
        { name: 'content.xml', content: '<x/>' },
      ]),
      'tableKindUnknown',
    ],
    ['teksten.xlsx', bomb, 'tableTooLarge'],
    ['delen.xlsx', many, 'tableKindUnknown'],
  ];
  const found: [string, string][] = [];
  for (const [name, bytes] of files) {
    // As the worker does it; that its answer reaches the page is shown elsewhere.
    const seen = await lookAtList({ bytes: Buffer.from(bytes), choice: {} });
    found.push([name, seen.ok ? 'taken' : seen.failure.code]);
  }
  expect(found).toEqual(files.map(([name, , code]) => [name, code]));
});

it('an employer number with wrong check digits is told at its cell in a list for many', async () => {
  const content = listOf([
    ['Ondernemingsnummer', ...headings.slice(0, 4)],
    ...['0123456789', '0426795-35', enterpriseNumberOf(9), lists.employers[0]?.number ?? ''].map((number) => [
      number,
      insz(),
      'VCA',
      '3/2/2025',
      '8',
    ]),
  ]);
  const selectionId = lists.choose('velen.csv', content);
  const { importId } = await lists.must('trainingImport.take', { selectionId, employerId: null });
  const rows = await lists.rows(importId);
  expect(rows.map(({ findings }) => findings.map(({ rule, field }) => `${rule} ${field}`).join())).toEqual([
    'IMP-EMPLOYER-NUMBER enterpriseNumber',
    'IMP-EMPLOYER-NUMBER enterpriseNumber',
    'IMP-EMPLOYER-UNKNOWN enterpriseNumber',
    '',
  ]);
});
