// The Training room in use: by keyboard alone from nothing to submitted, saved while typing, conflicts, a long register.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { outboxAnswers } from './fixtures/outbox.ts';
import { trainingAnswers, trainings } from './fixtures/training.ts';
import { trainingMemory } from './fixtures/training-memory.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

async function visit(route: string, answers: Answers, use: (open: OpenPage) => Promise<void>): Promise<void> {
  const open = await openPage(browser, {
    folder,
    answers: { ...shellAnswers, ...outboxAnswers, ...answers },
    route,
  });
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const changed = { ids: [], revision: 1 };

test('a training for two workers is written, its fault mended and submitted without a mouse', async () => {
  const memory = trainingMemory();
  await visit('/training/new', memory.answers, async ({ page, emit }) => {
    await page.getByRole('searchbox', { name: 'Wie volgt deze opleiding?' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Verder met 2 werknemers' }).press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Eén opleiding voor 2 werknemers' }).waitFor();
    expect(memory.kept.size).toBe(2);
    await page.getByLabel('Naam van de opleiding').focus();
    await page.keyboard.type('Ergonomie bij het tillen');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: 'Eerste dag' }).focus();
    await page.keyboard.type('4/2/2025');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => [...memory.kept.values()].map((one) => one.fields.startDate))
      .toEqual(['2025-02-04', '2025-02-04']);
    await emit('training.changed', changed);

    await page.keyboard.press('Control+Enter');
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('3,8');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => [...memory.kept.values()].map((one) => one.fields.durationMinutes))
      .toEqual([228, 228]);
    await emit('training.changed', changed);
    await summary.waitFor({ state: 'detached' });

    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').locator('button:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Postvak uit' }).waitFor();
    expect(memory.submitted.length).toBe(2);
  });
});

test('what is typed is saved on leaving the field and stands there after a reload', async () => {
  const memory = trainingMemory();
  await visit('/training/new', memory.answers, async ({ page }) => {
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Verder met 1 werknemer' }).click();
    const title = page.getByLabel('Naam van de opleiding');
    await title.fill('EHBO, opfrissing');
    await title.press('Tab');
    await page.getByText('Bewaard om').waitFor();
    await expect
      .poll(() => [...memory.kept.values()].map((one) => one.fields.title))
      .toEqual(['EHBO, opfrissing']);
    await page.reload();
    await title.waitFor();
    await expect.poll(() => title.inputValue()).toBe('EHBO, opfrissing');
  });
});

test('every key saves at once, without telling a fault while somebody is in the field', async () => {
  const memory = trainingMemory();
  await visit('/training/new', memory.answers, async ({ page }) => {
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Verder met 1 werknemer' }).click();
    const title = page.getByLabel('Naam van de opleiding');
    await title.pressSequentially('EHBO');
    await expect
      .poll(() => [...memory.kept.values()].map((one) => one.fields.title), { timeout: 5_000 })
      .toEqual(['EHBO']);
    await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => page.locator('.field-error').count()).toBe(0);
  });
});

test('a value that was changed elsewhere is shown beside the own one, and the own one can be kept', async () => {
  const memory = trainingMemory();
  await visit('/training/new', memory.answers, async ({ page }) => {
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Verder met 1 werknemer' }).click();
    const title = page.getByLabel('Naam van de opleiding');
    await title.waitFor();
    const [made] = memory.kept.values();
    if (made === undefined) throw new Error('a draft was made');
    memory.kept.set(made.id, { ...made, fields: { ...made.fields, title: 'Hoogwerker' }, revision: 7 });
    await title.fill('Heftruck');
    await title.press('Tab');
    await page.getByText('Daar: Hoogwerker').waitFor();
    await page.getByText('Van u: Heftruck').waitFor();
    await page.getByRole('button', { name: 'Behoud het uwe' }).click();
    await expect.poll(() => memory.kept.get(made.id)?.fields.title).toBe('Heftruck');
  });
});

test('a hundred thousand trainings scroll to the last with few nodes on the page', async () => {
  const [first] = trainings;
  if (first === undefined) throw new Error('the fixture has trainings');
  const many: Answers = {
    ...trainingAnswers,
    'training.list': ({ page, pageSize }) => ({
      rows: Array.from({ length: pageSize }, (_, index) => {
        const number = (page - 1) * pageSize + index;
        return {
          ...first,
          id: id(1_000_000 + number),
          fields: { ...first.fields, title: `Opleiding ${number}` },
        };
      }),
      total: 100_000,
      page,
      pageSize,
      minutes: 0,
    }),
  };
  await visit('/training', many, async ({ page }) => {
    await page.getByText('Opleiding 0', { exact: true }).waitFor();
    await page.locator('td[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await page.getByText('Opleiding 99999').waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_500);
    await page.locator('.grid-scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await page.getByText('Opleiding 50000').waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_500);
  });
});

test('Delete removes the row in hand and Ctrl+Z brings it back', async () => {
  const asked: string[] = [];
  const answers: Answers = {
    ...trainingAnswers,
    'training.remove': ({ ids }) => {
      asked.push(...ids);
      return { removed: ids.length, toWithdraw: 0 };
    },
    'training.undo': { undone: true, left: 0 },
  };
  await visit('/training', answers, async ({ page }) => {
    await page.locator('[data-place="4-1"]').focus();
    await page.keyboard.press('Delete');
    await page.getByText('1 opleiding verwijderd.').waitFor();
    await expect.poll(() => asked).toEqual([trainings[4]?.id]);
    await page.keyboard.press('Control+z');
    await page.getByText('Ongedaan gemaakt.').waitFor();
  });
});

test('Ctrl+D fills the chosen rows with the cell in hand, and its choice of columns is remembered', async () => {
  const asked: unknown[] = [];
  const kept: unknown[] = [];
  const answers: Answers = {
    ...trainingAnswers,
    'training.updateMany': (input) => {
      asked.push(input);
      return { updated: input.ids.length };
    },
    'view.keep': (input) => {
      kept.push(input);
      return {};
    },
  };
  await visit('/training', answers, async ({ page }) => {
    for (const row of [1, 2]) await page.locator(`[data-place="${row}-1"]`).press('Space');
    await page.locator('[data-place="0-3"]').press('Control+d');
    await page.getByText('2 opleidingen ingevuld').waitFor();
    await expect
      .poll(() => asked)
      .toEqual([
        { ids: [trainings[1]?.id, trainings[2]?.id], fields: { title: trainings[0]?.fields.title } },
      ]);
    await page.getByRole('button', { name: 'Kolommen' }).press('Enter');
    await page.getByRole('checkbox', { name: 'INSZ' }).press('Space');
    await expect.poll(() => kept).toMatchObject([{ name: 'grid-register' }]);
  });
});
