// Two known persons who become one by a mutation: somebody must be able to see whose names they were.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workers } from '../../../support/seed-profile.ts';
import { unwrap } from '../../platform/scratch.ts';
import { call, type FeedBench, openFeed, setLine } from './feed-bench.ts';

let bench: FeedBench;
beforeAll(() => {
  bench = openFeed({ businessDate: () => '2025-03-01' });
  setLine(bench, 'rania');
  setLine(bench, 'fien');
});
afterAll(() => bench.close());

const joined = async () => (await bench.tasks()).filter((task) => task.joined !== null);

it('is told with the names of both, seen and opened again, and outlives a later replacement', async () => {
  const { db } = bench.session;
  const families = db.prepare('SELECT DISTINCT family_name FROM person ORDER BY family_name').pluck().all();
  const join = { type: 'REPLACEMENT', insz: workers.fien, newInsz: workers.rania } as const;
  expect((await bench.bring([join], { sequence: 1, day: '2025-03-01' })).outcome).toBe('applied');
  const [task] = await joined();
  if (task === undefined) throw new Error('nothing is told');
  expect(families).toContain(task.joined?.familyName);
  expect(task.joined?.familyName).not.toBe(task.name.familyName);
  // The name of who is left is the one that the page still has for this person.
  expect([task.name.familyName]).toEqual(
    db.prepare('SELECT family_name FROM person WHERE id = ?').pluck().all(task.personId),
  );
  const { id } = task;
  unwrap(
    await bench.feed['registerFeed.settle']({ tasks: [{ id, expectedRevision: 1 }], how: 'seen' }, call),
  );
  unwrap(await bench.feed['registerFeed.reopen']({ id, expectedRevision: 2 }, call));
  const again = { type: 'REPLACEMENT', insz: workers.rania, newInsz: '90021599868' } as const;
  expect((await bench.bring([again], { sequence: 2, day: '2025-03-02' })).outcome).toBe('applied');
  expect((await joined()).map((one) => [one.id, one.joined])).toEqual([[id, task.joined]]);
});
