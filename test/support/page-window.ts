// One window on the built page: its files come from a folder, its calls go to the test, and what should not happen is
// kept. A window can visit one route after the other; each visit loads the page anew and forgets the one before.
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { Transport } from '../../renderer/bridge.ts';
import { type Answers, type Asked, answerCall } from './page-answers.ts';
import { emptyPath, serveFolder } from './page-files.ts';

export type OpenPage = {
  page: Page;
  /** Everything that should not have happened: console errors, broken policy, missing texts, drifted answers. */
  problems: string[];
  asked: Asked[];
  /** Changes answers from now on. */
  answer: (answers: Answers) => void;
  /** Sends an event as main would. */
  emit: (name: string, payload: unknown) => Promise<void>;
  close: () => Promise<void>;
};

export type PageWindow = {
  /** Loads a route with these answers. Fails where no heading comes up within a minute. */
  visit: (route: string, answers: Answers) => Promise<OpenPage>;
  close: () => Promise<void>;
};

type Visit = { answers: Answers; problems: string[]; asked: Asked[] };

/** Width and height in CSS pixels. */
export type WindowOptions = { folder: string; width: number; height: number; locale: string };

export async function openWindow(
  browser: Browser,
  { folder, width, height, locale }: WindowOptions,
): Promise<PageWindow> {
  const viewport = { width, height };
  const origin = await serveFolder(folder);
  const context = await contextFor(browser, folder, locale);
  const page = await context.newPage();
  const now: Visit = { answers: {}, problems: [], asked: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      now.problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => now.problems.push(`error: ${error.message}`));
  const files = watchFiles(page, origin, (problem) => now.problems.push(problem));
  await page.exposeFunction('sociodeskCall', (json: string) =>
    answerCall(json, now.answers, now.asked, now.problems),
  );
  await page.addInitScript(standInForThePreload);

  const visit = async (route: string, answers: Answers): Promise<OpenPage> => {
    // What the page before still asks for must not be laid at the door of this one.
    if (page.url() !== 'about:blank') await page.goto(`${origin}${emptyPath}`);
    Object.assign(now, { answers, problems: [], asked: [] } satisfies Visit);
    const { problems, asked } = now;
    await page.setViewportSize(viewport);
    await page.goto(`${origin}/#${route}`);
    await page
      .locator('h1')
      .first()
      .waitFor({ timeout: 60_000 })
      .catch(() => {
        throw new Error(`the page did not come up: ${problems.join('\n')}`);
      });
    await atRest(page, files, asked);
    return {
      page,
      problems,
      asked,
      answer: (more) => {
        now.answers = { ...now.answers, ...more };
      },
      emit: (name, payload) =>
        page.evaluate(
          (json) => (window as unknown as { sociodeskEmit: (json: string) => void }).sociodeskEmit(json),
          JSON.stringify({ name, payload }),
        ),
      close: () => page.close(),
    };
  };
  return { visit, close: () => page.close() };
}

const contexts = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/**
 * The windows of a browser on one folder share what it has read and compiled of the page, from file to file. They share nothing
 * else, as the page stores nothing (`test/architecture/page-store.test.ts` holds it to that).
 */
function contextFor(browser: Browser, folder: string, locale: string): Promise<BrowserContext> {
  const ofBrowser = contexts.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  contexts.set(browser, ofBrowser);
  const name = `${locale} ${folder}`;
  const known = ofBrowser.get(name) ?? newContext(browser, folder, locale);
  ofBrowser.set(name, known);
  return known;
}

const keepers = new WeakMap<BrowserContext, Page>();

/** With an empty page that holds the process in which all its pages are drawn: it has compiled their scripts already. */
async function newContext(browser: Browser, folder: string, locale: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale,
    timezoneId: 'Pacific/Kiritimati',
    reducedMotion: 'reduce',
  });
  const keeper = await context.newPage();
  await keeper.goto(`${await serveFolder(folder)}${emptyPath}`);
  keepers.set(context, keeper);
  return context;
}

/** Closes every window of the browser but the empty pages: the next file opens its own. */
export async function closeWindows(browser: Browser): Promise<void> {
  await Promise.all(
    browser.contexts().map(async (context) => {
      const keeper = keepers.get(context);
      if (keeper === undefined) return context.close();
      const others = context.pages().filter((page) => page !== keeper);
      await Promise.all(others.map((page) => page.close()));
    }),
  );
}

type Files = { underWay: Set<Request>; asked: number };

/** A file that is missing is a problem, and so is any other address: the browser finds none but this machine's. */
function watchFiles(page: Page, origin: string, onProblem: (problem: string) => void): Files {
  const files: Files = { underWay: new Set(), asked: 0 };
  page.on('request', (request) => {
    const asked = new URL(request.url()).origin;
    if (asked !== origin) onProblem(`network: ${asked}`);
    files.underWay.add(request);
    files.asked += 1;
  });
  page.on('requestfinished', (request) => files.underWay.delete(request));
  page.on('requestfailed', (request) => files.underWay.delete(request));
  page.on('response', (response) => {
    if (response.status() === 404) onProblem(`missing file: ${new URL(response.url()).pathname}`);
  });
  // A window that the page opens by itself would go unwatched.
  page.on('popup', (other) => onProblem(`window: ${other.url()}`));
  return files;
}

/**
 * Waits until the page, drawn and with nothing left to do, waits for no answer and no file, and has asked for nothing more
 * since the last look: what comes late may draw it anew, or hide for a moment what a test is about to press. A person
 * presses only what is to be seen; a key that a test sends to a hidden button goes nowhere.
 */
async function atRest(page: Page, files: Files, asked: readonly Asked[]): Promise<void> {
  for (let before = -1; ; ) {
    const waits = await page.evaluate(waitsForMore);
    const now = files.asked + asked.length;
    if (!waits && files.underWay.size === 0 && now === before) return;
    before = now;
  }
}

/** Runs in the page: whether, drawn and idle, it waits for an answer, or for a part without which it is not shown. */
async function waitsForMore(): Promise<boolean> {
  await new Promise((resolve) =>
    requestAnimationFrame(() => setTimeout(() => requestIdleCallback(resolve), 0)),
  );
  const { sociodeskWaiting } = window as unknown as { sociodeskWaiting: number };
  return sociodeskWaiting > 0 || document.querySelector('[style*="display: none !important"]') !== null;
}

/** Runs in the page before its own scripts: what the preload offers, with the test at the other end. */
function standInForThePreload(): void {
  const heard = new Set<(json: string) => void>();
  const bare = window as unknown as {
    sociodeskCall: (json: string) => Promise<string>;
    sociodeskEmit: (json: string) => void;
    sociodeskWaiting: number;
  };
  bare.sociodeskWaiting = 0;
  bare.sociodeskEmit = (json) => {
    for (const listener of heard) listener(json);
  };
  const transport: Transport = {
    call: (json) => {
      bare.sociodeskWaiting += 1;
      return bare.sociodeskCall(json).finally(() => {
        bare.sociodeskWaiting -= 1;
      });
    },
    on: (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
  };
  Object.assign(window, { sociodesk: transport });
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.sourceFile}:${event.lineNumber}`);
  });
}
