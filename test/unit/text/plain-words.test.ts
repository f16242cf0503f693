// Words of others that are shown on one line: what steers a reader or a printer is gone, and nothing is longer than its place.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calls } from '../../../preload/contract/index.ts';
import {
  isolated,
  plainLines,
  plainWords,
  withoutSteering,
  withoutTurns,
} from '../../../preload/rules/text/plain-words.ts';

const someId = '0196f2d4-0000-7000-8000-000000000001';

it('takes out what turns the direction of reading and what controls a device, and keeps every letter', () => {
  expect(plainWords('\u202eevil\u2066 \u200fŁucja\u0007 d’Hondt-Éloïse\u0085\u001b[2J', 80)).toBe(
    'evil Łucja d’Hondt-Éloïse[2J',
  );
});

it('makes blanks of tabs and new lines, one where there are several', () => {
  expect(plainWords('\tbalie\r\n\n 2\u2028kassa ', 80)).toBe('balie 2 kassa');
});

it('cuts to what its place holds, and no sign in half', () => {
  expect(plainWords('a'.repeat(201), 200)).toHaveLength(200);
  expect(plainWords(`${'a'.repeat(9)}😀`, 10)).toBe('a'.repeat(9));
  expect(plainWords('\ud83d', 10)).toBe('\ufffd');
});

it('takes out what nobody sees, so that names that look alike are the same', () => {
  expect(plainWords('\ufeffKes\u200bte\u00adlaar\u2060 \u{e0041}Jo\u200dy', 80)).toBe('Kestelaar Jo\u200dy');
});

it('leaves lines and blanks where they are wanted, and control signs where somebody else tells of them', () => {
  expect(plainLines(' een\u202e \u0007twee\r\n\r\ndrie\t ')).toBe('een twee\n\ndrie');
  expect(withoutSteering('EHBO \u202e\u0000\tdeel 1 ')).toBe('EHBO \tdeel 1 ');
  expect(withoutTurns('V\u0000\u2067CA\u200f')).toBe('V\u0000CA');
});

it('sets apart in a sentence only what would turn it', () => {
  expect(isolated('Schoonmaak De Berk')).toBe('Schoonmaak De Berk');
  expect(isolated('Łucja d’Hondt-Éloïse 😀')).toBe('Łucja d’Hondt-Éloïse 😀');
  for (const turning of ['שלום', 'مطعم 2', 'camda\u202elc'])
    expect(isolated(turning)).toBe(`\u2068${turning}\u2069`);
});

it('cleans each name that a person types where it comes in', () => {
  const hostile = '\u202eKl\u0000a\u200bver ';
  const fields = { name: hostile, enterpriseNumber: '0999999130' };
  expect(calls['employer.add'].input.parse(fields)).toMatchObject({ name: 'Klaver' });
  const worker = { employerId: someId, insz: '01020399645', givenName: 'Rania', startDate: '2025-01-01' };
  expect(calls['worker.add'].input.parse({ ...worker, familyName: hostile })).toMatchObject({
    familyName: 'Klaver',
  });
  expect(
    calls['applicantRequest.setLabel'].input.parse({ id: someId, expectedRevision: 1, label: hostile }),
  ).toMatchObject({ label: 'Klaver' });
  // Nothing is left of a name of such signs alone.
  expect(calls['employer.add'].input.safeParse({ ...fields, name: '\u202e\u200b' }).success).toBe(false);
});

it('has no other way in for words on one line than the one that cleans them', () => {
  const folder = join(import.meta.dirname, '../../../preload/contract');
  const raw = readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.includes('z.string().trim()'))
      .map((line) => /\w+(?=(?::| =) z\.string)/.exec(line)?.[0] ?? line),
  );
  // What is sought, scanned, a place on this computer, an official name, or the words of a poster in any script.
  expect(new Set(raw)).toEqual(new Set(['call', 'enteredSchema', 'own', 'place', 'text', 'urn']));
});
