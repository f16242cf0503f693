// A clerk's day in the real app as a process of its own: forty client employers, a workbook of each with mistakes in it, taken
// in, put right, approved by two persons, sent over a bad line with the app killed on the way, reconciled, explained,
// printed, one client brought home. At the end the service's own ledger and the register are held beside each other.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import {
  clients,
  filedElsewhere,
  secretariat,
  withFiledElsewhere,
  world,
} from '../../main/launch/demo/clerk-day.ts';
import { seedClerk } from '../../main/launch/demo/clerk-seed.ts';
import { type PracticeClient, startClient } from '../integration/practice/support/client.ts';
import { ask } from '../support/app-walk.ts';
import { expectedRecords, heldRecords, ledgerOf, notTakenByStory } from '../support/clerk-records.ts';
import { type ClerkRun, chooseFiles, startClerk } from '../support/clerk-run.ts';
import { workbookOf } from '../support/clerk-sheets.ts';
import { press, reach, type } from '../support/keyboard.ts';
import { type SecretServiceRun, startSecretService } from '../support/secret-service.ts';

const shots = process.env['SOCIODESK_SHOTS'];
const root = mkdtempSync(join(tmpdir(), 'sociodesk-day-'));
const saveDir = join(root, 'saved');
const pin = { Nadia: 'tulp-4821', Bruno: 'roos-1174' } as const;
/** The machine may be busy with other tests. */
const soon = { timeout: 120_000, interval: 100 };

let practice: PracticeClient;
let secrets: SecretServiceRun;
let app: ClerkRun;
let page: Page;
const complaints: string[] = [];

const start = async (): Promise<ClerkRun> => {
  const order = { profileDir: join(root, 'profile'), environmentsFile: join(root, 'practice.json') };
  const rest = { pageDir: inject('pages').app, tempDir: join(root, 'profile', 'temp'), saveDir };
  return startClerk({ ...order, ...rest }, { ...secrets.env, TMPDIR: root });
};

beforeAll(async () => {
  if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';
  for (const name of ['lists', 'saved']) await mkdir(join(root, name));
  const caFile = join(root, 'ca.pem');
  practice = await startClient({ caFile });
  const { environments, caPem } = practice.service;
  writeFileSync(caFile, caPem);
  writeFileSync(join(root, 'practice.json'), JSON.stringify({ environments, caFile }));
  expect((await practice.admin('POST', '/world/import', world)).status).toBe(204);
  expect((await practice.admin('POST', '/world/trainings', filedElsewhere)).status).toBe(204);
  secrets = await startSecretService();
  app = await start();
  await seedClerk(app, pin);
  page = await app.show(complaints);
}, 300_000);
afterAll(async () => {
  await app?.close();
  await secrets?.stop();
  await practice?.close();
  await rm(root, { recursive: true, force: true });
}, 60_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shot(`failed-${task.name.slice(0, 20)}`);
});

const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `day-${name}.png`), fullPage: true });
};
/** Goes to a page by its name, as a person without a mouse does. */
async function find(name: string, path: string): Promise<void> {
  await page.keyboard.press('Escape');
  const words = page.locator('.palette-input');
  // As a person would: where a window that only just came up did not hear the keys, they are pressed again.
  await expect
    .poll(async () => {
      if ((await words.count()) === 0) await page.keyboard.press('Control+k');
      return words.count();
    }, soon)
    .toBe(1);
  await words.fill(name);
  await page.getByRole('option', { name }).or(page.getByRole('menuitem', { name })).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url(), soon).toContain(`#${path}`);
}
async function open(path: string): Promise<void> {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#${path}`);
  await page.locator('main h1').first().waitFor();
}
const button = (name: RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name });

test('the lists of forty clients are put right together and brought in with one act', {
  timeout: 600_000,
}, async () => {
  const files = clients.map((client, at) => {
    const path = join(root, 'lists', client.file);
    writeFileSync(path, workbookOf(client, at));
    return path;
  });
  await find('Lijsten van veel klanten', '/training/many-lists');
  await chooseFiles(page, files, () => press(page, button(/Kies de bestanden/)));
  const lists = page.getByRole('region', { name: 'Lijsten die wachten' }).first().locator('tbody tr');
  await expect.poll(() => lists.count(), soon).toBe(clients.length);
  await button(/uit 40 lijsten/).waitFor({ timeout: 120_000 });
  const named = await lists.evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
  expect(clients.filter(({ name }, at) => !named[at]?.includes(name))).toEqual([]);
  await shot('lists');

  // The same mistake of five clients is put right once.
  const once = [
    ['0:60', '1:00'],
    ['03/02/1925', '03/02/2025'],
    ['01/02/2025', '03/02/2025'],
  ] as const;
  const sameOnes = page.getByRole('region', { name: 'Hetzelfde in verschillende rijen' });
  const same = sameOnes.locator('.import-row');
  // Past the lists, as one goes from heading to heading.
  await same.first().locator('input').focus();
  for (const [at, [read, right]] of once.entries()) {
    await expect.poll(() => same.count(), soon).toBe(once.length - at);
    const cell = same.first().locator('input');
    await expect.poll(() => cell.inputValue()).toBe(read);
    await type(page, cell, right);
    await press(page, button(/Zet in alle 5 rijen/, same.first()));
  }
  await expect.poll(() => same.count(), soon).toBe(0);

  // A number of before is replaced by the present one, and somebody whom nobody knows is left out.
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
      await row.getByRole('checkbox').press('Space');
      await row.getByText('Weggelaten', { exact: true }).waitFor();
    }
  }
  await shot('put-right');
  await press(page, button(/^Lees 120 opleidingen in uit 40 lijsten$/));
  await page
    .getByRole('heading', { name: /120 concepten toegevoegd uit 40 lijsten/ })
    .waitFor({ timeout: 120_000 });
  await shot('brought-in');
});

test('two persons approve what one of them prepared', { timeout: 300_000 }, async () => {
  await open('/training/drafts');
  await press(page, button(/^Dien .*120/));
  await press(page, button(/120/, page.getByRole('dialog')));
  await expect.poll(() => page.url(), soon).toContain('#/outbox');
  await expect.poll(() => button(/^Verzend/).count()).toBe(0);
  await find('Goed te keuren', '/outbox/approval');
  for (const name of ['Nadia', 'Bruno'] as const) {
    // All are chosen once they are there.
    await page.locator('tbody tr[data-index="0"] input[type=checkbox]').waitFor();
    await page.locator('thead input[type=checkbox]').check();
    await press(page, button(/^Keur 120 goed$/));
    const dialog = page.getByRole('dialog');
    await dialog.locator('select').selectOption({ label: name });
    await dialog.locator('input[type=password]').fill(pin[name]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached', timeout: 60_000 });
    await shot(`approved-${name}`);
  }
  await page.locator('.empty').waitFor();
});

type Counts = { ready?: number; refused?: number; sending?: number; unknown?: number };
const states = async () => (await ask<{ counts: Counts }>(page, 'outbox.status')).counts;
/** Once a mandate was refused, what else its client has stays ready until somebody saw to it; the rest of what is ready waits. */
const waits = async (): Promise<number> => {
  const { ready = 0, refused = 0, sending = 0, unknown = 0 } = await states();
  return sending + unknown + Math.max(0, ready + refused - notTakenByStory);
};

test('over a bad line and after a kill everything ends in a known state', { timeout: 600_000 }, async () => {
  const path = '/trainings';
  const faults = [
    { kind: 'latency', method: 'PUT', path, ms: 60 },
    { kind: '503', method: 'PUT', path, every: 9, retryAfter: 1, count: 6 },
    { kind: '429', method: 'PUT', path, every: 13, retryAfter: 1, count: 4 },
    { kind: 'resetBeforeCommit', method: 'PUT', path, every: 7 },
    { kind: 'resetAfterCommit', method: 'PUT', path, every: 10 },
    { kind: 'halfBody', method: 'PUT', path, every: 17, commit: true },
    { kind: 'silence', method: 'PUT', path, every: 23, ms: 1_500, commit: true },
    { kind: 'garbledJson', method: 'PUT', path, every: 31, commit: true },
  ];
  expect((await practice.admin('PUT', '/faults', { faults })).status).toBe(200);
  await open('/outbox');
  await press(page, button(/^Verzend 120 werknemerjaren$/));
  await expect
    .poll(async () => (await ledgerOf(practice)).length, { ...soon, interval: 20 })
    .toBeGreaterThan(25);
  await app.kill();
  expect((await ledgerOf(practice)).length).toBeLessThan(118);
  app = await start();
  page = await app.show(complaints);
  await open('/outbox');
  // As a person: whatever the page offers, sending or asking, until nothing waits.
  await expect
    .poll(
      async () => {
        const offered = button(/^(Verzend|Vraag de dienst naar) \d+/).first();
        if (await offered.isVisible()) await offered.press('Enter').catch(() => {});
        return waits();
      },
      { ...soon, interval: 300, timeout: 300_000 },
    )
    .toBe(0);
  await practice.admin('DELETE', '/faults');
  await shot('sent');
  const { ready = 0, refused = 0 } = await states();
  expect(refused).toBeGreaterThanOrEqual(2);
  expect(ready + refused).toBe(notTakenByStory);
});

test('a refusal says what is wrong and what to do; a training account is printed', {
  timeout: 300_000,
}, async () => {
  await open('/outbox/refused');
  const row = page.locator('tbody tr[data-index="0"] td').nth(1);
  await row.click();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('aside').innerText(), soon).toMatch(/F0003-155|F0004-051/);
  await shot('explained');
  const { rows } = await app.must('training.list', { states: ['accepted'], pageSize: 1 });
  await open(`/training/account/${rows[0]?.workerId}`);
  await press(page, button(/^Bewaar als PDF$/));
  // Under its own name: beside it lies for a moment what it is made of.
  const begins = async (): Promise<string[]> =>
    (await readdir(saveDir))
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => readFileSync(join(saveDir, name)).subarray(0, 5).toString());
  await expect.poll(begins, soon).toEqual(['%PDF-']);
  await shot('printed');
});

test('a client is brought home with what others filed for it', { timeout: 300_000 }, async () => {
  const { rows } = await app.must('employer.list', { text: clients[withFiledElsewhere]?.name ?? '' });
  const employerId = rows[0]?.id ?? '';
  await app.must('rescue.acceptNotice', { accepted: true });
  await open(`/training/rescue/${employerId}`);
  await reach(page, page.locator('.page-head .acts .primary'));
  await page.keyboard.press('Enter');
  const found = async () =>
    (
      await ask<{ client: { counts: { found: number; waiting: number; asked: number } } }>(
        page,
        'rescue.report',
        { employerId },
      )
    ).client.counts;
  await expect.poll(found, soon).toMatchObject({ found: 3, waiting: 0, asked: 0 });
  await shot('brought-home');
});

test('the ledger of the service and the register agree record by record', { timeout: 300_000 }, async () => {
  const { registered, held, ledger } = await heldRecords(app, practice, secretariat.number);
  const ours = held.filter(({ reference }) => reference !== filedElsewhere.training.externalReference);
  const plain = (rows: typeof held) => rows.map(({ reference: _, ...record }) => record);
  // What stands at the service is what the story says, value by value, and what the register says was accepted.
  expect(plain(held)).toEqual(expectedRecords());
  expect(plain(ours)).toEqual(registered);
  // Each of them came into being exactly once, and nothing of anybody was removed on the way.
  const effects = ledger.flatMap((entry) => entry.effects);
  const created = effects.filter(({ effect }) => effect === 'created');
  expect(created.map(({ externalReference }) => externalReference).toSorted()).toEqual(
    ours.map(({ reference }) => reference).toSorted(),
  );
  expect(effects.filter(({ effect }) => effect === 'deleted')).toEqual([]);
  expect(complaints).toEqual([]);
});
