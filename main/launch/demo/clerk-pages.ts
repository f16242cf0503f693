// What the clerk does in pages: lists of forty clients put right together, what was prepared approved, a refusal opened.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { clients } from './clerk-day.ts';
import type { Must } from './clerk-seed.ts';
import { workbookOf } from './clerk-sheets.ts';
import { expect } from './report.ts';

export type Clerk = { page: Page; must: Must; picture(name: string): Promise<void> };
const button = (within: Page | Locator, name: RegExp): Locator => within.getByRole('button', { name });

async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#${path}`);
  await page.locator('main h1').first().waitFor();
}

/** Writes the lists into `folder`, has all of them read at once, and brings them in when they are in order. */
export async function putListsRight({ page, picture }: Clerk, folder: string): Promise<string> {
  const files = await Promise.all(
    clients.map(async (client) => {
      const path = join(folder, client.file);
      writeFileSync(path, await workbookOf(client));
      return path;
    }),
  );
  page.setDefaultTimeout(60_000);
  await open(page, '/training/many-lists');
  const chooser = page.waitForEvent('filechooser');
  await button(page, /Kies de bestanden/).click();
  await (await chooser).setFiles(files);
  await button(page, /uit 40 lijsten/).waitFor({ timeout: 180_000 });
  await picture('1-lists');
  const same = page.getByRole('region', { name: 'Hetzelfde in verschillende rijen' }).locator('.import-row');
  for (const [at, right] of ['1:00', '03/02/2025', '03/02/2025'].entries()) {
    await same.nth(2 - at).waitFor();
    await same.nth(3 - at).waitFor({ state: 'detached' });
    await same.first().locator('input').fill(right);
    await page.keyboard.press('Tab');
    if (at === 0) await picture('2-the-same-mistake');
    await button(same.first(), /Zet in alle 5 rijen/).click();
  }
  await same.first().waitFor({ state: 'detached' });
  const problems = page.getByRole('group', { name: 'Rijen van alle lijsten' });
  for (const { mistake, file, workers } of clients) {
    if (mistake === 'formerNumber') {
      const row = problems.getByRole('region', { name: `Rij 3, ${file}`, exact: true });
      await row.getByLabel(`INSZ, Rij 3, ${file}`).fill(workers[1].insz);
      await page.keyboard.press('Tab');
      await row.getByText('Nieuw', { exact: true }).waitFor();
    }
    if (mistake === 'stranger') {
      const row = problems.getByRole('region', { name: `Rij 5, ${file}`, exact: true });
      await row.getByRole('checkbox').click();
      await row.getByText('Weggelaten', { exact: true }).waitFor();
    }
  }
  await picture('3-put-right');
  await button(page, /^Lees 120 opleidingen in uit 40 lijsten$/).click();
  await page
    .getByRole('heading', { name: /120 concepten toegevoegd uit 40 lijsten/ })
    .waitFor({ timeout: 180_000 });
  await picture('4-brought-in');
  return '40 lists, 120 trainings; 15 mistakes put right with 3 acts, 10 one by one';
}

/** One hands in, then both approve with their PIN; before that nothing can be sent. */
export async function approve(
  { page, picture }: Clerk,
  pins: Readonly<Record<string, string>>,
): Promise<string> {
  await open(page, '/training/drafts');
  await button(page, /^Dien .*120/).click();
  await button(page.getByRole('dialog'), /120/).click();
  await page.waitForURL(/#\/outbox/);
  await page.locator('main tbody tr').first().waitFor();
  expect((await button(page, /^Verzend/).count()) === 0, 'nothing can be sent before two persons approved');
  await open(page, '/outbox/approval');
  for (const [name, pin] of Object.entries(pins)) {
    await page.locator('tbody tr[data-index="0"] input[type=checkbox]').waitFor();
    await page.locator('thead input[type=checkbox]').check();
    await button(page, /^Keur 120 goed$/).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('select').selectOption({ label: name });
    await dialog.locator('input[type=password]').fill(pin);
    await picture(`5-approved-by-${name.toLowerCase()}`);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.locator('.empty').waitFor();
  return `${Object.keys(pins).join(' and ')} approved 120 worker-years`;
}

/** Opens the first of those that were refused. */
export async function explain({ page, picture }: Clerk): Promise<string> {
  await open(page, '/outbox/refused');
  await page.locator('tbody tr[data-index="0"] td').nth(1).click();
  await page.keyboard.press('Enter');
  const panel = page.locator('aside', { hasText: /F0003-155|F0004-051/ });
  await panel.waitFor();
  await picture('6-refused');
  const code = /F0003-155|F0004-051/.exec(await panel.innerText())?.[0] ?? '';
  return `${code} with its sentence and what to do`;
}
