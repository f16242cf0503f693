// A list of employers from file to done: staged, judged, put right, done in one go, done twice, and undone.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../main/platform/tables/read-table.ts';
import { removeFolder } from '../../support/application-bench.ts';
import { addMandatary, csvOf, enterpriseNumbers, type ListBench, openLists, xlsxOf } from './list-bench.ts';

const [one = '', two = '', three = '', four = '', five = '', six = ''] = enterpriseNumbers(6);
const headings = [
  'Naam',
  'Ondernemingsnummer',
  'Taal',
  'Vestigingsnummer',
  'Vestiging',
  'Dienst',
  'Verzendweg',
  'Begin mandaat',
  'Einde mandaat',
];

let bench: ListBench;
beforeAll(async () => {
  bench = await openLists();
  await addMandatary(bench);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.folder);
  removeFolder(bench.profileDir);
});

const named = async (text: string) => (await bench.must('employer.list', { text })).rows;
const routesOf = async (employerId: string) => (await bench.must('route.list', { employerId })).rows;

describe('a list', () => {
  const list = [
    headings,
    ['Bakkerij Aar', one, 'nl', '2.999.999.073', 'Winkel', 'FLA', 'mandaat', '2025Q1', ''],
    ['Bakkerij Aar', one, 'nl', '', '', 'Check In and Out at Work', 'elders', '', ''],
    ['Garage Beek', `BE${two}`, 'Frans', '', '', '', '', '', ''],
    ['Garage Beek', two, 'Frans', '', '', '', '', '', ''],
    ['Café Cent', '9,99E+08', '', '', '', '', '', '', ''],
    ['=Café Duif', three, 'Latijn', '', '', '', '', '', ''],
  ];
  let importId = '';

  it('is staged without touching anything, and says of each row what it would do', async () => {
    const staged = await bench.stage('klanten.xlsx', await xlsxOf(list));
    importId = staged.importId;
    expect(staged.counts).toMatchObject({
      rows: 6,
      create: 3,
      same: 1,
      refused: 2,
      newEmployers: 2,
      changedEmployers: 0,
      establishments: 1,
      mandates: 1,
    });
    expect(await named('Bakkerij Aar')).toEqual([]);
    const rows = await bench.rows(importId);
    expect(rows.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
      '2 create',
      '3 create',
      '4 create',
      '5 same',
      '6 refused',
      '7 refused',
    ]);
    expect(rows[0]?.changes).toEqual([
      { field: 'enterpriseNumber', before: null, after: one },
      { field: 'name', before: null, after: 'Bakkerij Aar' },
      { field: 'language', before: null, after: 'nl' },
      { field: 'establishmentNumber', before: null, after: '2999999073' },
      { field: 'establishmentName', before: null, after: 'Winkel' },
      { field: 'service', before: null, after: 'fla' },
      { field: 'route', before: null, after: 'mandatary' },
      { field: 'account', before: null, after: 'Klaver' },
      { field: 'mandataryNumber', before: null, after: '0999999031' },
      { field: 'mandateStart', before: null, after: '2025Q1' },
    ]);
    expect(rows[3]?.findings).toMatchObject([{ rule: 'EMI-DOUBLE', params: { line: 4 } }]);
    expect(rows[4]?.findings).toMatchObject([
      { rule: 'EMI-NUMBER-SHORTENED', params: { found: '9,99E+08' } },
    ]);
  });

  it('can be put right in place, and a row left out', async () => {
    const refused = await bench.must('employerImport.rows', { importId, show: 'refused' });
    const [shortened, latin] = refused.rows;
    const fixed = await bench.must('employerImport.fix', {
      importId,
      number: shortened?.number ?? 0,
      values: [{ field: 'enterpriseNumber', text: four }],
    });
    expect(fixed.row).toMatchObject({ outcome: 'create', employerName: 'Café Cent' });
    expect(fixed.row.values.find(({ field }) => field === 'enterpriseNumber')).toEqual({
      field: 'enterpriseNumber',
      text: four,
      fixed: true,
    });
    expect(fixed.counts).toMatchObject({ refused: 1, newEmployers: 3 });
    const left = await bench.must('employerImport.fix', {
      importId,
      number: latin?.number ?? 0,
      leftOut: true,
    });
    expect(left).toMatchObject({ row: { outcome: 'leftOut' }, counts: { refused: 0, leftOut: 1 } });
    await bench.must('employerImport.fix', { importId, number: latin?.number ?? 0, leftOut: false });
  });

  it('is done as a whole, with one event for the list and one for each employer', async () => {
    await bench.apply(importId);
    const [bakery] = await named('Bakkerij Aar');
    expect(bakery).toMatchObject({ enterpriseNumber: one, language: 'nl', route: { kind: 'mandatary' } });
    expect((await named('Garage Beek'))[0]).toMatchObject({ language: 'fr', route: { kind: 'mandatary' } });
    const routes = await routesOf(bakery?.id ?? '');
    expect(routes.find(({ service }) => service === 'checkInAndOutAtWork')?.present?.kind).toBe('elsewhere');
    const mandates = await bench.must('mandate.list', { employerId: bakery?.id ?? '' });
    expect(mandates.rows).toMatchObject([
      { mandataryNumber: '0999999031', startQuarter: '2025Q1', endQuarter: null },
    ]);
    const history = await bench.must('history.search', {});
    const kinds = history.rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('employer.'));
    expect(kinds.filter((kind) => kind === 'employer.added')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'employer.listImported')).toHaveLength(1);
    const whole = history.rows.find(({ kind }) => kind === 'employer.listImported');
    expect(whole?.summary).toBe('klanten.xlsx · +3 · ±0');
    expect((await bench.must('history.show', { id: whole?.id ?? '' })).payload).toMatchObject({
      importId,
      file: 'klanten.xlsx',
      added: 3,
    });
    const shown = await bench.must('employerImport.get', { importId });
    expect(shown).toMatchObject({ state: 'done', counts: { newEmployers: 3, refused: 1 } });
  });

  it.each(['csv', 'xlsx'] as const)(
    'gives the refused rows back as %s, with why and without formulas',
    async (format) => {
      const path = bench.saveTo(`terug.${format}`);
      const saved = await bench.must('employerImport.saveRefused', { importId, format, language: 'nl' });
      expect(saved.rows).toBe(1);
      const read = await readTable({ bytes: readFileSync(path) });
      const cells = read.ok ? (read.value.sheets[0]?.rows.map((row) => row.cells) ?? []) : [];
      expect(cells[0]?.slice(0, 9)).toEqual(headings);
      expect(cells[1]?.[0]).toBe("'=Café Duif");
      expect(cells[1]?.slice(1, 3)).toEqual([three, 'Latijn']);
      expect(cells[1]?.[9]).toContain('7');
      expect(cells[1]?.[10]).toContain('Latijn');
    },
  );

  it('put right in that file, comes back with only what was lacking', async () => {
    const path = bench.saveTo('terug.csv');
    await bench.must('employerImport.saveRefused', { importId, format: 'csv', language: 'nl' });
    const again = readFileSync(path, 'utf8').replace('Latijn', 'Duits');
    const { importId: second, counts } = await bench.stage('terug.csv', again);
    expect(counts).toMatchObject({ rows: 1, create: 1, refused: 0 });
    expect((await bench.rows(second))[0]?.employerName).toBe('=Café Duif');
    await bench.must('employerImport.cancel', { importId: second });
    expect(await named('Café Duif')).toEqual([]);
  });

  it('read in a second time changes nothing and says so', async () => {
    const preview = await bench.open('klanten.xlsx', readFileSync(`${bench.folder}/klanten.xlsx`));
    expect(preview.doneBefore).not.toBeNull();
    const { counts, importId: second } = await bench.stage('weer.csv', csvOf(list.slice(0, 5)));
    expect(counts).toMatchObject({
      rows: 4,
      same: 4,
      create: 0,
      change: 0,
      newEmployers: 0,
      changedEmployers: 0,
    });
    expect(await bench.call('employerImport.apply', { importId: second })).toMatchObject({
      ok: false,
      failure: { code: 'nothingToSend' },
    });
  });
});

describe('rows that depend on each other', () => {
  it('share the name that one of them gives, and refuse what contradicts an earlier row', async () => {
    const { importId, counts } = await bench.stage(
      'meer.csv',
      csvOf([
        ['Ondernemingsnummer', 'Naam', 'Taal', 'RSZ-nummer', 'Vestigingsnummer'],
        [five, '', 'nl', '', '2999999172'],
        [five, 'Drukkerij Els', '', '290', ''],
        [five, 'Drukkerij Elst', '', '', ''],
        [six, 'Firma Fee', '', '290', '2999999172'],
        [three, '', '', '', ''],
      ]),
    );
    const rows = await bench.rows(importId);
    expect(
      rows.map(({ outcome, findings }) => [outcome, ...findings.map(({ rule }) => rule)].join(' ')),
    ).toEqual([
      'create',
      'create',
      'refused EMI-DIFFERS',
      'refused EMI-NSSO-TAKEN EMI-ESTABLISHMENT-ELSEWHERE',
      'refused EMI-NAME-MISSING',
    ]);
    expect(rows[2]?.findings).toMatchObject([{ field: 'name', params: { line: 3, said: 'Drukkerij Els' } }]);
    expect(counts).toMatchObject({ newEmployers: 1, establishments: 1 });
    await bench.must('employerImport.cancel', { importId });
  });

  it('keep to one mandatary for the training account, and to accounts that exist', async () => {
    const { importId } = await bench.stage(
      'mandaten.csv',
      csvOf([
        [
          'Ondernemingsnummer',
          'Naam',
          'Mandataris',
          'Begin mandaat',
          'Einde mandaat',
          'Account',
          'Verzendweg',
        ],
        [one, '', two, '2025Q3', '', '', ''],
        [one, '', '0999999031', '', '2025Q2', '', ''],
        [six, 'Firma Fee', '', '2025Q1', '', '', ''],
        [six, 'Firma Fee', '', '', '', 'Onbestaand', 'mandaat'],
        [six, 'Firma Fee', '', '', '', '', 'eigen'],
        [six, 'Firma Fee', six, '2025Q1', '', '', ''],
      ]),
    );
    const rows = await bench.rows(importId);
    expect(
      rows.map(({ outcome, findings }) =>
        [outcome, ...findings.filter(({ severity }) => severity === 'blocking').map(({ rule }) => rule)].join(
          ' ',
        ),
      ),
    ).toEqual([
      'refused EMI-MANDATE-OVERLAP',
      'change',
      'refused EMI-MANDATARY-MISSING',
      'refused EMI-ACCOUNT-UNKNOWN',
      'refused EMI-ACCOUNT-NONE',
      'refused EMI-MANDATE-SELF',
    ]);
    expect(rows[1]?.changes).toEqual([
      { field: 'service', before: null, after: 'fla' },
      { field: 'mandateEnd', before: null, after: '2025Q2' },
    ]);
    await bench.must('employerImport.cancel', { importId });
  });

  it('from several sheets become one table, whatever the order of their columns', async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/node');
    const text = (cells: string[]) => cells.map((value) => ({ value, type: String }));
    const bytes = await writeXlsxFile([
      {
        sheet: 'Klanten',
        data: [text(['Klantenlijst 2025']), text(['Ondernemingsnummer', 'Naam']), text([six, 'Firma Fee'])],
      },
      {
        sheet: 'Vestigingen',
        data: [
          text(['Vestiging', 'Ondernemingsnummer', 'Vestigingsnummer']),
          text(['Loods', six, '2999999172']),
        ],
      },
    ]).toBuffer();
    const { importId, counts } = await bench.stage('bladen.xlsx', bytes);
    expect(counts).toMatchObject({ rows: 2, refused: 0, newEmployers: 1, establishments: 1 });
    const rows = await bench.rows(importId);
    expect(rows.map(({ sheet, line, employerName }) => `${sheet} ${line} ${employerName}`)).toEqual([
      'Klanten 3 Firma Fee',
      'Vestigingen 2 Firma Fee',
    ]);
    await bench.must('employerImport.cancel', { importId });
  });
});
