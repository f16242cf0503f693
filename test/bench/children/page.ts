// Opens the real page in a real Chromium over the real application: `page.js DIR PAGE_DIR`. Measures a navigation from
// its start until the state was answered and the heading stands on the screen and takes the focus.
import { gzippedKb } from '../gzipped.ts';
import { say } from './open-app.ts';
import { openWindow, until } from './watched-window.ts';

/** Runs in the page: milliseconds after the navigation at which an `h1` is shown and takes the focus. */
const watchHeading = `(() => {
  const look = () => {
    const heading = document.querySelector('h1');
    const box = heading?.getBoundingClientRect();
    if (!box || box.width === 0 || heading.textContent.trim() === '') return requestAnimationFrame(look);
    const before = document.activeElement;
    heading.focus({ preventScroll: true });
    if (document.activeElement !== heading) return requestAnimationFrame(look);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    window.benchUsableAt = performance.now();
  };
  requestAnimationFrame(look);
})();`;

const [dir = '', pageDir = ''] = process.argv.slice(2);
const { page, answeredAt, close } = await openWindow(dir, pageDir, 'app.state');
await page.context().addInitScript(watchHeading);
const scripts = new Set<string>();
page.on('response', (response) => {
  const { pathname } = new URL(response.url());
  if (pathname.endsWith('.js')) scripts.add(pathname.slice(1));
});
await page.waitForTimeout(1_000);
answeredAt.length = 0;
// The browser is warm, the page is loaded anew.
await page.reload();
// Asked over the debugger: the page's own policy allows no evaluation of text.
const asked = '({ origin: performance.timeOrigin, heading: window.benchUsableAt ?? 0 })';
let seen = { origin: 0, heading: 0 };
await until('a heading that takes the focus', async () => {
  seen = await page.evaluate<typeof seen>(asked);
  return seen.heading > 0 && answeredAt.length > 0;
});
const stateMs = (answeredAt[0] ?? 0) - seen.origin;
await page.waitForLoadState('networkidle');
const usableMs = Math.max(seen.heading, stateMs);
say({ usableMs, headingMs: seen.heading, stateMs, loadedKb: gzippedKb(pageDir, [...scripts]) });
await close();
