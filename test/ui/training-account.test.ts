// The training account, completeness and certificates that end, by keyboard alone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { wrongEnd } from './fixtures/training.ts';
import { accountAnswers, accountFacts, accountWorker, certificateRows } from './fixtures/training-account.ts';

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

test('facts of a worker are typed, a fault leads back to its field, and what is kept is what was typed', async () => {
  const kept: unknown[] = [];
  const answers: Answers = {
    ...accountAnswers,
    'trainingAccount.keepFacts': (input) => {
      kept.push(input);
      return {};
    },
  };
  await visit(`/training/account/${accountWorker}`, answers, async ({ page }) => {
    const hours = page.getByLabel('Uren per week van de werknemer (Q)');
    await hours.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('39');
    await page.keyboard.press('Enter');
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(kept).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => hours.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('24,5');
    await page.keyboard.press('Enter');
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    await expect
      .poll(() => kept)
      .toEqual([
        {
          workerId: accountWorker,
          year: 2025,
          expectedRevision: accountFacts.revision,
          carriedOverHundredths: 150,
          regime: { qHundredths: 2_450, sHundredths: 3_800 },
          jointCommittee: '',
          budget: null,
        },
      ]);
  });
});

test('the computation stands step by step with its source, and the document is saved in the chosen language', async () => {
  const asked: unknown[] = [];
  const kept: unknown[] = [];
  const answers: Answers = {
    ...accountAnswers,
    'trainingAccount.savePdf': (input) => {
      asked.push(input);
      return { saved: true, name: 'compte-formation-rania-bensoltane-2025.pdf', rows: 1 };
    },
    'trainingAccount.makeAll': (input) => {
      asked.push(input);
      return { jobId: id(900) };
    },
    'trainingAccount.made': {
      name: 'comptes.zip',
      printed: 8,
      failed: [{ workerId: accountWorker, workerName: 'Rania Bensoltane', code: 'tooLarge' }],
      failedCount: 1,
    },
    'trainingAccount.saveMade': { saved: true, name: 'comptes.zip', rows: 8 },
    'view.keep': (input) => {
      kept.push(input);
      return {};
    },
  };
  await visit(`/training/account/${accountWorker}`, answers, async ({ page }) => {
    const steps = page.locator('ol.steps-of-right > li');
    await steps.first().waitFor();
    await expect
      .poll(() => steps.allInnerTexts())
      .toEqual([
        expect.stringMatching(
          /^20 of meer .*: 5,00 dagen\s+Bron: Wet van 3 oktober 2022, hoofdstuk 12 \( ?wet\)$/,
        ),
        expect.stringMatching(/^Sectorakkoord: 4,00 dagen\s+Bron: .*twee dagen gaan \( ?wet\)/),
        expect.stringMatching(/^30,40 van 38,00 uur per week\s+Bron: .*\( ?openbare bron\)/),
        expect.stringMatching(/^Recht van het jaar: 3,20 dagen\s+Bron: .*\( ?onze aanname\)/),
        expect.stringMatching(/^Overgedragen: 1,50 dagen\s+Bron: .*\( ?onze aanname\)/),
        'Samen: 4,70 dagen',
      ]);
    await page.getByLabel('Taal van het document').selectOption('fr');
    await page.getByRole('button', { name: 'Bewaar als PDF' }).press('Enter');
    await page.getByText('1 rekening bewaard als compte-formation-rania-bensoltane-2025.pdf.').waitFor();
    await expect.poll(() => asked).toEqual([{ workerId: accountWorker, year: 2025, language: 'fr' }]);

    await page.getByLabel('Eén PDF per werknemer').press('Space');
    await page.getByRole('button', { name: 'PDF van alle werknemers' }).press('Enter');
    await page.getByText('8 rekeningen bewaard als comptes.zip.').first().waitFor();
    await page.getByText('1 rekening kon niet gemaakt worden:').first().waitFor();
    await page.getByRole('link', { name: 'Rania Bensoltane' }).waitFor();
    await expect
      .poll(() => asked[1])
      .toEqual({
        employerId: accountFacts.employerId,
        year: 2025,
        language: 'fr',
        separate: true,
      });
    await expect
      .poll(() => kept.at(-1))
      .toEqual({ name: 'accounts', kept: '{"language":"fr","separate":true}' });
  });
});

test('a quarter in which somebody is missing leads to the workers, and to one training for all of them', async () => {
  await visit('/training/completeness', accountAnswers, async ({ page }) => {
    const cell = page.getByRole('button', {
      name: '3 van 9 zonder opleiding: Schoonmaak De Berk, 2e kwartaal',
    });
    await cell.press('Enter');
    await page.getByRole('heading', { name: 'Schoonmaak De Berk, 2e kwartaal' }).waitFor();
    await expect.poll(() => cell.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => page.locator('.missing-workers a').count()).toBe(3);
    await page.getByRole('button', { name: 'Noteer een opleiding voor hen' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Nieuwe opleiding' }).waitFor();
    await page.getByRole('button', { name: 'Verder met 3 werknemers' }).waitFor();
  });
});

test('only clients of a chosen quarter are shown, and that choice goes out as a list', async () => {
  const asked: unknown[] = [];
  const answers: Answers = {
    ...accountAnswers,
    'trainingAccount.saveCompleteness': (input) => {
      asked.push(input);
      return { saved: true, name: 'volledigheid-2025.csv', rows: 2 };
    },
  };
  await visit('/training/completeness', answers, async ({ page }) => {
    await page.getByText('Hotel Zilverhof', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Toon' }).selectOption('1');
    await page.getByText('Hotel Zilverhof', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Bewaar als CSV' }).press('Enter');
    await page.getByText('2 rijen bewaard als volledigheid-2025.csv.').waitFor();
    await expect
      .poll(() => asked)
      .toMatchObject([{ missingOnly: true, quarter: 1, format: 'csv', language: 'nl' }]);
  });
});

test('a refresher is planned from a certificate that ends, and its draft is opened', async () => {
  const asked: string[] = [];
  const answers: Answers = {
    ...accountAnswers,
    'trainingAccount.planRefresher': ({ trainingId }) => {
      asked.push(trainingId);
      return { id: wrongEnd.id };
    },
  };
  await visit('/training/certificates', answers, async ({ page }) => {
    await page.getByText('12 dagen voorbij').waitFor();
    await page.getByText('laatste dag', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Plan een opfrissing: Aardewijn, Fien/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Opleiding van/ }).waitFor();
    await expect.poll(() => asked).toEqual([certificateRows[0]?.trainingId]);
  });
});
