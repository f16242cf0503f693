// A million random operations on register periods beside a model that knows days only.
import { expect, test } from 'vitest';
import { randomSteps } from '../support/day-sets.ts';

test('a million random operations hold exactly the days that a set of days holds', () => {
  expect(randomSteps(1_000_000, 7_003)).toEqual({ steps: 1_000_000, differences: [] });
});
