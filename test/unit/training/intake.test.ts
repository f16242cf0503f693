// Intake sheets: what they say is what the import reads, in each language, and an archive of them opens.
import { Open } from 'unzipper';
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../main/platform/texts.ts';
import { fileStem, sheetOfClient } from '../../../main/training/intake/sheet-of-client.ts';
import { storedZip } from '../../../main/training/intake/stored-zip.ts';
import { trainingColumn } from '../../../preload/rules/training/import-fields.ts';
import { wordOf } from '../../../preload/rules/training/import-words.ts';
import {
  type IntakeListed,
  intakeColumns,
  intakeLists,
  intakeReference,
} from '../../../preload/rules/training/intake-columns.ts';

const texts = createTexts();
const mark = '0f3a9c2b71de';
const sheetIn = (language: 'nl' | 'fr' | 'de' | 'en') =>
  sheetOfClient(
    texts,
    {
      employerId: 'e',
      name: 'Bäckerei Öz',
      enterpriseNumber: '0999999130',
      language,
      workers: [
        { insz: '01010199669', name: 'Maes, Fien' },
        { insz: '90231599722', name: 'Nowak, Marek' },
      ],
    },
    { year: 2025, rowsPerWorker: 2, mark },
  );

describe.each(['nl', 'fr', 'de', 'en'] as const)('a sheet in %s', (language) => {
  const sheet = sheetIn(language);

  it('has a heading for each column that the import knows by itself', () => {
    expect(sheet.headings.map(trainingColumn)).toEqual([...intakeColumns]);
  });

  it('offers words of closed lists that the import reads as what they mean', () => {
    const yesNo = new Set(['countsForTrainingRight', 'certificateObtained']);
    for (const { column, words } of sheet.lists) {
      const name = intakeColumns[column] as IntakeListed;
      expect(
        words.map((word) => wordOf(yesNo.has(name) ? 'yesNo' : name, word)),
        name,
      ).toEqual([...intakeLists[name]]);
    }
    expect(sheet.lists).toHaveLength(Object.keys(intakeLists).length);
  });

  it('explains each column, and nothing in it is a key that was left behind', () => {
    expect(sheet.explanation.rows).toHaveLength(intakeColumns.length + 4);
    for (const row of sheet.explanation.rows) expect(row.join(' ')).not.toMatch(/intake\.|columns\./);
    expect(sheet.explanation.headings.map(trainingColumn)).toEqual([null, null, null]);
  });
});

describe('rows', () => {
  it('stand together by worker, each with a reference of its own that says nothing of whom', () => {
    const { rows } = sheetIn('nl');
    const at = (name: (typeof intakeColumns)[number]) => rows.map((row) => row[intakeColumns.indexOf(name)]);
    expect(at('insz')).toEqual(['01010199669', '01010199669', '90231599722', '90231599722']);
    expect(at('externalReference')).toEqual([1, 2, 3, 4].map((row) => intakeReference(mark, row)));
    expect(new Set(at('title'))).toEqual(new Set(['']));
  });
});

describe('the name of a file', () => {
  it('keeps letters of all languages and loses what a disk cannot hold, or what may be somebody’s number', () => {
    expect(fileStem('Opleidingen', 'Bäckerei “Öz” / C:\\', 2025)).toBe('Opleidingen Bäckerei Öz C 2025');
    expect(fileStem('Opleidingen', 'Fien 01.01.01-996.69', 2025)).toBe('Opleidingen Fien number 2025');
  });
});

describe('an archive', () => {
  it('opens in a program that knows nothing of how it was made', async () => {
    const made = storedZip([
      { name: 'Bäckerei Öz.xlsx', bytes: new TextEncoder().encode('one') },
      { name: 'De Berk.xlsx', bytes: new Uint8Array(70_000).fill(7) },
    ]);
    const { files } = await Open.buffer(Buffer.from(made));
    expect(files.map(({ path }) => path)).toEqual(['Bäckerei Öz.xlsx', 'De Berk.xlsx']);
    expect((await files[0]?.buffer())?.toString()).toBe('one');
    expect((await files[1]?.buffer())?.length).toBe(70_000);
  });
});
