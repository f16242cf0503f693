// The rescue as it is used, by keyboard: one run for all, a stop and the way on, adopting with a way back, and by hand.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { rescueAnswers, running } from './fixtures/rescue-answers.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const open = (route: string, answers: Answers = rescueAnswers): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...answers } });
const inputsOf = (page: OpenPage, name: string): unknown[] =>
  page.asked.filter((one) => one.name === name).map((one) => one.input);
const focused = (page: OpenPage['page']): Promise<string> =>
  page.evaluate(() => document.activeElement?.tagName ?? '');
/** Presses what bears the words, by keyboard alone. */
async function press(page: OpenPage['page'], selector: string, words: string): Promise<void> {
  await page.locator(selector, { hasText: words }).first().focus();
  await page.keyboard.press('Enter');
}
const client = `/training/rescue/${id(1)}`;

test('one press reads for all clients, with what failed asked again', async () => {
  const opened = await open('/training/rescue');
  const { page } = opened;
  await page.locator('.grid tbody tr').first().waitFor();
  await press(page, '.page-head .button', 'Nu alles lezen');
  await expect
    .poll(() => inputsOf(opened, 'rescue.start'))
    .toMatchObject([{ employerId: null, again: 'failed' }]);
  await expect
    .poll(() => page.locator('.note', { hasText: '31 december 2026' }).innerText())
    .toMatch(/Nog 32 dagen.*4 werkgevers zijn nog niet binnen/s);
  await press(page, '.note .button', 'Deze 2 opnieuw proberen');
  await expect
    .poll(() => inputsOf(opened, 'rescue.start'))
    .toMatchObject([{ which: 'all' }, { employerId: null, which: 'failed', again: 'failed' }]);
  await page.locator('.filters select').selectOption('failed');
  await page.locator('.grid thead button', { hasText: 'Stand' }).first().click();
  await expect
    .poll(() => inputsOf(opened, 'rescue.clients').at(-1))
    .toMatchObject({ show: 'failed', sort: 'standing' });
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('while it runs it tells pace and time left, can be paused, and is given up only after a question', async () => {
  const opened = await open('/training/rescue', running);
  const { page } = opened;
  await page.locator('.progress').waitFor();
  await expect.poll(() => page.locator('.progress').innerText()).toMatch(/318.*1\.204/s);
  await expect.poll(() => page.locator('.page-head .button').count()).toBe(0);
  await press(page, '.progress .button', 'Pauzeren');
  await expect.poll(() => inputsOf(opened, 'rescue.pause').length).toBe(1);
  await press(page, '.progress .button', 'Opgeven');
  await page.locator('[role=dialog]:focus-within').waitFor();
  expect(inputsOf(opened, 'rescue.cancel')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  // The way back of the focus comes after the dialog is gone.
  await expect.poll(() => focused(page)).toBe('BUTTON');
  await press(page, '.progress .button', 'Opgeven');
  await press(page, '[role=dialog] .button', 'Opgeven');
  await expect.poll(() => inputsOf(opened, 'rescue.cancel')).toEqual([{ employerId: null }]);
  await opened.close();
});

test('who has not accepted the notice meets it first, and the reading then begins; a night is planned by its hour', async () => {
  const fresh = { ...(rescueAnswers['rescue.status'] as object), notice: { acceptedAt: null, by: 'Anke' } };
  const opened = await open('/training/rescue', { ...rescueAnswers, 'rescue.status': fresh as never });
  const { page } = opened;
  await page.locator('.grid tbody tr').first().waitFor();
  await press(page, '.page-head .button', 'Vannacht lezen');
  await page.getByRole('dialog', { name: 'Vóór u leest' }).waitFor();
  await press(page, '[role=dialog] .button', 'Aanvaarden');
  await page.locator('[role=dialog] .error-summary').waitFor();
  expect(inputsOf(opened, 'rescue.acceptNotice')).toEqual([]);
  await page.locator('[role=dialog] input[type=checkbox]').focus();
  await page.keyboard.press('Space');
  await press(page, '[role=dialog] .button', 'Aanvaarden');
  await page.getByRole('dialog', { name: 'Vannacht lezen' }).waitFor();
  await expect.poll(() => inputsOf(opened, 'rescue.acceptNotice')).toEqual([{ accepted: true }]);
  await page.locator('[role=dialog] input').fill('2330');
  await press(page, '[role=dialog] .button', 'Onthouden');
  await expect.poll(() => inputsOf(opened, 'rescue.plan')).toEqual([{ time: '23:30' }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('what a stop left is gone on with', async () => {
  const opened = await open('/training/rescue');
  await press(opened.page, '.note .button', 'Verdergaan');
  await expect.poll(() => inputsOf(opened, 'rescue.resume')).toEqual([{}]);
  await opened.close();
});

test('where nobody confirmed the address nothing can be read, and the way by hand stays', async () => {
  const unconfirmed = { ...(rescueAnswers['rescue.status'] as object), api: 'addressNotConfirmed' } as never;
  const opened = await open(client, { ...rescueAnswers, 'rescue.status': unconfirmed });
  const { page } = opened;
  await page.locator('.grid tbody tr').first().waitFor();
  await expect.poll(() => page.locator('.note a').getAttribute('href')).toContain('/settings/going-live');
  await expect
    .poll(() => page.locator('.page-head .button', { hasText: 'Lezen bij de dienst' }).count())
    .toBe(0);
  await press(page, '.page-head .button', 'Met de hand');
  await page.locator('.wizard').waitFor();
  await opened.close();
});

test('a line opened by keyboard is read beside the list, and its trainings are adopted with a way back', async () => {
  const opened = await open(client);
  const { page } = opened;
  await press(page, '.grid tbody .link', 'Aardewijn');
  await page.locator('.rescue-records li').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Heftruck');
  await press(page, '.beside .button', 'Dit jaar overnemen');
  await expect
    .poll(() => inputsOf(opened, 'rescue.adopt'))
    .toEqual([{ employerId: id(1), yearIds: [id(11)] }]);
  await press(page, '.toast .button', 'Terugdraaien');
  await expect.poll(() => inputsOf(opened, 'rescue.undoAdopt')).toEqual([{ adoptionId: id(803) }]);
  await expect.poll(() => focused(page)).not.toBe('BODY');
  await press(page, '.beside .button', 'Sluiten');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Aardewijn');
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('everything is adopted after a question that says how much', async () => {
  const opened = await open(client);
  const { page } = opened;
  await press(page, '.beside .button', '7 opleidingen overnemen');
  await expect.poll(() => page.getByRole('dialog').innerText()).toContain('7 opleidingen');
  await press(page, '[role=dialog] .button', '7 opleidingen overnemen');
  await expect.poll(() => inputsOf(opened, 'rescue.adopt')).toEqual([{ employerId: id(1) }]);
  await opened.close();
});

test('the archive is saved in the chosen form', async () => {
  const opened = await open(client);
  const { page } = opened;
  await press(page, '.page-head .button', 'Opslaan');
  await page.getByRole('menuitem', { name: 'JSON' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => inputsOf(opened, 'rescue.export'))
    .toEqual([{ employerId: id(1), format: 'json', language: 'nl' }]);
  await page.locator('.toast', { hasText: 'fla-gegevens' }).waitFor();
  await opened.close();
});

test('the way by hand goes on at the first step that is open, and remembers each', async () => {
  const opened = await open(`${client}/by-hand`);
  const { page } = opened;
  await page.locator('.steps [aria-current]', { hasText: 'werknemer per werknemer' }).waitFor();
  await page.locator('.note', { hasText: 'echte scherm' }).waitFor();
  await press(page, '.wizard-acts .primary', '');
  await expect
    .poll(() => inputsOf(opened, 'rescue.tick'))
    .toEqual([{ employerId: id(1), step: 'choose', done: true }]);
  await page.locator('.steps [aria-current]', { hasText: 'Bewaar wat u ziet' }).waitFor();
  await press(page, '.wizard-acts .primary', '');
  await page.locator('#f-none, .field .button').first().waitFor();
  await press(page, '.field .button', 'Bestand kiezen');
  const dialog = page.getByRole('dialog');
  await dialog.locator('.rescue-look').waitFor();
  await expect
    .poll(() => inputsOf(opened, 'rescue.look'))
    .toEqual([{ employerId: id(1), yearId: null, selectionId: id(950) }]);
  await dialog.locator('select').last().selectOption('status');
  await expect
    .poll(() => inputsOf(opened, 'rescue.mapPreview'))
    .toEqual([{ previewId: id(960), column: 4, field: 'status' }]);
  await dialog.locator('.rescue-look tbody tr').nth(1).locator('input').nth(1).focus();
  await page.keyboard.type('90231599722');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => inputsOf(opened, 'rescue.fixPreview'))
    .toEqual([{ previewId: id(960), line: 3, field: 'insz', text: '90231599722' }]);
  await press(page, '[role=dialog] .button', '1 rij innemen');
  await page.locator('.note', { hasText: '22 van 24 rijen' }).waitFor();
  await expect.poll(() => focused(page)).not.toBe('BODY');
  await page.locator('.grid select').first().selectOption('nothing');
  await expect
    .poll(() => inputsOf(opened, 'rescue.mark'))
    .toEqual([{ yearIds: [id(11)], manual: 'nothing' }]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});
