// A training provider at work by keyboard: a list pasted, what is wrong, sending, lost answers; and an employer deciding on
// what providers filed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { Participant } from '../../preload/contract/training-provider.ts';
import type { Answers } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { filings, people, providerAnswers, sessions, shownSession } from './fixtures/training-provider.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const draft = sessions[0];
if (draft === undefined) throw new Error('no draft among the fixtures');

/** A session that keeps what is saved, as main does. */
function kept(list: Participant[]): Answers {
  let now = shownSession(draft as NonNullable<typeof draft>, list);
  return {
    'provider.get': () => now,
    'provider.update': ({ fields, people: given }: HandlerInput<'provider.update'>) => {
      const changed = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const summary = { ...now, fields: { ...now.fields, ...changed }, revision: now.revision + 1 };
      const {
        people: _p,
        findings: _f,
        results: _r,
        externalReference,
        requestHash,
        answerHash,
        ...rest
      } = summary;
      now = { ...shownSession(rest, given ?? now.people), externalReference, requestHash, answerHash };
      return now;
    },
    'provider.send': () => {
      now = { ...now, state: 'accepted', revision: now.revision + 1 };
      return now;
    },
  };
}

async function visit(
  use: (open: OpenPage) => Promise<void>,
  route: string,
  more: Answers = {},
): Promise<void> {
  const answers = { ...shellAnswers, ...providerAnswers, ...more };
  const open = await openPage(browser, { folder, answers, route });
  await open.page.locator('.page-head h1').waitFor();
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const inputsOf = (open: OpenPage, name: string) =>
  open.asked.filter((call) => call.name === name).map((call) => call.input);
const sessionRoute = `/training/sessions/${id(800)}`;

test('a list is pasted from a spreadsheet by keyboard, and each row stands in the session', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      await page.getByRole('button', { name: 'Plak een lijst' }).press('Enter');
      await page
        .getByLabel('Rijen uit uw rekenblad')
        .fill(
          `INSZ\tNaam\tGevolgd\tAttest\n${people[0]?.insz}\tFien Aardewijn\tja\tVCA\n${people[1]?.insz}\tRania\t\t`,
        );
      await page.getByRole('button', { name: 'Voeg de rijen toe' }).press('Enter');
      await page.locator('.toast').getByText('2 deelnemers toegevoegd').waitFor();
      await page.getByRole('textbox', { name: 'Naam, rij 2', exact: true }).waitFor();
      await expect
        .poll(() => inputsOf(open, 'provider.update').at(-1))
        .toMatchObject({
          people: [
            { insz: people[0]?.insz, certificateObtained: true, certificateName: 'VCA' },
            { insz: people[1]?.insz, certificateObtained: false },
          ],
        });
    },
    sessionRoute,
    kept([]),
  );
});

test('what is wrong is told at the row and in the summary, which leads to the cell; nothing is sent', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      const cell = page.getByRole('textbox', { name: 'INSZ, rij 2', exact: true });
      await cell.fill('01020399646');
      await cell.press('Tab');
      await page.locator('tr.why').getByText('F0002-004').waitFor();
      await page.getByRole('button', { name: 'Verzend voor 4 deelnemers' }).press('Enter');
      const summary = page.locator('.error-summary');
      await summary.waitFor();
      await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
      await summary.getByRole('link').first().press('Enter');
      await expect.poll(() => cell.evaluate((input) => input === document.activeElement)).toBe(true);
      expect(inputsOf(open, 'provider.send')).toEqual([]);
    },
    sessionRoute,
    kept(people),
  );
});

test('a sound session is sent with one press in practice, after what was typed is saved', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      const title = page.getByLabel('Naam van de opleiding');
      await title.fill('Werken op hoogte, herhaling');
      await page.getByRole('button', { name: 'Verzend voor 4 deelnemers' }).press('Enter');
      await page.locator('.toast').getByText('De dienst aanvaardde alle deelnemers').waitFor();
      const order = open.asked.map(({ name }) => name).filter((name) => /provider\.(update|send)/.test(name));
      expect(order).toEqual(['provider.update', 'provider.send']);
    },
    sessionRoute,
    kept(people),
  );
});

test('in production sending is asked once more', async () => {
  await visit(
    async (open) => {
      await open.page.getByRole('button', { name: 'Verzend voor 4 deelnemers' }).press('Enter');
      const dialog = open.page.getByRole('dialog');
      await dialog.getByText('Deze sessie in productie verzenden?').waitFor();
      await open.page.locator('[role=dialog]:focus-within').waitFor();
      await open.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(inputsOf(open, 'provider.send')).toEqual([]);
      await open.page.getByRole('button', { name: 'Verzend voor 4 deelnemers' }).press('Enter');
      await dialog.getByRole('button', { name: 'Verzend voor 4 deelnemers' }).press('Enter');
      await open.page.locator('.toast').waitFor();
      await expect.poll(() => inputsOf(open, 'provider.send')).toEqual([{ id: id(800), confirmed: true }]);
    },
    sessionRoute,
    {
      ...kept(people),
      'app.state': { ...appState, environment: { name: 'production', kind: 'production' } },
    },
  );
});

test('after a lost answer nothing can be typed, and asking again is the one thing to do', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      await page.getByText('Het antwoord ging verloren').waitFor();
      await expect.poll(() => page.getByLabel('Naam van de opleiding').isDisabled()).toBe(true);
      await expect.poll(() => page.getByRole('button', { name: 'Deelnemer toevoegen' }).count()).toBe(0);
      await expect
        .poll(() => page.getByRole('button', { name: 'Vraag opnieuw wat ervan werd' }).count())
        .toBe(1);
    },
    `/training/sessions/${id(802)}`,
  );
});

test('a removed row gives the keyboard to the row in its place', async () => {
  await visit(
    async ({ page }) => {
      await page.getByRole('button', { name: 'Verwijder rij 1' }).press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'f-people-0-insz');
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Naam, rij 1', exact: true }).inputValue())
        .toBe(people[1]?.name);
    },
    sessionRoute,
    kept(people),
  );
});

test('what providers filed is adopted by keyboard, and rejected only with a reason', async () => {
  await visit(
    async (open) => {
      const { page } = open;
      await page.getByText('In uw register op dezelfde dagen: Werken op hoogte').waitFor();
      const first = page
        .getByRole('checkbox', { name: 'Bensoltane, Rania, Veilig werken op hoogte' })
        .first();
      await first.press('Space');
      await page.getByRole('button', { name: 'Neem 1 opleiding over' }).press('Enter');
      await page.locator('.toast').getByText('1 opleiding overgenomen').waitFor();
      await expect.poll(() => inputsOf(open, 'providerFiling.adopt')).toEqual([{ ids: [filings[0]?.id] }]);
      await first.press('Space');
      await page.getByRole('button', { name: 'Verwerp' }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Verwerp' }).press('Enter');
      await dialog.getByText('Schrijf de reden op.').waitFor();
      expect(inputsOf(open, 'providerFiling.reject')).toEqual([]);
      await dialog.getByLabel('Reden').fill('Niet gevolgd');
      await dialog.getByRole('button', { name: 'Verwerp' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect
        .poll(() => inputsOf(open, 'providerFiling.reject'))
        .toEqual([{ ids: [filings[0]?.id], reason: 'Niet gevolgd' }]);
    },
    '/training/from-providers',
    {
      'app.state': { ...appState, employerId: id(1) },
      'providerFiling.adopt': { done: 1, refused: 0 },
      'providerFiling.reject': { done: 1, refused: 0 },
    },
  );
});

test('without an employer in hand fetching says what to choose first', async () => {
  await visit(async (open) => {
    const button = open.page.getByRole('button', { name: 'Haal 2025 op' });
    await button.press('Enter');
    await open.page.getByText('Kies eerst een werkgever').waitFor();
    expect(inputsOf(open, 'providerFiling.fetch')).toEqual([]);
  }, '/training/from-providers');
});
