// What the page in the Chromium host may not do: leave, open windows, download, ask for devices, or reach a network.
import type { BrowserContext, Page, Route } from 'playwright-core';
import { pageOrigin } from './chromium-switches.ts';
import { readPageFile } from './page-files.ts';
import { originOf } from './security.ts';

/**
 * Serves our origin from the built page and refuses every other request of every page in the context. `camera` is asked
 * at each load of the page: a document without it in its policy has no camera, whatever the browser would give.
 */
export async function serveOnlyOurPage(
  context: BrowserContext,
  pageDir: string,
  camera: () => boolean,
): Promise<void> {
  await context.route('**/*', (route) => answer(route, pageDir, camera()).catch(() => {}));
}

async function answer(route: Route, pageDir: string, camera: boolean): Promise<void> {
  const request = route.request();
  const url = URL.parse(request.url());
  if (!url || url.origin !== pageOrigin || request.method() !== 'GET') return route.abort('blockedbyclient');
  const file = await readPageFile(pageDir, url.pathname, camera);
  return route.fulfill({ status: file.status, headers: file.headers, body: file.body });
}

/** Closes second windows, cancels downloads, dismisses dialogs, and brings the page back if it ever left. */
export function guardContext(context: BrowserContext, main: Page): void {
  context.on('page', (page) => {
    if (page !== main) void page.close().catch(() => {});
  });
  main.on('download', (download) => void download.cancel().catch(() => {}));
  main.on('framenavigated', (frame) => {
    if (frame !== main.mainFrame() || originOf(frame.url()) === pageOrigin) return;
    void main.goto(`${pageOrigin}/`).catch(() => {});
  });
}

/** Copying to the clipboard is the one permission given; all others are refused without asking the person. */
export async function refusePermissions(context: BrowserContext): Promise<void> {
  await context.grantPermissions(['clipboard-write'], { origin: pageOrigin });
}
