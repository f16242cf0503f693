// A page of rows of many lists while it is read anew: what somebody works on stays under the hands.
import { expect, test } from 'vitest';
import type { TrainingListRow } from '../../../preload/contract/training-lists.ts';
import { type HeldRow, readAnew } from '../../../renderer/features/training/held-rows.ts';

const row = (importId: string, number: number, outcome: TrainingListRow['outcome'] = 'refused') =>
  ({ importId, number, outcome, list: `${importId}.xlsx` }) as TrainingListRow;
const held = (shown: TrainingListRow, touched: boolean): HeldRow => ({ shown, now: shown, touched });
const places = (rows: readonly HeldRow[]): string[] =>
  rows.map(({ shown, now }) => `${shown.importId}${shown.number} ${now.outcome}`);

test('a row in which somebody was stays in its place though it is in order now; others go', () => {
  const before = [held(row('a', 2), false), held(row('a', 3), true), held(row('b', 2), false)];
  expect(places(readAnew(before, [row('b', 2)], ['a', 'b']))).toEqual(['a3 refused', 'b2 refused']);
});

test('a row that still needs somebody shows what is known of it now, and its cells of before stay open', () => {
  const before = [held(row('a', 2, 'refused'), true)];
  const [only] = readAnew(before, [row('a', 2, 'duplicate')], ['a']);
  expect(only?.now.outcome).toBe('duplicate');
  expect(only?.shown.outcome).toBe('refused');
});

test('rows that come back stand where their list and number put them', () => {
  const before = [held(row('b', 4), true), held(row('c', 1), false)];
  const found = [row('a', 9), row('b', 2), row('b', 10), row('c', 1)];
  expect(places(readAnew(before, found, ['a', 'b', 'c']))).toEqual(
    ['a9', 'b2', 'b4', 'b10', 'c1'].map((place) => `${place} refused`),
  );
});

test('nothing is held of rows in which nobody was', () => {
  expect(readAnew([held(row('a', 2), false)], [], ['a'])).toEqual([]);
});
