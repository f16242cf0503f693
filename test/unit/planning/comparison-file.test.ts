// Compared lines in order, as cells and as a document.
import { describe, expect, it } from 'vitest';
import type { PlacedLine } from '../../../main/planning/compare-period.ts';
import { cellsOf, comparisonColumns, presentHours } from '../../../main/planning/comparison-cells.ts';
import { comparisonHtml } from '../../../main/planning/comparison-html.ts';
import { type Grouping, keyOfGroup, orderLines } from '../../../main/planning/order-lines.ts';
import { sumsOf } from '../../../main/planning/show-comparison.ts';
import type { ComparedRow } from '../../../preload/contract/planning.ts';

const line = (day: string, site: string | null, name: string, at = 0): PlacedLine =>
  ({ day, site, siteName: site, insz: `n-${name}`, workerName: name, at }) as PlacedLine;

function ordered(lines: PlacedLine[], by: Grouping): string[] {
  const steps = orderLines(lines, by);
  for (;;) {
    const step = steps.next();
    if (step.done)
      return step.value.map(({ day, site, workerName, at }) => `${day.slice(8)} ${site} ${workerName} ${at}`);
  }
}

describe('lines', () => {
  const lines = [
    line('2026-11-03', 'B', 'éva'),
    line('2026-11-02', 'B', 'Zoë', 2),
    line('2026-11-02', 'B', 'Zoë', 1),
    line('2026-11-02', 'A', 'Zoë'),
    line('2026-11-03', null, 'Adam'),
  ];

  it.each([
    ['day', ['02 A Zoë 0', '02 B Zoë 1', '02 B Zoë 2', '03 null Adam 0', '03 B éva 0']],
    ['site', ['03 null Adam 0', '02 A Zoë 0', '02 B Zoë 1', '02 B Zoë 2', '03 B éva 0']],
    ['worker', ['03 null Adam 0', '03 B éva 0', '02 A Zoë 0', '02 B Zoë 1', '02 B Zoë 2']],
  ] as [Grouping, string[]][])('stand together by %s, names as people sort them', (by, names) => {
    expect(ordered(lines, by)).toEqual(names);
    const keys = lines.map((one) => keyOfGroup(one, by));
    expect(new Set(keys).size).toBe({ day: 2, site: 3, worker: 3 }[by]);
  });

  it('of nobody are none', () => {
    expect(ordered([], 'day')).toEqual([]);
  });
});

const row: ComparedRow = {
  id: '1',
  day: '2026-11-02',
  dayFrom: '2026-11-01T23:00:00Z',
  employerId: 'e',
  insz: '01020399744',
  workerName: '<b>Daan</b>',
  otherEmployer: 'Lie & Co',
  reference: '9ZX4K7R2M5T8W',
  siteName: null,
  presentReference: '1Y100PARK0001',
  presentSiteName: 'Het Park',
  planned: [{ from: '2026-11-02T07:00:00Z', to: '2026-11-02T11:00:00Z' }],
  present: [
    { from: '2026-11-02T07:00:00Z', to: '2026-11-02T09:00:00Z', kind: 'uncertain' },
    { from: '2026-11-02T12:00:00Z', to: '2026-11-02T12:00:00Z', kind: 'noIn' },
  ],
  plannedMinutes: 240,
  presentMinutes: null,
  told: [{ kind: 'breakDiffers', minutes: -20 }],
};

describe('the sum of the time present', () => {
  const sum = (...known: (number | null)[]) => {
    const { plannedMinutes, presentMinutes, unclear } = sumsOf(
      known.map((minutes) => ({ plannedMinutes: 240, presentMinutes: minutes })),
    );
    return [plannedMinutes, presentHours(presentMinutes), unclear];
  };

  it('is not known of a day that was never looked up, and leaves such a day out of a longer sum', () => {
    expect(sum(null, null)).toEqual([480, '?', 2]);
    expect(sum(225, null)).toEqual([480, '3:45', 1]);
    expect(sum(0, null)).toEqual([480, '0:00', 1]);
  });

  it('is nothing where everybody is known to have stayed away, and where there is no line', () => {
    expect(sum(0, 0)).toEqual([480, '0:00', 0]);
    expect(sum()).toEqual([0, '0:00', 0]);
  });
});

describe('a file', () => {
  it('has the cells of its columns, in Belgian time and with what is not known as such', () => {
    const cells = cellsOf((key, params) => `${key} ${JSON.stringify(params ?? {})}`, row);
    expect(cells).toHaveLength(comparisonColumns.length);
    expect(cells.slice(3, 9)).toEqual([
      ...['9ZX4 K7R2 M5T8 W', 'Het Park', '08:00–12:00', '08:00–? ?–13:00', '4:00', '?'],
    ]);
    expect(cells.at(-1)).toBe('kinds.breakDiffers.told {"minutes":20,"more":"no"}, Lie & Co');
  });

  it('to print has headings, a head for each row, and runs nothing that a name contains', () => {
    const html = comparisonHtml({
      ...{ language: 'en', title: 'Compared', lead: ['a < b'], headings: ['Day', 'Worker'] },
      rows: [['02/11/2026', row.workerName ?? '']],
    });
    expect(html).toContain('<th scope="col">Worker</th>');
    expect(html).toContain('<th scope="row">&lt;b&gt;Daan&lt;/b&gt;</th>');
    expect(html).toContain('<p>a &lt; b</p>');
    expect(html).not.toContain('<script');
  });
});
