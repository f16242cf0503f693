// A registration that the service had not judged yet when it was looked up.
import { beforeAll, expect, it } from 'vitest';
import { openApp } from '../../support/application-bench.ts';
import { adminOf, noonClock, openSite, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();
/** The service judges when it is told to: until then a registration is pending, however slow the machine. */
const inAnHour = { presenceDelaySeconds: 3_600 };

beforeAll(async () => {
  bench = await openSite();
  await bench.admin('PUT', '/switches', inAnHour);
});
const judge = (admin: SiteBench['admin'], id: number | undefined) =>
  admin('POST', '/presence/judge-anew', { ids: [id] });

it('a registration that is not judged yet is asked about again, by itself', async () => {
  await bench.phone('01010199768', 'IN');
  await bench.lookUp(day);
  const first = async () => (await bench.must('presence.list', { from: day, to: day })).rows[0];
  const validity = async () => (await first())?.validity;
  expect(await validity()).toBe('pending');
  await judge(bench.admin, (await first())?.serviceId);
  await expect.poll(validity, { timeout: 20_000 }).toBe('valid');
});

it('goes on after a restart with what was not judged when the app was closed', async () => {
  await bench.phone('01010199768', 'OUT');
  await bench.lookUp(day);
  const { profileDir, keychain } = bench;
  const [pending] = (await bench.must('presence.list', { from: day, to: day, type: 'OUT' })).rows;
  expect(pending?.validity).toBe('pending');
  await bench.close();
  const again = await openApp({ profileDir, keys: keychain, clock: noonClock });
  await expect.poll(() => again.app.session()?.environment.practice?.workerUrl).toBeDefined();
  const { admin, closeAdmin } = adminOf(again);
  await judge(admin, pending?.serviceId);
  const validity = async () =>
    (await again.must('presence.list', { from: day, to: day, type: 'OUT' })).rows[0]?.validity;
  await expect.poll(validity, { timeout: 20_000 }).toBe('valid');
  await closeAdmin();
  await again.close();
});
