// The Connection room as it is used: a wrong password, a certificate to its receipt, an account to its check.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { connectionAnswers, guideRow, toChaman, toPassword } from './fixtures/connection.ts';
import { fine, reportOf } from './fixtures/doctor.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...connectionAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);

test('a wrong password takes focus to the summary, keeps what was typed and is not sent on', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await toPassword(page);
  await page.locator('#f-password').fill(' guess ');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await expect.poll(() => page.locator('#f-password').inputValue()).toBe(' guess ');
  await expect.poll(() => page.title()).toMatch(/^Fout/);
  await page.locator('.error-summary a').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-password');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('open sesame');
  await page.keyboard.press('Enter');
  await page.locator('.verdict.ok').waitFor();
  await expect
    .poll(() => inputsOf(open, 'certificate.inspect'))
    .toEqual([
      { selectionId: id(51), password: ' guess ' },
      { selectionId: id(51), password: 'open sesame' },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a certificate file goes to its receipt, with its public part to save', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await toPassword(page);
  await page.locator('#f-password').fill('open sesame');
  await page.keyboard.press('Enter');
  await page.locator('.verdict.ok').waitFor();
  await page.locator('.wizard-acts .primary').click();
  // What the certificate says of its enterprise stands there, and may be changed.
  await expect.poll(() => page.locator('#f-enterpriseNumber').inputValue()).toBe('1999.999.250');
  await expect.poll(() => page.locator('#f-enterpriseName').inputValue()).toBe('Zalen Het Park');
  await page.locator('#f-enterpriseName').fill('');
  await page.locator('#f-name').fill('');
  await page.locator('#f-enterpriseNumber').fill('1999.999.251');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
  // What is in order again is no longer asked for, and focus stays where it was typed.
  await page.locator('#f-name').fill('Het Park 2027');
  await page.locator('.error-summary li').nth(1).waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-name');
  await expect.poll(() => page.locator('.field.wrong').count()).toBe(1);
  await page.locator('#f-enterpriseNumber').fill('1999.999.250');
  await page.locator('.error-summary').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.field.wrong').count()).toBe(0);
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.answers', { hasText: 'Het wachtwoord staat erbij, versleuteld.' }).waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.receipt').waitFor();
  await expect
    .poll(() => inputsOf(open, 'certificate.import'))
    .toEqual([
      {
        selectionId: id(51),
        password: 'open sesame',
        name: 'Het Park 2027',
        enterpriseNumber: '1999.999.250',
      },
    ]);
  await page.getByRole('button', { name: /^Bewaar \.cer/ }).click();
  await page.locator('.toast').waitFor();
  await expect.poll(() => inputsOf(open, 'certificate.exportCer')).toEqual([{ id: id(31), form: 'der' }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('leaving the wizard keeps the answers and never the password', async () => {
  const open = await at('/connection/certificate');
  const { page } = open;
  await toPassword(page);
  await page.locator('#f-password').fill('open sesame');
  await page.keyboard.press('Enter');
  await page.locator('.verdict.ok').waitFor();
  await page.locator('.nav a[href="#/connection"]').click();
  await page.locator('.page-head').waitFor();
  await page.evaluate(() => {
    location.hash = '#/connection/certificate';
  });
  await page.locator('#f-password').waitFor();
  await expect.poll(() => page.locator('#f-password').inputValue()).toBe('');
  await expect.poll(() => page.locator('.hint').first().textContent()).toContain('zalen-park-2024.p12');
  await open.close();
});

test('in practice one button registers the account, and the check says which link is broken and whose it is', async () => {
  const open = await at('/connection/account');
  const { page } = open;
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(5);
  await toChaman(page);
  await page.locator('.wizard-acts .primary').click();
  await page.getByRole('button', { name: 'Test de verbinding' }).click();
  await page.locator('.verdict.bad').waitFor();
  await page.locator('.folded > summary').first().click();
  await expect.poll(() => page.locator('.criteria tbody tr').count()).toBe(10);
  await expect.poll(() => page.locator('.criteria .chip.bad').count()).toBe(1);
  await page.locator('.wizard-acts [type=submit]').click();
  await page.locator('.receipt').waitFor();
  await expect
    .poll(() => inputsOf(open, 'account.registerInPractice'))
    .toEqual([
      {
        name: 'Zalen Het Park',
        enterpriseNumber: '1999.999.250',
        enterpriseName: 'Zalen Het Park',
        quality: 'employerNsso',
        certificateId: id(31),
        rights: ['careerProFlaDeclaration'],
      },
    ]);
  expect(inputsOf(open, 'account.add')).toEqual([]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('the test is the act of its page; after a failed one the client id can be put right and the receipt is not green', async () => {
  const open = await at('/connection/account');
  const { page } = open;
  await toChaman(page);
  await page.locator('.wizard-acts .primary').click();
  const act = page.locator('.question .button.primary');
  await act.getByText('Test de verbinding').waitFor();
  await expect.poll(() => act.count()).toBe(1);
  await act.click();
  await page.locator('.verdict.bad').waitFor();
  await page.getByRole('button', { name: 'Verbeter het client-id' }).click();
  await page.getByRole('dialog').locator('#f-clientId').fill('self_service_expeditor_100043');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(() => inputsOf(open, 'account.update'))
    .toMatchObject([{ clientId: 'self_service_expeditor_100043' }]);
  // Saving there does not go on here, and what was found before is no longer said.
  await act.getByText('Test de verbinding').waitFor();
  await page.locator('.verdict.bad').waitFor({ state: 'detached' });
  await act.click();
  await page.locator('.verdict.bad').waitFor();
  await page.locator('.wizard-acts [type=submit]').click();
  await page.locator('.receipt-head.warn').waitFor();
  await expect
    .poll(() => page.locator('.receipt h1').textContent())
    .toBe('Account bewaard, verbinding werkt niet');
  await expect
    .poll(() => page.locator('.wizard-acts .primary').getAttribute('href'))
    .toBe(`#/connection/accounts/${id(41)}`);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a mistyped enterprise number is told by its check digits', async () => {
  const open = await at('/connection/account');
  const { page } = open;
  await page.locator('#f-enterpriseNumber').fill('0999.990.322');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.locator('.error-summary').textContent()).toContain('controlecijfers');
  await open.close();
});

test('the account page says when it was tested, not that it never was', async () => {
  const open = await at(`/connection/accounts/${id(41)}`);
  const { page } = open;
  await page.locator('.main .empty').waitFor();
  const words = await page.locator('.main .empty').textContent();
  expect(words).toMatch(/12\/0?6\/(20)?25/);
  expect(await page.locator('.main').textContent()).not.toContain('Nog niet getest');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an account whose test works ends green', async () => {
  const open = await at('/connection/account', { 'doctor.run': reportOf(fine) });
  const { page } = open;
  await toChaman(page);
  await page.locator('.wizard-acts .primary').click();
  await page.getByRole('button', { name: 'Test de verbinding' }).click();
  await page.locator('.verdict.ok').waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.receipt-head').waitFor();
  await expect.poll(() => page.locator('.receipt-head.warn').count()).toBe(0);
  await expect.poll(() => page.locator('.receipt h1').textContent()).toBe('Account klaar');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('elsewhere the steps are tracked and a client id of either form is taken', async () => {
  const open = await at('/connection/account', {
    'app.state': { ...appState, environment: { name: 'simulation', kind: 'simulation' }, practiceDate: null },
  });
  const { page } = open;
  await toChaman(page);
  await page.locator('.task select').first().selectOption('waiting');
  await page.locator('.task .input.small:not(.select)').fill('Marek van IT');
  await expect.poll(() => page.locator('textarea').inputValue()).toContain('CareerPro');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('#f-clientId').fill('self_service');
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.error-summary').waitFor();
  await page.locator('#f-clientId').fill(' self_service_expeditor_100042 ');
  await page.locator('.wizard-acts .primary').click();
  await page.getByRole('button', { name: 'Test de verbinding' }).waitFor();
  await expect
    .poll(() => inputsOf(open, 'account.add'))
    .toMatchObject([{ clientId: 'self_service_expeditor_100042' }]);
  expect(inputsOf(open, 'account.registerInPractice')).toEqual([]);
  expect(open.problems).toEqual([]);
  await open.close();
});

const toReceipt = async (page: OpenPage['page']): Promise<void> => {
  await page.locator('#f-enterpriseNumber').fill('1999.999.250');
  await page.locator('#f-enterpriseName').fill('Zalen Het Park');
  for (let step = 0; step < 3; step++) {
    await page.locator('.wizard-acts .primary').click();
    await page.locator('.steps [aria-current] .dot', { hasText: String(step + 2) }).waitFor();
  }
  await page.locator('.receipt').waitFor();
};

test('after a certificate the account is proposed with what the certificate says', async () => {
  const open = await at('/connection/generate');
  const { page } = open;
  await toReceipt(page);
  await page.locator('.wizard-acts .primary').click();
  await page.locator('#f-certificateId').waitFor();
  await expect.poll(() => page.locator('#f-certificateId').inputValue()).toBe(id(31));
  await expect.poll(() => page.locator('#f-enterpriseNumber').inputValue()).toBe('1999.999.250');
  await expect.poll(() => page.locator('#f-name').inputValue()).toBe('Zalen Het Park');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('who came from a guide of this enterprise goes back to it, and to no other', async () => {
  const other = { ...guideRow, id: id(72), enterpriseNumber: '0999999130' };
  const open = await at('/connection/generate', { 'guide.list': { rows: [other, guideRow] } });
  const { page } = open;
  await toReceipt(page);
  const onward = page.locator('.wizard-acts .primary');
  await onward.getByText('Terug naar het stappenplan').waitFor();
  await expect.poll(() => onward.getAttribute('href')).toBe(`#/connection/guide/${guideRow.id}`);
  open.answer({ 'guide.list': { rows: [other] } });
  await open.emit('guide.changed', { ids: [], revision: 1 });
  await onward.getByText('Verder met Chaman').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a certificate in use cannot be removed and says what comes first; another one asks once more', async () => {
  const open = await at(`/connection/certificates/${id(31)}`);
  const { page } = open;
  await page.getByRole('button', { name: 'Verwijder' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Opleidingen Het Park').waitFor();
  await expect.poll(() => dialog.locator('.danger').count()).toBe(0);
  await page.locator('[role=dialog]:focus-within').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.evaluate((to) => {
    location.hash = `#/connection/certificates/${to}`;
  }, id(32));
  await page.getByRole('heading', { name: 'zalen-park-2024', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Verwijder' }).click();
  await dialog.locator('.danger').waitFor();
  expect(inputsOf(open, 'certificate.remove')).toEqual([]);
  await dialog.locator('.danger').click();
  await page.locator('.toast').waitFor();
  await expect.poll(() => inputsOf(open, 'certificate.remove')).toEqual([{ id: id(32), confirmed: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});
