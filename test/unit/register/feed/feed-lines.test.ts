// What Today says of the feed, and from which day a file is late.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { daysLate, missingNumbers } from '../../../../main/register/feed/feed-sequence.ts';
import { feedLines } from '../../../../main/today/feed-lines.ts';
import { makeFeed } from '../../../support/feed-files.ts';
import { workers } from '../../../support/seed-profile.ts';
import { type FeedBench, openFeed, setLine } from './feed-bench.ts';

let bench: FeedBench;
beforeAll(() => {
  bench = openFeed();
  setLine(bench, 'rania');
});
afterAll(() => bench.close());

const keys = () => feedLines(bench.session).map(({ key, params }) => [key, params]);

it('says nothing where no feed comes', () => {
  expect(keys()).toEqual([]);
});

it('tells of a late file and of what somebody must look at; of a missing one instead of a late one', async () => {
  const person = { lastName: 'Vermolen', givenNames: ['Rania'] };
  const mutations = [
    { type: 'NAME', insz: workers.rania, person },
    { type: 'REPLACEMENT', insz: workers.rania, newInsz: workers.rania },
  ];
  await bench.bring(mutations, { day: '2025-03-01' });
  expect(keys()).toEqual([
    ['feedLate', { days: expect.any(Number) }],
    ['feedQuarantine', { count: 1 }],
    ['feedTasks', { count: 1 }],
  ]);
  const { file, voucher } = makeFeed({ sequence: 3 });
  await bench.give(file, voucher);
  expect(keys()[0]).toEqual(['feedGap', { count: 1, first: 2 }]);
});

it('takes no file whose number is more than a year ahead, and tells of more missing ones than it names', async () => {
  const bring = (sequence: number) => bench.bring([], { sequence });
  expect(await bring(1 + 366)).toMatchObject({ outcome: 'held' });
  expect((await bring(2 + 366)).refused).toMatchObject({ code: 'beyondReach' });
  expect((await bring(99_999_999)).refused).toMatchObject({ code: 'beyondReach' });
  expect(missingNumbers(bench.session.db)).toHaveLength(101);
});

it('calls a file late once more than two days have passed', () => {
  expect(daysLate(null, '2025-03-10')).toBeNull();
  expect(daysLate('2025-03-08', '2025-03-10')).toBeNull();
  expect(daysLate('2025-03-07', '2025-03-10')).toBe(3);
  // Where practice plays another day than the wall: none is due.
  expect(daysLate('2026-01-01', '2025-03-10')).toBeNull();
});
