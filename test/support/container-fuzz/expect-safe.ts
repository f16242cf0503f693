// What must hold of a run of malformed files: counted violations, and that the files reached every part of the reader.
import { expect } from 'vitest';
import type { FuzzRecord } from './child.ts';

export function expectSafe(record: FuzzRecord): void {
  expect(record.violations).toEqual([]);
  expect(record.overTwoSeconds).toBe(0);
  expect(record.overTwoHundredMegabytes).toBe(0);
  expect(record.slowest.cpuMs).toBeLessThan(2_000);
  expect(record.largest.megabytes).toBeLessThan(200);
  // A run in which all is refused at the door would prove little.
  const reached = [
    'opened',
    'judged',
    'wrongPassword',
    'fileUnreadable',
    'keyDoesNotMatch',
    'tooManyIterations',
  ];
  expect(Object.keys(record.outcomes)).toEqual(expect.arrayContaining(reached));
}
