// Equal findings beside the trainings to fix: one value for all of them by keyboard, with undo, and choosing them in the list.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { trainingAnswers, trainings } from './fixtures/training.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const found = [id(101), id(102), id(103)];
const acts: Answers = {
  ...trainingAnswers,
  'training.withFinding': { ids: found },
  'training.updateMany': { updated: 3 },
  'training.undo': { undone: true, left: 0 },
};

async function visit(use: (open: OpenPage) => Promise<void>, answers: Answers = acts): Promise<void> {
  const open = await openPage(browser, {
    folder,
    answers: { ...shellAnswers, ...answers },
    route: '/training/to-fix',
  });
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const inputsOf = (open: OpenPage, name: string) =>
  open.asked.filter((call) => call.name === name).map((call) => call.input);

test('one value is put in all trainings with a finding, and undone', async () => {
  await visit(async (open) => {
    const { page } = open;
    const groups = page.getByRole('region', { name: 'Dezelfde bevinding, vaker' });
    const line = groups.getByRole('listitem').filter({ hasText: 'TRN-TITLE-MISSING' });
    await line.getByText('14 opleidingen').waitFor();
    await line.getByRole('button', { name: 'Hetzelfde voor alle' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nieuwe waarde').fill('Ergonomie bij het tillen');
    await dialog.locator('.acts .button.primary').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => inputsOf(open, 'training.withFinding'))
      .toMatchObject([{ rule: 'TRN-TITLE-MISSING', filter: { toFix: true } }]);
    await expect
      .poll(() => inputsOf(open, 'training.updateMany'))
      .toEqual([{ ids: found, fields: { title: 'Ergonomie bij het tillen' } }]);
    await page.locator('.toast').getByRole('button').first().press('Enter');
    await expect.poll(() => inputsOf(open, 'training.undo').length).toBe(1);
  });
});

test('where no one value helps, the trainings behind a finding are chosen in the list', async () => {
  await visit(async (open) => {
    const { page } = open;
    const line = page.getByRole('listitem').filter({ hasText: 'F0004-051' });
    await line
      .getByText('De werknemer was in 2025 niet bij deze werkgever in dienst.', { exact: true })
      .waitFor();
    await expect.poll(() => line.getByRole('button', { name: 'Hetzelfde voor alle' }).count()).toBe(0);
    await line.getByRole('button', { name: 'Kies deze in de lijst' }).press('Enter');
    await page.locator('.bulk').getByText('3 gekozen').waitFor();
    expect(trainings.length).toBeGreaterThan(3);
  });
});
