// A registration that the service had not judged yet when it was looked up.
import { beforeAll, expect, it } from 'vitest';
import { openApp } from '../../support/application-bench.ts';
import { openSite, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();

beforeAll(async () => {
  bench = await openSite();
});

it('a registration that is not judged yet is asked about again, by itself', async () => {
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 1 });
  await bench.phone('01010199768', 'IN');
  await bench.lookUp(day);
  const validity = async () => (await bench.must('presence.list', { from: day, to: day })).rows[0]?.validity;
  expect(await validity()).toBe('pending');
  await expect.poll(validity, { timeout: 20_000 }).toBe('valid');
});

it('goes on after a restart with what was not judged when the app was closed', async () => {
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 4 });
  await bench.phone('01010199768', 'OUT');
  await bench.lookUp(day);
  const { profileDir, keychain } = bench;
  const [pending] = (await bench.must('presence.list', { from: day, to: day, type: 'OUT' })).rows;
  expect(pending?.validity).toBe('pending');
  await bench.close();
  const again = await openApp({ profileDir, keys: keychain });
  const validity = async () =>
    (await again.must('presence.list', { from: day, to: day, type: 'OUT' })).rows[0]?.validity;
  await expect.poll(validity, { timeout: 20_000 }).toBe('valid');
  await again.close();
});
