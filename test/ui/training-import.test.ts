// The import of trainings as it is used: by keyboard from the file to the receipt, nothing half, the focus never lost.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { employer, id, shellAnswers } from './fixtures/app-state.ts';
import { intakeAnswers } from './fixtures/intake.ts';
import { seek } from './fixtures/page-fixture.ts';
import { job, trainingImportAnswers, walkTrainingsTo } from './fixtures/training-import.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const open = (answers: Answers = {}, route = '/training/import'): Promise<OpenPage> =>
  openPage(browser, {
    folder,
    route,
    answers: { ...shellAnswers, ...trainingImportAnswers, ...intakeAnswers, ...trainingJobs, ...answers },
  });
const trainingJobs = { 'job.list': trainingImportAnswers['job.list'] } as Answers;
const inputsOf = (page: OpenPage, name: string): unknown[] =>
  page.asked.filter((one) => one.name === name).map((one) => one.input);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at === document.body || at === null ? 'lost' : `${at.tagName} ${at.id} ${at.textContent}`;
  });
/** Presses Tab until what has the focus says so. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (words.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no focus on ${words}: ${await focused(page)}`);
}

test('the whole walk goes by keyboard, and at each step the focus is on its heading', async () => {
  const opened = await open();
  const { page } = opened;
  await tabTo(page, /BUTTON.*Kies het bestand/);
  await page.keyboard.press('Enter');
  await page.locator('.file strong').waitFor();
  await tabTo(page, /INPUT f-employer/);
  await page.keyboard.type('geen zo');
  await page.locator('.search-list', { hasText: 'Niets gevonden' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#f-employer').inputValue()).toBe('');
  await page.keyboard.type('berk');
  await page.locator('.search-list .active', { hasText: employer.name }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#f-employer').inputValue()).toBe(employer.name);
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('option', { selected: true, name: employer.name }).waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  const steps = [/Is dit uw lijst/, /Wat staat in elke kolom/, /aandacht/, /Dit gaat er gebeuren/];
  for (const heading of steps) {
    await tabTo(page, /^BUTTON .*\bVerder$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(heading);
  }
  await tabTo(page, /BUTTON.*Lees 131 opleidingen in/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/De lijst is ingelezen/);
  await expect
    .poll(() => inputsOf(opened, 'trainingImport.stage'))
    .toEqual([{ importId: id(801), employerId: employer.id, sheet: 0, headingLine: null }]);
  await expect
    .poll(() => inputsOf(opened, 'trainingImport.apply'))
    .toEqual([{ importId: id(801), duplicates: 'leaveOut' }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('without a file and without saying for whom, both are told and can be gone to; a list under way can be stopped', async () => {
  const reading = { ...job, kind: 'trainingList', state: 'running', done: 500, total: 2_000 };
  const opened = await open({ 'job.list': { jobs: [reading] }, 'job.cancel': {} } as Answers);
  const { page } = opened;
  await page.getByRole('progressbar', { name: /nagekeken/ }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => inputsOf(opened, 'job.cancel')).toEqual([{ id: job.id }]);
  await page.locator('.wizard-acts .primary').click();
  await expect.poll(() => page.locator('.error-summary a').count()).toBe(2);
  await page.locator('.error-summary a').nth(1).click();
  await expect.poll(() => focused(page)).toMatch(/INPUT f-employer/);
  expect(inputsOf(opened, 'trainingImport.open')).toEqual([]);
  await opened.close();
});

test('for several employers the column with their numbers is needed', async () => {
  const opened = await open();
  const { page } = opened;
  await page.locator('.file .button').click();
  await page.locator('.file strong').waitFor();
  await page.getByRole('radio', { name: /verschillende werkgevers/ }).check();
  for (const step of ['Voorbeeld', 'Kolommen']) {
    await page.locator('.wizard-acts .primary').click();
    await page.locator('.steps [aria-current]', { hasText: step }).waitFor();
  }
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary', { hasText: 'Ondernemingsnummer' }).waitFor();
  await page.locator('#f-column7').selectOption('enterpriseNumber');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.steps [aria-current]', { hasText: 'Problemen' }).waitFor();
  await expect.poll(() => inputsOf(opened, 'trainingImport.stage')).toMatchObject([{ employerId: null }]);
  await opened.close();
});

test('a cell is put right in place, the same in all rows like it, and taken back; the kind can be filtered', async () => {
  const opened = await open();
  const { page } = opened;
  await walkTrainingsTo(3)(page);
  const row = page.getByRole('region', { name: 'Rij 6' });
  const duration = row.getByLabel('Duur, Rij 6');
  await duration.focus();
  await duration.fill('1:00');
  expect(inputsOf(opened, 'trainingImport.fix')).toEqual([]);
  await page.keyboard.press('Tab');
  await expect
    .poll(() => inputsOf(opened, 'trainingImport.fix'))
    .toMatchObject([{ number: 4, values: [{ field: 'duration', text: '1:00' }] }]);
  expect(await focused(page)).not.toBe('lost');
  const alike = row.getByRole('button', { name: /35 andere rijen/ });
  await alike.focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => inputsOf(opened, 'trainingImport.fixAlike'))
    .toMatchObject([{ problem: { rule: 'IMP-VALUE-UNREADABLE', field: 'duration' } }]);
  await expect.poll(() => focused(page)).toMatch(/aandacht/);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect.poll(() => inputsOf(opened, 'trainingImport.undoFix')).toEqual([{ fixId: id(805) }]);
  await page.getByLabel('Soort probleem').selectOption({ label: 'Einddatum: einde voor begin (1)' });
  await expect.poll(() => page.locator('.import-row').count()).toBe(1);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('duplicates stay out unless they are asked for, and the button counts them', async () => {
  const opened = await open();
  const { page } = opened;
  await walkTrainingsTo(4)(page);
  await page.getByRole('radio', { name: /Neem ze toch/ }).check();
  await page.getByRole('button', { name: 'Lees 135 opleidingen in' }).click();
  await page.locator('.receipt').waitFor();
  await expect
    .poll(() => inputsOf(opened, 'trainingImport.apply'))
    .toEqual([{ importId: id(801), duplicates: 'add' }]);
  await page.getByRole('button', { name: 'Bewaar zoals ze kwam' }).click();
  await expect
    .poll(() => inputsOf(opened, 'trainingImport.saveRefused'))
    .toEqual([{ importId: id(801), format: null, language: 'nl' }]);
  // Where it was saved comes below the button, and moves what follows it.
  await page.getByText('niet ingelezen.xlsx').first().waitFor();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => inputsOf(opened, 'trainingImport.undo')).toEqual([{ importId: id(801) }]);
  await opened.close();
});

test('one that was left halfway goes on at its columns; one that was sent says why it stays', async () => {
  const opened = await open();
  const { page } = opened;
  await page.locator('.import-earlier li', { hasText: 'oud.csv' }).getByText('Kan niet meer').waitFor();
  await page.getByRole('button', { name: /Ga verder kantoor Luik/ }).click();
  await page.locator('.steps [aria-current]', { hasText: 'Kolommen' }).waitFor();
  await expect.poll(() => inputsOf(opened, 'trainingImport.columns')).toEqual([{ importId: id(803) }]);
  await opened.close();
});

test('sheets are made for whom is chosen and then saved; for nobody the page says so', async () => {
  const opened = await open({ 'job.list': intakeAnswers['job.list'] } as Answers, '/training/sheets');
  const { page } = opened;
  await page.locator('.button.primary').click();
  await page.locator('.error-summary a').click();
  await expect.poll(() => focused(page)).toMatch(/INPUT f-sought/);
  await page.getByRole('button', { name: 'Kies alle getoonde' }).press('Enter');
  await page.getByRole('button', { name: 'Maak 3 invulbladen' }).press('Enter');
  await page.locator('.note.ok', { hasText: 'Invulbladen opleidingen 2025.zip' }).waitFor();
  await expect
    .poll(() => inputsOf(opened, 'intake.make'))
    .toMatchObject([{ employerIds: [employer.id, id(2), id(3)], year: 2025, rowsPerWorker: 3 }]);
  expect(await focused(page)).not.toBe('lost');
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('the report shows what was refused and is saved as a PDF', async () => {
  const opened = await open({}, '/training/report');
  const { page } = opened;
  await seek(page, '#f-employer', employer.name);
  await page.getByRole('button', { name: /Geweigerd/ }).click();
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await page.getByRole('button', { name: 'Bewaar als PDF' }).click();
  await page.getByText('Verslag opleidingen De Berk 2025.pdf').waitFor();
  await expect
    .poll(() => inputsOf(opened, 'intake.saveReport'))
    .toEqual([{ employerId: employer.id, year: 2025, format: 'pdf' }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});
