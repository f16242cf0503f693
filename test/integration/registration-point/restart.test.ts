// A point that is started anew, on purpose or by a power cut, is a point again; what was tried in vain against its PIN counts on.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppBench, openApp } from '../../support/application-bench.ts';
import { noonClock, now } from '../presences/site-bench.ts';
import { openPointBench, PIN, type PointBench, withWorks } from './point-bench.ts';

let first: PointBench;
let second: AppBench | undefined;
const trusted = ({ origin }: { origin: string }): boolean => origin === 'page';
const sender = { windowId: 'w2', origin: 'page', topFrame: true };

beforeAll(async () => {
  first = await openPointBench();
  await withWorks(first);
  const started = await first.start({ sound: false });
  if (!started.ok) throw new Error(started.failure.code);
});
afterAll(() => second?.close());

it('counts a wrong PIN', async () => {
  expect(await first.page('point.leave', { pin: '000000' })).toMatchObject({ failure: { code: 'pinWrong' } });
  const db = first.app.session()?.db;
  expect(db?.prepare('SELECT wrong FROM registration_point').pluck().get()).toBe(1);
  // As after the ninth: a wait that no slow machine outlasts.
  db?.prepare('UPDATE registration_point SET wrong = 9, wait_until = ?').run(
    new Date(now() + 256_000).toISOString(),
  );
  await first.close();
});

it('opens in the point, is locked, lets nobody guess faster, and knows by itself that the service is there', async () => {
  second = await openApp({ profileDir: first.profileDir, keys: first.keychain, trusted, clock: noonClock });
  const { app } = second;
  const page = async (name: string, input: object) =>
    JSON.parse(await app.dispatch(sender, JSON.stringify({ name, input })));
  expect(await page('point.leave', { pin: PIN })).toMatchObject({ failure: { code: 'pinLater' } });
  expect((await page('point.state', {})).value).toMatchObject({
    on: true,
    sound: false,
    languages: ['nl', 'fr'],
    site: { name: 'Zalen Het Park' },
  });
  expect(await page('job.list', {})).toMatchObject({ failure: { code: 'pointOn' } });
  // The service of practice is started and asked without anybody pressing a key.
  await expect
    .poll(async () => (await page('point.state', {})).value.connection.state, { timeout: 30_000 })
    .toBe('up');
});
