// Routes as they are used, by keyboard alone: a route for one service, the same for many, a mandate, stopping an account.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail } from '../../preload/contract/result.ts';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { connectionAnswers } from './fixtures/connection.ts';
import { employerAnswers } from './fixtures/employers.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = async (route: string, answers: Answers = employerAnswers): Promise<OpenPage> =>
  openPage(browser, {
    folder,
    route,
    answers: { ...shellAnswers, 'app.state': { ...appState, language: 'en' }, ...answers },
  });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);

test('the route of one service is changed by keyboard, from a later day, and can be taken back', async () => {
  const open = await at(`/employers/${id(1)}`);
  const { page } = open;
  await page.getByRole('button', { name: /^Change.*Federal Learning Account$/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('#f-kind-elsewhere').focus();
  await page.keyboard.press('ArrowUp');
  await dialog.locator('#f-from').fill('1/6/2025');
  await dialog.getByRole('button', { name: 'Save the route' }).press('Enter');
  await dialog.locator('.error-summary').waitFor();
  await expect.poll(() => dialog.locator('.error-summary').innerText()).toContain('Choose today or later');
  expect(inputsOf(open, 'route.set')).toEqual([]);
  await dialog.locator('#f-kind-elsewhere').check();
  await dialog.locator('#f-from').fill('1/9/2025');
  await dialog.getByRole('button', { name: 'Save the route' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect
    .poll(() => inputsOf(open, 'route.set'))
    .toEqual([
      { employerId: id(1), service: 'fla', route: { kind: 'elsewhere' }, from: '2025-09-01' },
      {
        employerId: id(1),
        service: 'fla',
        route: { kind: 'mandatary', accountId: id(42) },
        from: '2025-09-01',
      },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('the table shows only who needs attention, and sets the same route for the chosen employers', async () => {
  const refused = { employerId: id(104), name: 'Werkgever 005', code: 'accountMissing' };
  const open = await at('/employers/routes', {
    ...employerAnswers,
    'route.setMany': ({ employerIds }) => ({
      settingId: id(78),
      set: employerIds.length - 1,
      unchanged: 0,
      refused: [refused],
    }),
  });
  const { page } = open;
  await page.getByRole('button', { name: 'Needs attention' }).press('Enter');
  await page.locator('.grid-foot', { hasText: '22 employers' }).waitFor();
  await page.locator('.grid td[tabindex="0"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Set the route of 2 employers' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('#f-service').selectOption('checkInAndOutAtWork');
  await dialog.locator('#f-kind').check();
  await dialog.getByRole('button', { name: 'Save the route' }).press('Enter');
  await dialog.getByText('Werkgever 005').waitFor();
  await expect
    .poll(() => inputsOf(open, 'route.setMany'))
    .toEqual([
      {
        employerIds: [id(104), id(113)],
        service: 'checkInAndOutAtWork',
        route: { kind: 'own' },
        from: '2025-06-12',
      },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('what was set for many is taken back in one press; the choice and the focus stay', async () => {
  const open = await at('/employers/routes');
  const { page } = open;
  await page.getByRole('combobox', { name: 'Route to a service' }).selectOption('fla mandatary');
  await page.locator('.grid-foot', { hasText: '67 employers' }).waitFor();
  await page.locator('.grid td[tabindex="0"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const act = page.getByRole('button', { name: 'Set the route of 2 employers' });
  await act.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('#f-kind-elsewhere').check();
  await dialog.getByRole('button', { name: 'Save the route' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => act.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('The routes of 2 employers are as they were before.').waitFor();
  await expect.poll(() => inputsOf(open, 'route.undoMany')).toEqual([{ settingId: id(78) }]);
  await expect
    .poll(() => inputsOf(open, 'route.setMany'))
    .toMatchObject([{ employerIds: [id(100), id(103)] }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('Ctrl+A chooses all employers from a link within a cell too', async () => {
  const open = await at('/employers/routes');
  const { page } = open;
  await page.getByRole('link', { name: 'Werkgever 002' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Set the route of 200 employers' }).waitFor();
  expect(await page.evaluate(() => String(window.getSelection()))).toBe('');
  await open.close();
});

test('trainings are spoken of only where the route is one for trainings', async () => {
  const open = await at('/employers/routes');
  const { page } = open;
  await page.locator('.grid td[tabindex="0"]').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Set the route of 1 employer' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The trainings stay in the register here.').waitFor();
  await dialog.locator('#f-service').selectOption('dimona');
  await dialog.getByText('Somebody else files.').waitFor();
  expect(await dialog.innerText()).not.toContain('trainings');
  await open.close();
});

test('a mandate that ended in a quarter that is past stops from today, not from a day to come', async () => {
  const open = await at(`/employers/${id(1)}`, {
    ...employerAnswers,
    'route.stopPreview': ({ stop }) => {
      const past = stop.kind === 'mandate' && stop.endQuarter < '2025Q2';
      return {
        from: past ? '2025-06-12' : '2025-07-01',
        atOnce: past,
        services: ['fla'],
        totals: { employers: 1, waiting: 3, neverSent: 2, away: 0 },
        employers: [],
      };
    },
  });
  const { page } = open;
  await page
    .getByRole('button', { name: /^Actions/ })
    .first()
    .press('Enter');
  await page.getByRole('menuitem', { name: 'End' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('From 1 July 2025 nothing goes by this route.').waitFor();
  await dialog.locator('#f-quarter').fill('4/2024');
  await dialog.getByText('From today nothing goes by this route any more.').waitFor();
  await open.close();
});

test('a second mandatary in the same quarter is refused with the name of the first', async () => {
  const details = {
    mandatary: '0999999031',
    name: 'Klaver',
    startQuarter: '2024Q2',
    endQuarter: '2025Q2',
  };
  const open = await at(`/employers/${id(1)}`, {
    ...employerAnswers,
    'mandate.record': { failure: fail('alreadyExists', { details }).failure },
  });
  const { page } = open;
  await page.getByRole('button', { name: 'Record a mandate' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('#f-mandataryNumber').fill('BE 1999.999.250');
  await dialog.locator('#f-startQuarter').fill('2/2025');
  await page.keyboard.press('Enter');
  const note = dialog.getByRole('alert');
  await note.waitFor();
  await expect
    .poll(() => note.innerText())
    .toContain(
      'Klaver 0999.999.031 already has the mandate for this service, quarter 2 of 2024 up to and including',
    );
  await expect
    .poll(() => inputsOf(open, 'mandate.record'))
    .toMatchObject([{ startQuarter: '2025Q2', endQuarter: null }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a refuted mandate is put right in one press', async () => {
  const open = await at(`/employers/${id(1)}`);
  const { page } = open;
  await page.getByRole('button', { name: 'It has been put right' }).press('Enter');
  await page.getByText('The mandate counts as recorded again.').waitFor();
  await expect
    .poll(() => inputsOf(open, 'mandate.update'))
    .toEqual([
      {
        id: id(71),
        expectedRevision: 3,
        mandataryNumber: '0999999031',
        startQuarter: '2024Q2',
        endQuarter: '2025Q2',
      },
    ]);
  await open.close();
});

test('closing an account shows what waits, keeps it as drafts unless chosen otherwise, and can be undone', async () => {
  const open = await at(`/connection/accounts/${id(41)}`, connectionAnswers);
  const { page } = open;
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Close the account' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('41 trainings wait in the outbox.').waitFor();
  await expect.poll(() => dialog.innerText()).toContain('Werkgever 001: 11 waiting');
  await expect.poll(() => dialog.innerText()).toContain('1 training is on its way');
  await expect.poll(() => dialog.locator('#f-waiting').isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Close the account' }).press('Enter');
  await page.getByText('41 trainings came out of the outbox.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => inputsOf(open, 'account.reopen')).toEqual([{ id: id(41) }]);
  await page
    .getByText('Undone. 40 trainings are in the outbox again. 1 training stayed a draft: submit it again.')
    .waitFor();
  await expect.poll(() => inputsOf(open, 'route.submitTakenOut')).toEqual([{ stopId: id(77) }]);
  await expect
    .poll(() => inputsOf(open, 'route.stop'))
    .toEqual([{ stop: { kind: 'account', accountId: id(41) }, waiting: 'keep', confirmed: true }]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an employer that a mandatary serves is told in the account wizard that it needs no account', async () => {
  const open = await at('/connection/account', {
    ...connectionAnswers,
    'route.table': ({ page, pageSize }) => ({
      rows: [
        {
          employerId: id(1),
          name: 'Schoonmaak De Berk',
          enterpriseNumber: '0999999130',
          routes: [
            {
              service: 'fla',
              kind: 'mandatary',
              accountName: 'Klaver klanten',
              changesOn: null,
              trouble: null,
              findings: [],
            },
          ],
          attention: false,
        },
      ],
      total: 1,
      page,
      pageSize,
    }),
  });
  const { page } = open;
  await page.locator('#f-quality').check();
  await page.locator('#f-enterpriseNumber').fill('0999.999.130');
  await page.getByText('It then needs no account of its own.').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});
