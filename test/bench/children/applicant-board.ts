// A person at the board of 5,000 requests: `applicant-board.js DIR PAGE_DIR`. From each key until what it does is painted, by kind; the
// longest task of the page meanwhile and the most nodes it ever had.

import { say } from './open-app.ts';
import { watchPaint } from './watch-paint.ts';
import { openWindow, until } from './watched-window.ts';

const [dir = '', pageDir = ''] = process.argv.slice(2);
const { page, answeredAt, close } = await openWindow(dir, pageDir, 'applicantRequest.list');
await page.evaluate(`location.hash = '#/applicants'`);
await page.locator('.slip-link').first().waitFor({ timeout: 60_000 });
await page.evaluate(watchPaint);

/** Where the focus stands. */
const reached = 'document.activeElement?.dataset.id ?? null';
/** All lanes and the sum above them say the same: what was typed has arrived everywhere. */
const narrowed = `(() => {
  const number = (part) => Number(part?.textContent.replace(/\\D/g, ''));
  const lanes = [...document.querySelectorAll('.lane h3 .count')].map(number);
  const shown = document.querySelector('.board .filters [role="status"]');
  if (document.querySelector('.lane .loading-line') !== null) return null;
  if (lanes.length > 0 && lanes.reduce((sum, one) => sum + one, 0) !== number(shown)) return null;
  return shown.textContent + [...document.querySelectorAll('.lane li:first-child b')].map((b) => b.textContent).join();
})()`;
const lastLane = `document.querySelector('.lane:last-child .loading-line') === null
  ? document.querySelector('.lane:last-child h3 .count').textContent + document.querySelector('.lane:last-child b')?.textContent
  : null`;

const percentile = (taken: readonly number[], part: number): number => {
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
const all = new Map<string, number[]>();

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
}

await page.locator('.slip-link').first().focus();
for (let step = 0; step < 30; step += 1) await measured('arrow', reached, 'ArrowDown');
for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'])
  await measured('lane', reached, key);
for (let step = 0; step < 15; step += 1) await measured('page', reached, 'PageDown');
for (const key of ['End', 'Home', 'End', 'Home']) await measured('end', reached, key);

const chip = page.locator('.lane-filters button').first();
await chip.focus();
// The space bar acts as it is let go, at once after it was pressed.
for (let press = 0; press < 8; press += 1) await measured('kind', lastLane, 'Space');

const words = page.locator('.board input[type="search"]');
// Each letter narrows: what stands there changes.
for (const word of ['ke', 'aa', 'te', 'li', 'ka', 'fo', 'me', 'no', 'ro']) {
  await words.fill('');
  await until('all are shown again', () => page.evaluate<boolean>(`(${narrowed})?.startsWith('5') === true`));
  await words.focus();
  for (const letter of word) await measured('letter', narrowed, letter);
}

const figures = Object.fromEntries(
  [...all].flatMap(([kind, taken]) => [
    [`${kind}P75Ms`, percentile(taken, 0.75)],
    [`${kind}MaxMs`, Math.max(...taken)],
  ]),
);
const allP75Ms = percentile([...all.values()].flat(), 0.75);
const nodes = await page.evaluate<number>(
  "Math.max(window.benchNodes, document.querySelectorAll('*').length)",
);
const longestTaskMs = await page.evaluate<number>('window.benchLongest');
say({ ...figures, allP75Ms, longestTaskMs, nodes });
await close();
