// Equal findings of the register: counted over a filter, one value for all of them, and undone in one step.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workerYearQueue } from '../../../main/outbox/queue-worker-years.ts';
import { trainingHandlers } from '../../../main/training/handlers.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
let profile: OpenProfile;
let handlers: ReturnType<typeof trainingHandlers>;
beforeEach(() => {
  profile = openProfile();
  handlers = trainingHandlers(profile.session, workerYearQueue(profile.session));
});
afterEach(() => profile.close());

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const filter = {
  employerId: null,
  workerId: null,
  year: 2025,
  text: '',
  states: [],
  toFix: true,
  startFrom: null,
  startTo: null,
};
const sound = { title: 'Tillen', startDate: '2025-02-03', endDate: '2025-02-03', durationMinutes: 228 };
const groups = async () => (await must(handlers['training.findingGroups']({ filter }, call))).groups;
const counts = async () => Object.fromEntries((await groups()).map(({ rule, count }) => [rule, count]));

it('puts one value in all trainings with the same finding, and takes it back in one step', async () => {
  const { fien, rania, marek, oksana } = profile.workerIds;
  const untitled = { ...sound, title: '' };
  await must(
    handlers['training.add']({ workerIds: [fien, rania, marek], year: 2025, fields: untitled }, call),
  );
  await must(handlers['training.add']({ workerIds: [oksana], year: 2025, fields: sound }, call));
  const rule = 'TRN-TITLE-MISSING';
  expect(await groups()).toMatchObject([{ rule, severity: 'blocking', field: 'title', count: 3 }]);
  const { ids } = await must(handlers['training.withFinding']({ filter, rule }, call));
  expect(ids).toHaveLength(3);
  const fields = { title: 'Tillen en dragen' };
  expect(await must(handlers['training.updateMany']({ ids, fields }, call))).toEqual({ updated: 3 });
  expect(await counts()).toEqual({});
  await must(handlers['training.undo']({}, call));
  expect(await counts()).toEqual({ [rule]: 3 });
});

it('looks at all of a large register in pieces, and hands out at most five hundred', async () => {
  const workerIds = Object.values(profile.workerIds);
  const fields = { ...sound, title: '' };
  for (let round = 0; round < 90; round += 1)
    await must(handlers['training.add']({ workerIds, year: 2025, fields }, call));
  const answer = await must(handlers['training.findingGroups']({ filter }, call));
  expect([answer.looked, answer.more]).toEqual([630, false]);
  expect((await counts())['TRN-TITLE-MISSING']).toBe(630);
  const rule = 'TRN-TITLE-MISSING';
  expect((await must(handlers['training.withFinding']({ filter, rule }, call))).ids).toHaveLength(500);
  expect((await must(handlers['training.withFinding']({ filter, rule: 'NONE' }, call))).ids).toEqual([]);
});
