// One row of a list of employers: headings, numbers ruined by spreadsheets, words and quarters in four languages.
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../main/platform/texts.ts';
import { findingSchema } from '../../../preload/contract/finding.ts';
import {
  guessColumns,
  type ImportField,
  importFields,
} from '../../../preload/rules/employers/import-fields.ts';
import { readImportNumber } from '../../../preload/rules/employers/import-numbers.ts';
import { importWord, readSizeBracket, readWeek } from '../../../preload/rules/employers/import-words.ts';
import { readImportQuarter, readImportRow } from '../../../preload/rules/employers/read-import-row.ts';

const fieldsOf = (...headings: string[]) => guessColumns(headings).map(({ field }) => field);
const rowOf = (cells: Partial<Record<ImportField, string>>) =>
  readImportRow(new Map(Object.entries(cells) as [ImportField, string][]));
const rulesOf = (cells: Partial<Record<ImportField, string>>) =>
  rowOf(cells).findings.map(({ rule, field }) => `${rule} ${field}`);

describe('headings', () => {
  it.each(['nl', 'fr', 'de', 'en'] as const)('of our own empty list in %s are all known', (language) => {
    const texts = createTexts();
    const headings = importFields.map((field) => texts.t(language, `employer-import:fields.${field}`));
    const guessed = guessColumns(headings);
    expect(guessed.map(({ field }) => field)).toEqual([...importFields]);
    expect(guessed.filter(({ how }) => how !== 'exact')).toEqual([]);
  });

  it('of lists as they are kept are known in any spelling', () => {
    expect(fieldsOf('KLANT', 'Ond.nr.', 'R.S.Z.-nummer', 'taal ')).toEqual([
      'name',
      'enterpriseNumber',
      'nssoNumber',
      'language',
    ]);
    expect(fieldsOf('Dénomination', 'N° d’entreprise', 'N° ONSS', 'Début mandat')).toEqual([
      'name',
      'enterpriseNumber',
      'nssoNumber',
      'mandateStart',
    ]);
    expect(fieldsOf('Firma', 'Unternehmens-Nr.', 'Größe')).toEqual([
      'name',
      'enterpriseNumber',
      'sizeBracket',
    ]);
  });

  it('one or two letters off are similar, and told as such', () => {
    expect(guessColumns(['Ondernemingsnumer', 'Vestigingsnummmer', 'Klubkleur'])).toEqual([
      { field: 'enterpriseNumber', how: 'similar' },
      { field: 'establishmentNumber', how: 'similar' },
      { field: null, how: 'none' },
    ]);
  });

  it('give no field twice, and what was remembered goes first', () => {
    expect(fieldsOf('Naam', 'Klant')).toEqual(['name', null]);
    const remembered = new Map<string, ImportField | null>([
      ['naam', null],
      ['dossierhouder', 'name'],
    ]);
    expect(guessColumns(['Naam', 'Dossierhouder'], remembered)).toEqual([
      { field: null, how: 'remembered' },
      { field: 'name', how: 'remembered' },
    ]);
  });

  it('named like parts of every object say nothing', () => {
    expect(fieldsOf('__proto__', 'constructor', 'toString')).toEqual([null, null, null]);
  });
});

describe('numbers', () => {
  const read = (text: string) => readImportNumber('enterprise', 'enterpriseNumber', text);

  it.each([
    '0999.999.031',
    '0999 999 031',
    'BE0999999031',
    'be 0999.999.031',
    '999999031',
    '9,99999031E+08',
    '9.99999031E8',
  ])('reads %s', (text) => {
    expect(read(text)).toEqual({ value: '0999999031', finding: null });
  });

  it.each([
    ['9,99E+08', 'EMI-NUMBER-SHORTENED', { found: '9,99E+08' }],
    ['9,9999903E+08', 'EMI-NUMBER-SHORTENED', { found: '9,9999903E+08' }],
    ['0999999032', 'EMI-NUMBER-CHECK', { found: '0999999032' }],
    ['99999031', 'EMI-NUMBER-LENGTH', { digits: 8, kind: 'enterprise', found: '99999031' }],
    ['099993934', 'EMI-NUMBER-LENGTH', { digits: 9, kind: 'enterprise', found: '099993934' }],
    ['onbekend', 'EMI-NUMBER-SIGNS', { found: 'onbekend' }],
    ['2.999.999.073', 'EMI-NUMBER-KIND', { is: 'establishment', found: '2.999.999.073' }],
  ])('says of %s what is wrong: %s', (text, rule, params) => {
    expect(read(text)).toMatchObject({ value: null, finding: { rule, severity: 'blocking', params } });
  });

  it.each([
    ['enterprise', '2.999.999.073'],
    ['establishment', '0999.999.031'],
    ['enterprise', '0999.999.032'],
    ['enterprise', 'onbekend'],
  ] as const)('repeats no more than the beginning of what stands where the %s belongs', (kind, text) => {
    const long = `${text.slice(0, 5)}${'.'.repeat(400)}${text.slice(5)}`;
    const { finding } = readImportNumber(kind, 'field', long);
    expect(finding).toMatchObject({ params: { found: long.slice(0, 30) } });
    expect(findingSchema.safeParse(finding).success).toBe(true);
    expect(findingSchema.safeParse({ ...finding, params: { found: long } }).success).toBe(false);
  });

  it('does not repeat eleven digits, which may be a number of a person', () => {
    expect(JSON.stringify(read('01.02.03-996.45'))).not.toContain('996');
    expect(read('01020399645').finding).toMatchObject({ rule: 'EMI-NUMBER-LENGTH', params: { digits: 11 } });
  });

  it('tells an enterprise number in the column of establishments', () => {
    expect(readImportNumber('establishment', 'establishmentNumber', '0999999031').finding).toMatchObject({
      rule: 'EMI-NUMBER-KIND',
      params: { is: 'enterprise' },
    });
  });
});

describe('words', () => {
  it('of closed lists are read in four languages, with their own codes too', () => {
    for (const text of ['nl', 'NL', 'Nederlands', 'Néerlandais', 'Niederländisch', 'Dutch'])
      expect(importWord('language', text)).toBe('nl');
    for (const text of ['CheckInAndOutAtWork', 'Check In and Out @ Work', 'ciao', 'aanwezigheidsregistratie'])
      expect(importWord('service', text)).toBe('checkInAndOutAtWork');
    for (const text of ['mandaat', 'Ons account', 'Mandataire', 'wir', 'us'])
      expect(importWord('route', text)).toBe('mandatary');
    expect(importWord('route', '__proto__')).toBeNull();
  });

  it.each([
    ['7', 'under10'],
    ['9,4 VTE', 'under10'],
    ['< 10', 'under10'],
    ['minder dan 10', 'under10'],
    ['moins de 10', 'under10'],
    ['1-9', 'under10'],
    ['10', 'from10to19'],
    ['10 tot 19', 'from10to19'],
    ['10 – 19', 'from10to19'],
    ['20', 'from20'],
    ['20+', 'from20'],
    ['≥ 20', 'from20'],
    ['20 ou plus', 'from20'],
    ['from20', 'from20'],
    ['?', 'unknown'],
    ['veel', null],
    ['> 10', null],
    ['5 à 15', null],
  ])('of size %s → %s', (text, bracket) => {
    expect(readSizeBracket(text)).toBe(bracket);
  });

  it.each([
    ['38', 2_280],
    ['38,5', 2_310],
    ['38:30', 2_310],
    ['38u30', 2_310],
    ['38 h', 2_280],
    ['36 uren', 2_160],
    ['lang', null],
  ])('of a week %s → %s minutes', (text, minutes) => {
    expect(readWeek(text)).toBe(minutes);
  });
});

describe('quarters', () => {
  it.each([
    ['2025Q1', '2025Q1'],
    ['2025/1', '2025Q1'],
    ['Q1 2025', '2025Q1'],
    ['1e kwartaal 2025', '2025Q1'],
    ['2ème trimestre 2025', '2025Q2'],
    ['3. Quartal 2025', '2025Q3'],
    ['T4 2025', '2025Q4'],
    ['20253', '2025Q3'],
    ['1/7/2025', '2025Q3'],
    ['2025-12-31', '2025Q4'],
    ['07/2025', '2025Q3'],
    ['45658', '2025Q1'],
    ['5/2025', null],
    ['ooit', null],
  ])('%s → %s', (text, quarter) => {
    expect(readImportQuarter(text)).toBe(quarter);
  });
});

describe('a row', () => {
  it('is read whole', () => {
    const { values, findings } = rowOf({
      enterpriseNumber: '0999.999.031',
      name: '  Bakkerij   De Korenaar ',
      language: 'Frans',
      sizeBracket: '12',
      weeklyHours: '38:00',
      service: 'FLA',
      route: 'mandaat',
      routeFrom: '1/4/2025',
      mandateStart: '2025/2',
      mandateEnd: '31/12/2025',
    });
    expect(findings).toEqual([]);
    expect(values).toMatchObject({
      enterpriseNumber: '0999999031',
      name: 'Bakkerij De Korenaar',
      nssoNumber: null,
      language: 'fr',
      sizeBracket: 'from10to19',
      weeklyHours: 2_280,
      service: 'fla',
      route: 'mandatary',
      routeFrom: '2025-04-01',
      mandateStart: '2025Q2',
      mandateEnd: '2025Q4',
    });
  });

  it('names the field of everything that cannot be read, and guesses nothing', () => {
    expect(
      rulesOf({
        enterpriseNumber: '',
        name: 'x'.repeat(201),
        language: 'Latijn',
        sizeBracket: 'veel',
        weeklyHours: '80',
        establishmentName: 'Gent',
        service: 'post',
        routeFrom: '31/2/2025',
        mandateStart: '2025Q3',
        mandateEnd: '2025Q2',
      }),
    ).toEqual([
      'EMI-NUMBER-MISSING enterpriseNumber',
      'EMI-HOURS-RANGE weeklyHours',
      'EMI-NAME-LONG name',
      'EMI-WORD-UNKNOWN language',
      'EMI-SIZE-UNREADABLE sizeBracket',
      'EMI-WORD-UNKNOWN service',
      'EMI-DAY-UNREADABLE routeFrom',
      'EMI-ESTABLISHMENT-NUMBER establishmentNumber',
      'EMI-QUARTER-ORDER mandateEnd',
    ]);
  });
});
