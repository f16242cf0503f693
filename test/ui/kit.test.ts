// The parts of the kit in a real browser: forms, grid, wizard, toast and dialog, by keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { Answers } from '../support/page-answers.ts';
import { axeFindings, looks, overflow, wear } from '../support/page-looks.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';

let browser: Browser;
let folder: string;
let stop: (() => Promise<void>) | undefined;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages('gallery'));
});
afterAll(() => stop?.());

type Worker = HandlerOutput<'worker.get'>;
const worker = (number: number): Worker => ({
  id: id(1_000 + number),
  personId: id(1),
  employerId: id(1),
  employerName: 'Schoonmaak De Berk',
  insz: '01020399645',
  familyName: number === 1 ? '=Naam1' : `Naam${number}`,
  givenName: 'Rania',
  language: null,
  startDate: '2020-01-01',
  endDate: null,
  employmentHundredths: 100,
  trainings: number % 7,
  revision: 1,
});
const answers: Answers = {
  ...shellAnswers,
  'worker.list': ({ page, pageSize }) => ({
    rows: Array.from({ length: pageSize }, (_, index) => worker((page - 1) * pageSize + index)),
    total: 100_000,
    page,
    pageSize,
  }),
};

async function visit(part: string, use: (open: OpenPage) => Promise<void>): Promise<void> {
  const open = await openPage(browser, { folder, answers, route: `/gallery/${part}` });
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('data-place') ?? document.activeElement?.className ?? '',
  );

test.each(['parts', 'form', 'grid', 'wizard'])(
  'the gallery of %s is accessible in every look',
  async (part) => {
    await visit(part, async (open) => {
      const found: string[] = [];
      for (const look of looks) {
        await wear(open, look, appState);
        found.push(...(await axeFindings(open)));
        if ((await overflow(open)) > 0) found.push(`${JSON.stringify(look)}: too wide`);
      }
      expect(found).toEqual([]);
    });
  },
);

test('a fault of any kind that only one theme shows is found, though the themes before had none', async () => {
  await visit('parts', async (open) => {
    await open.page.evaluate(() => {
      const planted = document.createElement('button');
      planted.textContent = 'Doe iets';
      planted.className = 'planted';
      document.querySelector('main .page-head')?.append(planted);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        .planted { color: #000; background: #fff; min-width: 2rem; min-height: 2rem; }
        [data-theme="dark"] .planted { background: #222; }
        [data-theme="contrast"] .planted { font-size: 0; width: 9px; height: 9px; min-width: 0; min-height: 0; padding: 0; margin-inline: -9px; }`);
      document.adoptedStyleSheets.push(sheet);
      // A theme that takes the name from a part.
      new MutationObserver(() => {
        if (document.documentElement.dataset['theme'] === 'contrast') planted.textContent = '';
      }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    });
    const judged = new Set<string>();
    const found: Record<string, string[]> = {};
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      await wear(open, { language: 'nl', theme, text: 100 }, appState);
      found[theme] = (await axeFindings(open, judged)).map((finding) => finding.split(':')[0] ?? '');
    }
    expect(found['light']).toEqual([]);
    expect(found['dark']).toEqual(['color-contrast']);
    expect(found['contrast']).toContain('button-name');
    // Light and dark are one document; contrast is another, and was judged by every rule.
    expect(judged.size).toBe(2);
  });
});

test('a failed submit moves the focus to the summary each time, and its links lead to the fields', async () => {
  await visit('form', async ({ page }) => {
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('.error-summary').waitFor();
    await expect.poll(() => focused(page)).toBe('error-summary');
    await expect.poll(() => page.title()).toBe('Fout: Formulier – Sociodesk');
    await page.getByRole('link', { name: 'Titel: Vul dit in.' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-title');
    await page.keyboard.type('EHBO');
    await page.getByLabel('INSZ').fill('01.02.03 996-46');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.waitForFunction(() => document.activeElement?.className === 'error-summary');
    await expect.poll(() => page.getByLabel('INSZ').inputValue()).toBe('01.02.03 996-46');
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
  });
});

test('a typed day is read on leaving the field, and one that cannot be read stays as typed', async () => {
  await visit('form', async ({ page }) => {
    const day = page.getByLabel('Begindatum', { exact: true });
    await day.fill('2/6/25');
    await day.blur();
    await expect.poll(() => day.inputValue()).toBe('02/06/2025');
    await day.fill('32/6/2025');
    await day.blur();
    await expect.poll(() => day.inputValue()).toBe('32/6/2025');
    await page.getByText('Dit is geen dag.').waitFor();
    const duration = page.getByLabel('Duur');
    await duration.fill('3,8');
    await duration.blur();
    await expect.poll(() => duration.inputValue()).toBe('3:48');
  });
});

test('a day can be picked from the calendar by keyboard, and each way out of it leads back to its button', async () => {
  await visit('form', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Kalender voor Begindatum' });
    const calendar = page.getByRole('dialog');
    const back = (): Promise<unknown> =>
      expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Kalender voor Begindatum');
    const onDay = (): Promise<unknown> =>
      page.waitForFunction(() => document.activeElement?.classList.contains('calendar-day'));
    await opener.press('Enter');
    // Empty, it opens where the practice date is.
    await calendar.getByRole('heading', { name: 'juni 2025' }).waitFor();
    await onDay();
    await page.keyboard.press('Escape');
    await calendar.waitFor({ state: 'detached' });
    await back();
    await page.getByLabel('Begindatum', { exact: true }).fill('2/6/2025');
    await opener.press('Enter');
    await onDay();
    // Further than the last few places that a lost focus is looked for in.
    for (const day of [3, 4, 5, 6, 7, 8]) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(String(day));
    }
    await page.keyboard.press('Enter');
    await calendar.waitFor({ state: 'detached' });
    await back();
    await expect.poll(() => page.getByLabel('Begindatum', { exact: true }).inputValue()).toBe('08/06/2025');
    await opener.click();
    await onDay();
    await page.mouse.click(2, 2);
    await calendar.waitFor({ state: 'detached' });
    await back();
  });
});

test('a grid of 100,000 rows draws only those in view and is walked by keyboard to its end', async () => {
  await visit('grid', async ({ page, asked }) => {
    await page.locator('[data-place="0-0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toBe('1-1');
    await page.keyboard.press('Control+End');
    await page.getByText('Naam99999, Rania').waitFor();
    await expect.poll(() => focused(page)).toBe('99999-5');
    await expect.poll(() => page.locator('tr[aria-rowindex="100001"]').count()).toBe(1);
    await expect.poll(() => page.locator('.grid tbody tr').count()).toBeLessThan(80);
    await expect.poll(() => asked.filter((one) => one.name === 'worker.list').length).toBeLessThan(12);
  });
});

test('rows are chosen with Space, a range with Shift, everything with Ctrl+A', async () => {
  await visit('grid', async ({ page }) => {
    await page.locator('[data-place="2-1"]').focus();
    await page.keyboard.press('Space');
    await page.getByText('1 gekozen').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    await page.getByText('3 gekozen').waitFor();
    await page.keyboard.press('Control+a');
    await page.getByText('100000 gekozen').waitFor();
    await page.keyboard.press('Control+a');
    await page.getByText('gekozen').waitFor({ state: 'detached' });
  });
});

test('a copied row reaches the clipboard as text that no spreadsheet runs', async () => {
  await visit('grid', async ({ page }) => {
    await page.locator('[data-place="1-1"]').focus();
    const copied = await page.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
    expect(copied.split('\r\n')[1]).toBe("'=Naam1, Rania\t01.02.03-996.45\tSchoonmaak De Berk\t1\t");
  });
});

test('a heading sorts up and then down, and says so', async () => {
  await visit('grid', async ({ page, asked }) => {
    const heading = page.getByRole('columnheader', { name: 'INSZ' });
    await heading.getByRole('button').click();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending');
    await page.getByText('Naam0, Rania').waitFor();
    await expect.poll(() => asked.map((one) => (one.input as { sort?: string }).sort)).toContain('-insz');
  });
});

test('a wizard refuses, goes on, saves, goes back with what was typed, shows a failure and ends in a receipt', async () => {
  await visit('wizard', async ({ page }) => {
    const name = page.getByLabel('Hoe noemt u het certificaat?');
    await name.fill('fout');
    await page.keyboard.press('Enter');
    await page.locator('.error-summary').waitFor();
    await expect.poll(() => focused(page)).toBe('error-summary');
    await name.fill('mislukt');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText('Bewaard voor check').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByRole('button', { name: 'Maak het certificaat' }).click();
    await page.getByText('De sleutelring van deze computer is vergrendeld.').waitFor();
    await page.getByRole('button', { name: 'Terug' }).click();
    await expect.poll(() => name.inputValue()).toBe('mislukt');
    await name.fill('goed');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('button', { name: 'Maak het certificaat' }).click();
    await page.getByRole('heading', { name: 'Certificaat gemaakt' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Terug' }).count()).toBe(0);
  });
});

test('a toast goes by itself, stays while somebody is at it, and there are never more than two', async () => {
  await visit('parts', async ({ page }) => {
    await page.clock.install();
    const show = page.getByRole('button', { name: 'Toon bericht' });
    for (let times = 0; times < 3; times++) await show.click();
    expect(await page.locator('.toast').count()).toBe(2);
    await page.locator('.toast').last().getByRole('button', { name: 'Ongedaan maken' }).focus();
    await page.clock.fastForward(60_000);
    expect(await page.locator('.toast').count()).toBe(2);
    await show.focus();
    await page.clock.fastForward(13_000);
    await page.locator('.toast').first().waitFor({ state: 'detached' });
  });
});

test('with letters twice as large a toast leaves the act that brought it free', async () => {
  await visit('parts', async ({ page }) => {
    await page.setViewportSize({ width: 683, height: 384 });
    const show = page.getByRole('button', { name: 'Toon bericht' });
    for (const block of ['start', 'end'] as const) {
      await show.evaluate((element, where) => element.scrollIntoView({ block: where }), block);
      await show.press('Enter');
      await page.locator('.toast').last().waitFor();
      const covered = await show.evaluate((element) => {
        const act = element.getBoundingClientRect();
        return [...document.querySelectorAll('.toast')].some((toast) => {
          const box = toast.getBoundingClientRect();
          const beside = box.right <= act.left || box.left >= act.right;
          return box.height > 0 && !beside && box.bottom > act.top && box.top < act.bottom;
        });
      });
      expect(covered).toBe(false);
    }
  });
});

test('a toast with a way back undoes; a dialog gives the focus back', async () => {
  await visit('parts', async ({ page }) => {
    await page.getByRole('button', { name: 'Toon bericht' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('teruggezet').waitFor();
    await page.getByRole('button', { name: 'Open vraag' }).click();
    await page.locator('[role=dialog]:focus-within').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Open vraag');
  });
});
