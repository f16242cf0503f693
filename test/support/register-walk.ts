// The person register walked in the real app by keyboard: a period added, one that merges with it, days taken away and undone, the
// list saved as a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Period } from '../../preload/rules/register/periods.ts';
import type { ClerkRun } from './clerk-run.ts';
import { pick, press, type } from './keyboard.ts';

export type RegisterWalk = {
  app: Pick<ClerkRun, 'must'>;
  page: Page;
  /** Goes to a place of the app. */
  open: (path: string) => Promise<void>;
  /** The sentence of a key of the register in the language of the page; what it is filled with is left out. */
  say: (key: string) => string;
  /** Where files are saved. */
  saveDir: string;
};

/** Walks it for the first worker of the app, in the role of a trainee, that nobody has there yet. */
export async function walkRegister({ app, page, open, say, saveDir }: RegisterWalk): Promise<void> {
  const { rows } = await app.must('worker.list', {});
  const worker = rows[0];
  if (worker === undefined) throw new Error('no worker to walk the register for');
  const { personId, employerId } = worker;
  const trainee = async (): Promise<Period[]> => {
    const { lines } = await app.must('register.person', { personId });
    return lines.filter(({ dossierType }) => dossierType === 'TRAINEE').map(({ period }) => period);
  };
  const button = (key: string): Locator => page.getByRole('button', { name: say(key), exact: true });
  const fill = async (act: 'insert' | 'delete', begin: string, end: string): Promise<string> => {
    await type(page, page.locator('#f-begin'), begin);
    await type(page, page.locator('#f-end'), end);
    await page.keyboard.press('Enter');
    await page.locator('.change-lanes').waitFor();
    const verdict = await page.locator('.question .lead').innerText();
    expect(await trainee()).toEqual(standing);
    await press(page, button(`${act}.act`));
    await page.locator('.receipt').waitFor();
    return verdict;
  };
  let standing: Period[] = [];

  // As a worker he or she is in the register already.
  const known = await app.must('register.person', { personId });
  expect(known.lines.map((line) => [line.employerId, line.dossierType])).toContainEqual([
    employerId,
    'EMPLOYEE',
  ]);
  await open('/register');
  await type(page, page.getByRole('searchbox'), worker.familyName);
  await press(page, page.locator(`a[href="#/register/${personId}"]`));
  await page.getByRole('listbox').waitFor();

  // A first period, from the person's own page; then one that overlaps it.
  await press(page, button('person.add'));
  await page.locator('#f-insz').waitFor();
  await type(page, page.locator('#f-employerId'), worker.employerName);
  await page.getByRole('option', { name: worker.employerName }).first().waitFor();
  await page.keyboard.press('Enter');
  await pick(page, page.locator('#f-dossierType'), 'TRAINEE');
  expect(await fill('insert', '1/1/2020', '30/6/2020')).toBe(say('verdict.added'));
  standing = [{ begin: '2020-01-01', end: '2020-06-30' }];
  expect(await trainee()).toEqual(standing);
  await press(page, page.getByRole('link', { name: say('change.toPerson') }));
  // The line at hand goes along.
  const line = page.locator('.lines-table tr', { hasText: say('type.TRAINEE') }).getByRole('button');
  await press(page, line);
  await press(page, button('chosen.extend'));
  await page.locator('#f-begin').waitFor();
  expect(await fill('insert', '1/6/2020', '31/12/2020')).toContain('1');
  standing = [{ begin: '2020-01-01', end: '2020-12-31' }];
  expect(await trainee()).toEqual(standing);

  // Days in the middle: two lines, until it is undone.
  await press(page, page.getByRole('link', { name: say('change.toPerson') }));
  await press(page, line);
  await press(page, button('chosen.takeAway'));
  await page.locator('#f-begin').waitFor();
  await fill('delete', '1/3/2020', '31/3/2020');
  expect(await trainee()).toEqual([
    { begin: '2020-01-01', end: '2020-02-29' },
    { begin: '2020-04-01', end: '2020-12-31' },
  ]);
  await press(page, button('acts.undo'));
  await page.locator('.note', { hasText: say('acts.restored') }).waitFor();
  expect(await trainee()).toEqual(standing);

  // What is listed is saved: with this person, and without a number in the name of the file.
  await open('/register');
  await press(page, page.getByRole('button', { name: say('save.act') }));
  await press(page, page.getByRole('menuitem', { name: say('save.csv') }));
  const toast = page.locator('.toast', { hasText: '.csv' });
  await toast.waitFor();
  const name = /\S+\.csv/.exec(await toast.innerText())?.[0] ?? '';
  expect(name).not.toContain(worker.insz);
  const written = readFileSync(join(saveDir, name), 'utf8');
  expect(written).toContain(worker.familyName);
  expect(written).toContain('2020-12-31');

  // From the person to what is known of him or her elsewhere: by the number, which stands in no address.
  for (const key of ['links.presences', 'links.applicants']) {
    await open(`/register/${personId}`);
    await press(page, button(key));
    await expect
      .poll(() => page.getByRole('searchbox').first().inputValue(), { timeout: 20_000 })
      .toBe(worker.insz);
    expect(page.url()).not.toContain(worker.insz);
  }
}
