// Rows of a spreadsheet pasted on the register, checked and added, and the last training of a worker copied: by keyboard alone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, employer, shellAnswers } from './fixtures/app-state.ts';
import { trainingAnswers, trainings, workers } from './fixtures/training.ts';
import { trainingMemory } from './fixtures/training-memory.ts';
import { pasteAnswers, pastedRows, pastedText } from './fixtures/training-paste.ts';

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

test('what is pasted on the register is read, shown with what is wrong and added', async () => {
  const added: unknown[] = [];
  const asked: unknown[] = [];
  // The row that lacks its duration, with one.
  const mended = pastedText
    .split('\n')
    .map((line, at) => (at === 2 ? `${line}7:36` : line))
    .join('\n');
  const answers: Answers = {
    ...trainingAnswers,
    ...pasteAnswers,
    'trainingPaste.read': (input) => {
      asked.push(input);
      return { rows: pastedRows, columns: ['insz', 'title', 'startDate', 'duration'], dropped: 0 };
    },
    'trainingPaste.add': (input) => {
      added.push(input);
      return { added: 2, toFix: 1, refused: 1, alreadyThere: 1 };
    },
  };
  await visit('/training', answers, async ({ page }) => {
    await page.locator('[data-place="0-1"]').focus();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, pastedText);
    await page.getByRole('heading', { level: 1, name: 'Plak de lijst met opleidingen' }).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Lijst' }).inputValue()).toBe(pastedText);
    await page.locator('.wizard-acts .primary').press('Enter');
    await page.getByRole('heading', { level: 1, name: '4 rijen gelezen' }).waitFor();
    await page
      .getByText('In orde: 1. Als concept aan te vullen: 1. Niet toe te voegen: 1. Al bekend: 1.')
      .waitFor();
    const cell = page.getByRole('textbox', { name: 'Duur, Rij 3' });
    await cell.fill('7:36');
    await cell.press('Enter');
    await expect.poll(() => asked.at(-1)).toEqual({ employerId: employer.id, text: mended });
    await expect
      .poll(() => cell.evaluate((element) => element === element.ownerDocument.activeElement))
      .toBe(true);
    await page.getByRole('button', { name: 'Voeg 2 opleidingen toe' }).press('Enter');
    await page.getByText('2 opleidingen staan als concept klaar').waitFor();
    expect(added).toEqual([{ employerId: employer.id, text: mended }]);
    await page.getByRole('link', { name: 'Naar de concepten' }).press('Enter');
    await expect.poll(() => page.url()).toContain('/training/drafts');
  });
});

test('what is pasted in a field of the register stays in the field', async () => {
  await visit('/training', { ...trainingAnswers, ...pasteAnswers }, async ({ page }) => {
    await page.getByRole('searchbox').first().focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'een\ttwee');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Opleidingen 2025');
  });
});

test('an employer and a list are asked for, and focus goes to what is missing', async () => {
  const answers: Answers = { ...trainingAnswers, ...pasteAnswers, 'app.state': appState };
  await visit('/training/paste', answers, async ({ page }) => {
    await page.locator('.wizard-acts .primary').press('Enter');
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => summary.locator('a').count()).toBe(2);
  });
});

test('the last training of a worker is copied without a mouse', async () => {
  const memory = trainingMemory();
  const asked: unknown[] = [];
  const [last] = trainings;
  const answers: Answers = {
    ...memory.answers,
    'training.list': (input) => {
      asked.push(input.workerId);
      return {
        rows: input.workerId === null || last === undefined ? [] : [last],
        total: 1,
        page: 1,
        pageSize: 1,
        minutes: 0,
      };
    },
  };
  await visit('/training/new', answers, async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Wie volgt deze opleiding?' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: `Een kopie van “${last?.fields.title}”` }).press('Space');
    await expect.poll(() => asked).toContain(workers[0]?.id);
    await page.getByRole('button', { name: 'Verder met 1 werknemer' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Opleiding van/ }).waitFor();
    expect([...memory.kept.values()].map((one) => one.fields)).toEqual([last?.fields]);
  });
});
