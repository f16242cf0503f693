// Guides that wait: the step that was named opens, what the app saw is contradicted, and an end too early is asked about.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { guideAnswers, guideAt, rowOf } from './fixtures/guide.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...guideAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const oneGuide = `/connection/guide/${id(71)}`;

test('the list shows what waits, and leads to the very step that it names', async () => {
  const waiting = guideAt('addAccount', {}, ['chamanAccess']);
  const open = await at('/connection/guide', {
    'guide.list': {
      rows: [rowOf(waiting), rowOf(waiting, { id: id(72), next: null, done: waiting.total })],
    },
    'guide.show': { ...waiting, next: 'signIn' },
  });
  const { page } = open;
  const [row, done] = [page.locator('li.task').first(), page.locator('li.task').nth(1)];
  await expect.poll(() => row.innerText()).toContain('Zorg voor toegang tot Chaman: Wacht op Marek Janssens');
  expect(await done.innerText()).not.toContain('Ga verder');
  await row.locator('a').press('Enter');
  await page.locator('#guide-step', { hasText: 'Voeg het account toe' }).waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a line of Today opens the step that waits, even where another comes next', async () => {
  const open = await at(`${oneGuide}/chamanAccess`, {
    'guide.show': guideAt('addAccount', {}, ['chamanAccess']),
  });
  await open.page.locator('#guide-step', { hasText: 'Zorg voor toegang tot Chaman' }).waitFor();
  await open.page.getByRole('button', { name: 'Klaar', exact: true }).press('Enter');
  await expect
    .poll(() => inputsOf(open, 'guide.setStep'))
    .toMatchObject([{ step: 'chamanAccess', state: 'done' }]);
  await open.close();
});

test('what the app saw can be contradicted, and the contradiction taken back', async () => {
  const open = await at(`${oneGuide}/makeCertificate`);
  await open.page.getByRole('button', { name: 'Toch nog te doen' }).press('Enter');
  await open.page.locator('.toast').getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect
    .poll(() => inputsOf(open, 'guide.setStep'))
    .toMatchObject([
      { step: 'makeCertificate', state: 'notDone' },
      { step: 'makeCertificate', state: 'open' },
    ]);
  await open.close();
});

test('a mandate is confirmed on the portal for the mandatary, not for the employer', async () => {
  const open = await at(oneGuide, {
    'guide.show': {
      ...guideAt('acceptMandate', { access: 'mandatary' }),
      mandatary: { name: 'Klaver', enterpriseNumber: '0999999031' },
    },
  });
  await expect.poll(() => open.page.locator('.guide-acts').innerText()).toContain('Klaver (0999.999.031)');
  await open.page.getByRole('button', { name: 'Open het oefenportaal' }).press('Enter');
  await expect
    .poll(() => inputsOf(open, 'practice.openPage'))
    .toEqual([{ page: 'mahis', enterpriseNumber: '0999999031', enterpriseName: 'Klaver' }]);
  await open.close();
});

test('a guide with open steps asks before it is finished', async () => {
  const open = await at(oneGuide);
  const { page } = open;
  await page.getByRole('button', { name: 'Sluit het stappenplan af' }).press('Enter');
  await page.getByText('Toch afsluiten?').waitFor();
  expect(inputsOf(open, 'guide.finish')).toEqual([]);
  await page.getByRole('button', { name: 'Sluit toch af' }).press('Enter');
  await expect.poll(() => inputsOf(open, 'guide.finish')).toHaveLength(1);
  await open.close();
});
