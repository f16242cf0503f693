// Focus never falls to the page's body: after each of these acts it stands on what is next.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { lifeAnswers, renewal, switched } from './fixtures/certificate-life.ts';
import { certificate, connectionAnswers, toChaman, toPassword } from './fixtures/connection.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...connectionAnswers, ...answers } });

/** Waits until the focused element is a heading, or a button, with these words. */
async function focusOn({ page }: OpenPage, words: string): Promise<void> {
  const seen = page.waitForFunction(
    (wanted) => {
      const focused = document.activeElement;
      return focused !== document.body && focused?.textContent?.trim() === wanted;
    },
    words,
    { timeout: 20_000 },
  );
  await seen.catch(async () => {
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return `${location.hash} ${activeElement?.tagName}: ${document.querySelector('main')?.textContent?.slice(0, 400)}`;
    });
    expect(focused).toBe(words);
  });
}

test('after the first run, begun in the language of the PC, it stands on the page that opens', async () => {
  const open = await at('/', { 'app.state': { ...appState, language: 'fr', firstRun: true } });
  expect(await open.page.locator('html').getAttribute('lang')).toBe('fr-BE');
  expect(await open.page.locator('input[type=radio]:checked').inputValue()).toBe('fr');
  const begin = open.page.locator('.wizard-acts .primary');
  await begin.focus();
  await open.page.keyboard.press('Enter');
  open.answer({ 'app.state': appState });
  await open.emit('app.changed', { ids: [], revision: 2 });
  await focusOn(open, 'Vandaag');
  await open.close();
});

test.each([
  ['make', 'Voor welke onderneming is het certificaat?'],
  ['order', 'Voor welke onderneming is het certificaat?'],
])(
  'after the first choice of the certificate wizard (%s) it stands on the next question',
  async (choice, question) => {
    const open = await at('/connection');
    await open.page.locator('.task').first().waitFor();
    await open.page.getByRole('link', { name: 'Certificaat toevoegen' }).press('Enter');
    await focusOn(open, 'Hebt u al een certificaat?');
    await open.page.locator(`input[value="${choice}"]`).check();
    await open.page.keyboard.press('Enter');
    await focusOn(open, question);
    await open.close();
  },
);

test('a certificate that was made or kept ends on its receipt', async () => {
  const made = await at('/connection/generate');
  await made.page.locator('#f-enterpriseNumber').fill('1999.999.250');
  await made.page.locator('#f-enterpriseName').fill('Zalen Het Park');
  await made.page.keyboard.press('Enter');
  await focusOn(made, 'Welke sleutel, en voor hoe lang?');
  await made.page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(made, 'Kijk alles na voor u het certificaat maakt');
  await made.page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(made, 'Certificaat gemaakt');
  await made.page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(made, 'Voor wie verzendt dit account?');
  await made.close();

  const kept = await at('/connection/certificate');
  await toPassword(kept.page);
  await kept.page.locator('#f-password').fill('open sesame');
  await kept.page.keyboard.press('Enter');
  await focusOn(kept, 'Dit certificaat kunt u gebruiken');
  await kept.page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(kept, 'Voor wie is dit certificaat?');
  await kept.page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(kept, 'Kijk alles na voor u het certificaat bewaart');
  await kept.page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(kept, 'Certificaat bewaard');
  await kept.close();
});

test('an account is opened, tested, and a removed one leads back to its list', async () => {
  const open = await at('/connection');
  const { page } = open;
  await page
    .locator(`.main a[href="#/connection/accounts/${id(41)}"]`)
    .last()
    .press('Enter');
  await focusOn(open, 'Opleidingen Het Park');
  await page.getByRole('button', { name: 'Test de verbinding' }).press('Enter');
  await page.locator('.verdict.bad').waitFor();
  await open.emit('account.changed', { ids: [id(41)], revision: 2 });
  await focusOn(open, 'Test opnieuw');
  await page.getByRole('button', { name: 'Verwijder' }).press('Enter');
  await page.getByRole('dialog').locator('.danger').press('Enter');
  await focusOn(open, 'Verbinding');
  await open.close();
});

test('the account wizard goes from its question over its test to the receipt', async () => {
  const open = await at('/connection/account');
  const { page } = open;
  await toChaman(page);
  await page.locator('.wizard-acts .primary').press('Enter');
  await focusOn(open, 'Werkt de verbinding?');
  await page.getByRole('button', { name: 'Test de verbinding' }).press('Enter');
  await page.locator('.verdict.bad').waitFor();
  await focusOn(open, 'Test opnieuw');
  await page.locator('.wizard-acts [type=submit]').press('Enter');
  await focusOn(open, 'Account bewaard, verbinding werkt niet');
  await open.close();
});

test('a removed certificate leads back to its list', async () => {
  const shown = lifeAnswers['certificate.show'];
  if (typeof shown !== 'object' || !('verdict' in shown)) throw new Error('no fixture');
  const open = await at(`/connection/certificates/${id(31)}`, {
    'certificate.show': { ...shown, certificate: { ...certificate, usedBy: [] } },
  });
  await open.page.getByRole('button', { name: 'Verwijder' }).press('Enter');
  await open.page.getByRole('dialog').locator('.danger').press('Enter');
  await focusOn(open, 'Verbinding');
  await open.close();
});

const renewalRoute = `/connection/accounts/${id(41)}/renewal`;

test('a renewal begun early goes on at its first step', async () => {
  const current = renewal.current && { ...renewal.current, rung: null, over: false };
  const open = await at(renewalRoute, { ...lifeAnswers, 'renewal.show': { ...renewal, current } });
  await open.page.getByRole('button', { name: 'Vernieuw nu al' }).press('Enter');
  await focusOn(open, '1. Zet een nieuw certificaat klaar');
  await open.close();
});

test('a former certificate that was taken off or removed leaves focus where it stood', async () => {
  const before = switched['renewal.show'];
  if (typeof before !== 'object' || !('former' in before)) throw new Error('no fixture');
  const [first, second] = before.former;
  if (first === undefined || second === undefined) throw new Error('no fixture');
  const open = await at(renewalRoute, {
    ...switched,
    ...{ 'renewal.setInPractice': {}, 'renewal.letGo': {}, 'certificate.remove': {} },
  });
  const { page } = open;
  await page.getByRole('button', { name: 'Haal weg uit de oefen-Chaman' }).press('Enter');
  const off = { ...before, former: [{ ...first, addedInChamanAt: null }, second] };
  open.answer({ 'renewal.show': off });
  await open.emit('account.changed', { ids: [id(41)], revision: 2 });
  await focusOn(open, first.name);
  await page.getByRole('button', { name: 'Verwijder' }).first().press('Enter');
  await page.getByRole('dialog').locator('.danger').press('Enter');
  open.answer({ 'renewal.show': { ...off, former: [second] } });
  await open.emit('account.changed', { ids: [id(41)], revision: 3 });
  await focusOn(open, 'Vorige certificaten');
  await page.getByRole('button', { name: 'Verwijder' }).first().press('Enter');
  await page.getByRole('dialog').locator('.danger').press('Enter');
  open.answer({ 'renewal.show': { ...off, former: [] } });
  await open.emit('account.changed', { ids: [id(41)], revision: 4 });
  await focusOn(open, 'Certificaat vernieuwen');
  await open.close();
});
