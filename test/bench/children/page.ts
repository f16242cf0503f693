// Opens the real page in a real Chromium over the real application: `page.js DIR PAGE_DIR`. Measures a navigation from
// its start until the state was answered and the heading stands on the screen and takes the focus.
import { join } from 'node:path';
import { createChromiumHost } from '../../../main/host/chromium.ts';
import { findChromium } from '../../../main/host/chromium-find.ts';
import { newId } from '../../../main/platform/ids.ts';
import { gzippedKb } from '../gzipped.ts';
import { openApp, say } from './open-app.ts';

// As root in a container Chromium's own sandbox cannot start.
if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';

const [dir = '', pageDir = ''] = process.argv.slice(2);
const executable = findChromium();
if (executable === null) throw new Error('no Chromium, Chrome or Edge is installed: run npm run setup');

/** Runs in the page: epoch milliseconds at which an `h1` is shown and has or takes the focus. */
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

const { app } = await openApp(dir);
let stateAnsweredAt = 0;
const host = await createChromiumHost({
  app: {
    ...app,
    async dispatch(sender, json) {
      const answer = await app.dispatch(sender, json);
      if (stateAnsweredAt === 0 && json.includes('"app.state"')) stateAnsweredAt = Date.now();
      return answer;
    },
  },
  executable,
  pageDir,
  tempDir: join(dir, 'temp'),
  newId,
  monotonic: () => performance.now(),
  linkHosts: [],
  closed: () => undefined,
  headless: true,
  onPage: (page) => void measure(page),
});
if (!host.ok) throw new Error(host.failure.code);
const window = host.value;
app.attachHost(window, window.trusts);
await window.openWindow();

type Page = Parameters<NonNullable<Parameters<typeof createChromiumHost>[0]['onPage']>>[0];

/** The browser is warm, the page is loaded anew. */
async function measure(page: Page): Promise<void> {
  await page.context().addInitScript(watchHeading);
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname.slice(1));
  });
  stateAnsweredAt = 0;
  await page.reload();
  // Asked over the debugger: the page's own policy allows no evaluation of text.
  const asked = '({ origin: performance.timeOrigin, heading: window.benchUsableAt ?? 0 })';
  let seen = { origin: 0, heading: 0 };
  const giveUpAt = Date.now() + 20_000;
  while (seen.heading === 0 || stateAnsweredAt === 0) {
    if (Date.now() > giveUpAt) throw new Error(`not usable: ${JSON.stringify({ ...seen, stateAnsweredAt })}`);
    await page.waitForTimeout(20);
    seen = await page.evaluate<typeof seen>(asked);
  }
  const { origin, heading } = seen;
  const stateMs = stateAnsweredAt - origin;
  await page.waitForLoadState('networkidle');
  const usableMs = Math.max(heading, stateMs);
  say({ usableMs, headingMs: heading, stateMs, loadedKb: gzippedKb(pageDir, [...scripts]) });
  await window.close();
  await app.close();
}
