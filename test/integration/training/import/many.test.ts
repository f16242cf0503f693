// Lists of many clients together: each recognised by its employer, the same mistake put right once in all of them, brought in
// with one act; what nobody can tell is asked.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clients, type Mistake } from '../../../../main/launch/demo/clerk-day.ts';
import { newId } from '../../../../main/platform/ids.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../../support/application-bench.ts';
import { workbookOf } from '../../../support/clerk-sheets.ts';
import { listOf } from '../../../support/training-lists.ts';

let bench: AppBench;
let folder: string;
/** Two clients with each of these mistakes. */
const made: readonly Mistake[] = ['sixtyMinutes', 'lastCentury', 'endsBefore', 'formerNumber'];
const day = clients.slice(0, 16).filter(({ mistake }) => made.includes(mistake));
const employerIds = new Map<string, string>();

beforeAll(async () => {
  bench = await openApp({ practice: 'none' });
  folder = newFolder();
  for (const { number, name, workers } of day) {
    const { id: employerId } = await bench.must('employer.add', { enterpriseNumber: number, name });
    employerIds.set(name, employerId);
    for (const { insz, family, given } of workers)
      await bench.must('worker.add', {
        ...{ employerId, insz, familyName: family, givenName: given, startDate: '2020-01-01' },
      });
  }
});
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
  removeFolder(bench.profileDir);
});

async function ended(jobId: string) {
  for (;;) {
    const { jobs } = await bench.must('job.list', {});
    const job = jobs.find(({ id }) => id === jobId);
    if (job !== undefined && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
async function take(files: Record<string, string | Uint8Array>) {
  const offered = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { selectionId: newId(), path, name };
  });
  bench.app.terminal.offer('cli:test', offered, null);
  const named = offered.map(({ selectionId, name }) => ({ selectionId, name }));
  const { jobId } = await bench.must('trainingLists.take', { files: named });
  expect(await ended(jobId)).toMatchObject({ state: 'done' });
  return bench.must('trainingLists.waiting', {});
}
const forgetAll = async (): Promise<void> => {
  for (const { id } of (await bench.must('trainingLists.waiting', {})).lists)
    await bench.must('trainingImport.cancel', { importId: id });
};

it('recognises each list by its employer, put right once, and brings all of them in with one act', async () => {
  const { lists, unread } = await take(
    Object.fromEntries(day.map((client, at) => [client.file, workbookOf(client, at)])),
  );
  expect(unread).toEqual([]);
  expect(lists.map(({ name, employerName }) => [name, employerName])).toEqual(
    day.map(({ file, name }) => [file, name]),
  );
  const { groups } = await bench.must('trainingLists.same', {});
  const groupOf = (field: string) => groups.find((group) => group.field === field);
  expect(groupOf('duration')).toMatchObject({ text: '0:60', rows: 2, lists: 2 });
  expect(groupOf('startDate')).toMatchObject({ text: '03/02/1925', rows: 2, lists: 2 });
  expect(groupOf('endDate')).toMatchObject({ text: '01/02/2025', rows: 2, lists: 2 });

  const before = await bench.must('trainingLists.problems', {});
  const { rows: all, total } = await bench.must('trainingLists.rows', { pageSize: 50 });
  expect(all).toHaveLength(total);
  expect(before.rows).toBe(total);
  const pages = [1, 2].map((page) => bench.must('trainingLists.rows', { page, pageSize: 3 }));
  const shown = (await Promise.all(pages)).flatMap(({ rows }) => rows);
  expect(shown.map(({ list, line }) => `${list} ${line}`)).toEqual(
    all.slice(0, 6).map(({ list, line }) => `${list} ${line}`),
  );

  const problem = groupOf('duration')?.problem;
  if (problem === undefined) throw new Error('no such group');
  const put = { problem, values: [{ field: 'duration' as const, text: '1:00' }] };
  const fixed = await bench.must('trainingLists.fixSame', put);
  expect(fixed).toMatchObject({ rows: 2, lists: 2 });
  expect(await bench.must('trainingLists.undoFix', { fixId: fixed.fixId })).toEqual({ rows: 2 });
  expect((await bench.must('trainingLists.problems', {})).rows).toBe(before.rows);
  await bench.must('trainingLists.fixSame', put);
  expect((await bench.must('trainingLists.problems', {})).rows).toBe(before.rows - 2);
  expect(await bench.call('trainingLists.fixSame', put)).toMatchObject({
    failure: { code: 'nothingToSend' },
  });

  const { jobId } = await bench.must('trainingLists.apply', {});
  expect(await ended(jobId)).toMatchObject({ state: 'done' });
  const after = await bench.must('trainingLists.waiting', {});
  expect(after.lists).toEqual([]);
  expect(after.done).toHaveLength(day.length);
  // One good row fewer where a row is refused: an unknown number, a wrong year, an end before its start.
  const refused = day.filter(({ mistake }) => mistake !== 'sixtyMinutes').length;
  const { total: drafts } = await bench.must('training.list', { pageSize: 1 });
  expect(drafts).toBe(day.length * 3 - refused);
});

it('asks whose a list is where nothing tells, and judges it anew once it is said', async () => {
  const [first] = day;
  if (first === undefined) throw new Error('no client');
  const rows = [
    ['INSZ', 'Opleiding', 'Begindatum', 'Duur'],
    ['85.07.30-033.28', 'Proef', '3/2/2025', '2:00'],
  ];
  const { lists } = await take({ 'lijst.csv': listOf(rows) });
  const [list] = lists;
  expect(list).toMatchObject({ employerId: null, missing: ['enterpriseNumber'] });
  expect(await bench.must('trainingLists.rows', {})).toMatchObject({ total: 0 });
  expect(await bench.call('trainingLists.apply', {})).toMatchObject({ failure: { code: 'nothingToSend' } });
  const employerId = employerIds.get(first.name) ?? '';
  const counts = await bench.must('trainingLists.assign', { importId: list?.id ?? '', employerId });
  expect(counts).toMatchObject({ rows: 1, refused: 1 });
  expect((await bench.must('trainingLists.rows', {})).rows).toMatchObject([
    { list: 'lijst.csv', employerName: first.name, findings: [{ rule: 'TRN-WORKER-UNKNOWN' }] },
  ]);
  await forgetAll();
});

it('goes by a number above the headings or the name of the file, and leaves rows of a column to that column', async () => {
  const [first, second] = day as [Client, Client];
  const row = ['', 'Proef', '3/2/2025', '2:00'];
  const heads = ['INSZ', 'Opleiding', 'Begindatum', 'Duur'];
  const { lists } = await take({
    'a.csv': listOf([[`Werkgever ${first.number}`, '', '', ''], heads, row]),
    [`februari ${second.name}.csv`]: listOf([heads, row]),
    'allen.csv': listOf([
      ['Ondernemingsnummer', ...heads],
      [first.number, ...row],
      [second.number, ...row],
    ]),
  });
  expect(lists.map(({ employerName, missing }) => [employerName, missing])).toEqual([
    [first.name, []],
    [second.name, []],
    ['', []],
  ]);
  await forgetAll();
});

it('tells of files that cannot be read or wait already, and takes the others', async () => {
  const good = listOf([
    ['INSZ', 'Opleiding', 'Begindatum'],
    [day[1]?.workers[0].insz ?? '', 'Een', '3/2/2025'],
  ]);
  const { lists, unread } = await take({
    'goed.csv': good,
    'leeg.csv': '',
    'nogmaals.csv': good,
  });
  expect(lists.map(({ name }) => name)).toEqual(['goed.csv']);
  expect(unread).toEqual([
    { name: 'leeg.csv', code: 'tableEmpty' },
    { name: 'nogmaals.csv', code: null },
  ]);
  await forgetAll();
});
