// A file of the feed that is made true in several steps: nobody asks or acts between two of them, and a stop comes before it or after.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyStaged } from '../../../../main/register/feed/apply-file.ts';
import { fileState } from '../../../../main/register/feed/file-store.ts';
import { registerHandlers } from '../../../../main/register/handlers.ts';
import type { MadeMutation } from '../../../support/feed-files.ts';
import { workers } from '../../../support/seed-profile.ts';
import { unwrap } from '../../platform/scratch.ts';
import { call, type FeedBench, openFeed, setLine } from './feed-bench.ts';

const newInsz = '90021599868';
const person = { lastName: 'Molenaar', givenNames: ['Rania'], genderCode: 2 };
/** Numbers are a step of their own, and data another. */
const mutations: MadeMutation[] = [
  { type: 'REPLACEMENT', insz: workers.rania, newInsz },
  { type: 'NAME', insz: newInsz, person },
];
let bench: FeedBench;
beforeAll(() => {
  bench = openFeed({ businessDate: () => '2025-03-01' });
  setLine(bench, 'rania');
});
afterAll(() => bench.close());

/** Waits for an earlier one that never comes: its steps are walked here. */
async function held(sequence: number): Promise<() => string | null> {
  const taken = await bench.bring(mutations, { sequence });
  expect(taken.outcome).toBe('held');
  return () => fileState(bench.session.db, taken.fileId ?? '');
}

it('says that the register must be waited for where a kill left a part, and does not begin behind it', async () => {
  await held(2);
  const { db } = bench.session;
  db.prepare('UPDATE feed_file SET counts = ? WHERE sequence = 2').run('{}');
  const asked = { employerId: bench.employerId, insz: workers.rania, dossierType: null, period: null };
  expect(await registerHandlers(bench.session)['register.consult'](asked, call)).toMatchObject({
    failure: { code: 'feedUnderWay', retry: 'safe' },
  });
  expect(await bench.feed['registerFeed.startAt']({ sequence: 9 }, call)).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
  expect(unwrap(await bench.feed['registerFeed.state']({}, call))).toMatchObject({ missing: [1] });
  db.prepare('UPDATE feed_file SET counts = NULL WHERE sequence = 2').run();
});

it('answers a question and does an act after its last step, not between two', async () => {
  const state = await held(4);
  const handlers = registerHandlers(bench.session);
  const seen: unknown[] = [];
  const asked = { employerId: bench.employerId, insz: newInsz };
  const line = { ...asked, dossierType: 'TRAINEE', period: { begin: '2025-01-01', end: null } };
  const late: Promise<unknown>[] = [];
  const after = async (answer: { ok: boolean } | Promise<{ ok: boolean }>): Promise<void> => {
    seen.push([(await answer).ok, state()]);
  };
  const applied = await applyStaged(bench.session, 4, {
    signal: new AbortController().signal,
    progress: () => {
      expect(state()).toBe('staged');
      late.push(after(handlers['register.consult']({ ...asked, dossierType: null, period: null }, call)));
      late.push(after(handlers['register.insert']({ ...line, identity: null, dryRun: false }, call)));
    },
  });
  expect(applied.ok).toBe(true);
  await Promise.all(late);
  expect(seen).toEqual(Array.from({ length: 4 }, () => [true, 'applied']));
});

it('waits whole where it is stopped before its first step, and goes on to its end once it was begun', async () => {
  const state = await held(6);
  const before = new AbortController();
  before.abort();
  const stopped = await applyStaged(bench.session, 6, { signal: before.signal, progress: () => undefined });
  expect([stopped, state()]).toMatchObject([{ failure: { code: 'cancelled' } }, 'staged']);
  const within = new AbortController();
  const done = await applyStaged(bench.session, 6, {
    signal: within.signal,
    progress: () => within.abort(),
  });
  expect(within.signal.aborted).toBe(true);
  expect([done.ok, state()]).toEqual([true, 'applied']);
});
