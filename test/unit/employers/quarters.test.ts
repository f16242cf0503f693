// Quarters of mandates: their days, their order, and what people type.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstDayOf,
  lastDayOf,
  quarterOf,
  quartersLater,
  quartersOverlap,
  readQuarter,
} from '../../../preload/rules/employers/quarters.ts';

describe('a quarter', () => {
  it.each([
    ['2025-01-01', '2025Q1'],
    ['2025-03-31', '2025Q1'],
    ['2025-04-01', '2025Q2'],
    ['2025-06-30', '2025Q2'],
    ['2025-07-01', '2025Q3'],
    ['2025-12-31', '2025Q4'],
    ['2024-02-29', '2024Q1'],
  ])('of %s is %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  it('runs from its first to its last day, and the next day is in the next quarter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }), (year, number) => {
        const quarter = `${year}Q${number}`;
        expect(quarterOf(firstDayOf(quarter))).toBe(quarter);
        expect(quarterOf(lastDayOf(quarter))).toBe(quarter);
        const after = new Date(`${lastDayOf(quarter)}T12:00:00Z`);
        after.setUTCDate(after.getUTCDate() + 1);
        const day = after.toISOString().slice(0, 10);
        expect(day).toBe(firstDayOf(quartersLater(quarter, 1)));
        expect(quartersLater(quartersLater(quarter, 7), -7)).toBe(quarter);
      }),
    );
  });

  it.each([
    ['2025Q2', '2025Q2'],
    ['2025 K2', '2025Q2'],
    ['2/2025', '2025Q2'],
    ['T4 2026', '2026Q4'],
    ['2e kwartaal 2025', '2025Q2'],
    ['5/2025', null],
    ['2025', null],
    ['1/4/2025', null],
    ['', null],
  ])('typed as “%s” is read as %s', (text, quarter) => {
    expect(readQuarter(text)).toBe(quarter);
  });
});

describe('two spans of quarters', () => {
  it('overlap when they have one quarter in common, and not when one ends where the other has yet to begin', () => {
    const until = (start: string, end: string | null) => ({ start, end });
    expect(quartersOverlap(until('2024Q1', '2024Q4'), until('2025Q1', null))).toBe(false);
    expect(quartersOverlap(until('2024Q1', '2025Q1'), until('2025Q1', null))).toBe(true);
    expect(quartersOverlap(until('2024Q1', null), until('2026Q3', '2026Q3'))).toBe(true);
    expect(quartersOverlap(until('2025Q2', '2025Q2'), until('2025Q1', '2025Q1'))).toBe(false);
  });
});
