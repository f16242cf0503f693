// Rows of trainings as people have them: headings and values in four languages, habits of days, hours, amounts and numbers.
import { describe, expect, it } from 'vitest';
import {
  guessTrainingColumns,
  type TrainingImportField,
} from '../../../preload/rules/training/import-fields.ts';
import { isUnfilled, readImportRow } from '../../../preload/rules/training/import-row.ts';
import { readCents, readDuration, readListInsz } from '../../../preload/rules/training/import-values.ts';
import { inszFromZero, inszOf } from '../../support/training-lists.ts';

const readList = (headings: string, values: string) => {
  const fields = guessTrainingColumns(headings.split(';')).map(({ field }) => field);
  const cells = values.split(';');
  return readImportRow((field) => cells[fields.indexOf(field)] ?? '');
};
const readCells = (cells: Partial<Record<TrainingImportField, string>>) =>
  readImportRow((field) => cells[field] ?? '');
const rulesOf = ({ findings }: ReturnType<typeof readCells>) =>
  findings.map(({ rule, severity, field }) => `${severity} ${rule} ${field}`);
const sound = { insz: inszOf(4), title: 'VCA', startDate: '10/2/2025', duration: '8' };

describe('headings and words', () => {
  it.each([
    ['nl', 'INSZ;Titel;Begindatum;Einddatum;Duur;Status;Telt mee;Soort', 'voltooid;ja;formeel'],
    ['fr', 'NISS;Titre;Date de début;Date de fin;Durée;Statut;Compte;Type', 'terminé;oui;formel'],
    ['de', 'ENSS;Bezeichnung;Beginn;Ende;Dauer;Stand;Anspruch;Art', 'abgeschlossen;ja;formell'],
    ['en', 'SSIN;Title;Start;End;Duration;Status;Counts;Type', 'completed;yes;formal'],
    [
      'the contract',
      'insz;title;startDate;endDate;duration;status;countsForTrainingRight;type',
      'completed;true;formal',
    ],
  ])('of %s are read', (_language, headings, values) => {
    const read = readList(headings, `${inszOf(4)};VCA;10/2/2025;11/2/2025;7:36;${values}`);
    expect(read.findings).toEqual([]);
    expect(read).toMatchObject({
      insz: inszOf(4),
      fields: {
        title: 'VCA',
        startDate: '2025-02-10',
        endDate: '2025-02-11',
        durationMinutes: 456,
        status: 'completed',
        countsForTrainingRight: true,
        type: 'formal',
      },
    });
  });

  it('are guessed when a letter is wrong, remembered before they are guessed, and given once', () => {
    const guessed = guessTrainingColumns(
      ['Rijksregisternumer', 'Cursus', 'Titel', '__proto__', 'Kleur'],
      new Map([['kleur', 'description' as const]]),
    );
    expect(guessed).toEqual([
      { field: 'insz', how: 'similar' },
      { field: 'title', how: 'exact' },
      { field: null, how: 'none' },
      { field: null, how: 'none' },
      { field: 'description', how: 'remembered' },
    ]);
  });
});

describe('a row', () => {
  it('takes the first day as the last one where no other is given', () => {
    expect(readCells(sound).fields.endDate).toBe('2025-02-10');
  });

  it('names the cell that cannot be read and what stands in it, and guesses nothing', () => {
    const read = readCells({ ...sound, startDate: '30/2/2025', duration: '0:60', status: 'misschien' });
    expect(rulesOf(read)).toEqual([
      'blocking IMP-VALUE-UNREADABLE startDate',
      'blocking IMP-VALUE-UNREADABLE status',
      'blocking IMP-VALUE-UNREADABLE duration',
    ]);
    expect(read.findings[2]?.params).toEqual({ found: '0:60' });
    expect(read.fields.durationMinutes).toBeNull();
  });

  it('never repeats what may be the number of a person', () => {
    const read = readCells({ ...sound, startDate: inszOf(5) });
    expect(read.findings[0]?.params).toEqual({ found: '' });
  });

  it('says which day it made of a bare number of days', () => {
    const read = readCells({ ...sound, startDate: '45698' });
    expect(read.fields.startDate).toBe('2025-02-10');
    expect(rulesOf(read)).toEqual(['warning IMP-DAY-SERIAL startDate']);
    expect(read.findings[0]?.params).toEqual({ day: '10/02/2025' });
  });

  it('refuses control characters and warns of lost ones', () => {
    expect(rulesOf(readCells({ ...sound, title: 'V\u0000CA' }))).toEqual(['blocking IMP-CHARACTERS title']);
    expect(rulesOf(readCells({ ...sound, title: 'Prévention\nniveau 2' }))).toEqual([]);
    expect(rulesOf(readCells({ ...sound, title: 'Pr\ufffdvention' }))).toEqual([
      'warning IMP-CHARACTERS-LOST title',
    ]);
  });

  it('refuses a text that is too long', () => {
    expect(rulesOf(readCells({ ...sound, title: 'x'.repeat(256) }))).toEqual(['blocking IMP-TOO-LONG title']);
  });

  it('of an intake sheet that nobody filled in is told from one that lacks something', () => {
    const ahead: Partial<Record<TrainingImportField, string>> = {
      insz: inszOf(4),
      externalReference: 'IS-0-1',
    };
    expect(isUnfilled((field) => ahead[field] ?? '')).toBe(true);
    expect(isUnfilled((field) => ({ ...ahead, title: 'VCA' })[field] ?? '')).toBe(false);
    expect(isUnfilled((field) => (field === 'insz' ? inszOf(4) : ''))).toBe(false);
  });
});

describe('the number of a worker', () => {
  it('gets a lost zero back, and says so', () => {
    const whole = inszFromZero(3);
    expect(readListInsz(whole)).toEqual({ insz: whole, problem: null });
    expect(readListInsz(whole.slice(1))).toEqual({ insz: whole, problem: 'zeroAdded' });
    expect(rulesOf(readCells({ ...sound, insz: whole.slice(1) }))).toEqual(['warning IMP-INSZ-ZERO insz']);
  });

  it.each(['05011512379', '90231512314', '90431512391', '83.05.30-487.69', '', '123', '5011512379'])(
    'is refused as wrong: %j',
    (typed) => {
      expect(readListInsz(typed)).toEqual({ insz: null, problem: 'wrong' });
      expect(rulesOf(readCells({ ...sound, insz: typed }))).toEqual(['blocking F0002-004 insz']);
    },
  );

  it.each(['8,50101E+10', '8.5E10'])('is refused as shortened: %j', (typed) => {
    expect(rulesOf(readCells({ ...sound, insz: typed }))).toEqual(['blocking IMP-INSZ-SHORTENED insz']);
  });
});

describe('amounts', () => {
  it.each([
    ['3:48', 228],
    ['3u48', 228],
    ['3 h', 180],
    ['3,8', 228],
    ['7.6', 456],
    ['8', 480],
    ['7 uur 36 min', 456],
    ['90 min', 90],
    ['3.8000000000000003', null],
    ['0:60', null],
    ['3:60', null],
    ['-3', null],
    ['x', null],
  ])('reads a duration %j', (typed, minutes) => {
    expect(readDuration(typed)).toBe(minutes);
  });

  it.each([
    ['€ 1.250,50', 125_050],
    ['1250.5', 125_050],
    ['1 250,50', 125_050],
    ['1.250', 125_000],
    ['12,345', null],
    ['-3', null],
  ])('reads an amount %j', (typed, cents) => {
    expect(readCents(typed)).toBe(cents);
  });
});
