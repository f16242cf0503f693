// A whole list read as in the worker thread: workbooks, titles above the headings, the same twice, sums, nights of summer time.

import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { lookAtPlanning, readSheet } from '../../../main/planning/look-planning.ts';
import { type PlanningPart, readPlanning } from '../../../main/planning/read-planning.ts';
import type { PackedNames } from '../../../main/planning/row-reader.ts';
import { guessPlanningColumns, type PlanningField } from '../../../preload/rules/planning/planning-fields.ts';

const DAAN = '01020399744';
const names: PackedNames = { workers: [], numbers: [], sites: [], insz: [DAAN], references: [] };

async function read(bytes: Uint8Array, fields?: (PlanningField | null)[]) {
  const choice = { bytes, choice: {}, sheet: 0, headingLine: null };
  const sheet = await readSheet(choice);
  if (!sheet.ok) throw new Error(sheet.failure.code);
  const guessed = guessPlanningColumns(sheet.value.headings).map(({ field }) => field);
  const parts: PlanningPart[] = [];
  const sums = await readPlanning(
    { ...choice, fields: fields ?? guessed, names },
    () => {},
    (part) => parts.push(part as PlanningPart),
  );
  if (!sums.ok) throw new Error(sums.failure.code);
  return {
    sums: sums.value,
    stays: parts.flatMap((part) => part.stays),
    refused: parts.flatMap((part) => part.refused),
    numbers: parts.flatMap((part) => part.numbers),
    parts: parts.length,
  };
}
const text = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));
const utc = (moment: number | undefined): string => new Date(moment ?? 0).toISOString().slice(0, 16);

describe('a list', () => {
  it('of a workbook has days and times as its cells show them', async () => {
    const dated = (value: Date, format: string) => ({ value, type: Date, format });
    const bytes = await writeXlsxFile([
      ['INSZ', 'Datum', 'Begin', 'Einde'].map((value) => ({ value, type: String })),
      [
        { value: DAAN, type: String },
        dated(new Date('2026-11-02T00:00:00Z'), 'dd/mm/yyyy'),
        { value: 8.5 / 24, type: Number, format: 'hh:mm' },
        { value: 17 / 24, type: Number },
      ],
    ] as never).toBuffer();
    const { stays } = await read(bytes);
    expect(stays.map(({ day, from, to }) => [day, utc(from), utc(to)])).toEqual([
      ['2026-11-02', '2026-11-02T07:30', '2026-11-02T16:00'],
    ]);
  });

  it('has its headings below titles, and shows samples of its columns', async () => {
    const bytes = text('Planning november;;', ';;', 'INSZ;Dag;Uren', `${DAAN};2/11/2026;8-12 13-17`);
    const look = await lookAtPlanning({ bytes, choice: {} });
    expect(look).toMatchObject({ ok: true, value: { sheets: [{ headingLine: 3, known: 3, rows: 1 }] } });
    expect(look.ok && look.value.columns[0]).toMatchObject({ headings: ['INSZ', 'Dag', 'Uren'] });
    expect(look.ok && look.value.columns[0]?.samples[2]).toEqual(['8-12 13-17']);
    const { stays, sums } = await read(bytes);
    expect(stays).toHaveLength(2);
    expect(sums).toMatchObject({ planned: 1, minutes: 480, workers: 1, firstDay: '2026-11-02' });
  });

  it('takes the very same only once and says where it stood; no work planned is no mistake', async () => {
    const row = `${DAAN};2/11/2026;8-12;0`;
    const { stays, refused, sums } = await read(text('INSZ;Dag;Uren;Pauze', row, row, `${DAAN};3/11/2026;;`));
    expect(stays).toHaveLength(1);
    expect(refused).toMatchObject([{ line: 3, findings: [{ rule: 'PLN-TWICE', line: 2 }] }]);
    expect(sums).toMatchObject({ rows: 3, planned: 1, off: 1 });
  });

  it('teaches the own numbers that stand beside an INSZ, and uses them further on', async () => {
    const { numbers, stays, sums } = await read(
      text(
        'Personeelsnr;INSZ;Dag;Uren',
        `0017;${DAAN};2/11/2026;8-12`,
        '17;;3/11/2026;8-12',
        '18;00012511119;4/11/2026;8-9',
      ),
    );
    expect(numbers).toEqual([
      ['17', DAAN],
      ['18', '00012511119'],
    ]);
    expect(stays.map(({ insz }) => insz)).toEqual([DAAN, DAAN, '00012511119']);
    expect(sums).toMatchObject({ workers: 2, unknownWorkers: 1 });
  });

  it('counts the nights of summer time by the hours that pass, and a break once', async () => {
    const { stays, sums } = await read(
      text(
        'INSZ;Dag;Uren;Pauze',
        `${DAAN};24/10/2026;22-6;30`,
        `${DAAN};28/3/2026;22-6;`,
        `${DAAN};1/6/2026;8-12 13-17;15`,
      ),
    );
    expect(stays.slice(0, 2).map(({ from, to }) => (to - from) / 3_600_000)).toEqual([9, 7]);
    expect(stays.slice(2).map(({ pause }) => pause)).toEqual([15, 0]);
    expect(sums.minutes).toBe(510 + 420 + 465);
  });

  it('is handed over in parts', async () => {
    const rows = Array.from(
      { length: 1_200 },
      (_, at) => `${DAAN};${1 + (at % 28)}/${1 + Math.floor(at / 100)}/20${10 + (at % 50)};8-9`,
    );
    const { parts, stays, refused } = await read(text('INSZ;Dag;Uren', ...rows));
    expect(parts).toBe(3);
    expect(stays.length + refused.length).toBe(1_200);
  });
});
