// Rows of a list that need somebody: put right in place, one or all alike, by keyboard.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { importAnswers, importRows, walkTo } from './fixtures/employer-import.ts';

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

test('a cell is judged when it is left and not while typing; a row can be left out; all by keyboard', async () => {
  const opened = await open();
  const { page } = opened;
  await walkTo(3)(page);
  const row = page.locator('.import-row').first();
  const cell = row.getByRole('textbox', { name: /^Ondernemingsnummer/ });
  await expect.poll(() => cell.getAttribute('aria-invalid')).toBe('true');
  const why = await cell.getAttribute('aria-describedby');
  await expect.poll(() => page.locator(`#${why}`).innerText()).toContain('9,99E+08');
  await cell.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('0999.999.031');
  expect(inputsOf(opened, 'employerImport.fix')).toEqual([]);
  await page.keyboard.press('Tab');
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fix'))
    .toEqual([
      {
        importId: id(901),
        number: 12,
        values: [{ field: 'enterpriseNumber', text: '0999.999.031' }],
        problem: importRows[0]?.findings[0],
      },
    ]);
  await expect.poll(() => cell.getAttribute('aria-invalid')).toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await row.locator('.chip', { hasText: 'Weggelaten' }).waitFor();
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fix').at(-1))
    .toMatchObject({ number: 12, leftOut: true });
  expect(opened.problems).toEqual([]);
  await opened.close();
});

const unknownWord = {
  rule: 'EMI-WORD-UNKNOWN',
  severity: 'blocking' as const,
  field: 'language',
  params: { found: 'Latijn' },
};

test('what was put right in one row is done in all rows with the same problem, and taken back', async () => {
  const opened = await open({
    'employerImport.problems': {
      rows: 38,
      kinds: [
        { rule: 'EMI-WORD-UNKNOWN', field: 'language', rows: 36 },
        { rule: 'EMI-QUARTER-ORDER', field: 'mandateEnd', rows: 2 },
      ],
    },
  });
  const { page } = opened;
  await walkTo(3)(page);
  const filter = page.getByRole('combobox', { name: 'Soort probleem' });
  await filter.selectOption({ label: 'Taal: onbekend woord (36)' });
  await expect
    .poll(() => inputsOf(opened, 'employerImport.rows').at(-1))
    .toMatchObject({ problem: { rule: 'EMI-WORD-UNKNOWN', field: 'language' } });
  await expect.poll(() => page.locator('.import-row').count()).toBe(1);
  await page.getByRole('combobox', { name: /^Taal/ }).selectOption('fr');
  const act = page.getByRole('button', { name: 'Zet Taal op “Frans” in 35 andere rijen met dit probleem' });
  await act.waitFor();
  opened.answer({
    'employerImport.problems': {
      rows: 2,
      kinds: [{ rule: 'EMI-QUARTER-ORDER', field: 'mandateEnd', rows: 2 }],
    },
  });
  await act.press('Enter');
  await page.getByText('35 rijen zijn gewijzigd.').waitFor();
  await page.locator('h1', { hasText: '2 rijen vragen' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
  await page.getByText('35 rijen zijn weer zoals voordien.').waitFor();
  const values = [{ field: 'language', text: 'fr' }];
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fix'))
    .toEqual([{ importId: id(901), number: 12, values, problem: unknownWord }]);
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fixAlike'))
    .toEqual([{ importId: id(901), problem: unknownWord, values }]);
  await expect.poll(() => inputsOf(opened, 'employerImport.undoFix')).toEqual([{ fixId: id(905) }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('the focus goes along: to the rows of the next page, and to the heading of the receipt', async () => {
  const opened = await open({
    'employerImport.rows': ({ page, pageSize }) => ({
      rows: importRows.slice(page - 1, page),
      total: 60,
      page,
      pageSize,
    }),
  });
  const { page } = opened;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await walkTo(3)(page);
  await page.getByRole('button', { name: 'Volgende' }).press('Enter');
  await page.getByText('26–50 van 60').waitFor();
  await page.getByRole('button', { name: 'Volgende' }).press('Enter');
  await page.getByText('51–60 van 60').waitFor();
  await expect.poll(() => focused()).toBe('Rijen');
  await page.locator('.wizard-acts .primary').press('Enter');
  await page.locator('.import-plan').waitFor();
  await page.getByRole('button', { name: 'Volgende' }).press('Enter');
  await page.getByRole('button', { name: 'Volgende' }).press('Enter');
  await page.getByText('51–60 van 60').waitFor();
  await expect.poll(() => focused()).toBe('Rijen');
  await page.locator('.wizard-acts .primary').press('Enter');
  await page.locator('.receipt h1').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.receipt') !== null))
    .toBe(true);
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
  await expect.poll(() => row.innerText()).toContain('bij Taal: “Frans”');
  await row.getByRole('combobox', { name: /^Verzendweg/ }).selectOption('');
  await expect
    .poll(() => inputsOf(opened, 'employerImport.fix'))
    .toMatchObject([
      {
        number: 3,
        values: [{ field: 'route', text: '' }],
        problem: { rule: 'EMI-ACCOUNT-NONE', params: { kind: 'own' } },
      },
    ]);
  await page.getByRole('button', { name: 'Maak Verzendweg leeg in 35 andere rijen' }).waitFor();
  await row.getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Laat ook 35 andere rijen met dit probleem weg' }).waitFor();
  await opened.close();
});
