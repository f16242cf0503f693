// A silent call among many is given up soon; a service that is slow with all is waited for.
import { expect, it } from 'vitest';
import { createPatience } from '../../../main/outbox/patience.ts';

it('is short for a first attempt, and twice as long for each further one at the same record', () => {
  const patience = createPatience();
  expect([1, 2, 3, 4, 5].map((times) => patience.of('replacing', times))).toEqual([1, 2, 4, 8, 8]);
});

it('grows when three in a row are given up, for calls of that kind, and stays', () => {
  const patience = createPatience();
  const giveUp = (times: number) => {
    for (let n = 0; n < times; n += 1) patience.ended('replacing', false);
  };
  giveUp(2);
  patience.ended('replacing', true);
  giveUp(2);
  expect(patience.of('replacing', 1)).toBe(1);
  giveUp(1);
  patience.ended('replacing', true);
  expect([patience.of('replacing', 1), patience.of('reading', 1)]).toEqual([2, 1]);
  giveUp(30);
  expect(patience.of('replacing', 1)).toBe(8);
});
