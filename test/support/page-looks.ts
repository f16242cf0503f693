// A page in every look: languages, themes and text sizes, each checked with axe and for what must never happen.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
    : // Neighbours differ in little: what stays need not be drawn again.
      [
        { language: 'nl', theme: 'light', text: 100 },
        { language: 'nl', theme: 'dark', text: 100 },
        { language: 'de', theme: 'contrast', text: 100 },
        { language: 'en', theme: 'dark', text: 100 },
        { language: 'en', theme: 'light', text: 200 },
        { language: 'de', theme: 'light', text: 200 },
        { language: 'fr', theme: 'dark', text: 200 },
        { language: 'fr', theme: 'contrast', text: 200 },
      ];

/** Each in two languages and two themes, one at either size. */
const pairs = [
  [0, 6],
  [1, 5],
  [2, 4],
  [3, 7],
] as const;

/**
 * Looks of one page among others: two of the eight, and four neighbours have them all. The parts that all pages are made of are
 * seen in all eight by the test of the kit; all 24 for each page with `SOCIODESK_EVERY_LOOK=1`.
 */
export const looksOfPage = (turn: number): Look[] =>
  process.env['SOCIODESK_EVERY_LOOK'] === '1'
    ? looks
    : (pairs[turn % pairs.length] ?? pairs[0]).flatMap((at) => looks[at] ?? []);

/** Text at 200 % is the browser's zoom: half the room, twice the letters. */
const roomOf = ({ text }: Look) => ({ width: 136_600 / text, height: 76_800 / text });

/** Puts an open page in a look: main says so by its state, as in the app. `room` in CSS pixels. */
export async function wear(open: OpenPage, look: Look, state: object, room = roomOf(look)): Promise<void> {
  open.answer({ 'app.state': { ...state, language: look.language, theme: look.theme } as never });
  await open.emit('app.changed', { ids: [], revision: 1 });
  if ('firstRun' in state && state.firstRun === true) {
    await open.page.locator(`input[type="radio"][value="${look.language}"]`).check();
  }
  const now = open.page.viewportSize();
  if (now?.width !== room.width || now.height !== room.height) await open.page.setViewportSize(room);
  await open.page.waitForFunction(
    ({ language, theme }) =>
      document.documentElement.lang === `${language}-BE` &&
      document.documentElement.dataset['theme'] === theme &&
      document.querySelector('.loading') === null,
    look,
  );
}

/** The same program in less than half as many letters: every page that is judged has to read it. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Only what is wrong is worked out in full: what passes is not read here.
const everyRule: RunOptions = { runOnly: tags, resultTypes: ['violations'] };
const rulesThat = (holds: (rule: { ruleId: string; tags: string[] }) => boolean): RunOptions => ({
  runOnly: axe.getRules(tags).flatMap((rule) => (holds(rule) ? [rule.ruleId] : [])),
  resultTypes: ['violations'],
});
const ofColour = ({ tags: ofRule }: { tags: string[] }): boolean => ofRule.includes('cat.color');
const colourRules = rulesThat(ofColour);
/** What depends on how long the words of a language are; names, roles and order are those of every language. */
const ofPlace = new Set(['target-size', 'scrollable-region-focusable']);
const drawnRules = rulesThat((rule) => ofColour(rule) || ofPlace.has(rule.ruleId));

/** What was judged of a page by every rule, apart from its colours. */
export type Judged = Set<string>;

/** Whether a page can be the same in two of these but for its colours: to look for that costs more than a rule. */
export const mayRepeat = (all: readonly Look[]): boolean =>
  new Set(all.map(({ language, text }) => `${language} ${text}`)).size < all.length;

/**
 * What axe finds against WCAG 2.2 AA, one line each. The page must have no frames: they would go unseen. With `judged`, a
 * document whose text, attributes, places and visible parts are those of one that was judged before is judged by the
 * rules that read colours alone: to the others it is the same.
 */
export async function axeFindings(
  { page }: Pick<OpenPage, 'page'>,
  judged?: Judged,
  /** `drawn`: by the rules alone that another language in the same markup can break. */
  by: 'everyRule' | 'drawn' = 'everyRule',
): Promise<string[]> {
  if (page.frames().length !== 1) throw new Error('axe looks at one frame only');
  // Its source is long: once for a page, not for every look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const before = judged === undefined ? null : await page.evaluate(likeness);
  const known = before !== null && judged?.has(before) === true;
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    known ? colourRules : by === 'drawn' ? drawnRules : everyRule,
  );
  if (by === 'everyRule' && before !== null) judged?.add(before);
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

/** Runs in the page: the digest of all that a rule can read of it but colours; the theme's own name is one of them. */
async function likeness(): Promise<string> {
  const markup = document.documentElement.outerHTML.replace(/ data-theme="[a-z]*"/, '');
  const places = [...document.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return [x, y, width, height, element.scrollWidth, element.scrollHeight, seen].join();
  });
  const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
    ({ value, checked, disabled }) => [value, checked, disabled].join(),
  );
  const all = new TextEncoder().encode([markup, ...places, ...values].join('\n'));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all)).join();
}

/** How many pixels the page is wider than its window: must be 0. */
export const overflow = (open: OpenPage): Promise<number> =>
  open.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
