// The daily mutation feed as it is used, by keyboard: what somebody must look at, files that are forgotten, the folder and the first file.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, refuse } from '../support/page-answers.ts';
import { startPages } from '../support/page-server.ts';
import { type OpenPage, openWindow, type PageWindow } from '../support/page-window.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { feedAnswers, feedFiles, firstAnswers, firstState } from './fixtures/register-feed.ts';

let pages: PageWindow;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  const started = await startPages();
  stop = started.stop;
  pages = await openWindow(started.browser, {
    ...{ folder: started.folder, locale: 'nl-BE' },
    ...{ width: 1366, height: 768 },
  });
});
afterAll(() => stop?.());

async function visit(route: string, use: (open: OpenPage) => Promise<void>, more: Answers) {
  const open = await pages.visit(route, { ...shellAnswers, ...more });
  await open.page.locator('main h1').first().waitFor();
  await use(open);
  expect(open.problems).toEqual([]);
}
const inputsOf = (open: OpenPage, name: string): Record<string, unknown>[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input as Record<string, unknown>);

test('a task of the feed is taken over and taken back by keyboard, and the focus stays in the page', async () => {
  await visit(
    '/register/feed',
    async (open) => {
      const { page } = open;
      const names = { name: /Neem over/ };
      await page.getByRole('button', names).focus();
      await page.keyboard.press('Enter');
      await page.locator('.toast', { hasText: 'De naam is overgenomen' }).waitFor();
      await expect
        .poll(() => inputsOf(open, 'registerFeed.settle'))
        .toEqual([{ tasks: [{ id: id(952), expectedRevision: 1 }], how: 'takeOver' }]);
      await page.locator('.toast button', { hasText: 'Maak ongedaan' }).press('Enter');
      await expect
        .poll(() => inputsOf(open, 'registerFeed.reopen'))
        .toEqual([{ id: id(952), expectedRevision: 2 }]);
      await page.getByRole('button', { name: /Gezien.*Adres gewijzigd/ }).press('Enter');
      await expect
        .poll(() => inputsOf(open, 'registerFeed.settle').at(-1))
        .toEqual({ tasks: [{ id: id(954), expectedRevision: 1 }], how: 'seen' });
      await page.getByLabel('Taken').selectOption('done');
      await page.getByText('het register van de geschrapten (RAD)').waitFor();
      await expect.poll(() => inputsOf(open, 'registerFeed.tasks').at(-1)).toMatchObject({ open: false });
      await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
      await page
        .getByRole('button', { name: /Vergeet/ })
        .last()
        .press('Enter');
      await expect.poll(() => inputsOf(open, 'registerFeed.drop')).toEqual([{ id: id(942) }]);
    },
    feedAnswers,
  );
});

test('before the first file the page says who must be known first, and a folder that is not there gets the focus', async () => {
  await visit(
    '/register/feed',
    async (open) => {
      const { page } = open;
      await page.locator('.note', { hasText: 'Uw ondernemingsnummer ontbreekt' }).waitFor();
      await page.getByLabel('Map', { exact: true }).fill('/nergens');
      await page.keyboard.press('Enter');
      await page.locator('.error-summary:focus').waitFor();
      await expect.poll(() => inputsOf(open, 'registerFeed.watch')).toEqual([{ place: '/nergens' }]);
      await page.getByLabel('Nummer van het eerste bestand').fill('12');
      await page.keyboard.press('Enter');
      await expect.poll(() => inputsOf(open, 'registerFeed.startAt')).toEqual([{ sequence: 12 }]);
      // A number that cannot be right waits for all before it: both ways out are named, and one is at hand.
      const missing = Array.from({ length: 101 }, (_, at) => at + 1);
      open.answer({
        'registerFeed.state': { ...firstState, missing },
        'registerFeed.files': feedFiles,
      });
      await open.emit('registerFeed.changed', { ids: [], revision: 2 });
      await page.locator('.note', { hasText: 'Kreeg u die vroeger al' }).waitFor();
      await page.getByRole('button', { name: /Vergeet.*Bestand 44/ }).press('Enter');
      await expect.poll(() => inputsOf(open, 'registerFeed.drop').length).toBe(1);
    },
    { ...firstAnswers, 'registerFeed.watch': refuse('notFound'), 'registerFeed.startAt': {} },
  );
});
