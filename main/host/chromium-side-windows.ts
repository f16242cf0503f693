// Two windows beside the app's own: a hidden one that prints, and one for pages of the practice environment. Each is
// a browser process of its own, without the bridge.
import type { BrowserContext } from 'playwright-core';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { quietSwitches } from './chromium-switches.ts';
import { originOf } from './security.ts';

/** Prints A4, tagged for screen readers. The text's own scripts and references are dead: nothing is fetched. */
export async function printPdf(
  launch: () => Promise<BrowserContext>,
  html: string,
): Promise<Result<Uint8Array>> {
  const context = await launch();
  try {
    await context.route('**/*', (route) => route.abort());
    const page = context.pages()[0] ?? (await context.newPage());
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    const { frameTree } = await cdp.send('Page.getFrameTree');
    await cdp.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
    return ok(
      await page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        printBackground: true,
        preferCSSPageSize: true,
      }),
    );
  } catch {
    return fail('notSupportedHere');
  } finally {
    await context.close().catch(() => {});
  }
}

/** Loopback is the one address that this window's resolver knows, and the one origin that it may show. */
export async function openPracticeWindow(
  launch: (switches: readonly string[]) => Promise<BrowserContext>,
  url: string,
): Promise<Result<void>> {
  const { hostname } = new URL(url);
  const loopbackOnly = quietSwitches.map((entry) =>
    entry.startsWith('--host-resolver-rules=') ? `${entry}, EXCLUDE ${hostname}` : entry,
  );
  try {
    const context = await launch([`--app=data:text/html,x`, ...loopbackOnly]);
    const page = context.pages()[0] ?? (await context.newPage());
    const origin = originOf(url);
    await context.route('**/*', (route) =>
      originOf(route.request().url()) === origin ? route.continue() : route.abort(),
    );
    context.on('page', (other) => other !== page && void other.close().catch(() => {}));
    page.once('close', () => void context.close().catch(() => {}));
    await page.goto(url);
    return ok(undefined);
  } catch {
    return fail('connectionRefused', { retry: 'safe' });
  }
}
