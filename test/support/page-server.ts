// The built page in a real Chromium, under the policy that the app's own hosts set, with a test in main's place.
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import type { Answers } from './page-answers.ts';
import { keptBrowser } from './page-browser.ts';
import { closeWindows, type OpenPage, openWindow } from './page-window.ts';

export type { OpenPage };

/** A browser for the page (or the gallery of its parts); `folder` holds what `page-build.ts` built. `stop` closes all windows. */
export async function startPages(
  what: 'app' | 'gallery' = 'app',
): Promise<{ browser: Browser; folder: string; stop: () => Promise<void> }> {
  const browser = await keptBrowser();
  return { browser, folder: inject('pages')[what], stop: () => closeWindows(browser) };
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
