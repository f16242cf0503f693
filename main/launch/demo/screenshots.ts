// Opens the app's window on the profile of the demonstration, and takes a picture of every page in two languages and two themes.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../source-stamp.ts';
import { openWindow } from './open-window.ts';

export const pages = [
  'today',
  'employers',
  'workers',
  'training',
  'presences',
  'presences/search',
  'presences/works',
  'applicants',
  'applicants/new',
  'applicants/care',
  'register',
  'register/feed',
  'cbss',
  'connection',
  'connection/guide',
  'connection/doctor',
  'connection/life',
  'outbox',
  'history',
  'settings',
] as const;

/** What the steps use inside the page; functions, as its policy refuses to evaluate texts. */
type InPage = {
  document: { documentElement: { lang: string; dataset: Record<string, string | undefined> } };
  location: { hash: string };
  sociodesk: { call(json: string): Promise<string> };
};

export type Shots = { taken: number; problems: string[] };

/** `more`: pages besides, by the name of their picture. Addresses may hold ids, names of files hold none. */
export async function takeScreenshots(
  profileDir: string,
  environmentsFile: string,
  folder: string,
  more: Readonly<Record<string, string>>,
): Promise<Shots> {
  const { page, problems, close } = await openWindow(profileDir, environmentsFile);
  try {
    return await walk(page, problems, folder, {
      ...Object.fromEntries(pages.map((path) => [path, path])),
      ...more,
    });
  } finally {
    await close();
  }
}

async function walk(
  page: Page,
  problems: string[],
  folder: string,
  shown: Readonly<Record<string, string>>,
): Promise<Shots> {
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  for (const language of ['nl', 'fr'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await call(page, 'settings.update', { language, theme, firstRunDone: true });
      await page.waitForFunction(
        (wanted) => {
          const { lang, dataset } = (globalThis as unknown as InPage).document.documentElement;
          return lang.startsWith(wanted.language) && dataset['theme'] === wanted.theme;
        },
        { language, theme },
      );
      for (const [name, path] of Object.entries(shown)) {
        await page.evaluate(
          (hash) => {
            (globalThis as unknown as InPage).location.hash = hash;
          },
          path === 'today' ? '#/' : `#/${path}`,
        );
        await page.waitForSelector('main h1', { timeout: 10_000 });
        await page.waitForSelector('main [aria-busy="true"]', { state: 'detached', timeout: 10_000 });
        await page.waitForSelector(`nav a[aria-current="page"]`, { timeout: 10_000 });
        const missing = textsOf(language).notFound.title;
        if ((await page.locator('main h1').first().textContent()) === missing)
          problems.push(`${name}: there is no such page`);
        await page.screenshot({
          path: join(folder, `${name.replaceAll('/', '-')}-${language}-${theme}.png`),
        });
        taken += 1;
      }
    }
  }
  return { taken, problems };
}

/** What the page says in a place that does not exist. */
const textsOf = (language: string) =>
  JSON.parse(readFileSync(join(projectRoot, 'resources', 'locales', language, 'shell.json'), 'utf8')) as {
    notFound: { title: string };
  };

/** Through the page's own bridge, as a click would. */
async function call(page: Page, name: string, input: unknown): Promise<void> {
  const json = await page.evaluate(
    (request) => (globalThis as unknown as InPage).sociodesk.call(request),
    JSON.stringify({ name, input }),
  );
  const answer = JSON.parse(json) as { ok: boolean; failure?: { code: string } };
  if (!answer.ok) throw new Error(`${name}: ${answer.failure?.code}`);
}
