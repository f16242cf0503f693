// Pasted trainings: columns by headings in four languages or by what stands in them; nothing unreadable passes for something.
import { describe, expect, it } from 'vitest';
import { readPastedTrainings } from '../../../preload/rules/training/read-pasted.ts';

const insz = '01.01.01-996.69';
const read = (text: string) => readPastedTrainings(text, 500);

describe('pasted trainings', () => {
  it.each([
    ['INSZ\tTitel\tBegindatum\tDuur', 'nl'],
    ['NISS;Intitulé;Date de début;Durée', 'fr'],
    ['ENSS\tBezeichnung\tBeginn\tDauer', 'de'],
    ['SSIN,Title,Start date,Duration', 'en'],
  ])('are read by their headings: %s', (headings) => {
    const separator = /[\t;,]/.exec(headings)?.[0] ?? '\t';
    const { rows, columns } = read(`${headings}\n${[insz, 'Tillen', '4/2/2025', '3:48'].join(separator)}`);
    expect(columns).toEqual(['insz', 'title', 'startDate', 'duration']);
    expect(rows).toMatchObject([
      {
        line: 2,
        insz: '01010199669',
        findings: [],
        fields: { title: 'Tillen', startDate: '2025-02-04', endDate: '2025-02-04', durationMinutes: 228 },
      },
    ]);
  });

  it('are read without headings by what stands in the columns, in any order', () => {
    const { columns, rows } = read(
      [
        `Jef\tHoogwerker, basis\t12/5/2025\t13/5/2025\t15:12\t${insz}`,
        `Fien\tTillen\t4/2/2025\t4/2/2025\t3,8\t${insz}`,
      ].join('\n'),
    );
    expect(columns).toEqual([null, 'title', 'startDate', 'endDate', 'duration', 'insz']);
    expect(rows.map(({ fields }) => fields.durationMinutes)).toEqual([912, 228]);
  });

  it('tell at the cell what cannot be read, and give no value in its place', () => {
    const [row] = read(`INSZ\tTitel\tBegindatum\tDuur\n${insz}\tTillen\t31/2/2025\t0:60`).rows;
    expect(row?.findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'IMP-VALUE-UNREADABLE startDate',
      'IMP-VALUE-UNREADABLE duration',
    ]);
    expect(row?.fields).toMatchObject({ startDate: null, durationMinutes: null });
  });

  it('beyond the limit are counted and not read', () => {
    const many = Array.from({ length: 7 }, () => `${insz}\tTillen\t4/2/2025\t3:48`).join('\r\n');
    const list = readPastedTrainings(many, 5);
    expect([list.rows.length, list.dropped]).toEqual([5, 2]);
  });

  it('of nothing are nothing, and a column that comes twice counts once', () => {
    expect(read(' \n\t\n')).toMatchObject({ rows: [], dropped: 0 });
    expect(read(`INSZ\tTitel\tTitel\n${insz}\tEen\tTwee`)).toMatchObject({
      columns: ['insz', 'title', null],
      rows: [{ fields: { title: 'Een' } }],
    });
  });
});
