// A number that is replaced at the register, told in the file of the day and taken in from the folder: the worker, the training, the
// presence and the applicant of that person are the same as before, under the new number.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { formatInsz } from '../../preload/rules/identifiers/insz.ts';
import type { ClerkRun } from './clerk-run.ts';

export type ReplacementWalk = {
  app: Pick<ClerkRun, 'must'>;
  page: Page;
  open: (path: string) => Promise<void>;
  /** A call of the practice environment's own administration. */
  admin: (method: string, path: string, json?: unknown) => Promise<{ status: number; text: string }>;
  /** A folder of this test. */
  root: string;
};

const DAAN = '01020399744';
const PARK = '1Y100PARK0001';
const berk = '0999999130';
const soon = { timeout: 60_000, interval: 100 };

/** The client is known, with a way to the presences and to the data of citizens. */
export async function walkReplacement({ app, page, open, admin, root }: ReplacementWalk): Promise<void> {
  const ask = async (method: string, path: string, json?: unknown): Promise<Record<string, unknown>> => {
    const answer = await admin(method, path, json);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.text === '' ? {} : (JSON.parse(answer.text) as Record<string, unknown>);
  };
  const { rows: clients } = await app.must('employer.list', { text: 'De Berk' });
  const employerId = clients[0]?.id ?? '';
  const worker = async () => (await app.must('worker.list', { employerId, text: 'Daan' })).rows[0];
  const before = await worker();
  if (before === undefined) throw new Error('no such worker');
  expect(before.insz).toBe(DAAN);

  // What hangs on the person before.
  await app.must('practice.setDate', { date: '2026-05-04' });
  const { ids } = await app.must('training.add', {
    ...{ workerIds: [before.id], year: 2026 },
    fields: { title: 'Veilig op hoogte' },
  });
  const place = { latitude: 50.8503, longitude: 4.3517 };
  await app.must('worksDeclaration.add', { employerId, reference: PARK, name: 'Het Park', place });
  const fed = await app.must('point.feed', {
    ...{ employerId, worksReference: PARK },
    items: [{ line: 1, number: DAAN, type: 'IN', at: new Date().toISOString() }],
  });
  expect(fed.rows).toMatchObject([{ outcome: 'registered' }]);
  await ask('PUT', '/citizen/people', {
    ...{ insz: DAAN, givenName: 'Daan', familyName: before.familyName, studentHours: { '2026': 10 } },
  });
  const asked = { employerId, dataSets: ['studentWorkHours' as const], insz: null, label: 'terrasje' };
  const { id: requestId } = await app.must('applicantRequest.ask', { ...asked, language: 'nl' });
  const { request } = await app.must('applicantRequest.get', { id: requestId });
  const start = (request.code ?? '').replace('-', '').toLowerCase();
  const { items } = (await ask('GET', '/citizen/requests')) as { items: { requestId: string }[] };
  const own = items.find((one) => one.requestId.startsWith(start))?.requestId ?? '';
  await ask('POST', `/citizen/requests/${own}/approve`, { insz: DAAN });
  await app.must('applicantRequest.refresh', {});
  await app.must('applicantAnswer.read', { id: requestId });

  // Replaced, told, and taken in.
  const folder = join(root, 'feed');
  mkdirSync(folder);
  await app.must('register.setOwner', { enterpriseNumber: berk, name: 'De Berk' });
  await app.must('registerFeed.watch', { place: folder });
  const { newSsin } = await ask('POST', '/cbss/replace', { ssin: DAAN });
  const now = String(newSsin);
  await ask('POST', '/cbss/emit', { receiver: berk, folder, everybody: true });
  await expect.poll(async () => (await worker())?.insz, soon).toBe(now);

  // The same records, each under the number of now.
  expect(await worker()).toMatchObject({ id: before.id, personId: before.personId, trainings: 1 });
  const shows = async (path: string, ...words: string[]): Promise<void> => {
    await open(path);
    const main = page.locator('main');
    for (const text of [formatInsz(now), ...words])
      await expect.poll(() => main.innerText(), soon).toContain(text);
    expect(await main.innerText()).not.toContain(formatInsz(DAAN));
  };
  await shows(`/workers/${before.id}`);
  await shows('/presences/search', 'Het Park');
  await shows(`/applicants/${requestId}`);
  const training = await app.must('training.get', { id: ids[0] ?? '' });
  expect(training).toMatchObject({
    ...{ insz: now, workerId: before.id },
    fields: { title: 'Veilig op hoogte' },
  });
  await shows('/training', 'Veilig op hoogte');
  // By the old number the same is found.
  const found = await app.must('worker.list', { text: DAAN });
  expect(found.rows).toMatchObject([{ id: before.id, insz: now }]);
  const { rows: numbers } = await app.must('register.numberEvents', { open: false });
  expect(numbers).toMatchObject([{ oldInsz: DAAN, newInsz: now, state: 'applied', origin: 'feed' }]);
}
