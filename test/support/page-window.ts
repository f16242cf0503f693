// One window on the built page: its files come from a folder, its calls go to the test, and what should not happen is
// kept. A window can visit one route after the other; each visit loads the page anew and forgets the one before.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readPageFile } from '../../main/host/page-files.ts';
import type { Transport } from '../../renderer/bridge.ts';
import { type Answers, type Asked, answerCall } from './page-answers.ts';

const origin = 'https://sociodesk.invalid';

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
  /** Loads a route with these answers. Fails where no heading comes up within ten seconds. */
  visit: (route: string, answers: Answers) => Promise<OpenPage>;
  close: () => Promise<void>;
};

type Visit = { answers: Answers; problems: string[]; asked: Asked[] };
type PageFile = Awaited<ReturnType<typeof readPageFile>>;

/** Width and height in CSS pixels. */
export type WindowOptions = { folder: string; width: number; height: number; locale: string };

export async function openWindow(
  browser: Browser,
  { folder, width, height, locale }: WindowOptions,
): Promise<PageWindow> {
  const viewport = { width, height };
  const context = await browser.newContext({
    viewport,
    locale,
    timezoneId: 'Pacific/Kiritimati',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const now: Visit = { answers: {}, problems: [], asked: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      now.problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => now.problems.push(`error: ${error.message}`));
  await serveFiles(context, folder, (problem) => now.problems.push(problem));
  await page.exposeFunction('sociodeskCall', (json: string) =>
    answerCall(json, now.answers, now.asked, now.problems),
  );
  await page.addInitScript(standInForThePreload);

  const visit = async (route: string, answers: Answers): Promise<OpenPage> => {
    // What the page before still asks for must not be laid at the door of this one.
    if (page.url() !== 'about:blank') await page.goto('about:blank');
    Object.assign(now, { answers, problems: [], asked: [] } satisfies Visit);
    const { problems, asked } = now;
    await page.setViewportSize(viewport);
    await page.goto(`${origin}/#${route}`);
    await page
      .locator('h1')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => {
        throw new Error(`the page did not come up: ${problems.join('\n')}`);
      });
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
      close: () => context.close(),
    };
  };
  return { visit, close: () => context.close() };
}

/** The built files under the app's own origin; any other address is a problem and gets no answer. */
async function serveFiles(
  context: BrowserContext,
  folder: string,
  onProblem: (problem: string) => void,
): Promise<void> {
  const read = new Map<string, Promise<PageFile>>();
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      onProblem(`network: ${url.origin}`);
      return route.abort();
    }
    const known = read.get(url.pathname) ?? readPageFile(folder, url.pathname);
    read.set(url.pathname, known);
    const { status, headers, body } = await known;
    if (status === 404) onProblem(`missing file: ${url.pathname}`);
    return route.fulfill({ status, headers, body });
  });
}

/** Runs in the page before its own scripts: what the preload offers, with the test at the other end. */
function standInForThePreload(): void {
  const heard = new Set<(json: string) => void>();
  const bare = window as unknown as {
    sociodeskCall: (json: string) => Promise<string>;
    sociodeskEmit: (json: string) => void;
  };
  bare.sociodeskEmit = (json) => {
    for (const listener of heard) listener(json);
  };
  const transport: Transport = {
    call: (json) => bare.sociodeskCall(json),
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
