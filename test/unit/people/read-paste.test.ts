// Pasted lists of workers: separators, headings in four languages, guessed columns, doubles.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPastedRows, readPart, readPaste } from '../../../preload/rules/workers/read-paste.ts';
import { anyText } from '../../support/any-text.ts';

const today = { today: '2025-03-01' };
const expected = {
  insz: '01020399645',
  familyName: 'Bensoltane',
  givenName: 'Rania',
  startDate: '2022-09-01',
};

describe('readPaste', () => {
  it.each([
    ['INSZ\tNaam\tVoornaam\tIn dienst\tTewerkstelling', '\t'],
    ['NISS;Nom;Prénom;Date d’entrée;Fraction', ';'],
    ['ENSS;Nachname;Vorname;Eintrittsdatum;Beschäftigungsgrad', ';'],
    ['SSIN,Last name,First name,Start date,Percentage', ','],
    ['insz,familyName,givenName,startDate,employmentHundredths', ','],
  ])('finds the columns of %s', (headings, separator) => {
    const row = ['01.02.03-996.45', 'Bensoltane', 'Rania', '1/9/2022', '80 %'].join(separator);
    const { rows, dropped } = readPaste(`${headings}\r\n${row}\r\n`, today);
    expect(rows).toEqual([{ line: 2, ...expected, endDate: null, employmentHundredths: 80, findings: [] }]);
    expect(dropped).toBe(0);
  });

  it('guesses the columns where there are no headings', () => {
    const { rows } = readPaste('Bensoltane\tRania\t01020399645\t01/09/2022', today);
    expect(rows[0]).toMatchObject({ line: 1, ...expected, findings: [] });
  });

  it('takes a name in one column apart at its comma', () => {
    const { rows } = readPaste('INSZ;Werknemer;Start\n01020399645;"Bensoltane, Rania";2022-09-01', today);
    expect(rows[0]).toMatchObject(expected);
  });

  it('keeps what it cannot read and says which rule it breaks', () => {
    const { rows } = readPaste('INSZ;Naam;Start\n123;;ooit', today);
    expect(rows[0]).toMatchObject({ insz: '123', startDate: 'ooit' });
    expect(rows[0]?.findings.map(({ rule }) => rule)).toEqual([
      'WRK-INSZ-INVALID',
      'WRK-NAME-MISSING',
      'WRK-START-INVALID',
    ]);
  });

  it('tells the second of two equal numbers on which line the first stands', () => {
    const line = '01020399645;Bensoltane;Rania;1/9/2022';
    const { rows } = readPaste(`INSZ;Naam;Voornaam;Start\n${line}\n\n${line}`, today);
    expect(rows[1]?.findings[0]).toMatchObject({ rule: 'WRK-DOUBLE', params: { line: 2 } });
    expect(rows[1]?.line).toBe(4);
  });

  it('counts what is beyond the limit', () => {
    const lines = Array.from({ length: maxPastedRows + 7 }, (_, at) => `x${at};y;z`);
    expect(readPaste(`INSZ;Naam;Voornaam\n${lines.join('\n')}`, today).dropped).toBe(7);
  });

  it('reads any text without throwing, and never makes more rows than lines', () => {
    fc.assert(
      fc.property(anyText(400), (text) => {
        const { rows } = readPaste(text, today);
        expect(rows.length).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

describe('readPart', () => {
  it.each([
    ['80', 80],
    ['80 %', 80],
    ['0,8', 80],
    ['4/5', 80],
    ['1', 100],
    ['100', 100],
    ['', null],
    ['half', 0],
  ])('reads %j', (typed, part) => {
    expect(readPart(typed)).toBe(part);
  });
});
