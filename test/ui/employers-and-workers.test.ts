// Employers and workers as they are used: adding an employer by keyboard alone, pasting a list with three bad rows.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { overflow, wear } from '../support/page-looks.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, employer, id, shellAnswers } from './fixtures/app-state.ts';
import { employerAnswers } from './fixtures/employers.ts';
import { seek } from './fixtures/page-fixture.ts';
import { fictitiousInsz, paste, workerAnswers } from './fixtures/workers.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);

test('an employer is added by keyboard alone, its number typed with dots and corrected from the summary', async () => {
  const open = await at('/employers', employerAnswers);
  const { page } = open;
  await page.locator('a[href="#/employers/new"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#f-enterpriseNumber').focus();
  await page.keyboard.type('BE 1999.999.251');
  await page.keyboard.press('Tab');
  await page.locator('#f-enterpriseNumber-error').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-enterpriseNumber');
  await expect.poll(() => page.locator('#f-enterpriseNumber').inputValue()).toBe('BE 1999.999.251');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('BE 1999.999.250');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Zalen Het Park');
  await page.keyboard.press('Enter');
  await page.locator('.page-head h1', { hasText: 'Zalen Het Park' }).waitFor();
  await expect
    .poll(() => inputsOf(open, 'employer.add'))
    .toMatchObject([
      { enterpriseNumber: 'BE 1999.999.250', name: 'Zalen Het Park', fullTimeWeeklyMinutes: 2280 },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a last day that is no day is said and not taken for a worker who stays', async () => {
  const open = await at('/workers/new', workerAnswers);
  const { page } = open;
  await seek(page, '#f-employerId', 'Schoonmaak De Berk');
  await page.locator('#f-insz').fill(fictitiousInsz(1));
  await page.locator('#f-familyName').fill('Aardewijn');
  await page.locator('#f-startDate').fill('30/2/2024');
  await page.locator('#f-endDate').fill('31/2/2025');
  await page.keyboard.press('Enter');
  await page.locator('#f-startDate-error', { hasText: '1/3/2025' }).waitFor();
  await page.locator('#f-startDate').fill('1/2/2024');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary a[href$="f-endDate"], .error-summary li').first().waitFor();
  await expect.poll(() => page.locator('#f-endDate').inputValue()).toBe('31/2/2025');
  expect(inputsOf(open, 'worker.add')).toEqual([]);
  await page.locator('#f-endDate').fill('');
  await page.locator('#f-familyName').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => inputsOf(open, 'worker.add').length).toBe(1);
  await expect
    .poll(() => inputsOf(open, 'worker.add'))
    .toMatchObject([{ startDate: '2024-02-01', endDate: null }]);
  await open.close();
});

test('whoever is quicker than the list still chooses from it: with Enter, and with a whole name left by Tab', async () => {
  const open = await at('/workers/new', { ...workerAnswers, ...employerAnswers });
  const { page } = open;
  const field = page.locator('#f-employerId');
  await field.waitFor();
  await page.evaluate(holdBackEmployers);
  const gate = (whether: 'hold' | 'letThrough') =>
    page.evaluate((act) => (window as unknown as Record<typeof act, () => void>)[act](), whether);
  for (const [typed, key, name] of [
    ['zalen', 'Enter', 'Zalen Het Park'],
    ['bakkerij korenaar', 'Tab', 'Bakkerij Korenaar'],
    ['zal', 'Tab', 'Bakkerij Korenaar'],
  ] as const) {
    await gate('hold');
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(typed);
    await page.keyboard.press(key);
    await page.locator('#f-familyName').focus();
    await gate('letThrough');
    await expect.poll(() => field.inputValue()).toBe(name);
    await expect.poll(() => page.getByRole('listbox').count()).toBe(0);
  }
  await open.close();
});

/** Runs in the page: employers are answered when the test says so, as by a busy computer. A busy page asks late too: what is asked after the gate was opened goes through as well. */
function holdBackEmployers(): void {
  const bare = window as unknown as {
    sociodeskCall: (json: string) => Promise<string>;
    hold: () => void;
    letThrough: () => void;
  };
  const ask = bare.sociodeskCall;
  let waiting: (() => void)[] = [];
  let held = true;
  bare.hold = () => {
    held = true;
  };
  bare.letThrough = () => {
    held = false;
    for (const go of waiting) go();
    waiting = [];
  };
  bare.sociodeskCall = async (json) => {
    if (JSON.parse(json).name === 'employer.list' && held)
      await new Promise<void>((resolve) => waiting.push(resolve));
    return ask(json);
  };
}

test('of twenty pasted workers the three bad ones are corrected in place, then all are added', async () => {
  const open = await at('/workers/paste', workerAnswers);
  const { page } = open;
  await paste(page);
  await expect.poll(() => page.locator('.question .chip.bad').count()).toBe(3);
  await expect.poll(() => page.locator('.question .why').count()).toBe(3);
  const cell = (line: number, column: number) =>
    page
      .locator('.question tbody tr:not(.why)')
      .nth(line - 2)
      .locator('input')
      .nth(column);
  await cell(6, 0).fill(fictitiousInsz(904));
  await cell(11, 3).fill('1/2/2024');
  await cell(16, 1).fill('Vergeten');
  await page.locator('.question .chip.bad').first().waitFor({ state: 'detached' });
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.receipt').waitFor();
  const [added] = inputsOf(open, 'worker.addMany') as { employerId: string; rows: object[] }[];
  expect(added?.employerId).toBe(id(1));
  expect(added?.rows).toHaveLength(20);
  expect(added?.rows[4]).toMatchObject({ insz: fictitiousInsz(904), employmentHundredths: 80 });
  expect(added?.rows[9]).toMatchObject({ startDate: '2024-02-01' });
  expect(added?.rows[14]).toMatchObject({ familyName: 'Vergeten' });
  expect(open.problems).toEqual([]);
  await open.close();
});

test('the good rows can be added while the bad ones stay behind', async () => {
  const open = await at('/workers/paste', workerAnswers);
  const { page } = open;
  await paste(page);
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.receipt').waitFor();
  const [added] = inputsOf(open, 'worker.addMany') as { rows: object[] }[];
  expect(added?.rows).toHaveLength(17);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a name of one long word, letters twice as large and German words leave nothing cut or wider than the window', async () => {
  const name = `\u05e9\u05dc\u05d5\u05dd ${'Dampfschiff'.repeat(17)}`;
  const answers = { ...employerAnswers, 'employer.get': { ...employer, name } };
  const open = await at(`/employers/${employer.id}`, answers);
  const { page } = open;
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await expect.poll(() => overflow(open)).toBe(0);
  await page.getByRole('button', { name: 'Archiveer' }).click();
  // In a sentence, it turns nothing but itself.
  await page.getByRole('dialog').getByText(`\u2068${name}\u2069`).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // As the browser's own setting of the size of letters does it: the window stays as wide as it was.
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe('32px');
  await expect.poll(() => overflow(open)).toBe(0);
  await devTools.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await wear(open, { language: 'de', theme: 'light', text: 200 }, appState, { width: 640, height: 430 });
  await page.getByRole('link', { name: 'Personenregister' }).waitFor();
  const cut = await page.evaluate(() => {
    const barOfScrolling = 15;
    return [...document.querySelectorAll<HTMLElement>('.nav a')].flatMap((link) => {
      const words = link.querySelector(':scope > span:not(.count)');
      const box = words?.getBoundingClientRect();
      const lines =
        words === null
          ? 0
          : Math.round((box?.height ?? 0) / Number.parseFloat(getComputedStyle(link).lineHeight));
      const room = link.clientWidth - barOfScrolling;
      return lines > 1 || (box?.width ?? 0) > room ? [`${words?.textContent}: ${box?.width} of ${room}`] : [];
    });
  });
  expect(cut).toEqual([]);
  await expect.poll(() => overflow(open)).toBe(0);
  expect(open.problems).toEqual([]);
  await open.close();
});
