// One window for all tests of a file, as opening one costs more than loading a page: each visit begins on a page of its own.
import { afterAll, beforeAll, expect } from 'vitest';
import type { Answers } from './page-answers.ts';
import { startPages } from './page-server.ts';
import { type OpenPage, openWindow, type PageWindow } from './page-window.ts';

export type Visit = (route: string, use: (open: OpenPage) => Promise<void>, more?: Answers) => Promise<void>;

/** Answers that every page gets; a visit may give others. A visit fails where the page reported a problem. */
export function pageVisits(always: Answers): Visit {
  let pages: PageWindow;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const started = await startPages();
    stop = started.stop;
    pages = await openWindow(started.browser, {
      ...{ folder: started.folder, locale: 'nl-BE' },
      ...{ width: 1366, height: 768 },
    });
  });
  afterAll(() => stop?.());
  return async (route, use, more = {}) => {
    const open = await pages.visit(route, { ...always, ...more });
    await open.page.locator('main h1').first().waitFor();
    await use(open);
    expect(open.problems).toEqual([]);
  };
}
