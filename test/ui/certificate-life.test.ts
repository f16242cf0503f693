// A renewal as it is done without a mouse, focus following each step; the calendar; and what is asked once more.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, refuse } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import {
  added,
  failed,
  lifeAnswers,
  passed,
  renewal,
  switched,
  withStaged,
} from './fixtures/certificate-life.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const route = `/connection/accounts/${id(41)}/renewal`;
const at = (to: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route: to, answers: { ...shellAnswers, ...lifeAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const focused = (open: OpenPage) => open.page.evaluate(() => document.activeElement?.textContent ?? '');
/** Main's answer changes, and it says so. */
async function becomes(open: OpenPage, answers: Answers): Promise<void> {
  open.answer(answers);
  await open.emit('account.changed', { ids: [id(41)], revision: 2 });
}
/** Tab until the button with these words is focused, then Enter. */
async function press(open: OpenPage, words: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    if ((await focused(open)).startsWith(words)) {
      await open.page.keyboard.press('Enter');
      return;
    }
    await open.page.keyboard.press('Tab');
  }
  throw new Error(`${words} was not reached by keyboard`);
}

test('a renewal goes by keyboard from staging to the switch, focus on each step that is due', async () => {
  const open = await at(route, {
    'renewal.generate': { certificateId: id(32) },
    'renewal.setInPractice': {},
    'renewal.test': { outcome: 'ok', failure: null, validSeconds: 600, scope: 'a' },
    'renewal.switch': {},
  });
  await press(open, 'Zet klaar');
  await becomes(open, withStaged());
  await open.page.waitForFunction(() => document.activeElement?.textContent?.startsWith('2. ') === true);
  await press(open, 'Voeg toe in de oefen-Chaman');
  await becomes(open, withStaged(added));
  await open.page.waitForFunction(() => document.activeElement?.textContent?.startsWith('3. ') === true);
  await press(open, 'Test nu');
  await becomes(open, withStaged(passed));
  await open.page.waitForFunction(() => document.activeElement?.textContent?.startsWith('4. ') === true);
  await expect.poll(() => open.page.locator('.note.ok').textContent()).toContain('10 minuten');
  await press(open, 'Schakel over');
  await becomes(open, switched);
  await open.page.waitForFunction(() => document.activeElement?.textContent === 'Vorige certificaten');
  const pair = { accountId: id(41), certificateId: id(32) };
  await expect
    .poll(() => inputsOf(open, 'renewal.generate'))
    .toEqual([{ accountId: id(41), name: 'Zalen Het Park 2025' }]);
  await expect.poll(() => inputsOf(open, 'renewal.setInPractice')).toEqual([{ ...pair, held: true }]);
  await expect.poll(() => inputsOf(open, 'renewal.test')).toEqual([pair]);
  await expect.poll(() => inputsOf(open, 'renewal.switch')).toEqual([{ ...pair, untested: false }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('without a test that passed, the switch asks once more and says what may happen', async () => {
  const open = await at(route, { ...withStaged(failed), 'renewal.switch': {} });
  await open.page.getByRole('button', { name: 'Schakel ongetest over' }).click();
  await open.page.locator('.dialog').waitFor();
  expect(await focused(open)).not.toBe('Schakel ongetest over');
  expect(inputsOf(open, 'renewal.switch')).toEqual([]);
  await open.page.locator('.dialog .danger').click();
  await open.page.locator('.dialog').waitFor({ state: 'detached' });
  await expect
    .poll(() => inputsOf(open, 'renewal.switch'))
    .toEqual([{ accountId: id(41), certificateId: id(32), untested: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a refused test says why, and what to look at', async () => {
  const open = await at(route, {
    ...withStaged(added),
    'renewal.test': { outcome: 'failed', failure: 'clientRefused', validSeconds: null, scope: null },
  });
  await open.page.getByRole('button', { name: 'Test nu' }).click();
  await becomes(open, withStaged(failed));
  await open.page.locator('.note.bad').waitFor();
  const said = await open.page.locator('.note.bad').textContent();
  expect(said).toContain('client-id');
  expect(said).toContain('vingerafdruk');
  await open.close();
});

test('outside practice the public part is saved, the portal opened and the person says what Chaman holds', async () => {
  const elsewhere = { ...renewal, practice: false };
  const shown = withStaged()['renewal.show'] as typeof renewal;
  const open = await at(route, {
    'renewal.show': { ...elsewhere, staged: shown.staged },
    'renewal.noteInChaman': {},
    'certificate.exportCer': { saved: true, name: 'zalen.cer' },
    'app.openLink': {},
  });
  await expect.poll(() => open.page.getByRole('button', { name: /oefen-Chaman/ }).count()).toBe(0);
  await open.page.getByRole('button', { name: /^Bewaar \.cer/ }).click();
  await open.page.getByRole('button', { name: 'Open het portaal' }).click();
  await open.page.getByRole('button', { name: 'Het staat in Chaman' }).click();
  const pair = { accountId: id(41), certificateId: id(32) };
  await open.page.locator('.toast').first().waitFor();
  await expect.poll(() => inputsOf(open, 'certificate.exportCer')).toEqual([{ id: id(32), form: 'der' }]);
  await expect.poll(() => inputsOf(open, 'app.openLink')).toEqual([{ link: 'portal' }]);
  await expect.poll(() => inputsOf(open, 'renewal.noteInChaman')).toEqual([{ ...pair, held: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a former certificate is taken off in Chaman, put back in use, or removed with its key', async () => {
  const open = await at(route, {
    ...switched,
    'renewal.setInPractice': {},
    'renewal.switch': {},
    'renewal.letGo': {},
    'certificate.remove': {},
    'certificate.show': (asked) => {
      const whole = lifeAnswers['certificate.show'];
      if (typeof whole !== 'object' || !('certificate' in whole)) throw new Error('no fixture');
      return { ...whole, certificate: { ...whole.certificate, id: asked.id, usedBy: [] } };
    },
  });
  const first = open.page.locator('.renewal-steps').first().locator('li').first();
  await first.getByRole('button', { name: 'Haal weg uit de oefen-Chaman' }).click();
  await first.getByRole('button', { name: 'Schakel terug' }).click();
  await open.page.locator('.dialog').getByRole('button', { name: 'Schakel terug' }).click();
  await open.page.locator('.dialog').waitFor({ state: 'detached' });
  await first.getByRole('button', { name: 'Verwijder' }).click();
  await expect.poll(() => open.page.locator('.dialog').textContent()).toContain('nog in Chaman');
  await open.page.locator('.dialog .danger').click();
  await open.page.locator('.dialog').waitFor({ state: 'detached' });
  const pair = { accountId: id(41), certificateId: id(31) };
  await expect.poll(() => inputsOf(open, 'renewal.setInPractice')).toEqual([{ ...pair, held: false }]);
  await expect.poll(() => inputsOf(open, 'renewal.switch')).toEqual([{ ...pair, untested: false }]);
  await expect.poll(() => inputsOf(open, 'renewal.letGo')).toEqual([{ ...pair, confirmed: true }]);
  await expect.poll(() => inputsOf(open, 'certificate.remove')).toEqual([{ id: id(31), confirmed: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('each certificate leads to what is next, and the calendar is saved in the language of the page', async () => {
  const open = await at('/connection/life');
  const links = await open.page
    .locator('.life-table tbody tr td:last-child a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual([
    `#/connection/certificates/${id(33)}`,
    `#/connection/accounts/${id(41)}/renewal`,
    `#/connection/accounts/${id(42)}/renewal`,
    `#/connection/accounts/${id(43)}/renewal`,
    `#/connection/accounts/${id(42)}/renewal`,
  ]);
  await open.page.getByRole('button', { name: 'Bewaar als agenda' }).click();
  await open.page.locator('.toast').waitFor();
  await expect.poll(() => inputsOf(open, 'renewal.saveCalendar')).toEqual([{ language: 'nl' }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a certificate that cannot be staged says why and keeps what was chosen', async () => {
  const open = await at(route, { 'renewal.stage': () => refuse('certificateNotUsable') });
  await open.page.locator('input[value="take"]').check();
  await open.page.locator('#f-nextOne').selectOption(id(33));
  await open.page.getByRole('button', { name: 'Zet klaar' }).click();
  await open.page.locator('[role="alert"] .note.bad').waitFor();
  await expect.poll(() => open.page.locator('#f-nextOne').inputValue()).toBe(id(33));
  expect(open.problems).toEqual([]);
  await open.close();
});
