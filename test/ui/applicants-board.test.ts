// The board of applicants as it is used: by keyboard over thousands of requests, live, and with somebody at the counter.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicantColumn, ApplicantRequest } from '../../preload/contract/applicants.ts';
import { refuse } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { access, applicantRequest, boardAnswers, listed } from './fixtures/applicants-board.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const sizes: [ApplicantColumn, ApplicantRequest['state'], number][] = [
  ['asked', 'open', 1_500],
  ['approved', 'approved', 500],
  ['read', 'approved', 1_000],
  ['expired', 'expired', 1_200],
  ['refused', 'refused', 300],
  ['ended', 'ended', 500],
];

/** Five thousand; who is asked by number has a name in main already. */
function many(): ApplicantRequest[] {
  let number = 0;
  return sizes.flatMap(([column, state, count]) =>
    Array.from({ length: count }, (_, at) => {
      number += 1;
      return applicantRequest(number, {
        column,
        state,
        code: `${String(number).padStart(4, '0')}-AB12`,
        // Some take more lines than others.
        label:
          number % 3 === 0 ? 'balie aan de achterkant van het gebouw, bij de fietsen en de kleine trap' : '',
        name: column === 'asked' ? `Verzwegen ${at}` : `Gezien ${column} ${at}`,
        insz: '01020399645',
        accesses: column === 'approved' ? [access({})] : [],
      });
    }),
  );
}

const openBoard = (
  all: { now: ApplicantRequest[] },
  more: Parameters<OpenPage['answer']>[0] = {},
): Promise<OpenPage> =>
  openPage(browser, {
    folder,
    route: '/applicants',
    answers: {
      ...shellAnswers,
      ...boardAnswers(() => all.now),
      'app.state': { ...appState, employerId: id(1) },
      ...more,
    },
  });

const focused = ({ page }: OpenPage): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? '');

/** Where slips of a lane lie on each other or leave a gap, in whole pixels. */
const gaps = (lane: Element): number[] => {
  const boxes = [...lane.querySelectorAll('.slip')].map((slip) => slip.getBoundingClientRect());
  const sorted = boxes.sort((a, b) => a.top - b.top);
  return sorted.flatMap((box, at) => {
    const gap = Math.round(box.top - (sorted[at - 1]?.bottom ?? box.top));
    return gap === 0 ? [] : [gap];
  });
};

test('of five thousand requests only those in view are drawn, and the arrows lead from slip to slip and lane to lane', async () => {
  const all = { now: many() };
  const opened = await openBoard(all);
  const { page } = opened;
  await page.locator('.slip-link').first().waitFor();
  await expect.poll(() => page.locator('.board [role=status]').first().textContent()).toBe('5.000 aanvragen');
  await expect.poll(() => page.locator('.slip').count()).toBeLessThan(120);
  await expect.poll(() => page.locator('*').count()).toBeLessThan(1_500);

  await page.locator('.slip-link').first().focus();
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(opened)).toBe('Aanvraag 0031-AB12');
  await page.keyboard.press('End');
  await expect.poll(() => focused(opened)).toBe('Aanvraag 1500-AB12');
  await page.keyboard.press('Home');
  await expect.poll(() => focused(opened)).toBe('Aanvraag 0001-AB12');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(opened)).toBe('Gezien approved 1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(opened)).toBe('Gezien read 1');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focused(opened)).toBe('Gezien approved 1');
  // Each lane is one stop of Tab, with the act of the slip that it stands on.
  await expect
    .poll(() => page.locator('.lane').nth(1).locator('a[tabindex="0"], button[tabindex="0"]').count())
    .toBe(2);
  expect(await page.locator('.board').textContent()).not.toContain('Verzwegen');

  // One kind of those that are over, with its count.
  await page.locator('.lane-filters button', { hasText: 'Geweigerd' }).click();
  await expect.poll(() => page.locator('.lane').nth(3).locator('h3 .count').textContent()).toBe('300');

  // The words narrow all lanes; the arrow goes on to what was found.
  await page.locator('.slip-link').first().focus();
  await page.keyboard.press('/');
  await page.keyboard.type('approved 49');
  await expect.poll(() => page.locator('.board [role=status]').first().textContent()).toBe('11 aanvragen');
  // Words that nothing has, cleared: the field stays, and so does the focus in it.
  await page.keyboard.type('x');
  await page.getByText('Niets gevonden').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('approved 49');
  await expect.poll(() => page.locator('.board [role=status]').first().textContent()).toBe('11 aanvragen');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(opened)).toBe('Gezien approved 49');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain(`#/applicants/${all.now[1_549]?.id}`);
  await opened.close();
});

test('R reads and W withdraws, and the focus goes to the slip that comes in its place', async () => {
  const all = { now: many().filter(({ column }) => column === 'asked' || column === 'approved') };
  const change = (one: string, more: Partial<ApplicantRequest> | null): void => {
    all.now = all.now.flatMap((row) => (row.id !== one ? [row] : more === null ? [] : [{ ...row, ...more }]));
  };
  const opened = await openBoard(all, {
    'view.kept': ({ name }) => ({ kept: name === 'applicants-purpose' ? '"check"' : null }),
    'applicantAnswer.read': (input) => {
      change(input.id, { column: 'read' });
      return {};
    },
    'applicantRequest.withdraw': (input) => {
      change(input.id, { column: 'withdrawn', state: 'withdrawn' });
      return {};
    },
  });
  const { page } = opened;
  const changed = (): Promise<void> => opened.emit('applicant.changed', { ids: [], revision: 2 });
  await page.locator('.lane').nth(1).locator('.slip-link').nth(1).focus();
  await page.keyboard.press('r');
  await expect
    .poll(() => opened.asked.findLast(({ name }) => name === 'applicantAnswer.read')?.input)
    .toEqual({ id: all.now[1_501]?.id, purpose: 'check' });
  await changed();
  await expect.poll(() => focused(opened)).toBe('Gezien approved 2');
  await expect.poll(() => page.locator('.lane').nth(2).locator('.slip').count()).toBe(1);

  // What is not open to it says so, and nothing is asked.
  await page.keyboard.press('w');
  await page.locator('.toast', { hasText: 'alleen wat op goedkeuring wacht' }).waitFor();

  await page.locator('.lane').nth(0).locator('.slip-link').nth(3).focus();
  await page.keyboard.press('W');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('button', { name: 'Trek de aanvraag in' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => opened.asked.findLast(({ name }) => name === 'applicantRequest.withdraw')?.input)
    .toEqual({ id: all.now[3]?.id, expectedRevision: 1 });
  await changed();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focused(opened)).toBe('Aanvraag 0005-AB12');

  // Withdrawn elsewhere while it has the focus.
  change(all.now[4]?.id ?? '', null);
  await changed();
  await expect.poll(() => focused(opened)).toBe('Aanvraag 0006-AB12');
  // Each slip begins where the one before it ends.
  await expect.poll(() => page.locator('.lane').nth(0).evaluate(gaps)).toEqual([]);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('hidden, nothing of the requests is on the page, also after a restart; narrow, it is one list', async () => {
  const kept = new Map<string, string>();
  const all = { now: many().slice(1_400, 1_600) };
  const memory: Parameters<OpenPage['answer']>[0] = {
    'view.kept': ({ name }) => ({ kept: kept.get(name) ?? null }),
    'view.keep': ({ name, kept: text }) => {
      kept.set(name, text);
      return {};
    },
  };
  const first = await openBoard(all, memory);
  await first.page.locator('.slip-link').first().waitFor();
  await first.page.setViewportSize({ width: 700, height: 800 });
  const column = first.page.getByLabel('Kolom');
  await column.selectOption('approved');
  await expect.poll(() => first.page.locator('.lane').count()).toBe(1);
  await first.page.getByText('Gezien approved 3', { exact: true }).waitFor();
  await expect
    .poll(() => column.locator('option').allTextContents())
    .toEqual([
      'Gevraagd (100)',
      'Goedgekeurd (100)',
      'Gelezen (0)',
      'Geweigerd (0)',
      'Vervallen (0)',
      'Ingetrokken (0)',
      'Beëindigd (0)',
    ]);
  await first.page.getByRole('button', { name: 'Verberg bord' }).click();
  await expect.poll(() => first.page.locator('.slip').count()).toBe(0);
  expect(await first.page.locator('main').textContent()).not.toContain('Gezien');
  await first.close();

  const again = await openBoard(all, memory);
  const show = again.page.getByRole('button', { name: 'Toon bord' });
  await show.waitFor();
  expect(again.asked.map(({ name }) => name)).not.toContain('applicantRequest.list');

  // A lane that could not be read says so, not that it is empty; the others are there.
  again.answer({
    'applicantRequest.board': () => refuse('databaseBusy'),
    'applicantRequest.list': (input) =>
      input.column === 'approved' ? refuse('databaseBusy') : listed(all.now, input),
  });
  await show.click();
  const approved = again.page.locator('.lane').nth(1);
  await approved.getByRole('alert').waitFor();
  await expect.poll(() => approved.locator('h3').innerText()).toBe('Goedgekeurd');
  expect(await approved.innerText()).not.toContain('Niets');
  await expect.poll(() => again.page.locator('.lane').nth(0).locator('.slip').count()).toBeGreaterThan(0);
  again.answer({ 'applicantRequest.list': (input) => listed(all.now, input) });
  await approved.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter');
  await approved.getByText('Gezien approved 3', { exact: true }).waitFor();
  await expect.poll(() => approved.getByRole('alert').count()).toBe(0);
  await expect
    .poll(() => approved.locator('h3').evaluate((head) => head === document.activeElement))
    .toBe(true);
  expect(again.problems).toEqual([]);
  await again.close();
});
