// A person at the day of a site and at the search, over 100,000 presences: `presence-day.js DIR PAGE_DIR`. From each key until
// what it does is painted, by kind; the longest task of the page meanwhile and the most nodes it ever had. Then a plain page
// without our parts, with all rows in its memory, does the like.

import { say } from './open-app.ts';
import { plainPage } from './plain-presences.ts';
import { watchPaint } from './watch-paint.ts';
import { openWindow, until } from './watched-window.ts';

const dayLines = `document.querySelector('.day .loading-line') === null
  ? [document.querySelector('.day-filter [role="status"]'),
      ...[...document.querySelectorAll('.day .who')].slice(0, 3)].map((part) => part?.textContent).join()
    + [...document.querySelectorAll('.day .day-line[role="img"]')].slice(0, 3).map((line) => line.ariaLabel).join()
  : null`;
const searched = `document.querySelector('.grid-waiting') === null
  ? document.querySelector('.grid-foot')?.textContent + document.querySelector('tr[data-index]')?.textContent
  : null`;

const [dir = '', pageDir = ''] = process.argv.slice(2);
const { page, answeredAt, close } = await openWindow(dir, pageDir, 'presence.day');
await page.evaluate(`location.hash = '#/presences'`);
await page
  .locator('.day .day-line[role="img"]')
  .or(page.locator('.empty'))
  .first()
  .waitFor({ timeout: 60_000 });
await page.evaluate(watchPaint);

const percentile = (taken: readonly number[], part: number): number => {
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
const all = new Map<string, number[]>();
/** The part of it until main had answered. */
const answered = new Map<string, number[]>();

/** Presses a key, and goes on once what it does is painted. Nothing is asked twice: the page remembers answers. */
async function measured(kind: string, seen: string, key: string): Promise<void> {
  await page.evaluate(`void (window.benchTaken.length = 0, window.benchSeen = () => ${seen})`);
  answeredAt.length = 0;
  await page.keyboard.press(key);
  await until(
    `${kind}, ${key}, is painted`,
    async () => (await page.evaluate<number>('window.benchTaken.length')) > 0,
  );
  const [taken = Number.NaN] = await page.evaluate<number[]>('window.benchTaken');
  all.set(kind, [...(all.get(kind) ?? []), taken]);
  const began = await page.evaluate<number>('window.benchBegan');
  const [first = began] = answeredAt;
  answered.set(kind, [...(answered.get(kind) ?? []), first - began]);
}

const dayBefore = page.locator('.day-choice .row-of button').first();
const site = page.locator('.day-choice select');
for (let day = 1; day <= 20; day += 1) {
  await dayBefore.focus();
  await measured('day', dayLines, 'Enter');
  await site.focus();
  await measured('site', dayLines, day % 2 === 1 ? 'ArrowDown' : 'ArrowUp');
}
// Letters that the name of the employer does not have: each narrows the lines.
const dayFilter = page.locator('.day-filter input').first();
if ((await dayFilter.count()) > 0)
  for (const word of ['la', 'po', 'te', 'wi', 'jn']) {
    await dayFilter.fill('');
    await page.waitForTimeout(300);
    for (const letter of word) await measured('dayLetter', dayLines, letter);
  }

await page.evaluate(`location.hash = '#/presences/search'`);
const firstCell = page.locator('[data-place="0-1"]');
await firstCell.waitFor({ timeout: 60_000 });
const words = page.locator('.filters input[type="search"]').first();
const state = page.locator('.filters select').first();
for (const word of ['la', 'po', 'te', 'wi', 'jn', 'lt']) {
  await words.fill('');
  await state.selectOption('');
  await page.waitForTimeout(500);
  await words.focus();
  for (const letter of word) await measured('searchLetter', searched, letter);
  await state.focus();
  for (const _ of ['valid', 'invalid']) await measured('searchState', searched, 'ArrowDown');
}

const figures = Object.fromEntries(
  [...all].flatMap(([kind, taken]) => [
    [`${kind}P75Ms`, percentile(taken, 0.75)],
    [`${kind}MaxMs`, Math.max(...taken)],
    [`${kind}AnswerMs`, percentile(answered.get(kind) ?? [], 0.75)],
  ]),
);
const allP75Ms = percentile([...all.values()].flat(), 0.75);
const nodes = await page.evaluate<number>(
  "Math.max(window.benchNodes, document.querySelectorAll('*').length)",
);
const longestTaskMs = await page.evaluate<number>('window.benchLongest');
const plain = await plainPage(page);
say({ ...figures, allP75Ms, longestTaskMs, nodes, ...plain });
await close();
