// Services and deadlines in use: sending where the service takes nothing, the calendar of services, deadlines of clients.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { outboxAnswers } from './fixtures/outbox.ts';
import { closedAnswers, deadlineAnswers, servicesOn } from './fixtures/services.ts';
import { blocking, trainingAnswers, unfinished } from './fixtures/training.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

async function visit(route: string, answers: Answers, use: (open: OpenPage) => Promise<void>): Promise<void> {
  const open = await openPage(browser, { folder, answers: { ...shellAnswers, ...answers }, route });
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const inputsOf = (open: OpenPage, name: string) =>
  open.asked.filter((call) => call.name === name).map((call) => call.input);

test('a closed service offers the register, the accounts and the rescue, and the first answer sends nothing', async () => {
  await visit('/outbox', closedAnswers, async (open) => {
    await open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).press('Enter');
    const dialog = open.page.getByRole('dialog');
    await dialog.getByText('neemt sinds 1 januari 2026 niets meer aan').waitFor();
    await dialog.locator('button:focus').waitFor();
    const ways = await dialog
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(ways).toEqual(['#/training', '#/training/balance', '#/training/rescue']);
    // What has the focus at first is the safe way out.
    await open.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(inputsOf(open, 'outbox.confirmClosed')).toEqual([]);
    expect(inputsOf(open, 'outbox.send')).toEqual([]);
  });
});

test('sending to it all the same needs a second dialog whose button names the act, and takes main’s confirmation', async () => {
  await visit('/outbox', closedAnswers, async (open) => {
    await open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).press('Enter');
    const dialog = open.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Toch verzenden' }).press('Enter');
    await dialog.getByRole('heading', { name: 'Verzenden hoewel de dienst alleen lezen toelaat?' }).waitFor();
    // The focus stands on not sending.
    await dialog.locator('button:focus').waitFor();
    await open.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(inputsOf(open, 'outbox.send')).toEqual([]);
    await open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).press('Enter');
    await dialog.getByRole('button', { name: 'Toch verzenden' }).press('Enter');
    await dialog
      .getByRole('button', { name: 'Verzend 2 werknemerjaren hoewel alleen lezen kan' })
      .press('Enter');
    await open.page.locator('.toast').waitFor();
    await expect
      .poll(() => inputsOf(open, 'outbox.confirmClosed'))
      .toEqual([{ employerId: null, confirmed: true }]);
    await expect
      .poll(() => inputsOf(open, 'outbox.send'))
      .toEqual([{ employerId: null, confirmed: true, closedConfirmation: id(800) }]);
  });
});

test('the calendar of services tells every date with its source and how sure it is', async () => {
  await visit('/settings/services', { 'service.list': servicesOn('2026-11-29', false) }, async ({ page }) => {
    const rows = page.getByRole('table', { name: 'Alle datums' }).getByRole('row');
    await rows.nth(1).waitFor();
    await expect.poll(() => rows.count()).toBe(11);
    const closed = rows.filter({ hasText: '1 januari 2027' }).first();
    await expect
      .poll(() => closed.innerText())
      .toMatch(/Gesloten[\s\S]*Aankondiging door sociale secretariaten[\s\S]*Gepubliceerd/);
    const plot = page.getByRole('img');
    await expect
      .poll(() => plot.getAttribute('aria-label'))
      .toMatch(/Opleidingen \(FLA\): Open vanaf 1 apr.? 2024, Alleen lezen/);
    await page.getByRole('table', { name: 'Regels achter de termijnen' }).waitFor();
  });
});

test('deadlines are filtered by rule and by how they stand, and saved as a calendar', async () => {
  await visit('/training/deadlines', deadlineAnswers, async (open) => {
    const rows = open.page.getByRole('table', { name: 'Termijnen per klant' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(5);
    await open.page.getByLabel('Hoe hij staat').selectOption('passed');
    await expect.poll(() => rows.count()).toBe(2);
    await expect
      .poll(() => rows.nth(1).innerText())
      .toMatch(/1e kwartaal van 2025[\s\S]*30 april 2025[\s\S]*43 dagen geleden/);
    await open.page.getByLabel('Welke termijn').selectOption('newHire');
    await open.page.getByText('Geen termijn past bij deze filter').waitFor();
    await open.page.getByRole('button', { name: 'Bewaar als agenda' }).press('Enter');
    await open.page.locator('.toast').getByText('termijnen.ics').waitFor();
    await expect
      .poll(() => inputsOf(open, 'deadline.saveCalendar'))
      .toEqual([{ employerId: id(1), language: 'nl' }]);
  });
});

test('where the service takes nothing, submitting offers the same and sends nothing; the outbox is a choice of its own', async () => {
  const closed = {
    rule: 'F0099-999',
    severity: 'blocking' as const,
    field: null,
    params: { since: '01/01/2026' },
  };
  const draft = { ...unfinished, state: 'draft' as const };
  const fine = { ...draft, id: id(171), findings: [closed] };
  const faulty = { ...draft, id: id(172), findings: [closed, blocking('TRN-TITLE-MISSING', 'title')] };
  const rows = [fine, faulty];
  const answers: Answers = {
    ...trainingAnswers,
    'service.list': servicesOn('2026-11-29', true),
    'training.list': { rows, total: 2, page: 1, pageSize: 500, minutes: 0 },
    'training.counts': { all: 2, toFix: 1, drafts: 2, ready: 0, workers: 1, years: [2025] },
    'training.submit': { submitted: 1, workerYears: 1, refused: [], refusedCount: 1 },
    ...outboxAnswers,
  };
  await visit('/training/drafts', answers, async (open) => {
    await open.page.getByRole('button', { name: 'Dien 2 opleidingen in' }).press('Enter');
    const dialog = open.page.getByRole('dialog');
    await dialog.getByText('neemt sinds 1 januari 2026 niets meer aan').waitFor();
    await expect.poll(() => dialog.getByRole('link').count()).toBeGreaterThanOrEqual(3);
    await dialog.getByText('verzendt niets').waitFor();
    await dialog.locator('ul.findings').getByText('De naam van de opleiding ontbreekt.').waitFor();
    await expect.poll(() => dialog.locator('ul.findings > li').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Zet 1 opleiding toch in het Postvak uit' }).press('Enter');
    await expect.poll(() => inputsOf(open, 'training.submit').length).toBe(1);
    await expect.poll(() => inputsOf(open, 'training.submit')[0]).toMatchObject({ althoughClosed: true });
  });
});
