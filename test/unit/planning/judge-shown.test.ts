// Rows of a planning that were refused, judged with what a person put in them.
import { describe, expect, it } from 'vitest';
import { judgeShown } from '../../../main/planning/judge-shown.ts';
import { type RowFix, rowReader } from '../../../main/planning/row-reader.ts';
import type { PlanningField } from '../../../preload/rules/planning/planning-fields.ts';

const DAAN = '01020399744';
const names = { workers: [], numbers: [], sites: [], insz: [DAAN], references: [] };
const fields: PlanningField[] = ['workerNumber', 'insz', 'day', 'hours'];

function fileOf(rows: readonly (readonly string[])[]) {
  const reader = rowReader(fields, names);
  const taken = rows.map((cells, at) => ({ line: at + 2, cells: [...cells], ...reader.take(at + 2, cells) }));
  const numbers = taken.flatMap(({ number }) => (number === null ? [] : [number]));
  const refused = taken.filter(({ outcome }) => outcome === 'refused');
  const parts = [{ stays: taken.flatMap(({ stays }) => stays), refused, numbers }];
  return { fields, names, file: { sums: reader.sums(), parts, refused } };
}
const put = (line: number, values: [PlanningField, string][], leftOut = false): [number, RowFix] => [
  line,
  { values: new Map(values), leftOut },
];
const outcomes = async (file: ReturnType<typeof fileOf>, ...fixes: [number, RowFix][]) =>
  (await judgeShown(file, new Map(fixes))).shown.map(({ line, outcome }) => `${line} ${outcome}`);

describe('rows that were refused', () => {
  const file = fileOf([
    ['17', DAAN, 'soon', '8-12'],
    ['', DAAN, '3/11/2026', '8-12'],
    ['17', '', '4/11/2026', '8-12'],
    ['', '', '5/11/2026', '8-12'],
  ]);

  it('are as they were while nothing is put in them', async () => {
    const read = await judgeShown(file, new Map());
    expect(read.shown.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'refused'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    expect([read.sums, read.stays]).toEqual([file.file.sums, 1]);
  });

  it('count once they are put right, and others by what they teach', async () => {
    const fixes = new Map([put(2, [['day', '2/11/2026']]), put(5, [], true)]);
    const read = await judgeShown(file, fixes);
    expect(read.shown.map(({ outcome }) => outcome)).toEqual(['planned', 'planned', 'leftOut']);
    expect(read.sums).toMatchObject({ rows: 4, planned: 3, refused: 0, leftOut: 1, minutes: 720 });
    expect(read.sums).toMatchObject({ firstDay: '2026-11-02', lastDay: '2026-11-04', workers: 1 });
    expect(read.added.stays.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-04']);
    expect(read.added.numbers).toEqual([['17', DAAN]]);
    expect(read.stays).toBe(3);
  });

  it('are refused still where the very same stands in another row, also in one that was put right', async () => {
    expect(await outcomes(file, put(2, [['day', '3/11/2026']]))).toContain('2 refused');
    const same: [PlanningField, string][] = [
      ['insz', DAAN],
      ['day', '6/11/2026'],
    ];
    const read = await judgeShown(file, new Map([put(4, same), put(5, same)]));
    expect(read.shown[2]?.findings).toEqual([{ rule: 'PLN-TWICE', field: 'day', line: 4 }]);
  });

  it('plan no work where that is put in them', async () => {
    expect(await outcomes(file, put(2, [['hours', '']]))).toContain('2 off');
  });
});
