// Runs the damaged lists in a process of their own, and says what must hold of its record.
import { join } from 'node:path';
import { expect } from 'vitest';
import { runFuzz } from '../container-fuzz/run.ts';
import type { ListFuzzRecord } from './child.ts';

export const runListFuzz = (cases: number, seed: number): Promise<ListFuzzRecord> =>
  runFuzz<ListFuzzRecord>(cases, seed, join(import.meta.dirname, 'child.ts'));

/** No crash, no value changed without a word, and that the files reached every part of the reader. */
export function expectSafeLists(record: ListFuzzRecord): void {
  expect(record.violations).toEqual([]);
  expect(record.overTenSeconds).toBe(0);
  expect(record.overTwoHundredMegabytes).toBe(0);
  const judged = ['text', 'book', 'damagedText', 'damagedBook'].map((kind) => `judged ${kind}`);
  expect(Object.keys(record.outcomes)).toEqual(
    expect.arrayContaining([...judged, 'tableDamaged', 'tableEmpty']),
  );
  expect(Object.keys(record.rows)).toEqual(expect.arrayContaining(['create', 'duplicate', 'refused']));
}
