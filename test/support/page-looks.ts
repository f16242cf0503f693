// A page in every look: languages, themes and text sizes, each checked with axe and for what must never happen.
import type { RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { OpenPage } from './page-window.ts';

export type Look = {
  language: 'nl' | 'fr' | 'de' | 'en';
  theme: 'light' | 'dark' | 'contrast';
  text: 100 | 200;
};

const languages = ['nl', 'fr', 'de', 'en'] as const;
const themes = ['light', 'dark', 'contrast'] as const;

/** Every pair of language, theme and size at least once; all 24 with `SOCIODESK_EVERY_LOOK=1`. */
export const looks: Look[] =
  process.env['SOCIODESK_EVERY_LOOK'] === '1'
    ? languages.flatMap((language) =>
        themes.flatMap((theme) => ([100, 200] as const).map((text) => ({ language, theme, text }))),
      )
    : [
        { language: 'nl', theme: 'light', text: 100 },
        { language: 'fr', theme: 'dark', text: 200 },
        { language: 'de', theme: 'contrast', text: 100 },
        { language: 'en', theme: 'light', text: 200 },
        { language: 'nl', theme: 'dark', text: 100 },
        { language: 'de', theme: 'light', text: 200 },
        { language: 'fr', theme: 'contrast', text: 200 },
        { language: 'en', theme: 'dark', text: 100 },
      ];

/** Puts an open page in a look: main says so by its state, as in the app. */
export async function wear(open: OpenPage, look: Look, state: object): Promise<void> {
  open.answer({ 'app.state': { ...state, language: look.language, theme: look.theme } as never });
  await open.emit('app.changed', { ids: [], revision: 1 });
  if ('firstRun' in state && state.firstRun === true) {
    await open.page.locator(`input[type="radio"][value="${look.language}"]`).check();
  }
  // Text at 200 % is the browser's zoom: half the room, twice the letters.
  await open.page.setViewportSize({ width: 136_600 / look.text, height: 76_800 / look.text });
  await open.page.waitForFunction(
    ({ language, theme }) =>
      document.documentElement.lang === `${language}-BE` &&
      document.documentElement.dataset['theme'] === theme,
    look,
  );
  await open.page.waitForFunction(() => document.querySelector('.loading') === null);
}

const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Only what is wrong is worked out in full: what passes is not read here.
  resultTypes: ['violations'],
};

/** What axe finds against WCAG 2.2 AA, one line each. The page must have no frames: they would go unseen. */
export async function axeFindings({ page }: Pick<OpenPage, 'page'>): Promise<string[]> {
  if (page.frames().length !== 1) throw new Error('axe looks at one frame only');
  // Its source is half a megabyte: once for a page, not for every look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    rules,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target, any }) => {
          const why = any.map((check) => check.message).join('; ');
          return `${target.join(' ')} (${why.slice(0, 160)})`;
        })
        .join(', ')}`,
  );
}

/** How many pixels the page is wider than its window: must be 0. */
export const overflow = (open: OpenPage): Promise<number> =>
  open.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
