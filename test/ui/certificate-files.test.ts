// Certificate files and signing requests as they are used, from the keyboard: a key apart, a weak file, an order, an answer.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { refuse } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { bare, chooseAnswer, fileAnswers, toVerdict } from './fixtures/certificate-files.ts';
import { toPassword } from './fixtures/connection.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...fileAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const requestRoute = `/connection/requests/${id(61)}`;

test('a certificate without its key gets its verdict, asks for the key file and takes focus there', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await toVerdict('')(page);
  await expect.poll(() => page.locator('.verdict.bad').count()).toBe(1);
  await expect.poll(() => page.locator('.wizard-acts .primary').count()).toBe(0);
  await page.getByRole('button', { name: 'Voeg het bestand met de sleutel toe' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'f-keyFile');
  await page.locator('.wizard-acts .primary').click();
  await expect.poll(() => page.locator('.error-summary a').textContent()).toContain('sleutel');
  await page.locator('#f-keyFile button').click();
  await page.locator('#f-keyFile strong').waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('#f-password').fill('x');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.verdict.ok').waitFor();
  await expect
    .poll(() => inputsOf(open, 'certificate.inspect').at(-1))
    .toMatchObject({
      keySelectionId: id(51),
      password: 'x',
    });
  await expect
    .poll(() => inputsOf(open, 'file.pick'))
    .toEqual([{ purpose: 'certificate' }, { purpose: 'certificateKey' }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a file without a password asks for none, and what an earlier file said gives way to what this one says', async () => {
  const open = await at('/connection/certificate', {
    'file.pick': { selectionId: id(52), name: 'oud.p12', bytes: 3_174 },
  });
  const { page } = open;
  await page.locator('#f-source').check();
  await page.locator('#f-file button').click();
  await page.getByText('oud.p12').waitFor();
  const asked = page.locator('.steps').getByText('Wachtwoord');
  await asked.waitFor();
  open.answer({
    'file.pick': { selectionId: id(51), name: 'zalen-park.crt', bytes: 1_214 },
    'certificate.inspect': { ...bare, enterprise: { name: 'Zalen Het Park', number: '1999999250' } },
  });
  await page.locator('#f-file button').click();
  await page.getByText('zalen-park.crt').waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.verdict.ok').waitFor();
  await expect.poll(() => asked.count()).toBe(0);
  await expect
    .poll(() => inputsOf(open, 'certificate.inspect'))
    .toEqual([{ selectionId: id(51), password: '' }]);
  await page.locator('.wizard-acts .primary').click();
  await expect.poll(() => page.locator('#f-name').inputValue()).toBe('zalen-park');
  await page.locator('#f-name').fill('Onze zaal');
  // Another file says another name and another enterprise; what was typed stays.
  open.answer({ 'certificate.inspect': { ...bare, enterprise: { name: '', number: '' } } });
  await page.getByRole('button', { name: 'Terug' }).click();
  await page.getByRole('button', { name: 'Terug' }).click();
  await page.locator('#f-file button').click();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.verdict.ok').waitFor();
  await page.locator('.wizard-acts .primary').click();
  await expect.poll(() => page.locator('#f-name').inputValue()).toBe('Onze zaal');
  await expect.poll(() => page.locator('#f-enterpriseNumber').inputValue()).toBe('');
  await page.locator('.wizard-acts .primary').click();
  await page.getByText('Er is geen wachtwoord.').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a sealed key of text is tried, then its password is asked for', async () => {
  const open = await at('/connection/certificate', {
    'file.pick': { selectionId: id(51), name: 'sleutel.pem', bytes: 3_174 },
    'certificate.inspect': ({ password }) => (password === 'sesam' ? bare : refuse('wrongPassword')),
  });
  const { page } = open;
  await toPassword(page);
  await expect.poll(() => page.locator('.error-summary').count()).toBe(0);
  await page.locator('#f-password').fill('sesam');
  await page.keyboard.press('Enter');
  await page.locator('.verdict.ok').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an issued certificate chosen as a file leads to the request it answers', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await toVerdict('answer')(page);
  await page.getByRole('link', { name: 'Naar de aanvraag' }).press('Enter');
  await page.locator('#f-answer').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a weak file is saved again once the new password was typed twice, and long enough', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await toVerdict('weak')(page);
  await page.getByRole('button', { name: 'Bewaar opnieuw' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('#f-newPassword').fill('te kort');
  await dialog.locator('#f-newPasswordAgain').fill('anders');
  await page.keyboard.press('Enter');
  await dialog.locator('.error-summary').waitFor();
  await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(2);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  expect(inputsOf(open, 'certificate.protect')).toEqual([]);
  await dialog.locator('#f-newPassword').fill('drie losse woorden');
  await dialog.locator('#f-newPasswordAgain').fill('drie losse woorden');
  await page.keyboard.press('Enter');
  await page.locator('.toast').waitFor();
  await expect
    .poll(() => inputsOf(open, 'certificate.protect'))
    .toEqual([{ selectionId: id(51), password: 'weak', newPassword: 'drie losse woorden' }]);
  // The wizard behind it stayed where it was.
  await expect.poll(() => page.locator('.verdict').count()).toBe(1);
  await page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
  expect(await page.content()).not.toContain('drie losse woorden');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('ordering goes from the enterprise to a request that can be saved, ordered and answered', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await page.locator('#f-source-order').check();
  await page.keyboard.press('Enter');
  await page.locator('#f-enterpriseNumber').fill('1999.999.251');
  await page.locator('.wizard-acts .primary').press('Enter');
  await page.locator('.error-summary').waitFor();
  await page.locator('#f-enterpriseNumber').fill('1999.999.250');
  await page.locator('#f-enterpriseName').fill('Zalen Het Park');
  await page.keyboard.press('Enter');
  await page.locator('.answers').waitFor();
  await page.locator('.wizard-acts .primary').press('Enter');
  await page.locator('#f-answer').waitFor();
  await expect
    .poll(() => inputsOf(open, 'certificate.request'))
    .toEqual([
      {
        ...{ name: 'Zalen Het Park', enterpriseName: 'Zalen Het Park' },
        ...{ enterpriseNumber: '1999.999.250', keyKind: 'rsa3072' },
      },
    ]);
  await page.getByRole('button', { name: 'Bewaar .csr' }).press('Enter');
  await page.locator('.toast').waitFor();
  await page.getByRole('button', { name: 'Open de bestelpagina' }).press('Enter');
  await page.locator('#f-ordered').press('Space');
  await chooseAnswer(page);
  await page.getByRole('button', { name: 'Bewaar het certificaat' }).press('Enter');
  await page.waitForFunction((to) => location.hash === to, `#/connection/certificates/${id(31)}`);
  await expect.poll(() => inputsOf(open, 'app.openLink')).toEqual([{ link: 'certificateOrder' }]);
  await expect.poll(() => inputsOf(open, 'certificate.noteOrder')).toEqual([{ id: id(61), ordered: false }]);
  await expect.poll(() => inputsOf(open, 'file.pick')).toEqual([{ purpose: 'certificateAnswer' }]);
  await expect.poll(() => inputsOf(open, 'certificate.answer')).toEqual([{ selectionId: id(51) }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a wrong answer is named, and the page says that nothing was lost', async () => {
  const open = await at(requestRoute, { 'certificate.inspectAnswer': refuse('answerDoesNotMatch') });
  const { page } = open;
  await chooseAnswer(page);
  await page.getByText('Dit certificaat hoort bij geen van uw open aanvragen').waitFor();
  await page.getByText('De aanvraag en haar sleutel blijven bewaard.').waitFor();
  await expect.poll(() => page.locator('.verdict').count()).toBe(0);
  expect(inputsOf(open, 'certificate.answer')).toEqual([]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('removing a request asks once more', async () => {
  const open = await at(requestRoute);
  const { page } = open;
  await page.getByRole('button', { name: 'Verwijder de aanvraag' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(inputsOf(open, 'certificate.removeRequest')).toEqual([]);
  await dialog.locator('.danger').press('Enter');
  await page.locator('.toast').waitFor();
  await expect
    .poll(() => inputsOf(open, 'certificate.removeRequest'))
    .toEqual([{ id: id(61), confirmed: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});
