// The import of employers as it is used, by keyboard: from the file to the receipt, nothing half, the way back.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { importAnswers, walkTo } from './fixtures/employer-import.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const open = (answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, {
    folder,
    route: '/employers/import',
    answers: { ...shellAnswers, ...importAnswers, ...answers },
  });
const inputsOf = (page: OpenPage, name: string): unknown[] =>
  page.asked.filter((one) => one.name === name).map((one) => one.input);

test('without a file Continue says so and takes focus to the summary', async () => {
  const opened = await open();
  const { page } = opened;
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-list');
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('a file that cannot be read is told in a sentence, and the wizard stays where it is', async () => {
  const opened = await open({
    'employerImport.open': { failure: { code: 'tableEncrypted', retry: 'never', traceId: id(999) } },
  });
  const { page } = opened;
  await page.locator('.file .button').click();
  await page.locator('.file strong').waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.note.bad', { hasText: 'wachtwoord' }).waitFor();
  await expect.poll(() => page.locator('.steps [aria-current]').innerText()).toContain('Lijst');
  await opened.close();
});

test('another encoding reads the file again', async () => {
  const opened = await open();
  await walkTo(1)(opened.page);
  await opened.page.locator('#f-encoding').selectOption('utf-8');
  await expect
    .poll(() => inputsOf(opened, 'employerImport.reread'))
    .toEqual([{ importId: id(901), encoding: 'utf-8' }]);
  await opened.close();
});

test('a field chosen for two columns, or no enterprise number, is refused before anything is asked', async () => {
  const opened = await open();
  const { page } = opened;
  await walkTo(2)(page);
  await page.locator('#f-column5').selectOption('name');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary a').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-column5');
  await page.locator('#f-column5').selectOption('');
  await page.locator('#f-column1').selectOption('');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary', { hasText: 'ondernemingsnummer' }).waitFor();
  expect(inputsOf(opened, 'employerImport.match')).toEqual([]);
  await page.locator('#f-column1').selectOption('enterpriseNumber');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.steps [aria-current]', { hasText: 'Problemen' }).waitFor();
  await expect
    .poll(() => inputsOf(opened, 'employerImport.match'))
    .toMatchObject([
      { fields: ['name', 'enterpriseNumber', 'language', 'sizeBracket', 'mandateStart', null, 'service'] },
    ]);
  await opened.close();
});

test('a list can be dropped on the wizard: one file, of which the page learns no path', async () => {
  const opened = await open();
  const { page } = opened;
  const dropped = (count: number) =>
    page.evaluate((size) => {
      const taken = Array.from({ length: size }, (_, at) => ({
        selectionId: `0196f2d4-0000-7000-8000-00000000090${at}`,
        name: `lijst ${at}.csv`,
        bytes: 9,
      }));
      Object.assign(window.sociodesk ?? {}, { take: async () => JSON.stringify({ ok: true, value: taken }) });
      const dataTransfer = new DataTransfer();
      for (const { name } of taken) dataTransfer.items.add(new File(['naam;nr'], name));
      const place = document.querySelector('#f-list');
      for (const type of ['dragenter', 'dragover', 'drop'])
        place?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }, count);
  await dropped(2);
  await page.locator('.field-error', { hasText: 'Sleep één bestand' }).waitFor();
  await dropped(0);
  await expect.poll(() => page.locator('.file strong').count()).toBe(0);
  await dropped(1);
  await page.locator('.file strong', { hasText: 'lijst 0.csv' }).waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.steps [aria-current]', { hasText: 'Voorbeeld' }).waitFor();
  await expect.poll(() => inputsOf(opened, 'employerImport.open')).toEqual([{ selectionId: id(900) }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('the last button does it once and leads to the receipt, from where it can be undone', async () => {
  const opened = await open();
  const { page } = opened;
  await walkTo(4)(page);
  await page.locator('.filters .button', { hasText: 'Gewijzigd' }).click();
  await expect.poll(() => page.locator('.import-plan tbody tr').count()).toBe(1);
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.receipt').waitFor();
  await expect.poll(() => inputsOf(opened, 'employerImport.apply')).toEqual([{ importId: id(901) }]);
  await page.getByRole('button', { name: 'Bewaar als werkmap' }).click();
  await expect
    .poll(() => inputsOf(opened, 'employerImport.saveRefused'))
    .toEqual([{ importId: id(901), format: 'xlsx', language: 'nl' }]);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => inputsOf(opened, 'employerImport.undo')).toEqual([{ importId: id(901) }]);
  await opened.close();
});

test('a list that changes nothing says so and offers no act', async () => {
  const none = { create: 0, change: 0, newEmployers: 0, changedEmployers: 0, refused: 0, same: 212 };
  const opened = await open({
    'employerImport.get': {
      id: id(901),
      name: 'klanten 2025.csv',
      state: 'staged',
      stagedAt: '2025-03-01T10:00:00Z',
      doneAt: null,
      undoneAt: null,
      counts: { rows: 212, leftOut: 0, establishments: 0, routes: 0, mandates: 0, ...none },
      undoBlocked: { sent: 0, workers: 0, changed: 0 },
    },
  });
  const { page } = opened;
  await walkTo(4)(page);
  await page.locator('h1', { hasText: 'verandert niets' }).waitFor();
  await expect.poll(() => page.locator('.wizard-acts .primary').count()).toBe(0);
  await page.getByRole('button', { name: 'Breek af' }).press('Enter');
  await expect.poll(() => inputsOf(opened, 'employerImport.cancel')).toEqual([{ importId: id(901) }]);
  await opened.close();
});

test('one that was left halfway goes on at its columns', async () => {
  const opened = await open();
  const { page } = opened;
  await page.getByRole('button', { name: /Ga verder/ }).click();
  await page.locator('.steps [aria-current]', { hasText: 'Kolommen' }).waitFor();
  await expect.poll(() => inputsOf(opened, 'employerImport.columns')).toEqual([{ importId: id(903) }]);
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.steps [aria-current]', { hasText: 'Problemen' }).waitFor();
  await expect.poll(() => inputsOf(opened, 'employerImport.match')).toMatchObject([{ importId: id(903) }]);
  await opened.close();
});

test('an import that is done can be undone from the first page, long after its receipt was left', async () => {
  const opened = await open();
  const { page } = opened;
  const row = page.locator('.import-earlier li', { hasText: 'klanten 2025.csv' });
  await row.getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
  await expect.poll(() => inputsOf(opened, 'employerImport.undo')).toEqual([{ importId: id(901) }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});
