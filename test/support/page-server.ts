// The built page in a real Chromium, under the policy that the app's own hosts set, with a test in main's place.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { Answers } from './page-answers.ts';
import { startBrowser } from './page-browser.ts';
import { type OpenPage, openWindow } from './page-window.ts';

export type { OpenPage };

const root = resolve(import.meta.dirname, '../..');

/** Builds the page (or the gallery of the kit) to a folder of its own and starts the browser. */
export async function startPages(
  what: 'app' | 'gallery' = 'app',
): Promise<{ browser: Browser; folder: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sociodesk-page-'));
  await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'renderer',
    logLevel: 'error',
    ...(what === 'gallery' ? { root: join(root, 'test/ui/gallery') } : {}),
    build: { outDir: folder, emptyOutDir: true },
  });
  const browser = await startBrowser();
  return {
    browser,
    folder,
    stop: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type PageOptions = {
  folder: string;
  answers: Answers;
  route: string;
  width?: number;
  height?: number;
  locale?: string;
};

/** Opens a route of the page with the given answers, in a window of its own. */
export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const { folder, width, height, locale } = options;
  const opened = await openWindow(browser, {
    folder,
    width: width ?? 1366,
    height: height ?? 768,
    locale: locale ?? 'nl-BE',
  });
  return opened.visit(options.route, options.answers);
}
