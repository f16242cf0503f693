// A person in the register of trainings: `grid.js DIR PAGE_DIR`. From each key or turn of the wheel until what it does is
// painted, by kind; the longest task of the page meanwhile and the most nodes it ever had.
import { say } from './open-app.ts';
import { openWindow, until } from './watched-window.ts';

/**
 * Runs in the page. Looks at what the person sees before the event is handled, and before each paint after it until it is
 * something else. A message sent from a frame's callback arrives once that frame is painted.
 */
const watch = `(() => {
  window.benchTaken = [];
  window.benchLongest = 0;
  window.benchNodes = 0;
  const inHand = () => {
    const at = document.activeElement;
    if (!at?.matches('[data-place]:not(.grid-waiting), input')) return null;
    return [at.dataset.place, at.closest('tr')?.ariaSelected, at.value].join();
  };
  const inView = () =>
    document.querySelector('.grid-waiting') === null
      ? (document.querySelector('tr[data-index]')?.dataset.index ?? null)
      : null;
  const time = (event, seen) => {
    const before = seen();
    const look = () => {
      const now = seen();
      if (now === null || now === before) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.benchTaken.push(performance.now() - event.timeStamp);
        window.benchNodes = Math.max(window.benchNodes, document.querySelectorAll('*').length);
      };
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  const isModifier = (key) => ['Control', 'Shift', 'Alt', 'Meta'].includes(key);
  window.addEventListener('keydown', (event) => isModifier(event.key) || time(event, inHand), true);
  window.addEventListener('wheel', (event) => time(event, inView), { capture: true, passive: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchLongest = Math.max(window.benchLongest, duration);
  }).observe({ type: 'longtask' });
})();`;

const [dir = '', pageDir = ''] = process.argv.slice(2);
const { page, close } = await openWindow(dir, pageDir, 'training.list');
await page.evaluate(`location.hash = '#/training'`);
const first = page.locator('[data-place="0-1"]');
await first.waitFor({ timeout: 60_000 });
const grid = page.locator('[role="grid"]');
const rowCount = async (): Promise<number> => Number(await grid.getAttribute('aria-rowcount')) - 1;
const rows = await rowCount();
await page.evaluate(watch);

const percentile = (taken: readonly number[], part: number): number => {
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
const all: number[] = [];
const figures: Record<string, number> = { rows };

/** Does one thing after the other, each once what the one before did is painted. */
async function measured(kind: string, acts: readonly (() => Promise<void>)[]): Promise<void> {
  await page.evaluate('void (window.benchTaken.length = 0)');
  for (const [at, act] of acts.entries()) {
    await act();
    await until(
      `${kind}, number ${at + 1}, is painted`,
      async () => (await page.evaluate<number>('window.benchTaken.length')) > at,
    );
  }
  const taken = await page.evaluate<number[]>('window.benchTaken');
  all.push(...taken);
  figures[`${kind}P75Ms`] = percentile(taken, 0.75);
  figures[`${kind}MaxMs`] = Math.max(...taken);
}
const keys = (count: number, ...each: string[]) =>
  Array.from({ length: count }, () => each)
    .flat()
    .map((key) => () => page.keyboard.press(key));
/** The wheel turns anew once the list stands still. */
const turns = (count: number, pixels: number) =>
  Array.from({ length: count }, () => async () => {
    await page.waitForTimeout(200);
    await page.mouse.wheel(0, pixels);
  });

await first.focus();
await measured('arrow', keys(60, 'ArrowDown'));
await measured('page', keys(40, 'PageDown'));
await measured('ends', keys(10, 'Control+End', 'Control+Home'));
await measured('chooseAll', keys(10, 'Control+a'));
await measured('choose', keys(20, ' ', 'ArrowDown'));

await page.locator('.filters input[type="search"]').first().focus();
await measured('filter', keys(1, ...'deel 7'));
// The pause after the last letter is the page's own, so that it asks once for a word.
const typedAt = performance.now();
await until('the list is narrowed', async () => (await rowCount()) < rows);
figures['narrowedMs'] = performance.now() - typedAt;
await measured('unfilter', keys(6, 'Backspace'));
await until('the list is whole again', async () => (await rowCount()) === rows);

const box = await page.locator('.grid-scroll').boundingBox();
if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
await measured('wheel', [...turns(20, 900), ...turns(20, 60_000)]);
const nodes = await page.evaluate<number>(
  "Math.max(window.benchNodes, document.querySelectorAll('*').length)",
);
const longestTaskMs = await page.evaluate<number>('window.benchLongest');
say({ ...figures, allP75Ms: percentile(all, 0.75), allP99Ms: percentile(all, 0.99), longestTaskMs, nodes });
await close();
