// Work on a long list that is stopped: by a person, by a kill in the middle, and a second change while one is under way.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyList } from '../../../../main/training/import/apply-list.ts';
import { listOf, openTrainingLists, type TrainingLists } from '../../../support/training-lists.ts';

let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists(2);
});
afterAll(() => lists.end());

const rows = 600;
const stageLong = (name: string): Promise<string> =>
  lists.stage(
    name,
    listOf([
      ['INSZ', 'Titel', 'Begindatum', 'Duur'],
      ...Array.from({ length: rows }, (_, at) => [
        lists.workers[1]?.insz ?? '',
        `${name} ${at}`,
        `${1 + (at % 28)}/2/2025`,
        '2',
      ]),
    ]),
  );
const drafts = async (): Promise<number> => (await lists.must('training.list', { pageSize: 1 })).total;

it('stopped by a person nothing of it stays, and it can be done after all', async () => {
  const importId = await stageLong('stop');
  const { jobId } = await lists.must('trainingImport.apply', { importId });
  await lists.must('job.cancel', { id: jobId });
  for (;;) {
    const job = (await lists.must('job.list', {})).jobs.find(({ id }) => id === jobId);
    if (job?.state !== 'running') {
      expect(job?.state).toBe('cancelled');
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await drafts()).toBe(0);
  expect(await lists.must('trainingImport.get', { importId })).toMatchObject({
    state: 'staged',
    counts: { create: rows },
  });
  expect((await lists.apply(importId)).state).toBe('done');
  expect(await drafts()).toBe(rows);
  expect(await lists.must('trainingImport.undo', { importId })).toEqual({ removed: rows, kept: 0 });
  expect(await drafts()).toBe(0);
});

/** Stops the reading or judging that a call began, as soon as it is listed; answers what the call answered. */
async function stopped(answer: Promise<unknown>): Promise<unknown> {
  for (;;) {
    const { jobs } = await lists.must('job.list', {});
    const running = jobs.find(({ kind, state }) => kind === 'trainingList' && state === 'running');
    if (running === undefined) continue;
    await lists.must('job.cancel', { id: running.id });
    const answered = await answer;
    const job = (await lists.must('job.list', {})).jobs.find(({ id }) => id === running.id);
    expect(job?.state).toBe('cancelled');
    return answered;
  }
}
const cancelled = { ok: false, failure: { code: 'cancelled', retry: 'safe' } };
const keptOf = (importId: string): unknown[] =>
  lists.app
    .session()
    ?.db.prepare('SELECT at, summary, hex(rows) FROM training_list_block WHERE import_id = ? ORDER BY at')
    .all(importId) ?? [];

it('stopped while it is read it is gone, and the same file can be read again', async () => {
  const content = listOf([
    ['INSZ', 'Titel', 'Begindatum', 'Duur'],
    [lists.workers[1]?.insz ?? '', 'VCA', '3/2/2025', '2'],
  ]);
  const { importId } = await lists.open('lezen.csv', content);
  const staging = { importId, employerId: lists.employers[0]?.id ?? null };
  expect(await stopped(lists.call('trainingImport.stage', staging))).toMatchObject(cancelled);
  expect(keptOf(importId)).toEqual([]);
  expect((await lists.must('trainingImport.list', {})).rows.map(({ id }) => id)).not.toContain(importId);
  expect(await lists.must('trainingImport.stage', staging)).toMatchObject({ rows: 1 });
  await lists.must('trainingImport.cancel', { importId });
});

it('stopped while it is judged again, with other columns or for all rows alike, it is as it was', async () => {
  const importId = await stageLong('herkeuren');
  const before = [keptOf(importId), await lists.must('trainingImport.columns', { importId })];
  const fields = ['insz', 'description', 'startDate', 'duration'] as const;
  const match = lists.call('trainingImport.match', { importId, fields: [...fields] });
  expect(await stopped(match)).toMatchObject(cancelled);
  expect([keptOf(importId), await lists.must('trainingImport.columns', { importId })]).toEqual(before);
  const problem = { rule: 'F0016-364', severity: 'warning', field: 'endDate' } as const;
  const alike = lists.call('trainingImport.fixAlike', { importId, problem, anyFacts: true, leftOut: true });
  expect(await stopped(alike)).toMatchObject(cancelled);
  expect([keptOf(importId), await lists.must('trainingImport.columns', { importId })]).toEqual(before);
  // Nothing was remembered of columns that were not kept.
  const again = await stageLong('daarna');
  const { columns } = await lists.must('trainingImport.columns', { importId: again });
  expect(columns[1]?.field).toBe('title');
  await lists.must('trainingImport.cancel', { importId });
  await lists.must('trainingImport.cancel', { importId: again });
});

it('killed in the middle it goes on where it was, and adds none twice', async () => {
  const importId = await stageLong('kill');
  const session = lists.app.session();
  if (session === null) throw new Error('no session');
  let told = 0;
  const killed = applyList(session, importId, 'leaveOut', {
    signal: new AbortController().signal,
    progress() {
      told += 1;
      if (told === 2) throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  const before = await drafts();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(rows);
  expect((await lists.apply(importId)).state).toBe('done');
  expect(await drafts()).toBe(rows);
  expect((await lists.must('trainingImport.get', { importId })).counts.create).toBe(rows);
  await lists.must('trainingImport.undo', { importId });
});

it('changes of the same list wait for each other, and none is lost', async () => {
  const importId = await stageLong('beurt');
  const fix = (number: number, text: string) =>
    lists.must('trainingImport.fix', { importId, number, values: [{ field: 'title', text }] });
  await Promise.all([fix(1, 'een'), fix(300, 'twee'), fix(600, 'drie')]);
  const last = await lists.rows(importId, { page: 12 });
  const [first] = await lists.rows(importId, { page: 1 });
  const middle = (await lists.rows(importId, { page: 6 })).at(-1);
  const titleOf = (row: typeof first) => row?.values.find(({ field }) => field === 'title');
  expect([titleOf(first), titleOf(middle), titleOf(last.at(-1))]).toEqual([
    { field: 'title', text: 'een', fixed: true },
    { field: 'title', text: 'twee', fixed: true },
    { field: 'title', text: 'drie', fixed: true },
  ]);
  await lists.must('trainingImport.cancel', { importId });
  expect(await lists.call('trainingImport.get', { importId })).toMatchObject({
    failure: { code: 'notFound' },
  });
});
