// The road of an applicant in the real app as a process of its own, at the desk and on two phones: asked, read off the screen by a
// reader of somebody else, approved, refused to a second citizen, read, revoked, and expired at midnight. Twice: in two languages, the
// first on a day at the end of a month.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { findChromium } from '../../main/host/chromium-find.ts';
import { type PracticeClient, startClient } from '../integration/practice/support/client.ts';
import { walkBatch } from '../support/batch-walk.ts';
import { type ClerkRun, startClerk } from '../support/clerk-run.ts';
import { choose, press, tick, type } from '../support/keyboard.ts';
import { walkRegister } from '../support/register-walk.ts';
import { walkReplacement } from '../support/replacement-walk.ts';
import { type SecretServiceRun, startSecretService } from '../support/secret-service.ts';

const shots = process.env['SOCIODESK_SHOTS'];
const root = mkdtempSync(join(tmpdir(), 'sociodesk-applicant-'));
const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
const soon = { timeout: 60_000, interval: 50 };

type Language = 'nl' | 'fr';
const resources = join(import.meta.dirname, '..', '..', 'resources', 'locales');
/** The sentence of a key, as the person reads it; what it is filled with is left out. */
const sentence = (
  language: Language,
  file: 'applicants' | 'applicant-batch' | 'lists' | 'practice-portal' | 'register',
  key: string,
): string => {
  const texts = JSON.parse(readFileSync(join(resources, language, `${file}.json`), 'utf8')) as unknown;
  const found = key.split('.').reduce((at, part) => (at as Record<string, unknown>)[part], texts);
  return String(found);
};

let practice: PracticeClient;
let secrets: SecretServiceRun;
let app: ClerkRun;
let page: Page;
let phones: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';
  const caFile = join(root, 'ca.pem');
  practice = await startClient({ caFile });
  const { environments, caPem } = practice.service;
  writeFileSync(caFile, caPem);
  writeFileSync(join(root, 'practice.json'), JSON.stringify({ environments, caFile }));
  const { adminUrl = '', adminToken = '' } = environments['practice']?.practice ?? {};
  await practice.send(
    'POST',
    `${adminUrl.replace('/admin', '/practice/access')}/enterprises/${berk.enterpriseNumber}/circleOfTrust`,
    { headers: { authorization: `Bearer ${adminToken}` } },
  );
  secrets = await startSecretService();
  const order = { profileDir: join(root, 'profile'), environmentsFile: join(root, 'practice.json') };
  const rest = { pageDir: inject('pages').app, tempDir: join(root, 'profile', 'temp'), saveDir: root };
  app = await startClerk({ ...order, ...rest }, { ...secrets.env, TMPDIR: root });
  await app.must('settings.update', { language: 'nl', firstRunDone: true, personName: 'Nadia' });
  await app.must('practice.addSamples', {});
  const { rows } = await app.must('employer.list', { text: 'De Berk' });
  const made = await app.must('certificate.generate', { ...berk, name: 'De Berk', keyKind: 'ecP384' });
  const account = await app.must('account.registerInPractice', {
    ...{ ...berk, name: 'De Berk', quality: 'employerNsso', certificateId: made.id },
    rights: ['citizenMandatesManage', 'citizenDataConsult', 'checkInAndOutAtWork'],
  });
  for (const service of ['citizenData', 'checkInAndOutAtWork'] as const)
    await app.must('route.set', {
      ...{ employerId: rows[0]?.id ?? '', service },
      route: { kind: 'own', accountId: account.id },
    });
  page = await app.show(complaints);
  phones = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}, 180_000);
afterAll(async () => {
  await phones?.close();
  await app?.close();
  await secrets?.stop();
  await practice?.close();
  await rm(root, { recursive: true, force: true });
}, 60_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shot(page, `failed-${task.name.slice(0, 12)}`);
});

const shot = async (of: Page, name: string): Promise<void> => {
  if (shots !== undefined)
    await of.screenshot({ path: join(shots, `applicant-${name}.png`), fullPage: true });
};
async function open(path: string): Promise<void> {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#${path}`);
  await page.locator('main h1').first().waitFor();
}

/** What a reader of somebody else reads off the screen of the desk. */
async function scan(): Promise<string> {
  const file = join(root, 'screen.png');
  await page.screenshot({ path: file });
  const only = ['--quiet', '--raw', '--set', '*.enable=0', '--set', 'qr.enable=1'];
  return execFileSync('zbarimg', [...only, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** A citizen's phone on an address, logged in. */
async function phoneOf(language: Language, insz: string, address: string): Promise<Page> {
  const phone = await phones.newPage({ locale: `${language}-BE`, viewport: { width: 390, height: 844 } });
  await phone.goto(address);
  await phone.locator(`input[type=radio][value="${insz}"]`).check();
  await phone.locator('main form button[type=submit]').click();
  await phone.locator(`input[type=radio][value="${insz}"]`).waitFor({ state: 'detached' });
  return phone;
}
const answering = (phone: Page, act: 'approve' | 'refuse' | 'revoke'): Locator =>
  phone
    .locator('form')
    .filter({ has: phone.locator(`input[name=act][value=${act}]`) })
    .locator('button');

type Walk = {
  language: Language;
  theme: 'light' | 'dark';
  day: string;
  next: string;
  citizen: string;
  name: string;
  other: string;
  /** Of the access, and of the quarter of the answer, as the page writes them. */
  lastDay: string;
  quarterEnds: string;
};
const walks: Walk[] = [
  {
    ...{ language: 'nl', theme: 'light', day: '2026-01-31', next: '2026-02-01' },
    ...{ citizen: '88041299239', name: 'Annelies Brugmans', other: '07011499430' },
    ...{ lastDay: '27 februari', quarterEnds: '31 maart 2026' },
  },
  {
    ...{ language: 'fr', theme: 'dark', day: '2026-04-15', next: '2026-04-16' },
    ...{ citizen: '57031899175', name: 'Roger Duinslag', other: '05082299389' },
    ...{ lastDay: '14 mai', quarterEnds: '30 juin 2026' },
  },
];

test.each(walks)(
  'the road of an applicant in $language, asked on $day',
  { timeout: 180_000 },
  async (walk) => {
    const { language, theme, day, next, citizen, name, other, lastDay, quarterEnds } = walk;
    const at = (key: string): string => sentence(language, 'applicants', key);
    const there = (key: string): string => sentence(language, 'practice-portal', `citizen.${key}`);
    const desk = page.locator('.ask');
    const heading = (words: string): Locator => page.getByRole('heading', { name: words, exact: true });
    await app.must('practice.setDate', { date: day });
    await app.must('settings.update', { language, theme });

    // Asked: for whom, what, in which language; the second time all but the last is remembered.
    await open('/applicants/new');
    await heading(at('ask.title')).waitFor();
    if ((await page.locator('#f-employerId').inputValue()) === '') {
      await type(page, page.locator('#f-employerId'), 'De Berk');
      await page.getByRole('option', { name: /De Berk/ }).waitFor();
      await page.keyboard.press('Enter');
    }
    await tick(page, page.locator('#f-dataSets'));
    const languages = page.locator('input[name="f-language"]');
    await choose(page, languages, page.locator(`input[name="f-language"][value="${language}"]`));
    await type(page, page.locator('#f-label'), 'balie');
    await page.keyboard.press('Enter');
    await heading(at('desk.scan')).waitFor();
    await expect.poll(() => page.locator('.countdown').innerText()).toContain('23:59:59');
    expect(await desk.innerText()).not.toContain(name);
    const link = await scan();
    await expect.poll(() => page.locator('.ask-link').innerText()).toContain(link);
    await shot(page, `${language}-desk`);

    // The citizen follows the code and approves: the desk sees who it is, and until when.
    const phone = await phoneOf(language, citizen, link);
    await expect.poll(() => phone.locator('main').innerText()).toContain(there('request.which'));
    await shot(phone, `${language}-phone`);
    await answering(phone, 'approve').click();
    await heading(at('desk.state.approved.title').replace('{person}', name)).waitFor();
    await expect.poll(() => desk.innerText(), soon).toContain(lastDay);

    // A second citizen comes too late.
    const second = await phoneOf(language, other, link);
    await expect.poll(() => second.locator('main').innerText()).toContain(there('closed.used.title'));
    await second.close();

    // The answer is read, for the quarter that the day lies in.
    await press(page, page.getByRole('button', { name: at('answer.read'), exact: true }));
    const answer = page.locator('.answer');
    await expect.poll(() => answer.innerText(), soon).toContain(quarterEnds);
    await shot(page, `${language}-answer`);

    // The citizen ends it: nothing is read any more, and what was read is not shown.
    await phone.getByRole('link', { name: there('accesses.title') }).click();
    await phone
      .getByRole('link', { name: there('accesses.end') })
      .first()
      .click();
    await answering(phone, 'revoke').click();
    await phone.getByText(there('accesses.state.revoked')).waitFor();
    const again = page.getByRole('button', { name: at('answer.readAgain'), exact: true });
    // Unless the desk heard of it first.
    if (await again.isVisible()) await again.press('Enter', { timeout: 2_000 }).catch(() => {});
    await expect.poll(() => page.locator('main').innerText(), soon).toContain(at('answer.gone.revoked'));
    expect(await page.locator('main').innerText()).not.toContain(quarterEnds);
    await shot(page, `${language}-revoked`);

    // Another is asked and nobody approves: at midnight it expires, at the desk and on the phone on which it lies open.
    await press(page, page.getByRole('link', { name: at('common.new') }));
    await heading(at('ask.title')).waitFor();
    await type(page, page.locator('#f-label'), 'keuken');
    await page.keyboard.press('Enter');
    await heading(at('desk.scan')).waitFor();
    const late = await phoneOf(language, other, await scan());
    await answering(late, 'approve').waitFor();
    await app.must('practice.setDate', { date: next });
    await heading(at('desk.state.expired.title')).waitFor();
    await expect.poll(() => page.locator('.qr').count()).toBe(0);
    await answering(late, 'approve').click();
    await late.getByText(there('closed.expired.title')).waitFor();
    await shot(page, `${language}-expired`);
    await late.close();
    await phone.close();
    expect(complaints).toEqual([]);
  },
);

test('twenty applicants from a workbook to cards, approvals and answers', { timeout: 180_000 }, async () => {
  await app.must('practice.setDate', { date: '2026-04-20' });
  await app.must('settings.update', { language: 'nl', theme: 'light' });
  const say = (file: 'applicants' | 'applicant-batch' | 'lists', key: string): string =>
    sentence('nl', file, key);
  await walkBatch({ app, page, open, say, admin: practice.admin, saveDir: root });
  await shot(page, 'nl-batch');
  expect(complaints).toEqual([]);
});

test('a person of the register: a period added, merged, taken away, undone, and saved with the list', {
  timeout: 120_000,
}, async () => {
  await app.must('settings.update', { language: 'nl', theme: 'light' });
  await walkRegister({ app, page, open, say: (key) => sentence('nl', 'register', key), saveDir: root });
  await shot(page, 'nl-register');
  expect(complaints).toEqual([]);
});

test('a replaced number flows from the file of a day into the worker, training, presence and applicant', {
  timeout: 180_000,
}, async () => {
  await app.must('settings.update', { language: 'nl', theme: 'light' });
  await walkReplacement({ app, page, open, admin: practice.admin, root });
  await shot(page, 'nl-replacement');
  expect(complaints).toEqual([]);
});
