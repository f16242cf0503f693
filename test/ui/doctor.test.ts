// The doctor as it is used: one button by keyboard, the next step, the report; an exchange shown; an address put right.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, shellAnswers } from './fixtures/app-state.ts';
import { doctorAnswers, examinedRefused, reportOf } from './fixtures/doctor.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...doctorAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);

test('one press by keyboard gives one sentence, one next step, and the screen where it is taken', async () => {
  const open = await at('/connection/doctor');
  const { page } = open;
  await page.getByRole('button', { name: 'Kijk alles na' }).focus();
  open.answer({ 'doctor.last': { report: reportOf(examinedRefused) } });
  await page.keyboard.press('Enter');
  await page.locator('.verdict.bad').waitFor();
  await expect.poll(() => inputsOf(open, 'doctor.run')).toEqual([{}]);
  await expect.poll(() => page.locator('.verdict.bad').textContent()).toContain('mist het recht');
  await expect.poll(() => page.locator('.facts').textContent()).toContain('Beveiligde machtigingen');
  // What was found is of then: the page says when.
  await expect
    .poll(() => page.locator('.panel[role=status]').textContent())
    .toMatch(/Bekeken op 12\/0?6\/(20)?25/);
  await expect.poll(() => page.locator('.criteria').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Open dat scherm' }).press('Enter');
  await expect.poll(() => inputsOf(open, 'practice.openPage')).toEqual([{ page: 'chaman' }]);
  await page.locator('.folded > summary').first().press('Enter');
  await expect.poll(() => page.locator('.criteria tbody tr').count()).toBe(10);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an employer that is not here is told at its field; one that is, is examined along its route', async () => {
  const open = await at('/connection/doctor');
  const { page } = open;
  await page.locator('.folded > summary').last().press('Enter');
  await page.locator('#f-employer').fill('0999.999.031');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  expect(inputsOf(open, 'doctor.run')).toEqual([]);
  await page.locator('#f-employer').fill('0999.999.130');
  open.answer({
    'employer.list': ({ text }) => {
      const rows = text === '0999999130' ? [shellAnswers['employer.get'] as never] : [];
      return { rows, total: rows.length, page: 1, pageSize: 100 };
    },
  });
  await page.locator('#f-service').selectOption('fla');
  await page.getByRole('button', { name: 'Kijk dit na' }).press('Enter');
  await page.locator('.error-summary').waitFor({ state: 'detached' });
  await expect.poll(() => inputsOf(open, 'doctor.run')).toMatchObject([{ accountId: null, service: 'fla' }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an exchange is shown and its text to copy stands ready', async () => {
  const open = await at('/connection/exchanges');
  const { page } = open;
  await page.getByRole('button', { name: 'Toon 4' }).press('Enter');
  await page.locator('.kept-text').first().waitFor();
  // The detail lies below the list: it comes into sight and takes the focus; Escape goes back to the row.
  const detail = page.getByRole('group', { name: 'Uitwisseling 4' });
  await expect.poll(() => detail.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Toon 4');
  await page.keyboard.press('Enter');
  await detail.getByRole('button', { name: 'Kopieer als curl' }).press('Enter');
  await detail.getByText('Gekopieerd.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-exchange');
  await expect.poll(() => page.locator('#f-exchange').inputValue()).toContain('curl -i');
  await expect.poll(() => page.locator('#f-exchange-hint').count()).toBe(0);
  await expect.poll(() => inputsOf(open, 'exchange.copy')).toEqual([{ number: 4, form: 'curl' }]);
  await page.locator('#f-problemsOnly').check();
  await page.waitForFunction(() => document.querySelectorAll('.exchanges tbody tr').length > 0);
  await expect.poll(() => inputsOf(open, 'exchange.list').at(-1)).toEqual({ text: '', problemsOnly: true });
  expect(open.problems).toEqual([]);
  await open.close();
});

test('what was copied without its secrets says that it does not run before they are filled in', async () => {
  const text = "curl -i -H 'authorization: Bearer …' 'https://services.example.test/[number]'";
  const open = await at('/connection/exchanges', { 'exchange.copy': { text } });
  await open.page.getByRole('button', { name: 'Toon 4' }).press('Enter');
  await open.page.getByRole('button', { name: 'Kopieer als curl' }).press('Enter');
  await expect.poll(() => open.page.locator('#f-exchange-hint').textContent()).toContain('[secret]');
  await open.close();
});

test('an address is judged as its field is left, and what was typed stays while one looks elsewhere', async () => {
  const open = await at('/settings/going-live');
  const { page } = open;
  const field = page.locator('#f-dimona-baseUrl');
  await field.fill('http://services.example.test/dimona');
  await page.keyboard.press('Tab');
  await page.locator('#f-dimona-baseUrl-error').waitFor();
  await expect.poll(() => page.locator('.error-summary').count()).toBe(0);
  expect(inputsOf(open, 'goLive.save')).toEqual([]);
  await field.fill('https://services.example.test/dimona');
  await page.keyboard.press('Tab');
  await page.locator('#f-dimona-baseUrl-error').waitFor({ state: 'detached' });
  await page.locator('#f-environment').selectOption('acceptance');
  await expect.poll(() => field.inputValue()).toBe('');
  await page.locator('#f-environment').selectOption('production');
  await expect.poll(() => field.inputValue()).toBe('https://services.example.test/dimona');
  for (const route of ['#/settings', '#/settings/going-live'])
    await page.evaluate((hash) => {
      location.hash = hash;
    }, route);
  await page.getByText('nog niet bewaard').waitFor();
  await expect.poll(() => field.inputValue()).toBe('https://services.example.test/dimona');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('going back to what came with the program is confirmed, and the focus stays on the page', async () => {
  const open = await at('/settings/going-live');
  const { page } = open;
  await page.getByRole('button', { name: 'Terug naar meegeleverd' }).press('Enter');
  open.answer({ 'goLive.show': { rows: [], changed: null } });
  await page.getByRole('dialog').getByRole('button', { name: 'Terug naar meegeleverd' }).press('Enter');
  await page.getByText('Wat met het programma kwam, telt weer.').waitFor();
  await expect.poll(() => inputsOf(open, 'goLive.reset')).toEqual([{ environment: 'production' }]);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Bewaar de adressen');
  await open.close();
});

test('the notice that is accepted takes the focus with the word that it was', async () => {
  const open = await at('/settings/going-live', {
    'app.state': { ...appState, environment: { name: 'production', kind: 'production' }, practiceDate: null },
  });
  const { page } = open;
  await page.locator('#f-liability').press('Space');
  open.answer({
    'goLive.liability': { needed: false, accepted: { at: '2025-06-12T09:00:00Z', by: 'Lies Verdonck' } },
  });
  await page.getByRole('button', { name: 'Aanvaard' }).press('Enter');
  await page.getByText('Lies Verdonck').last().waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Lies Verdonck');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a wrong address is told at its field and the right one is saved alone', async () => {
  const open = await at('/settings/going-live');
  const { page } = open;
  const field = page.locator('#f-dimona-baseUrl');
  await field.fill('http://services.example.test/dimona');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await page.locator('.error-summary a').press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-dimona-baseUrl');
  await field.fill('https://services.example.test/dimona');
  await page.keyboard.press('Enter');
  await page.locator('.toast').waitFor();
  await expect
    .poll(() => inputsOf(open, 'goLive.save').at(-1))
    .toEqual({
      environment: 'production',
      changes: [{ name: 'dimona.baseUrl', value: 'https://services.example.test/dimona' }],
    });
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a file with a host that is not the authority’s is asked about before it is saved', async () => {
  const value = 'https://fla.example.org/v1';
  const open = await at('/settings/going-live', {
    'file.pick': { selectionId: '0196f2d4-0000-7000-8000-000000000077', name: 'official.json', bytes: 90 },
    'goLive.readFile': {
      changes: [{ name: 'dimona.baseUrl', value }],
      problems: [],
      elsewhere: ['fla.example.org'],
    },
  });
  const { page } = open;
  await page.getByRole('button', { name: 'Haal uit een bestand' }).press('Enter');
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#f-dimona-baseUrl')?.value);
  await page.locator('#f-dimona-baseUrl').press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('fla.example.org').waitFor();
  expect(inputsOf(open, 'goLive.save')).toEqual([]);
  await dialog.getByRole('button', { name: 'Ja, bewaar ze' }).press('Enter');
  await page.getByText('Bewaard').first().waitFor();
  await expect
    .poll(() => inputsOf(open, 'goLive.save'))
    .toEqual([{ environment: 'production', changes: [{ name: 'dimona.baseUrl', value }] }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('what was read in one environment is not shown in another', async () => {
  const open = await at('/settings/going-live', { 'goLive.liability': { needed: false, accepted: null } });
  const { page } = open;
  await page.locator('#f-environment').waitFor();
  await page.evaluate(() => {
    location.hash = '#/employers';
  });
  await page.getByText('Zalen Het Park').first().waitFor();
  open.answer({
    'app.state': { ...appState, environment: { name: 'production', kind: 'production' }, practiceDate: null },
    'employer.list': { rows: [], total: 0, page: 1, pageSize: 50 },
  });
  await open.emit('app.changed', { ids: [], revision: 2 });
  await page.locator('.band.production').waitFor();
  await page.getByText('Zalen Het Park').first().waitFor({ state: 'detached' });
  await open.close();
});
