// Files of trainings as people have them: encodings, separators, headings and values in four languages.
import { describe, expect, it } from 'vitest';
import { readCents, readDuration } from '../../../main/cli/training-cells.ts';
import { parseTrainings } from '../../../main/cli/training-file.ts';
import { decodeText } from '../../../main/platform/tables/decode-text.ts';

const fieldsOf = (text: string) => {
  const file = parseTrainings(text);
  if (!file.ok) throw new Error(file.failure.code);
  return file.value.rows;
};

describe('parseTrainings', () => {
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
  ])('reads headings and values of %s', (_language, headings, values) => {
    const [read] = fieldsOf(`${headings}\n01020399645;VCA;10/2/2025;11/2/2025;7:36;${values}\n`);
    expect(read?.findings).toEqual([]);
    expect(read?.row).toMatchObject({
      line: 2,
      insz: '01020399645',
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

  it('says which needed columns are lacking', () => {
    const file = parseTrainings('INSZ;Duur\n1;2\n');
    expect(file).toMatchObject({ ok: false, failure: { details: { missing: 'title,startDate' } } });
  });

  it('names the field of a value that cannot be read, and guesses nothing', () => {
    const [read] = fieldsOf('INSZ;Titel;Begindatum;Duur;Status\n1;x;30/2/2025;veel;misschien\n');
    expect(read?.findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'IMP-VALUE-UNREADABLE startDate',
      'IMP-VALUE-UNREADABLE status',
      'IMP-VALUE-UNREADABLE duration',
    ]);
    expect(read?.row.fields.durationMinutes).toBeNull();
  });

  it('blocks a row with more cells than headings, and reports columns that it did not read', () => {
    const file = parseTrainings('INSZ;Titel;Begindatum;Kleur\n1;x;1/2/2025;rood;meer\n');
    expect(file.ok && file.value.unknownColumns).toEqual(['Kleur']);
    expect(file.ok && file.value.rows[0]?.findings.map(({ rule }) => rule)).toEqual(['IMP-COLUMNS']);
  });

  it('takes the first day as the last one where no other is given', () => {
    const [read] = fieldsOf('INSZ;Titel;Begindatum\n1;x;1/2/2025\n');
    expect(read?.row.fields.endDate).toBe('2025-02-01');
  });
});

describe('decodeText', () => {
  const text = 'Prénom;Être;Größe\r\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 BE', Buffer.from(text, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('reads the euro sign of windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x20, 0x35))).toBe('€ 5');
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
    ['3:60', null],
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
