// A registration that the service had not judged yet when it was looked up.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();

beforeAll(async () => {
  bench = await openSite();
});
afterAll(() => bench.close());

it('a registration that is not judged yet is asked about again, by itself', async () => {
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 1 });
  await bench.phone('01010199768', 'IN');
  await bench.lookUp(day);
  const validity = async () => (await bench.must('presence.list', { from: day, to: day })).rows[0]?.validity;
  expect(await validity()).toBe('pending');
  await expect.poll(validity, { timeout: 20_000 }).toBe('valid');
});
