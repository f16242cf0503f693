// A file of the feed that is made true in several steps: nobody asks or acts between two of them, and a stop comes before it or after.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyStaged } from '../../../../main/register/feed/apply-file.ts';
import { fileState } from '../../../../main/register/feed/file-store.ts';
import { registerHandlers } from '../../../../main/register/handlers.ts';
import type { MadeMutation } from '../../../support/feed-files.ts';
import { workers } from '../../../support/seed-profile.ts';
import { unwrap } from '../../platform/scratch.ts';
import { call, type FeedBench, openFeed, setLine } from './feed-bench.ts';

const newInsz = '90021599868';
let bench: FeedBench;
let fileId = '';
beforeEach(async () => {
  bench = openFeed({ businessDate: () => '2025-03-01' });
  setLine(bench, 'rania');
  const person = { lastName: 'Molenaar', givenNames: ['Rania'], genderCode: 2 };
  const mutations: MadeMutation[] = [
    { type: 'REPLACEMENT', insz: workers.rania, newInsz },
    ...Array.from({ length: 600 }, (_, at) => ({
      ...{ type: 'NAME', insz: newInsz, person },
      day: `${2023 + Math.floor(at / 336)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (Math.floor(at / 12) % 28)).padStart(2, '0')}`,
    })),
  ];
  // Held, as the first one is not there: its steps are walked here.
  const taken = await bench.bring(mutations, { sequence: 2 });
  expect(taken.outcome).toBe('held');
  fileId = taken.fileId ?? '';
});
afterEach(() => bench.close());

const state = () => fileState(bench.session.db, fileId);

it('answers a question and does an act after its last step, not between two', async () => {
  const handlers = registerHandlers(bench.session);
  const seen: unknown[] = [];
  const asked = { employerId: bench.employerId, insz: newInsz };
  const line = { ...asked, dossierType: 'TRAINEE', period: { begin: '2025-01-01', end: null } };
  const late: Promise<unknown>[] = [];
  const after = async (answer: { ok: boolean } | Promise<{ ok: boolean }>): Promise<void> => {
    seen.push([(await answer).ok, state()]);
  };
  const applied = await applyStaged(bench.session, 2, {
    signal: new AbortController().signal,
    progress: () => {
      expect(state()).toBe('staged');
      late.push(after(handlers['register.consult']({ ...asked, dossierType: null, period: null }, call)));
      late.push(after(handlers['register.insert']({ ...line, identity: null, dryRun: false }, call)));
    },
  });
  expect(applied.ok).toBe(true);
  await Promise.all(late);
  expect(seen.length).toBeGreaterThanOrEqual(6);
  expect(new Set(seen.map(String))).toEqual(new Set(['true,applied']));
});

it('waits whole where it is stopped before its first step, and goes on to its end once it was begun', async () => {
  const before = new AbortController();
  before.abort();
  const stopped = await applyStaged(bench.session, 2, { signal: before.signal, progress: () => undefined });
  expect([stopped, state()]).toMatchObject([{ failure: { code: 'cancelled' } }, 'staged']);
  const within = new AbortController();
  const done = await applyStaged(bench.session, 2, {
    signal: within.signal,
    progress: () => within.abort(),
  });
  expect(within.signal.aborted).toBe(true);
  expect([done.ok, state()]).toEqual([true, 'applied']);
});

it('says that the register must be waited for where a kill left a part, and does not begin behind it', async () => {
  bench.session.db.prepare('UPDATE feed_file SET counts = ? WHERE id = ?').run('{}', fileId);
  const handlers = registerHandlers(bench.session);
  const asked = { employerId: bench.employerId, insz: workers.rania, dossierType: null, period: null };
  expect(await handlers['register.consult'](asked, call)).toMatchObject({
    failure: { code: 'feedUnderWay', retry: 'safe' },
  });
  expect(await bench.feed['registerFeed.startAt']({ sequence: 9 }, call)).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
  expect(unwrap(await bench.feed['registerFeed.state']({}, call))).toMatchObject({ missing: [1] });
});
