// The built page in a real Chromium, under the policy that the app's own hosts set, with a test in main's place.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { readPageFile } from '../../main/host/page-files.ts';
import type { Transport } from '../../renderer/bridge.ts';
import { type Answers, type Asked, answerCall } from './page-answers.ts';

const origin = 'https://sociodesk.invalid';
const root = resolve(import.meta.dirname, '../..');

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Builds the page (or the gallery of the kit) to a folder of its own and starts Chromium, silent on the network. */
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
  const executablePath = executables.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('Chromium is needed for the page tests: npm run setup');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--no-pings',
      '--font-render-hinting=none',
    ],
  });
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

/** Opens a route of the page with the given answers. */
export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: options.locale ?? 'nl-BE',
    timezoneId: 'Pacific/Kiritimati',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const asked: Asked[] = [];
  let answers = options.answers;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      problems.push(`network: ${url.origin}`);
      return route.abort();
    }
    const file = await readPageFile(options.folder, url.pathname);
    if (file.status === 404) problems.push(`missing file: ${url.pathname}`);
    return route.fulfill({ status: file.status, headers: file.headers, body: file.body });
  });
  await page.exposeFunction('sociodeskCall', (json: string) => answerCall(json, answers, asked, problems));
  await page.addInitScript(() => {
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
  });
  await page.goto(`${origin}/#${options.route}`);
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
      answers = { ...answers, ...more };
    },
    emit: (name, payload) =>
      page.evaluate(
        (json) => (window as unknown as { sociodeskEmit: (json: string) => void }).sociodeskEmit(json),
        JSON.stringify({ name, payload }),
      ),
    close: () => context.close(),
  };
}
