// The training accounts of a whole client as long work: one file or one of each, going on past a worker whose account cannot be
// printed, waiting and stopping when it is told to, and kept until they are saved.
import { Open } from 'unzipper';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { trainingAccountHandlers } from '../../../main/training/account/handlers.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { mostPrinted } from '../../../preload/contract/training-account.ts';
import { addWorker, type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
let profile: OpenProfile;
let saved: { name: string; bytes: Uint8Array }[];
let account: ReturnType<typeof trainingAccountHandlers>;
/** What is printed is the text of the page; a test may refuse or hold it up. */
let print: (html: string) => Promise<Result<Uint8Array>>;
let printed: string[];
let chosen: boolean;
beforeEach(() => {
  profile = openProfile({ businessDate: () => '2025-06-12' });
  saved = [];
  printed = [];
  chosen = true;
  print = async (html) => ok(new TextEncoder().encode(html));
  const host = {
    ...profile.session.host,
    makePdf: (html: string) => {
      printed.push(html);
      return print(html);
    },
    saveFile: async (_windowId: string, name: string, bytes: Uint8Array) => {
      if (!chosen) return ok(null);
      saved.push({ name, bytes });
      return ok({ name });
    },
  };
  const texts = { t: (_language: string, key: string) => key.split('.').at(-1) ?? '' };
  account = trainingAccountHandlers({ ...profile.session, host, texts: texts as never });
});
afterEach(() => profile.close());

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const asked = (more: { separate?: boolean; year?: number } = {}) => ({
  ...{ employerId: profile.employerId, year: 2025, language: 'nl' as const, separate: false },
  ...more,
});
const start = async (more: { separate?: boolean; year?: number } = {}) =>
  (await must(account['trainingAccount.makeAll'](asked(more), call))).jobId;
const job = (id: string) => profile.session.jobs.list().find((one) => one.id === id);
async function ended(id: string) {
  await expect.poll(() => job(id)?.state, { timeout: 20_000 }).not.toBe('running');
  return job(id);
}
const made = (jobId: string) => must(account['trainingAccount.made']({ jobId }, call));

it('come in one archive with a file of each, persons of one name apart', async () => {
  for (const insz of ['04452099792', '04452099693'])
    addWorker(profile.session.db, profile.employerId, {
      insz,
      familyName: 'Jansen',
      startDate: '2024-01-01',
    });
  const jobId = await start({ separate: true });
  expect(await ended(jobId)).toMatchObject({ state: 'done', done: 9, total: 9 });
  expect(await made(jobId)).toEqual({
    name: 'file-schoonmaak-de-berk-2025.zip',
    printed: 9,
    failed: [],
    failedCount: 0,
  });
  expect(await must(account['trainingAccount.saveMade']({ jobId }, call))).toMatchObject({ rows: 9 });
  const { files } = await Open.buffer(Buffer.from(saved[0]?.bytes ?? []));
  const names = files.map(({ path }) => path);
  expect(names).toHaveLength(9);
  expect(names).toContain('file-jansen-2025.pdf');
  expect(names).toContain('file-jansen-2025-2.pdf');
  expect(names.join()).not.toMatch(/\d{6}/);
});

it('of more than fit in one file come in several, each worker once', async () => {
  for (let one = 0; one < mostPrinted; one += 1)
    addWorker(profile.session.db, profile.employerId, {
      insz: String(10_000_000_000 + one),
      familyName: `Werknemer ${one}`,
      startDate: '2024-01-01',
    });
  const jobId = await start();
  expect(await ended(jobId)).toMatchObject({ state: 'done', done: mostPrinted + 7 });
  expect((await made(jobId)).name).toBe('file-schoonmaak-de-berk-2025.zip');
  expect(printed.map((html) => html.split('<div class="account">').length - 1)).toEqual([mostPrinted, 7]);
});

it.each([
  ['in one file', false, 6],
  ['apart', true, 6],
])('%s go on past one that cannot be printed, and tell whose', async (_how, separate, count) => {
  print = async (html) => (/>marek</.test(html) ? fail('tooLarge') : ok(new TextEncoder().encode(html)));
  const jobId = await start({ separate });
  expect(await ended(jobId)).toMatchObject({ state: 'done', done: 7, total: 7 });
  expect(await made(jobId)).toMatchObject({
    printed: count,
    failed: [{ workerId: profile.workerIds.marek, workerName: 'marek', code: 'tooLarge' }],
    failedCount: 1,
  });
  await must(account['trainingAccount.saveMade']({ jobId }, call));
  const text = new TextDecoder().decode(saved[0]?.bytes);
  for (const name of Object.keys(workers)) expect(text.includes(`>${name}<`)).toBe(name !== 'marek');
});

it('fail as a whole where nothing can print, or where none of them could be printed', async () => {
  print = async () => fail('notSupportedHere');
  expect(await ended(await start({ separate: true }))).toMatchObject({
    state: 'failed',
    failure: { code: 'notSupportedHere' },
  });
  print = async () => fail('tooLarge');
  expect(await ended(await start())).toMatchObject({ state: 'failed', failure: { code: 'tooLarge' } });
  expect(await ended(await start({ year: 2020 }))).toMatchObject({ failure: { code: 'nothingToSend' } });
});

it('wait after the account in hand while they are paused, and stop there when they are cancelled', async () => {
  let letGo: () => void = () => undefined;
  print = (html) =>
    new Promise((resolve) => {
      letGo = () => resolve(ok(new TextEncoder().encode(html)));
    });
  const jobId = await start({ separate: true });
  await expect.poll(() => printed.length).toBe(1);
  await must(account['trainingAccount.pauseMaking']({ paused: true }, call));
  letGo();
  await expect.poll(() => job(jobId)?.done).toBe(1);
  expect(await must(account['trainingAccount.making']({}, call))).toMatchObject({ jobId, paused: true });
  expect(printed).toHaveLength(1);
  await must(account['trainingAccount.pauseMaking']({ paused: false }, call));
  await expect.poll(() => printed.length).toBe(2);
  await must(account['trainingAccount.pauseMaking']({ paused: true }, call));
  letGo();
  await expect.poll(() => job(jobId)?.done).toBe(2);
  profile.session.jobs.cancel(jobId);
  expect(await ended(jobId)).toMatchObject({ state: 'cancelled' });
  expect(printed).toHaveLength(2);
  expect(await account['trainingAccount.made']({ jobId }, call)).toMatchObject({
    failure: { code: 'selectionExpired' },
  });
  expect(await account['trainingAccount.pauseMaking']({ paused: true }, call)).toMatchObject({
    failure: { code: 'notFound' },
  });
});

it('are kept for another try when no place was chosen, for the window that made them alone', async () => {
  const jobId = await start();
  await ended(jobId);
  chosen = false;
  const save = (windowId = 'w1') =>
    account['trainingAccount.saveMade']({ jobId }, { windowId, traceId: 't' });
  expect(await save()).toMatchObject({ failure: { code: 'fileNotChosen' } });
  chosen = true;
  expect(await save('w2')).toMatchObject({ failure: { code: 'selectionExpired' } });
  expect(await save()).toMatchObject({ ok: true, value: { rows: 7 } });
  expect(await save()).toMatchObject({ failure: { code: 'selectionExpired' } });
});
