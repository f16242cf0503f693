// A list of twenty applicants in the real window: a workbook with two mistakes, put right in place, asked, printed on cards that another
// reader reads, approved by twenty citizens, read on the board by key, and one answer on paper.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type ClerkRun, chooseFiles } from './clerk-run.ts';
import { press, tick, type } from './keyboard.ts';
import { pdfPages, pdfText } from './pdf-text.ts';
import { bookOf } from './workbooks.ts';

export type BatchWalk = {
  app: Pick<ClerkRun, 'must'>;
  page: Page;
  open: (path: string) => Promise<void>;
  say: (file: 'applicants' | 'applicant-batch' | 'lists', key: string) => string;
  /** A call of the practice environment's own administration. */
  admin: (method: string, path: string, json?: unknown) => Promise<{ status: number; text: string }>;
  /** Where the app saves. */
  saveDir: string;
};

const most = 20;
const soon = { timeout: 60_000, interval: 50 };

/** Of somebody whom practice does not know by name: its answer follows from a rule. */
function inszOf(at: number): string {
  const base = 930_203_100 + at * 2 + 1;
  return `${base}${String(97 - (base % 97)).padStart(2, '0')}`;
}

/** Rows 2 to 21: the first ten with a number, of which one has wrong check digits and one stands there twice. */
function workbook(): Buffer {
  const numbers = Array.from({ length: most }, (_, at) => (at < 10 ? inszOf(at) : ''));
  numbers[3] = inszOf(3).replace(/..$/, (digits) => String((Number(digits) % 97) + 1).padStart(2, '0'));
  numbers[6] = inszOf(2);
  const lines = [
    ['Omschrijving', 'INSZ', 'Taal'],
    ...numbers.map((insz, at) => [`Bar ${at + 1}`, insz, at % 2 === 0 ? 'nl' : 'fr']),
  ];
  const rows = lines.map((cells, line) => {
    const written = cells.map(
      (text, at) => `<c r="${'ABC'[at]}${line + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${line + 1}">${written.join('')}</row>`;
  });
  return bookOf({ sheets: [{ name: 'Festival', rows: rows.join('') }] });
}

/** The employer asks with an account of its own that has both rights; the language of the app is Dutch. */
export async function walkBatch({ app, page, open, say, admin, saveDir }: BatchWalk): Promise<void> {
  const batch = (key: string): string => say('applicant-batch', key);
  const at = (key: string): string => say('applicants', key);
  const next = page.locator('button[type=submit]');
  const file = join(saveDir, 'zomerfestival.xlsx');
  writeFileSync(file, workbook());

  await open('/applicants/batch');
  if ((await page.locator('#f-employerId').inputValue()) === '') {
    await type(page, page.locator('#f-employerId'), 'De Berk');
    await page.getByRole('option', { name: /De Berk/ }).waitFor();
    await page.keyboard.press('Enter');
  }
  for (const box of await page.locator('input[type=checkbox][id^="f-dataSets"]').all()) await tick(page, box);
  await press(page, next);
  expect(await page.locator('#f-from').isChecked()).toBe(true);
  const pick = page.getByRole('button', { name: say('lists', 'source.pick') });
  await chooseFiles(page, [file], () => press(page, pick));
  await page.locator('.file strong').waitFor();
  await press(page, next);

  // Two of twenty are wrong: nothing goes on before they are put right, where they stand.
  await page.locator('#f-insz-5[aria-invalid]').waitFor();
  expect(await page.locator('.batch-rows tbody tr').count()).toBe(most);
  expect(await page.locator('.batch-rows input[aria-invalid]').count()).toBe(2);
  // Past a hundred fields, which a person with a keyboard would skip as well.
  await next.press('Enter');
  await page.locator('.error-summary:focus').waitFor();
  for (const row of [3, 6]) {
    const cell = page.locator(`#f-insz-${row + 2}`);
    await cell.press('Control+A');
    await page.keyboard.type(inszOf(row));
    await page.keyboard.press('Tab');
    await expect.poll(() => cell.getAttribute('aria-invalid'), soon).toBeNull();
  }
  await page.getByText(batch('check.fine')).waitFor();
  await next.press('Enter');
  await page.getByRole('heading', { name: batch('ask.question') }).waitFor();
  await press(page, next);
  await page.getByRole('heading', { name: batch('done.title') }).waitFor();

  // Saved as cards: twenty codes that a reader of somebody else reads off the paper.
  await press(page, page.getByRole('button', { name: batch('done.sheet') }));
  const note = page.locator('.note.ok', { hasText: '.pdf' });
  await note.waitFor();
  const cards = join(saveDir, pdfIn(await note.innerText()));
  const words = pdfPages(readFileSync(cards)).join(' ');
  for (let row = 1; row <= most; row += 1) expect(words).toContain(`Bar ${row}`);
  for (let row = 0; row < 10; row += 1) expect(words).not.toContain(inszOf(row));
  const links = codesOf(cards);
  expect(links).toHaveLength(most);

  // Twenty citizens approve; the number that was asked stands with the request.
  const { items } = JSON.parse((await admin('GET', '/citizen/requests')).text) as {
    items: { requestId: string; insz?: string | null }[];
  };
  for (const [card, link] of links.entries()) {
    const requestId = /request\/([0-9a-f-]{36})$/.exec(link)?.[1] ?? '';
    const insz = items.find((one) => one.requestId === requestId)?.insz ?? inszOf(most + card);
    const answer = await admin('POST', `/citizen/requests/${requestId}/approve`, { insz });
    expect(`${answer.status} ${answer.text}`).toMatch(/^2/);
  }

  // The board of this list, and there the answers by key, one after the other, without a hand on the mouse.
  await press(page, page.getByRole('link', { name: batch('done.board') }));
  const toCards = page.getByRole('link', { name: at('board.toBatch') });
  await press(page, toCards);
  await page.getByRole('heading', { name: batch('done.title') }).waitFor();
  await press(page, page.getByRole('link', { name: batch('done.board') }));
  await toCards.waitFor();
  const lane = (nth: number) => page.locator('.lane').nth(nth).locator('h3 .count');
  await press(page, page.getByRole('button', { name: at('board.refresh') }));
  await expect.poll(() => lane(1).innerText(), soon).toBe(String(most));
  expect(await lane(0).innerText()).toBe('0');
  await page.getByRole('searchbox', { name: at('board.seek') }).press('ArrowDown');
  for (let left = most; left > 0; left -= 1) {
    await page.locator('.lane').nth(1).locator('.slip-link:focus').waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => lane(1).innerText(), soon).toBe(String(left - 1));
  }
  await expect.poll(() => lane(2).innerText(), soon).toBe(String(most));
  const { rows } = await app.must('applicantBatch.list', {});
  const asked = { batchId: rows[0]?.id ?? '', column: 'read' as const, pageSize: most };
  const read = await app.must('applicantRequest.list', asked);
  expect(read.rows.every(({ answer }) => answer?.flexiJob != null && answer.studentHours != null)).toBe(true);

  // One answer on paper.
  const one = read.rows[0];
  await open(`/applicants/${one?.id}`);
  await press(page, page.getByRole('button', { name: at('answer.savePdf') }));
  await page.getByRole('menuitem', { name: 'Nederlands' }).waitFor();
  await page.keyboard.press('Enter');
  const toast = page.locator('.toast', { hasText: '.pdf' });
  await toast.waitFor();
  const paper = join(saveDir, pdfIn(await toast.innerText()));
  await expect.poll(() => existsSync(paper), soon).toBe(true);
  const hours = one?.answer?.studentHours;
  expect(pdfText(readFileSync(paper))).toContain(`${hours?.available} van ${hours?.quota} uur`);
}

const pdfIn = (words: string): string => /\S+\.pdf/.exec(words)?.[0] ?? '';

/** What `zbarimg` reads off the pages, each code once. */
function codesOf(pdf: string): string[] {
  const reader = join(import.meta.dirname, 'read-paper.ts');
  const read = spawnSync(process.execPath, [reader, pdf, '200'], { encoding: 'utf8' });
  const pages = JSON.parse(read.stdout) as (string | null)[];
  return [...new Set(pages.flatMap((page) => page?.split('\n') ?? []))];
}
