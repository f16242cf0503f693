// Opens the real page in a real Chromium over the real application: `page.js DIR PAGE_DIR`. Measures a navigation from
// its start until the state was answered and the heading stands on the screen and takes the focus.
import { createChromiumHost } from '../../../main/host/chromium.ts';
import { findChromium } from '../../../main/host/chromium-find.ts';
import { newId } from '../../../main/platform/ids.ts';
import { openApp, peakMb, say } from './open-app.ts';

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
const script: { bytes: number; name: string }[] = [];
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
  tempDir: `${dir}/temp`,
  newId,
  monotonic: () => performance.now(),
  linkHosts: [],
  closed: () => undefined,
  headless: true,
  onPage: (page) => void (async () => measure(page))(),
});
if (!host.ok) throw new Error(host.failure.code);
const window = host.value;
app.attachHost(window, window.trusts);

type Page = Parameters<NonNullable<Parameters<typeof createChromiumHost>[0]['onPage']>>[0];
async function measure(page: Page): Promise<void> {
  await page.context().addInitScript(watchHeading);
  page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) script.push({ name: response.url(), bytes: 0 });
  });
  const usable: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    stateAnsweredAt = 0;
    script.length = 0;
    await page.reload();
    await page.waitForFunction('window.benchUsableAt > 0');
    const { origin, heading } = await page.evaluate<{ origin: number; heading: number }>(
      '({ origin: performance.timeOrigin, heading: window.benchUsableAt })',
    );
    usable.push(Math.max(heading, stateAnsweredAt - origin));
  }
  const names = [...new Set(script.map(({ name }) => new URL(name).pathname))];
  say({ usableMs: Math.max(...usable), names, peakMb: peakMb() });
  await window.close();
  await app.close();
}
await window.openWindow();
