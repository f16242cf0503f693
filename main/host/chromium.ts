// The app in an installed Chrome, Chromium or Edge: driven over a pipe (no open port), in incognito, with its own
// sandbox on. The page, its policy and its bridge are those of the Electron host.
import { join } from 'node:path';
import type { BrowserContext, BrowserType, CDPSession, Frame, Page } from 'playwright-core';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Sender } from '../ipc/dispatch.ts';
import { choosePath, choosePaths, droppedPaths } from './chromium-files.ts';
import { guardContext, refusePermissions, serveOnlyOurPage } from './chromium-guards.ts';
import { callBinding, deliverExpression, pageScript, takeBinding } from './chromium-page-script.ts';
import { makeBrowserProfile, removeBrowserProfile, sweepBrowserProfiles } from './chromium-profile.ts';
import { createPracticeWindow, createPrinter } from './chromium-side-windows.ts';
import {
  cameraSwitch,
  pageOrigin,
  quietSwitches,
  sandboxNeeded,
  unwantedSwitches,
} from './chromium-switches.ts';
import type { Host, HostOptions } from './host.ts';
import { openOutside } from './open-outside.ts';
import { downloadsDir, saveToFolder } from './save-to-downloads.ts';
import { savedFiles } from './saved-files.ts';
import { isTrustedSender, mayOpenLink, mayOpenPractice, originOf } from './security.ts';
import { createSelections, mostSelected } from './selections.ts';

export type ChromiumOptions = HostOptions & {
  executable: string;
  /** Folder for throw-away browser profiles, inside the app's profile. */
  tempDir: string;
  /** The person closed the window, or the browser ended. */
  closed: () => void;
  /** Without a screen: for the demonstration and the tests. */
  headless?: boolean;
  size?: { width: number; height: number };
  saveDir?: string;
  /** Shows a document with the program of the PC; answers whether one took it. */
  openFile?: (path: string) => Promise<boolean>;
  extraSwitches?: readonly string[];
  /** Hands out the page once it is shown: for the demonstration and the tests, never to the app. */
  onPage?: (page: Page) => void;
};

const windowId = 'main';
const trusts = (sender: Sender) =>
  isTrustedSender(sender, { origin: pageOrigin, windowIds: new Set([windowId]) });

/** Starts the browser at `openWindow`. Fails with `systemPartMissing` where the optional driver is not installed. */
export async function createChromiumHost(options: ChromiumOptions): Promise<Result<Host>> {
  const driver = await loadDriver();
  if (!driver) return fail('systemPartMissing', { details: { part: 'playwright-core' } });
  await sweepBrowserProfiles(options.tempDir);
  const selections = createSelections(options);
  const files = savedFiles(options.openFile ?? openOutside);
  const folders: string[] = [];
  const open: BrowserContext[] = [];
  let shown: { page: Page; cdp: CDPSession } | null = null;
  let ending = false;
  let camera = false;

  const launch = async (switches: readonly string[], headless: boolean): Promise<BrowserContext> => {
    const folder = await makeBrowserProfile(options.tempDir);
    folders.push(folder);
    const context = await driver.launchPersistentContext(folder, {
      executablePath: options.executable,
      headless,
      chromiumSandbox: sandboxNeeded(process.env, process.getuid?.()),
      args: [...switches, ...(options.extraSwitches ?? [])],
      ignoreDefaultArgs: [...unwantedSwitches],
      acceptDownloads: false,
      viewport: headless ? (options.size ?? { width: 1280, height: 860 }) : null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    open.push(context);
    return context;
  };

  const show = async (): Promise<void> => {
    const context = await launch(
      ['--app=data:text/html,x', '--window-size=1280,860', ...quietSwitches, cameraSwitch],
      options.headless === true,
    );
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const cdp = await context.newCDPSession(page);
    const senderOf = (frame: Frame): Sender => ({
      windowId,
      origin: originOf(frame.url()),
      topFrame: frame === page.mainFrame(),
    });
    await context.exposeBinding(callBinding, ({ frame }, json: string) =>
      options.app.dispatch(senderOf(frame), json),
    );
    await context.exposeBinding(takeBinding, async ({ frame }, count: string) => {
      if (!trusts(senderOf(frame))) return JSON.stringify(fail('untrustedSender'));
      const paths = await droppedPaths(cdp, Math.min(mostSelected, Number(count) || 0));
      return JSON.stringify(ok(await selections.addAll(windowId, paths)));
    });
    await context.addInitScript(pageScript);
    await serveOnlyOurPage(context, options.pageDir, () => camera);
    await refusePermissions(context);
    guardContext(context, page);
    const stop = options.app.onEvent((json) => {
      void cdp.send('Runtime.evaluate', { expression: deliverExpression(json) }).catch(() => {});
    });
    shown = { page, cdp };
    page.once('close', () => {
      stop();
      shown = null;
      camera = false;
      selections.forgetWindow(windowId);
      files.forgetWindow(windowId);
      options.app.windowClosed(windowId);
      if (!ending) options.closed();
    });
    await page.goto(`${pageOrigin}/`);
    options.onPage?.(page);
  };

  const showPractice = createPracticeWindow((switches) => launch(switches, options.headless === true));
  return ok({
    kind: 'chromium',
    async openWindow() {
      if (shown) await shown.page.bringToFront();
      else await show();
      return windowId;
    },
    async comeForward() {
      if (!shown) return fail('notSupportedHere');
      await shown.page.bringToFront();
      return ok({});
    },
    async pickFile(asking, { extensions }) {
      if (!shown || asking !== windowId) return fail('notSupportedHere');
      const path = await choosePath(shown.cdp, extensions).catch(() => null);
      return path === null ? ok(null) : selections.add(windowId, path);
    },
    async pickFiles(asking, { extensions }) {
      if (!shown || asking !== windowId) return fail('notSupportedHere');
      const paths = await choosePaths(shown.cdp, extensions).catch(() => []);
      return ok(await selections.addAll(windowId, paths));
    },
    readSelection: selections.read,
    async saveFile(asking, name, bytes) {
      const folder = options.saveDir ?? downloadsDir();
      const saved = await saveToFolder(folder, name, bytes);
      if (saved.ok) files.keep(asking, saved.value.name, join(folder, saved.value.name));
      return saved;
    },
    async allowCamera(asking, allowed) {
      if (!shown || asking !== windowId) return fail('notSupportedHere');
      if (camera === allowed) return ok(undefined);
      camera = allowed;
      // A document keeps the policy that it came with: a new one is loaded, at the same place of the app.
      await shown.page.reload().catch(() => {});
      return ok(undefined);
    },
    makePdf: createPrinter(() => launch(quietSwitches, true)),
    notify: () => {},
    async openLink(url) {
      if (!mayOpenLink(url, options.linkHosts)) return fail('refusedByRule');
      return (await openOutside(url)) ? ok(undefined) : fail('notSupportedHere');
    },
    openSaved: files.open,
    async openPractice(url) {
      if (!mayOpenPractice(url)) return fail('refusedByRule');
      return showPractice(url);
    },
    trusts,
    async close() {
      ending = true;
      await Promise.allSettled(open.map((context) => context.close()));
      await Promise.all(folders.map(removeBrowserProfile));
    },
  });
}

/** The driver is 78 MB and optional: it is read only when this host is really wanted. */
async function loadDriver(): Promise<BrowserType | null> {
  try {
    return (await import('playwright-core')).chromium;
  } catch {
    return null;
  }
}
