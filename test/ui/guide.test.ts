// Guides as they are used: the first question by keyboard, a step done and taken back, a wait, an e-mail, the practice portal.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { guideAnswers, guideAt } from './fixtures/guide.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...guideAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const oneGuide = `/connection/guide/${id(71)}`;

test('the first question is answered with the keyboard alone, from what is wanted to the guide that begins', async () => {
  const open = await at('/connection/guide/new');
  const { page } = open;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const onStep = (number: number): Promise<void> =>
    page.locator('.steps [aria-current] .dot', { hasText: String(number) }).waitFor();
  await page.locator('input[value="start"]').focus();
  await press('Space', 'Enter');
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await page.locator('#f-services').focus();
  await press('Space', 'Tab', 'Space', 'Enter');
  await onStep(2);
  await page.locator('input[value="ownWorkers"]').focus();
  await press('Space', 'Enter');
  await onStep(3);
  await page.locator('input[value="self"]').focus();
  await press('Space', 'Tab', 'Space', 'Enter');
  await onStep(4);
  await page.locator('input[value="no"]').focus();
  await press('Enter');
  await onStep(5);
  await page.locator('#f-enterpriseNumber').focus();
  await page.keyboard.type('0999.999.130');
  await press('Tab');
  await page.keyboard.type('Schoonmaak De Berk');
  await press('Enter');
  await page.locator('.road-steps').waitFor();
  await press('Tab');
  await page.locator('.wizard-acts .primary').focus();
  await press('Enter');
  await page.locator('.guide-room').waitFor();
  await expect
    .poll(() => inputsOf(open, 'guide.start'))
    .toEqual([
      {
        plan: {
          kind: 'start',
          answers: {
            services: ['fla', 'checkInAndOutAtWork'],
            audience: 'ownWorkers',
            groupWay: 'one',
            mandataryKind: 'socialSecretariat',
            access: 'self',
            size: 'under10',
            account: false,
            certificate: 'none',
            presences: 'register',
          },
        },
        employerId: null,
        enterpriseNumber: '0999.999.130',
        enterpriseName: 'Schoonmaak De Berk',
      },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('Back of the browser leads to the question before with its answer, and out only from the first', async () => {
  const open = await at('/connection/guide');
  const { page } = open;
  const onStep = (number: number): Promise<void> =>
    page.locator('.steps [aria-current] .dot', { hasText: String(number) }).waitFor();
  await page.locator('a[href="#/connection/guide/new"]').first().press('Enter');
  await page.locator('input[value="start"]').press('Space');
  await page.locator('#f-services').press('Space');
  await page.keyboard.press('Enter');
  await onStep(2);
  await page.locator('input[value="clients"]').press('Space');
  await page.keyboard.press('Enter');
  await onStep(3);
  await page.goBack();
  await onStep(2);
  await expect.poll(() => page.locator('input[value="clients"]').isChecked()).toBe(true);
  // Its own button goes the same way, and Forward does not pass a question by.
  await page.getByRole('button', { name: 'Terug' }).press('Enter');
  await onStep(1);
  await expect.poll(() => page.locator('#f-services').isChecked()).toBe(true);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let moves = 0;
        addEventListener('popstate', () => {
          moves += 1;
          // There, and back again.
          if (moves === 2) resolve();
        });
        history.forward();
      }),
  );
  await onStep(1);
  await page.goBack();
  await page.locator('a[href="#/connection/guide/new"]').first().waitFor();
  expect(new URL(page.url()).hash).toBe('#/connection/guide');
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an employer served by a mandatary is told that it needs no account', async () => {
  const open = await at('/connection/guide/new');
  const { page } = open;
  const go = async (...values: string[]): Promise<void> => {
    for (const value of values) await page.locator(`input[value="${value}"]`).check();
    await page.locator('.wizard-acts .primary').click();
  };
  await page.locator('input[value="start"]').check();
  await page.locator('#f-services').check();
  await go();
  await go('ownWorkers');
  await page.locator('input[value="mandatary"]').check();
  await page.locator('#f-mandataryNumber').fill('0999.999.031');
  await page.locator('#f-mandataryName').fill('Klaver');
  await go();
  await page.locator('#f-employerId').selectOption(id(1));
  await go();
  await page.locator('.road-steps').waitFor();
  await expect.poll(() => page.locator('.verdict').innerText()).toContain('geen account nodig');
  await expect.poll(() => page.locator('.road-steps > li').count()).toBe(4);
  await expect
    .poll(() => inputsOf(open, 'guide.road').at(-1))
    .toMatchObject({
      plan: { answers: { mandatary: { name: 'Klaver', enterpriseNumber: '0999999031' } } },
    });
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a way that is closed has no button to begin', async () => {
  const open = await at('/connection/guide/new', {
    'guide.road': {
      channel: 'none',
      quality: null,
      ways: [{ service: 'fla', way: 'closed' }],
      account: 'none',
      certificate: 'none',
      mandates: [],
      rights: [],
      steps: [],
      notes: ['flaClosed'],
    },
  });
  const { page } = open;
  await page.locator('input[value="start"]').check();
  await page.locator('#f-services').check();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('input[value="participants"]').check();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('input[value="no"]').waitFor();
  await page.locator('.wizard-acts .primary').click();
  await page.locator('#f-employerId').selectOption(id(1));
  await page.locator('.wizard-acts .primary').click();
  await page.locator('.verdict.bad').waitFor();
  await expect.poll(() => page.locator('.wizard-acts .primary').count()).toBe(0);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a step that is done leads to the next, takes focus there, and can be taken back', async () => {
  const open = await at(oneGuide);
  const { page } = open;
  open.answer({ 'guide.show': { ...guideAt('keepClientId'), revision: 8 } });
  await page.getByRole('button', { name: 'Klaar', exact: true }).press('Enter');
  await page.locator('#guide-step', { hasText: 'client-id' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('guide-step');
  await page.locator('.toast').getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect
    .poll(() => inputsOf(open, 'guide.setStep'))
    .toEqual([
      { id: id(71), expectedRevision: 7, step: 'addAccount', state: 'done', note: '' },
      { id: id(71), expectedRevision: 8, step: 'addAccount', state: 'open', person: '', note: '' },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a wait keeps whom, since when and a note, and refuses a day to come', async () => {
  const open = await at(oneGuide);
  const { page } = open;
  await page.getByRole('button', { name: 'Wacht op iemand' }).press('Enter');
  await page.locator('#f-person').fill('Marek van IT');
  await page.locator('#f-since').fill('1/1/2026');
  await page.locator('#f-note').fill('oproep 4471');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
  await page.locator('.field-error').waitFor();
  expect(inputsOf(open, 'guide.setStep')).toEqual([]);
  await page.locator('#f-since').fill('2/6/2025');
  await page.locator('#f-since').blur();
  await page.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
  await page.locator('.toast').waitFor();
  await expect
    .poll(() => inputsOf(open, 'guide.setStep'))
    .toEqual([
      {
        id: id(71),
        expectedRevision: 7,
        step: 'addAccount',
        state: 'waiting',
        person: 'Marek van IT',
        since: '2025-06-02',
        note: 'oproep 4471',
      },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('the e-mail speaks the language of who gets it, whatever that of the page', async () => {
  const open = await at(oneGuide);
  const { page } = open;
  await page.locator('.guide-mail > summary').press('Enter');
  await page.locator('#f-mailLanguage').selectOption('fr');
  await page.locator('textarea', { hasText: '(fr)' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('nl-BE');
  await page.getByRole('button', { name: /\.eml/ }).click();
  await page.locator('.toast').waitFor();
  await expect
    .poll(() => inputsOf(open, 'guide.saveMail'))
    .toEqual([{ id: id(71), step: 'addAccount', language: 'fr', form: 'eml' }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('in practice a step opens its page for the enterprise and quality; outside practice the official portal', async () => {
  const practising = await at(oneGuide);
  await practising.page.getByRole('button', { name: 'Open het oefenportaal' }).press('Enter');
  await expect
    .poll(() => inputsOf(practising, 'practice.openPage'))
    .toEqual([
      {
        page: 'chaman',
        enterpriseNumber: '0999999130',
        enterpriseName: 'Schoonmaak De Berk',
        quality: 'employerNsso',
      },
    ]);
  await practising.close();
  const real = await at(oneGuide, {
    'app.state': { ...appState, environment: { name: 'simulation', kind: 'simulation' }, practiceDate: null },
  });
  await real.page.getByRole('button', { name: 'Open het portaal' }).press('Enter');
  await expect.poll(() => inputsOf(real, 'app.openLink')).toEqual([{ link: 'portal' }]);
  expect([...practising.problems, ...real.problems]).toEqual([]);
  await real.close();
});

test('a guide is printed in a language of choice, finished, and taken away with a way back', async () => {
  const open = await at(oneGuide);
  const { page } = open;
  await page.locator('#f-printLanguage').selectOption('de');
  await page.getByRole('button', { name: 'Druk af als pdf' }).click();
  await page.locator('.toast').first().waitFor();
  await expect
    .poll(() => inputsOf(open, 'guide.print'))
    .toEqual([{ id: id(71), language: 'de', form: 'pdf' }]);
  await page.getByRole('button', { name: 'Verwijder het stappenplan' }).click();
  await page.locator('h1', { hasText: 'Stappenplan' }).waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect
    .poll(() => inputsOf(open, 'guide.remove'))
    .toEqual([
      { id: id(71), expectedRevision: 7, removed: true },
      { id: id(71), expectedRevision: 8, removed: false },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});
