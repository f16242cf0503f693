// The import of employers as it is used, by keyboard: problems put right in place, nothing half, the way back.
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
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-list');
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
  expect(await page.locator('.steps [aria-current]').innerText()).toContain('Lijst');
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
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-column5');
  await page.locator('#f-column5').selectOption('');
  await page.locator('#f-column1').selectOption('');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary', { hasText: 'ondernemingsnummer' }).waitFor();
  expect(inputsOf(opened, 'employerImport.match')).toEqual([]);
  await page.locator('#f-column1').selectOption('enterpriseNumber');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.steps [aria-current]', { hasText: 'Problemen' }).waitFor();
  expect(inputsOf(opened, 'employerImport.match')).toMatchObject([
    { fields: ['name', 'enterpriseNumber', 'language', 'sizeBracket', 'mandateStart', null, 'service'] },
  ]);
  await opened.close();
});

test('a cell is judged when it is left and not while typing; a row can be left out; all by keyboard', async () => {
  const opened = await open();
  const { page } = opened;
  await walkTo(3)(page);
  const row = page.locator('.import-row').first();
  const cell = row.getByRole('textbox', { name: /^Ondernemingsnummer/ });
  expect(await cell.getAttribute('aria-invalid')).toBe('true');
  const why = await cell.getAttribute('aria-describedby');
  expect(await page.locator(`#${why}`).innerText()).toContain('9,99E+08');
  await cell.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('0999.999.031');
  expect(inputsOf(opened, 'employerImport.fix')).toEqual([]);
  await page.keyboard.press('Tab');
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fix'))
    .toEqual([
      { importId: id(901), number: 12, values: [{ field: 'enterpriseNumber', text: '0999.999.031' }] },
    ]);
  await expect.poll(() => cell.getAttribute('aria-invalid')).toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await row.locator('.chip', { hasText: 'Weggelaten' }).waitFor();
  expect(inputsOf(opened, 'employerImport.fix').at(-1)).toMatchObject({ number: 12, leftOut: true });
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
  expect(inputsOf(opened, 'employerImport.apply')).toEqual([{ importId: id(901) }]);
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
  expect(await page.locator('.wizard-acts .primary').count()).toBe(0);
  await page.getByRole('button', { name: 'Breek af' }).click();
  await expect.poll(() => inputsOf(opened, 'employerImport.cancel')).toEqual([{ importId: id(901) }]);
  await opened.close();
});

test('one that was left halfway goes on at its columns', async () => {
  const opened = await open();
  const { page } = opened;
  await page.getByRole('button', { name: /Ga verder/ }).click();
  await page.locator('.steps [aria-current]', { hasText: 'Kolommen' }).waitFor();
  expect(inputsOf(opened, 'employerImport.columns')).toEqual([{ importId: id(903) }]);
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.steps [aria-current]', { hasText: 'Problemen' }).waitFor();
  expect(inputsOf(opened, 'employerImport.match')).toMatchObject([{ importId: id(903) }]);
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

test('a row whose account is lacking offers the route, as the advice is to leave it empty', async () => {
  const opened = await open({
    'employerImport.rows': {
      rows: [
        {
          number: 3,
          sheet: '',
          line: 4,
          outcome: 'refused',
          employerName: 'Firma Fee',
          values: [
            { field: 'route', text: 'eigen', fixed: false },
            { field: 'name', text: 'Firma Fee', fixed: false },
          ],
          findings: [
            { rule: 'EMI-ACCOUNT-NONE', severity: 'blocking', field: 'account', params: { kind: 'own' } },
            {
              rule: 'EMI-DIFFERS',
              severity: 'blocking',
              field: 'language',
              params: { line: 3, said: 'fr' },
            },
          ],
          changes: [],
        },
      ],
      total: 1,
      page: 1,
      pageSize: 25,
    },
  });
  const { page } = opened;
  await walkTo(3)(page);
  const row = page.locator('.import-row').first();
  expect(await row.innerText()).toContain('bij Taal: “Frans”');
  await row.getByRole('combobox', { name: /^Verzendweg/ }).selectOption('');
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fix'))
    .toEqual([{ importId: id(901), number: 3, values: [{ field: 'route', text: '' }] }]);
  await opened.close();
});
