// Two windows beside the app's own: a hidden one that prints, and one for pages of the practice environment. Each is
// a browser process of its own, without the bridge.
import type { BrowserContext, Page } from 'playwright-core';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { quietSwitches } from './chromium-switches.ts';
import { originOf } from './security.ts';

/** How long the hidden window stays after a document, for the next one of the same work. */
const idleMs = 3_000;

/**
 * Prints A4, tagged for screen readers, one document after the other. The text's own scripts and references are dead: nothing is
 * fetched.
 */
export function createPrinter(launch: () => Promise<BrowserContext>) {
  let kept: { context: BrowserContext; page: Page } | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = (): void => {
    void kept?.context.close().catch(() => {});
    kept = null;
  };
  const print = async (html: string): Promise<Result<Uint8Array>> => {
    clearTimeout(idle);
    try {
      kept ??= await opened(launch);
      const cdp = await kept.context.newCDPSession(kept.page);
      await cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
      const { frameTree } = await cdp.send('Page.getFrameTree');
      await cdp.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
      const pdf = await kept.page.pdf(onPaper);
      await cdp.detach();
      idle = setTimeout(close, idleMs).unref();
      return ok(pdf);
    } catch {
      close();
      return fail('notSupportedHere');
    }
  };
  return (html: string): Promise<Result<Uint8Array>> => {
    const next = last.then(() => print(html));
    last = next;
    return next;
  };
}

const onPaper = {
  format: 'A4',
  tagged: true,
  outline: true,
  printBackground: true,
  preferCSSPageSize: true,
} as const;

async function opened(
  launch: () => Promise<BrowserContext>,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await launch();
  await context.route('**/*', (route) => route.abort());
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

type PracticeWindow = { context: BrowserContext; page: Page; origin: string };

/**
 * One window for all pages of practice: what is asked for next opens in it and it comes forward. Presses that come together wait for
 * each other.
 */
export function createPracticeWindow(launch: (switches: readonly string[]) => Promise<BrowserContext>) {
  let kept: PracticeWindow | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const show = async (url: string): Promise<Result<void>> => {
    try {
      // The service has another port after each of its starts, and a window shows one origin alone.
      if (kept === null || kept.page.isClosed() || kept.origin !== originOf(url)) {
        void kept?.context.close().catch(() => {});
        kept = await practiceWindow(launch, url);
      }
      await kept.page.goto(url);
      await kept.page.bringToFront();
      return ok(undefined);
    } catch {
      return fail('connectionRefused', { retry: 'safe' });
    }
  };
  return (url: string): Promise<Result<void>> => {
    const next = last.then(() => show(url));
    last = next;
    return next;
  };
}

/** Loopback is the one address that this window's resolver knows, and the one origin that it may show. */
async function practiceWindow(
  launch: (switches: readonly string[]) => Promise<BrowserContext>,
  url: string,
): Promise<PracticeWindow> {
  const { hostname } = new URL(url);
  const loopbackOnly = quietSwitches.map((entry) =>
    entry.startsWith('--host-resolver-rules=') ? `${entry}, EXCLUDE ${hostname}` : entry,
  );
  const context = await launch([`--app=data:text/html,x`, ...loopbackOnly]);
  const page = context.pages()[0] ?? (await context.newPage());
  const origin = originOf(url);
  await context.route('**/*', (route) =>
    originOf(route.request().url()) === origin ? route.continue() : route.abort(),
  );
  context.on('page', (other) => other !== page && void other.close().catch(() => {}));
  page.once('close', () => void context.close().catch(() => {}));
  return { context, page, origin };
}
