// Every sentence of every language finds room in its box on paper, at each size, with long names of sites.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticePage } from '../../../main/posters/notice-html.ts';
import type { PosterContent } from '../../../main/posters/poster-content.ts';
import { posterDrawer, sharedKey } from '../../../main/posters/poster-html.ts';
import { type PosterLanguage, posterLanguages, posterSizes } from '../../../preload/contract/posters.ts';
import { startBrowser } from '../../support/page-browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await (await browser.newContext()).newPage();
});
afterAll(() => browser.close());

const content: PosterContent = {
  worksId: 'w',
  reference: '9ZX4K7R2M5T8W',
  name: 'Administratief centrum Noordzee, vleugel B',
  address: 'Kortrijksesteenweg 1034 bus 12, 9051 Sint-Denijs-Westrem',
  until: '2027-12-31',
  call: 'Fien Aardewijn-Zoutleeuwen 0470 12 34 56',
  code: 'https://checkinout.example/registration?workplace=9ZX4K7R2M5T8W',
  codeKind: 'official',
};
const without: PosterContent = { ...content, code: null, codeKind: 'none' };

/** Four at a time, each language in company of its neighbours; two; and each alone. */
const sets: PosterLanguage[][] = [
  ...posterLanguages.map((_, at) => [0, 1, 2, 3].map((next) => posterLanguages[(at + next) % 10] ?? 'nl')),
  ['de', 'uk'],
  ['fr', 'pt', 'tr'],
  ...posterLanguages.map((language) => [language]),
];

/** Boxes whose words need more room than they have, and words that lie over others; in the page. */
const lookForCrowds = `(async () => {
  await document.fonts.ready;
  const found = [];
  for (const sheet of document.querySelectorAll('.page')) {
    for (const box of [sheet, ...sheet.querySelectorAll('.box, .band, .notice, .way')])
      if (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)
        found.push([box.className, box.scrollWidth, box.clientWidth, box.scrollHeight, box.clientHeight].join(' '));
    const words = [...sheet.querySelectorAll('.until > *, .call > *, .site > *, .lines > *, .number')];
    for (const [at, one] of words.entries())
      for (const other of words.slice(at + 1)) {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const over = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (over > 3 && a.left < b.right && b.left < a.right)
          found.push([one.parentElement.className, 'over', other.parentElement.className, over].join(' '));
      }
  }
  return found;
})()`;
const crowded = (): Promise<string[]> => page.evaluate(lookForCrowds) as Promise<string[]>;

it.each(posterSizes)('on %s', async (size) => {
  for (const languages of sets) {
    const drawer = posterDrawer({ size, languages, practice: true });
    const pages = [content, without].map((one) => {
      const own = drawer.own(one);
      if (!own.ok) throw new Error(own.failure.code);
      return drawer.shared(sharedKey(one)) + own.value;
    });
    await page.setContent(drawer.document(pages));
    expect([languages.join(' '), ...(await crowded())]).toEqual([languages.join(' ')]);
  }
});

/** As many characters as a name may have when it is typed; the capitals are as wide as names come. */
const longNames = [
  'Renovatie en uitbreiding van het administratief centrum Noordzee',
  'Renovatie en uitbreiding van het administratief centrum Noordzee, vleugel B, verdiepingen 1 tot en met 14, fase 2 noord.',
  'WAARSCHUWING HOOFDGEBOUW NOORDZEE WERKHUIZEN MMMM WWWW MAGAZIJN WOONGEBOUW HOOGBOUW VLEUGEL NOORD WESTMEERBEEK WOMMELGEM',
];

it.each(posterSizes)(
  'on %s the longest name of a site stands whole, or ends with an ellipsis on a badge',
  async (size) => {
    const drawer = posterDrawer({ size, languages: ['de', 'fr'], practice: true });
    const pages = [content.name, ...longNames].map((name) => {
      const own = drawer.own({ ...content, name });
      return drawer.shared(sharedKey(content)) + (own.ok ? own.value : '');
    });
    await page.setContent(drawer.document(pages));
    expect(await crowded()).toEqual([]);
    const names = (await page.evaluate(`[...document.querySelectorAll('.site h1')].map((name) => ({
    // Half a line more than there is room for is a line that does not show.
    cut: name.scrollHeight > name.clientHeight + Number.parseFloat(getComputedStyle(name).lineHeight) / 2,
    ellipsis: getComputedStyle(name).webkitLineClamp !== 'none',
    beyond: name.nextElementSibling.getBoundingClientRect().bottom > name.parentElement.getBoundingClientRect().bottom + 2,
  }))`)) as { cut: boolean; ellipsis: boolean; beyond: boolean }[];
    expect(names.map(({ cut }) => cut)).toEqual([false, false, ...[size === 'badge', size === 'badge']]);
    expect(names.every(({ ellipsis, beyond }) => ellipsis && !beyond)).toBe(true);
  },
);

it('on a notice, with every way and words of the employer', async () => {
  for (const languages of sets) {
    const look = { size: 'a4', languages, practice: true } as const;
    const words = {
      phone: true,
      point: true,
      own: 'Of bel de ploegbaas.\n'.repeat(2) + 'Hij heeft een tablet bij. '.repeat(10),
    };
    const pages = [content, without].map((one) => {
      const drawn = noticePage(look, one, words);
      if (!drawn.ok) throw new Error(drawn.failure.code);
      return drawn.value;
    });
    await page.setContent(posterDrawer(look).document(pages, true));
    expect([languages.join(' '), ...(await crowded())]).toEqual([languages.join(' ')]);
  }
});

it('and would be seen where there is none', async () => {
  const drawer = posterDrawer({ size: 'a4', languages: ['de', 'fr', 'uk', 'pt'], practice: true });
  const own = drawer.own({ ...content, call: 'Fien Aardewijn-Zoutleeuwen '.repeat(6) });
  await page.setContent(drawer.document([drawer.shared('cut') + (own.ok ? own.value : '')]));
  expect(await crowded()).not.toEqual([]);
});
