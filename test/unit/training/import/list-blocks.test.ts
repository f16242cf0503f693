// Blocks of a staged list: what is packed comes back, also what an earlier version has packed.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ListRow, packRows, unpackRows } from '../../../../main/training/import/list-blocks.ts';
import { inszOf } from '../../../support/training-lists.ts';

const rows: ListRow[] = [
  {
    ...{ number: 1, line: 2, cells: [inszOf(1), 'Veilig werken', 'é'], fixes: {}, leftOut: false },
    ...{ outcome: 'create', employerId: 'e1', workerId: 'w1', findings: [] },
  },
  {
    ...{ number: 2, line: 3, cells: ['', '\ufffd'], fixes: { title: 'VCA' }, leftOut: true },
    ...{ outcome: 'leftOut', employerId: null, workerId: null },
    findings: [{ rule: 'TRN-TITLE-MISSING', severity: 'blocking', field: 'title' }],
  },
];

describe('a block of rows', () => {
  it('comes back as it was packed', () => {
    expect(unpackRows(packRows(rows))).toEqual(rows);
    expect(unpackRows(packRows([]))).toEqual([]);
  });

  it('that an earlier version has staged is still read', () => {
    const packed = [
      [1, 2, [inszOf(1), 'Veilig werken', 'é'], 0, 0, 'create', 'e1', 'w1', 0],
      [2, 3, ['', '\ufffd'], { title: 'VCA' }, 1, 'leftOut', 0, 0, rows[1]?.findings],
    ];
    for (const level of [0, 1, 6, 9])
      expect(unpackRows(deflateRawSync(JSON.stringify(packed), { level }))).toEqual(rows);
  });

  it('takes the same bytes whenever the same rows are packed', () => {
    expect(packRows(rows)).toEqual(packRows(structuredClone(rows)));
  });
});
