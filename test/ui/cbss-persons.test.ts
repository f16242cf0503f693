// Persons at the Crossroads Bank by keyboard: sought, made, corrected, and subscribed to.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, refusedBy } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { shellAnswers } from './fixtures/app-state.ts';
import { answerOf, business, cbssAnswers } from './fixtures/cbss.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...cbssAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const focused = (open: OpenPage): Promise<string> =>
  open.page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

test('an incomplete date of birth asks for its tolerance; somebody found goes into the register', async () => {
  const open = await at('/cbss/search');
  const { page } = open;
  await page.locator('#f-birthDate').fill('1985');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
  await page.locator('#f-lastName').fill('Molenschot');
  await page.locator('#f-tolerance').fill('1');
  await page.keyboard.press('Enter');
  await page.locator('table.grid').waitFor();
  await expect
    .poll(() => inputsOf(open, 'cbss.search'))
    .toEqual([
      { lastName: 'Molenschot', givenName: '', birthDate: '1985-00-00', tolerance: 1, genderCode: null },
    ]);
  await page.getByRole('button', { name: 'Neem op in het register: Jef Molenschot' }).press('Enter');
  await page.waitForFunction(() => location.hash === '#/register/insert');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value.replace(/\D/g, '') === '85270399714'),
  );
  await open.close();
});

test('somebody who exists stops a new number, and is shown', async () => {
  const open = await at('/cbss/create');
  const { page } = open;
  await page.getByLabel('Een hoofdverblijf in het buitenland').press('Space');
  await page.locator('#f-lastName').fill('Molenschot');
  await page.locator('#f-birthDate').fill('6/1985');
  await page.locator('#f-genderCode').selectOption('1');
  await page.locator('#f-nationality').fill('fr');
  await page.locator('#f-countryCode').fill('be');
  await page.locator('#f-city').fill('Lille');
  await page.locator('#f-justification').fill('Contract vanaf 1 maart');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await page.locator('#f-countryCode').fill('fr');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Niets gemaakt: deze personen bestaan al' }).waitFor();
  await expect.poll(() => focused(open)).toContain('Niets gemaakt');
  await expect
    .poll(() => inputsOf(open, 'cbss.create'))
    .toMatchObject([
      { birthDate: '1985-06-00', nationality: 'FR', address: { countryCode: 'FR', city: 'Lille' } },
    ]);
  open.answer({
    'cbss.create': answerOf(
      'createPerson',
      business('OK', 'MSG00000', { number: { insz: '85460099858', canceled: false, replaces: null } }),
    ),
  });
  await page.getByRole('button', { name: 'Laat het nummer maken' }).press('Enter');
  await page.getByText('85.46.00-998.58').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a correction names its number and what changes; a refusal leaves what was typed', async () => {
  const open = await at('/cbss/correct');
  const { page } = open;
  await page.getByRole('button', { name: 'Vraag de verbetering' }).press('Enter');
  await page.locator('.error-summary').waitFor();
  // A number, something to change, and why.
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
  await page.locator('#f-insz').fill('85.27.03-997.14');
  await page.locator('#f-city').fill('Aalst');
  await page.locator('#f-justification').fill('Verhuisd');
  await page.locator('#f-justification').press('Enter');
  await page.getByText('Geef de landcode van twee letters: BE voor België.').first().waitFor();
  await page.locator('#f-countryCode').fill('be');
  await page.locator('#f-countryCode').press('Enter');
  const refused = page.getByRole('group', { name: 'Antwoord' });
  await refused.waitFor();
  await expect.poll(() => focused(open)).toBe('Antwoord');
  const nothing = { lastName: null, givenName: null, birthDate: null, genderCode: null };
  await expect
    .poll(() => inputsOf(open, 'cbss.correct'))
    .toEqual([
      {
        ...{ insz: '85.27.03-997.14', ...nothing, birthPlace: null, nationality: null },
        address: { countryCode: 'BE', postalCode: '', city: 'Aalst', street: '', houseNumber: '' },
        justification: 'Verhuisd',
      },
    ]);
  await expect.poll(() => page.locator('#f-city').inputValue()).toBe('Aalst');
  open.answer({
    'cbss.correct': {
      ...answerOf('correctPerson', business('OK', 'MSG00000')),
      exchangeId: '01890a5d-ac96-774b-bcce-b302099a8057',
    },
  });
  await page.getByRole('button', { name: 'Vraag de verbetering' }).press('Enter');
  await page.getByRole('group', { name: 'De verbetering is aanvaard.' }).waitFor();
  await expect.poll(() => focused(open)).toBe('De verbetering is aanvaard.');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a subscription is taken for one dossier type and given up; the answer has the focus, a failure leaves it', async () => {
  const open = await at('/cbss/subscriptions');
  const { page } = open;
  await page.getByText('Dimona-mutaties, EMPLOYEE').waitFor();
  await page.locator('#f-inscriptionContext').fill(' TRAINEE ');
  await page.locator('#f-inscriptionContext').press('Enter');
  await page.getByRole('group', { name: 'Antwoord' }).waitFor();
  await expect.poll(() => focused(open)).toBe('Antwoord');
  await expect
    .poll(() => inputsOf(open, 'cbss.subscribe'))
    .toEqual([{ flow: 'dimonaMutation', inscriptionContext: 'TRAINEE' }]);
  const end = page.getByRole('button', { name: 'Zeg op: Dimona-mutaties, EMPLOYEE' });
  open.answer({ 'cbss.unsubscribe': refusedBy('MSG00013') });
  await end.press('Enter');
  await page.getByRole('alert').waitFor();
  await expect.poll(() => focused(open)).toContain('Zeg op');
  open.answer({
    'cbss.unsubscribe': answerOf('unsubscribe', business('OK', 'MSG00000')),
    'cbss.subscriptions': { rows: [] },
  });
  await end.press('Enter');
  await page.getByText('Nog geen abonnementen').waitFor();
  await expect.poll(() => focused(open)).toBe('Antwoord');
  await expect
    .poll(() => inputsOf(open, 'cbss.unsubscribe'))
    .toMatchObject([{ inscriptionContext: 'EMPLOYEE' }, { inscriptionContext: 'EMPLOYEE' }]);
  expect(open.problems).toEqual([]);
  await open.close();
});
