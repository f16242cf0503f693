// The shell by keyboard, the palette, the employer in hand, offline, and what is asked when something changed.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuse } from '../support/page-answers.ts';
import { axeFindings } from '../support/page-looks.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, employer, id, shellAnswers } from './fixtures/app-state.ts';
import { todayAnswers } from './fixtures/today.ts';

let browser: Browser;
let folder: string;
let stop: (() => Promise<void>) | undefined;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop?.());

const answers = {
  ...shellAnswers,
  ...todayAnswers,
  'practice.faults': { faults: [] },
  'practice.setDate': {},
};

async function visit(
  route: string,
  use: (open: OpenPage) => Promise<void>,
  more: object = {},
): Promise<void> {
  const open = await openPage(browser, { folder, answers: { ...answers, ...more }, route });
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('Tab walks from the skip link through the menu, and the skip link leads to the content', async () => {
  await visit('/', async ({ page }) => {
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedText(page)).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
  await visit('/', async ({ page }) => {
    const walked: string[] = [];
    for (let press = 0; press < 13; press++) {
      await page.keyboard.press('Tab');
      walked.push(await focusedText(page));
    }
    const today = 'Vandaag1111 zaken vragen uw aandacht';
    expect(walked.slice(0, 4)).toEqual(['Naar de inhoud', 'Wijzig de datum', today, 'Werkgevers']);
    expect(walked).toContain('Instellingen');
  });
});

test('a place is reached by keys and takes the focus to its heading', async () => {
  await visit('/', async ({ page }) => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Instellingen', level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await expect.poll(() => page.title()).toBe('Instellingen – Sociodesk');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
    await page.locator('[role=dialog]:focus-within').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

test('Ctrl+K finds pages without their accents and records by what main finds', async () => {
  const found = {
    found: [
      {
        kind: 'worker',
        id: id(7),
        title: 'Bensoltane, Rania',
        subtitle: 'Schoonmaak De Berk',
        path: '/nowhere',
      },
    ],
  };
  await visit(
    '/',
    async ({ page, asked, answer }) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Zoeken' }).waitFor();
      await page.keyboard.type('bens');
      await page.getByRole('menuitem', { name: 'Bensoltane, Rania' }).waitFor();
      expect(asked.filter((one) => one.name === 'app.find').length).toBeGreaterThan(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Pagina niet gevonden' }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      // Also a page that was loaded before takes the focus from the menu.
      answer({ 'app.find': { found: [] } });
      await page.locator('.nav a[href="#/workers"]').focus();
      await page.keyboard.press('Control+k');
      await page.waitForFunction(() => document.activeElement?.classList.contains('palette-input'));
      await page.keyboard.type('vandaag');
      await page.locator('.palette-list [data-focused]', { hasText: 'Vandaag' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        () => document.activeElement?.tagName === 'H1' && document.activeElement.textContent === 'Vandaag',
      );
    },
    { 'app.find': found },
  );
});

test('the chosen employer is kept in main, and the pages ask again for it', async () => {
  await visit('/', async ({ page, asked, answer, emit }) => {
    await page.getByRole('button', { name: 'Alle werkgevers' }).click();
    await page.getByRole('option', { name: 'Schoonmaak De Berk' }).click();
    await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    await expect
      .poll(() => asked)
      .toContainEqual({ name: 'settings.update', input: { employerId: employer.id } });
    answer({ 'app.state': { ...appState, employerId: employer.id } });
    await emit('app.changed', { ids: [], revision: 2 });
    await page.getByRole('button', { name: 'Schoonmaak De Berk 0999.999.130' }).waitFor();
    await expect
      .poll(() => asked)
      .toContainEqual({ name: 'outbox.status', input: { employerId: employer.id } });
  });
});

test('offline is said in the header, and everything stays in place', async () => {
  await visit('/', async ({ page, answer, emit }) => {
    await page.locator('.task').first().waitFor();
    answer({ 'app.state': { ...appState, online: 'offline' } });
    await emit('app.changed', { ids: [], revision: 2 });
    await page.locator('.online.off').waitFor();
    await expect.poll(() => page.locator('.task').count()).toBeGreaterThan(5);
  });
});

test('each number in the menu says what it counts', async () => {
  await visit('/', async ({ page }) => {
    const { outbox: count } = appState.counts;
    const words = `${count} ${count === 1 ? 'werknemerjaar' : 'werknemerjaren'} in het postvak uit`;
    await page.getByRole('link', { name: `Postvak uit ${words}` }).waitFor();
    await expect.poll(() => page.locator('.nav a[href="#/outbox"] .count').getAttribute('title')).toBe(words);
  });
});

test('who lacks everything is told what to begin with, not that it cannot wait', async () => {
  const lines = ['noCertificate', 'noEmployer'].map((key) => ({
    id: key,
    when: 'today',
    tone: 'plain',
    key,
    params: {},
    path: '/connection',
  }));
  await visit(
    '/',
    async ({ page, answer, emit }) => {
      const lead = page.locator('.page-head p');
      await lead.waitFor();
      await expect.poll(() => lead.textContent()).toContain('2 zaken om mee te beginnen');
      const refused = { ...lines[0], id: 'refused', tone: 'bad', key: 'refused', params: { count: 1 } };
      answer({
        'today.list': { date: '2025-06-12', lines: [...lines, refused], services: [], certificates: [] },
      } as object);
      await emit('training.changed', { ids: [], revision: 2 });
      await page.getByText('Eén zaak kan niet wachten tot morgen').waitFor();
    },
    { 'today.list': { date: '2025-06-12', lines, services: [], certificates: [] } },
  );
});

test('the first page after the welcome takes the focus', async () => {
  await visit(
    '/',
    async ({ page, answer, emit }) => {
      const act = page.locator('.wizard-acts .button');
      await act.waitFor();
      answer({ 'app.state': appState, 'settings.update': {} });
      await act.press('Enter');
      await emit('app.changed', { ids: [], revision: 2 });
      await page.getByRole('heading', { name: 'Vandaag', level: 1 }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    },
    { 'app.state': { ...appState, firstRun: true } },
  );
});

test('a change of trainings is read again on Today, one of history is not asked twice', async () => {
  await visit('/', async ({ page, asked, emit }) => {
    await page.locator('.task').first().waitFor();
    const before = asked.filter((one) => one.name === 'today.list').length;
    await emit('training.changed', { ids: [], revision: 9 });
    await expect.poll(() => asked.filter((one) => one.name === 'today.list').length).toBe(before + 1);
  });
});

test('what main cannot read is said in words, with a way to try again', async () => {
  await visit(
    '/',
    async ({ page, answer }) => {
      await page.getByText('De gegevens zijn even in gebruik.').waitFor();
      answer(todayAnswers);
      await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
      await page.locator('.task').first().waitFor();
    },
    { 'today.list': refuse('databaseBusy', 'safe') },
  );
});

test('the language changes without a reload, in the page, its language mark and its title', async () => {
  await visit('/settings', async ({ page, answer, emit }) => {
    await page.evaluate(() => {
      document.body.dataset['same'] = 'yes';
    });
    answer({ 'app.state': { ...appState, language: 'fr' } });
    await page.getByLabel('Français').click();
    await emit('app.changed', { ids: [], revision: 2 });
    await page.getByRole('heading', { name: 'Paramètres', level: 1 }).waitFor();
    await page.waitForFunction(() => document.documentElement.lang === 'fr-BE');
    await expect.poll(() => page.title()).toBe('Paramètres – Sociodesk');
    await expect.poll(() => page.evaluate(() => document.body.dataset['same'])).toBe('yes');
  });
});

test('an unreadable practice date is refused with the focus on the summary and sends nothing', async () => {
  await visit('/settings/practice', async ({ page, asked }) => {
    await page.getByLabel('Oefendatum', { exact: true }).fill('31/2/2025');
    await page.getByRole('button', { name: 'Stel de datum in' }).click();
    await page.waitForFunction(() => document.activeElement?.className === 'error-summary');
    expect(asked.some((one) => one.name === 'practice.setDate')).toBe(false);
    await page.getByLabel('Oefendatum', { exact: true }).fill('1/1/2026');
    await page.getByRole('button', { name: 'Stel de datum in' }).click();
    await page.getByText('In de oefenomgeving is het nu 1 januari 2026.').waitFor();
    await expect
      .poll(() => asked)
      .toContainEqual({ name: 'practice.setDate', input: { date: '2026-01-01' } });
  });
});

test('a page that cannot be loaded says so and can be loaded again; other pages still work', async () => {
  const open = await openPage(browser, { folder, answers, route: '/' });
  const { page } = open;
  const pieces = '**/assets/person-page*.js';
  await page.route(pieces, (route) => route.abort());
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  const failed = page.getByRole('heading', { name: 'Deze pagina kon niet geladen worden', level: 1 });
  await failed.waitFor();
  expect(await axeFindings(open)).toEqual([]);
  await page.locator('.nav a[href="#/"]').click();
  await failed.waitFor({ state: 'detached' });
  await page.locator('.page-head').waitFor();
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await failed.waitFor();
  await page.unroute(pieces);
  await page.getByRole('button', { name: 'Laad opnieuw' }).press('Enter');
  await page.getByRole('heading', { name: 'Instellingen', level: 1 }).waitFor();
  await open.close();
});
