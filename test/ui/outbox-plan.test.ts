// What goes before and after sending, by keyboard: approval by a second person, planning, receipts.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { atRest, outboxAnswers } from './fixtures/outbox.ts';
import { trainingAnswers, wrongEnd } from './fixtures/training.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

async function visit(
  use: (open: OpenPage) => Promise<void>,
  more: Answers = {},
  route = '/outbox',
): Promise<void> {
  const answers = { ...shellAnswers, ...outboxAnswers, ...more };
  const open = await openPage(browser, { folder, answers, route });
  await open.page.locator('.tabs').waitFor();
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const inputsOf = (open: OpenPage, name: string) =>
  open.asked.filter((call) => call.name === name).map((call) => call.input);

const asked = { ...atRest, approvalRequired: true, waitsForApproval: 3, sendable: 1 };

test('what waits for a second person is approved many at once by keyboard, and says what was one’s own', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      await page.getByRole('row', { name: /Aardewijn/ }).waitFor();
      const all = page.locator('thead input[type="checkbox"]');
      await all.focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Keur 4 goed' }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('(kantoor)').waitFor();
      await dialog.getByRole('button', { name: 'Teken' }).press('Enter');
      await dialog.getByText('Kies uw naam en geef uw pincode').waitFor();
      await dialog.getByLabel('Wie bent u?').selectOption('Jan Peeters');
      await dialog.getByLabel('Pincode').fill('kastanje');
      await dialog.getByLabel('Pincode').press('Enter');
      await page.locator('.toast').getByText('2 goedgekeurd').waitFor();
      await page.locator('.toast').getByText('1 getekend').waitFor();
      await page.locator('.toast').getByText('1 zette u zelf klaar').waitFor();
      const ids = [id(720), id(721), id(722), id(723)];
      await expect
        .poll(() => inputsOf(open, 'outbox.approve'))
        .toEqual([{ ids, proof: { approverId: id(770), pin: 'kastanje' } }]);
    },
    {
      'outbox.status': asked,
      'outbox.approve': { approved: 2, signed: 1, refused: [{ id: id(722), reason: 'samePerson' }] },
    },
    '/outbox/approval',
  );
});

test('sending back needs a reason', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      await page.getByRole('checkbox', { name: /Bensoltane/ }).press('Space');
      await page.getByRole('button', { name: 'Stuur terug' }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Stuur terug' }).press('Enter');
      await dialog.getByText('Schrijf de reden op.').waitFor();
      expect(inputsOf(open, 'outbox.refuseApproval')).toEqual([]);
      await dialog.getByLabel('Reden').fill('De duur klopt niet');
      await dialog.getByRole('button', { name: 'Stuur terug' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect
        .poll(() => inputsOf(open, 'outbox.refuseApproval'))
        .toEqual([{ ids: [id(721)], reason: 'De duur klopt niet' }]);
    },
    { 'outbox.status': asked, 'outbox.refuseApproval': { refused: 1 } },
    '/outbox/approval',
  );
});

test('the outbox offers to send only what may leave, and says what waits for a second person', async () => {
  await visit(
    async ({ page }) => {
      await page.getByRole('button', { name: 'Verzend 1 werknemerjaar' }).waitFor();
      await page.getByText('3 verzendingen wachten op de goedkeuring').waitFor();
      await page.locator('.note').getByRole('link', { name: 'Goed te keuren' }).press('Enter');
      await page.getByRole('heading', { name: 'Goed te keuren', level: 1 }).waitFor();
    },
    { 'outbox.status': asked },
  );
});

test('a worker-year is held back and planned by keyboard, alone or with all that waits of the client', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      await page.locator('.row-name', { hasText: 'Bensoltane, Rania' }).first().click();
      await page.getByRole('button', { name: 'Tegenhouden' }).press('Enter');
      await page.locator('.toast').getByText('1 werknemerjaar gepland').waitFor();
      await page.getByLabel('Voor alles wat van deze werkgever wacht').press('Space');
      const day = page.getByLabel('Niet verzenden voor', { exact: true });
      await day.fill('1/7/2025');
      await day.press('Tab');
      await page.waitForFunction(() => document.querySelectorAll('.toast').length > 0);
      await expect
        .poll(() => inputsOf(open, 'outbox.plan'))
        .toEqual([
          { ids: [id(700)], held: true },
          { employerId: id(1), notBefore: '2025-07-01' },
        ]);
    },
    { 'outbox.plan': { planned: 1 } },
  );
});

test('approval by a second person is switched on in Settings', async () => {
  const answers = {
    ...shellAnswers,
    'settings.addresses': { rows: [] },
    'outbox.requireApproval': {},
  };
  const open = await openPage(browser, { folder, answers, route: '/settings/environment' });
  await open.page.getByLabel('Een tweede persoon keurt goed wat verzonden wordt').press('Space');
  await open.page.waitForFunction(() => document.querySelector('#f-approval') !== null);
  await expect.poll(() => inputsOf(open, 'outbox.requireApproval')).toEqual([{ required: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('receipts are saved in bulk, narrowed by channel and period, and computed anew when one is looked at', async () => {
  await visit(
    async (open) => {
      await open.page.getByRole('button', { name: 'Bewaar als CSV' }).press('Enter');
      await open.page.locator('.toast').getByText('3 ontvangstbewijzen bewaard in receipts.csv').waitFor();
      const asked = { employerId: null, from: null, to: null, states: [], channel: null };
      await expect.poll(() => inputsOf(open, 'outbox.saveReceipts')).toEqual([{ ...asked, format: 'csv' }]);
      const { page } = open;
      await page.getByLabel('Kanaal').selectOption('Als verstrekker');
      const from = page.getByLabel('Beantwoord vanaf', { exact: true });
      await from.fill('1/6/2025');
      await from.press('Tab');
      await page.locator('.row-name', { hasText: 'Veilig werken op hoogte' }).click();
      await page.getByText('Nagerekend').waitFor();
      await expect.poll(() => page.getByText('klopt', { exact: true }).count()).toBe(2);
      await page.getByText('Bewaar dit bewijs').waitFor();
      await page.getByRole('button', { name: 'Bewaar als werkmap' }).press('Enter');
      await page.waitForFunction(() => document.querySelectorAll('.toast').length > 0);
      await expect
        .poll(() => inputsOf(open, 'outbox.saveReceipts').at(-1))
        .toEqual({
          ...asked,
          from: '2025-06-01',
          channel: 'provider',
          format: 'xlsx',
        });
    },
    {
      'outbox.saveReceipts': { name: 'receipts.csv', receipts: 3 },
      'outbox.verifyReceipt': { request: 'matches', answer: 'differs', history: 'matches' },
    },
    '/outbox/receipts',
  );
});

test('a training that was sent shows its chain: what changed, who did it, under which receipt', async () => {
  const step = {
    id: id(700),
    itemId: id(700),
    at: '2025-06-12T08:05:00Z',
    kind: 'filed' as const,
    result: 'accepted' as const,
    changed: [],
    reason: '',
    preparedBy: 'Lies Verdonck',
    approvedBy: '',
    requestHash: 'a3'.repeat(32),
    answerHash: '7f'.repeat(32),
  };
  const corrected = {
    ...step,
    id: id(701),
    itemId: id(701),
    kind: 'corrected' as const,
    changed: [
      { field: 'title', before: 'Tillen', after: 'Veilig tillen' },
      { field: 'durationMinutes', before: '120', after: '228' },
    ],
    approvedBy: 'Jan Peeters',
  };
  const adopted = {
    ...step,
    id: id(702),
    itemId: null,
    kind: 'adopted' as const,
    requestHash: null,
    answerHash: null,
  };
  const answers = {
    ...shellAnswers,
    ...trainingAnswers,
    'outbox.chain': { steps: [step, corrected, adopted] },
  };
  const open = await openPage(browser, { folder, answers, route: `/training/${wrongEnd.id}` });
  const chain = open.page.getByRole('region', { name: 'Wat verzonden werd' });
  await chain.getByText('Verbeterd').waitFor();
  await chain.getByText('Overgenomen van een verstrekker').waitFor();
  await chain.getByText('Naam van de opleiding: Tillen → Veilig tillen').waitFor();
  await chain.getByText('Duur: 2:00 → 3:48').waitFor();
  await chain.getByText('goedgekeurd door Jan Peeters').waitFor();
  await expect.poll(() => chain.locator('.hash').allTextContents()).toHaveLength(4);
  expect(open.problems).toEqual([]);
  await open.close();
});
