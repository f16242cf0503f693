// The history in use: found while typing, filtered, opened, verified, exported, and a long list.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, refuse } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { importAnswers } from './fixtures/employer-import.ts';
import { events, historyAnswers } from './fixtures/history.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

async function visit(use: (open: OpenPage) => Promise<void>, more: Answers = {}): Promise<void> {
  const answers = { ...shellAnswers, ...historyAnswers, ...more };
  const open = await openPage(browser, { folder, answers, route: '/history' });
  await open.page.locator('.row-name').first().waitFor();
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
type Search = {
  text: string;
  kinds: string[];
  from: string | null;
  to: string | null;
  employerId: string | null;
};
const searches = (open: OpenPage): Search[] =>
  open.asked.filter((call) => call.name === 'history.search').map((call) => call.input as Search);

test('what is typed is found after a pause in the typing, without a button', async () => {
  await visit(async (open) => {
    const before = searches(open).length;
    await open.page.getByRole('searchbox').focus();
    // Letter by letter without a pause, however busy the machine: no timer of the page runs out in between.
    await open.page.evaluate(async (word) => {
      for (const letter of word) {
        document.execCommand('insertText', false, letter);
        await null;
      }
    }, 'kraaiveld');
    await open.page.getByText('1 gebeurtenis', { exact: true }).waitFor();
    await expect.poll(() => open.page.locator('.row-name').count()).toBe(1);
    await expect.poll(() => searches(open).at(-1)?.text).toBe('kraaiveld');
    expect(searches(open)).toHaveLength(before + 1);
  });
});

test('nothing found offers to clear the filters, which brings everything back', async () => {
  await visit(async (open) => {
    await open.page.getByRole('searchbox').fill('zzz');
    await open.page.getByRole('button', { name: 'Filters wissen' }).click();
    await open.page.locator('.row-name').first().waitFor();
    await expect.poll(() => open.page.getByRole('searchbox').inputValue()).toBe('');
    await expect.poll(() => open.page.locator('.row-name').count()).toBe(events.length);
  });
});

test('a kind and a period are chosen by keyboard, shown as tags and taken off again', async () => {
  await visit(async (open) => {
    await open.page.getByRole('button', { name: 'Soort' }).press('Enter');
    await open.page.getByRole('checkbox', { name: 'Opleidingen' }).press('Space');
    await open.page.keyboard.press('Escape');
    await expect.poll(() => open.page.locator('.row-name').count()).toBe(1);
    await expect.poll(() => searches(open).at(-1)?.kinds).toContain('training.submitted');
    await open.page.getByRole('button', { name: 'Periode' }).press('Enter');
    await open.page.getByLabel('Van', { exact: true }).fill('1/6/2025');
    await open.page.keyboard.press('Tab');
    await expect.poll(() => searches(open).at(-1)?.from).toBe('2025-06-01');
    await open.page.keyboard.press('Escape');
    await open.page.getByRole('button', { name: 'Verwijder filter Opleidingen' }).press('Enter');
    await expect.poll(() => searches(open).at(-1)?.kinds).toEqual([]);
    await expect.poll(() => open.page.locator('.tag').count()).toBe(1);
  });
});

test('the employer in hand is the one that is searched, and the page says which', async () => {
  await visit(
    async (open) => {
      await open.page.getByText('voor Schoonmaak De Berk').waitFor();
      await expect.poll(() => searches(open).at(-1)?.employerId).toBe(id(1));
    },
    { 'app.state': { ...appState, employerId: id(1) } },
  );
});

test('an event opened by Enter shows what was kept, its texts on request, and both fingerprints', async () => {
  await visit(async (open) => {
    await open.page.locator('td[tabindex="0"]').focus();
    await open.page.keyboard.press('Enter');
    const panel = open.page.getByRole('complementary').last();
    await panel.getByText('90.23.15-997.22').waitFor();
    await expect.poll(() => panel.locator('.hash').count()).toBeGreaterThanOrEqual(3);
    await expect.poll(() => panel.locator('pre').first().isVisible()).toBe(false);
    await panel.locator('summary').first().press('Enter');
    await expect.poll(() => panel.locator('pre').first().textContent()).toContain('"endDate": "2025-05-11"');
    await panel.getByRole('button', { name: 'Sluit deze gebeurtenis' }).press('Enter');
    await expect.poll(() => open.page.evaluate(() => document.activeElement?.tagName)).toBe('TD');
  });
});

test('an erased event says why its content is gone and still shows its place', async () => {
  await visit(async (open) => {
    await open.page.locator('.row-name').nth(10).click();
    const panel = open.page.getByRole('complementary').last();
    await panel.getByText('bewaartermijn').waitFor();
    await panel.locator('.hash').last().waitFor();
  });
});

test('verifying says that nothing was altered, or names chain, place and kind of each damage', async () => {
  await visit(async (open) => {
    const verify = open.page.getByRole('button', { name: 'Kijk na of alles ongewijzigd is' });
    await verify.click();
    await open.page.getByText('Er is niets gewijzigd.').waitFor();
    open.answer({
      'history.verify': {
        events: 40,
        chains: 2,
        erased: 0,
        intact: false,
        problems: [{ problem: 'missing', chain: id(1), position: 15 }],
      },
    });
    await verify.click();
    await open.page.getByText('Keten van Schoonmaak De Berk, plaats 15').waitFor();
    await expect.poll(() => open.page.getByText('Er is niets gewijzigd.').count()).toBe(0);
  });
});

test('an export says where it was saved; one that is given up says nothing; a failure says what to do', async () => {
  await visit(async (open) => {
    const save = open.page.getByRole('button', { name: 'Exporteer' });
    open.answer({ 'history.export': { saved: false, name: '', events: 0 } });
    await save.click();
    await expect.poll(() => open.asked.filter((call) => call.name === 'history.export').length).toBe(1);
    expect(await open.page.locator('.toast').count()).toBe(0);
    open.answer({ 'history.export': refuse('diskFull', 'safe') });
    await save.click();
    await open.page.getByRole('alert').waitFor();
    open.answer(historyAnswers);
    await save.click();
    await open.page.locator('.toast').getByText('history-2025-06-12.jsonl').waitFor();
    await expect.poll(() => open.page.getByRole('alert').count()).toBe(0);
  });
});

test('a hundred thousand events scroll to the last with few nodes on the page', async () => {
  const total = 100_000;
  const first = events[0];
  if (first === undefined) throw new Error('the fixture has events');
  await visit(
    async (open) => {
      await open.page.locator('td[tabindex="0"]').focus();
      await open.page.keyboard.press('Control+End');
      await open.page.getByText('Gebeurtenis 99999').waitFor();
      await expect
        .poll(() => open.page.evaluate(() => document.querySelectorAll('*').length))
        .toBeLessThan(2_500);
      await open.page.locator('.grid-scroll').evaluate((element) => element.scrollTo(0, 0));
      await open.page.getByText('Gebeurtenis 0', { exact: true }).waitFor();
    },
    {
      'history.search': ({ page, pageSize }) => ({
        rows: Array.from({ length: pageSize }, (_, index) => {
          const number = (page - 1) * pageSize + index;
          return { ...first, id: id(1_000_000 + number), summary: `Gebeurtenis ${number}` };
        }),
        total,
        page,
        pageSize,
      }),
    },
  );
});

test('an import of a list can be undone beside its event', async () => {
  const [first] = events;
  if (first === undefined) throw new Error('no event');
  const found = { ...first, kind: 'employer.listImported', summary: 'klanten 2025.csv · +187 · ±6' };
  const more: Answers = {
    ...importAnswers,
    'history.search': { rows: [found], total: 1, page: 1, pageSize: 50 },
    'history.show': {
      event: found,
      payload: { importId: id(901), file: 'klanten 2025.csv', rows: 212, added: 187 },
      previousHash: '17'.repeat(32),
    },
  };
  await visit(async (open) => {
    await open.page.locator('.row-name').first().click();
    await open.page.locator('.panel.beside', { hasText: 'Bestand' }).waitFor();
    await open.page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
    await open.page.getByRole('dialog').getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
    await expect
      .poll(() => open.asked.filter(({ name }) => name === 'employerImport.undo').map(({ input }) => input))
      .toEqual([{ importId: id(901) }]);
  }, more);
});

test('an enterprise number in what happened is written as everywhere else', async () => {
  const [first] = events;
  if (first === undefined) throw new Error('no event');
  const added = { ...first, kind: 'employer.added', summary: 'Schoonmaak De Berk 0999999130' };
  await visit(
    async (open) => {
      await open.page.getByText('Schoonmaak De Berk 0999.999.130').waitFor();
    },
    { 'history.search': { rows: [added], total: 1, page: 1, pageSize: 50 } },
  );
});
