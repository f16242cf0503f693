// The road of a presence in the real app as a process of its own: a poster is made and printed, its code is read from the paper
// by a reader of somebody else, a worker's phone follows it and registers, the service finds something to remark, the clerk
// sees it, has it explained and saves the evidence; the command line shows the same.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { type PracticeClient, startClient } from '../integration/practice/support/client.ts';
import { type ClerkRun, chooseFiles, startClerk } from '../support/clerk-run.ts';
import { press, tick, type } from '../support/keyboard.ts';
import { startPages } from '../support/page-server.ts';
import { pdfText } from '../support/pdf-text.ts';
import { type SecretServiceRun, startSecretService } from '../support/secret-service.ts';

const shots = process.env['SOCIODESK_SHOTS'];
const root = mkdtempSync(join(tmpdir(), 'sociodesk-road-'));
const saveDir = join(root, 'saved');
const PARK = '1Y100PARK0001';
const DAAN = '01020399744';
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(Date.now());
/** The day on which the road began: midnight may come on the way. */
const began = today();
const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
const soon = { timeout: 60_000, interval: 100 };

let practice: PracticeClient;
let secrets: SecretServiceRun;
let app: ClerkRun;
let page: Page;
let phones: Browser;
let stopPhones: (() => Promise<void>) | undefined;
let employerId = '';
const complaints: string[] = [];
/** What the reader of somebody else read from the paper. */
let scanned = '';

beforeAll(async () => {
  if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';
  await mkdir(saveDir);
  const caFile = join(root, 'ca.pem');
  practice = await startClient({ caFile });
  const { environments, caPem } = practice.service;
  writeFileSync(caFile, caPem);
  writeFileSync(join(root, 'practice.json'), JSON.stringify({ environments, caFile }));
  await practice.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  secrets = await startSecretService();
  const order = { profileDir: join(root, 'profile'), environmentsFile: join(root, 'practice.json') };
  const rest = { pageDir: inject('pages').app, tempDir: join(root, 'profile', 'temp'), saveDir };
  app = await startClerk({ ...order, ...rest }, { ...secrets.env, TMPDIR: root });
  await app.must('settings.update', { language: 'nl', firstRunDone: true, personName: 'Nadia' });
  await app.must('practice.addSamples', {});
  const { rows } = await app.must('employer.list', { text: 'De Berk' });
  employerId = rows[0]?.id ?? '';
  const made = await app.must('certificate.generate', { ...berk, name: 'De Berk', keyKind: 'ecP384' });
  const account = await app.must('account.registerInPractice', {
    ...{ ...berk, name: 'De Berk', quality: 'employerNsso', rights: ['checkInAndOutAtWork'] },
    certificateId: made.id,
  });
  await app.must('route.set', {
    ...{ employerId, service: 'checkInAndOutAtWork' },
    route: { kind: 'own', accountId: account.id },
  });
  page = await app.show(complaints);
  ({ browser: phones, stop: stopPhones } = await startPages());
}, 180_000);
afterAll(async () => {
  await stopPhones?.();
  await app?.close();
  await secrets?.stop();
  await practice?.close();
  await rm(root, { recursive: true, force: true });
}, 60_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shot(`failed-${task.name.slice(0, 20)}`);
});

const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `road-${name}.png`), fullPage: true });
};
async function open(path: string): Promise<void> {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#${path}`);
  await page.locator('main h1').first().waitFor();
}
const button = (name: RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name });
const savedFile = (ending: string): string | undefined =>
  readdirSync(saveDir).find((name) => name.endsWith(ending));

test('a declaration of works is added by its number', { timeout: 120_000 }, async () => {
  await open('/presences/works/new');
  await type(page, page.getByRole('combobox', { name: 'Werkgever' }), 'De Berk');
  await page.getByRole('option', { name: /De Berk/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await type(page, page.getByLabel(/^Nummer of officieel adres/), '1y100 park-0001');
  await type(page, page.getByLabel(/^Naam van de werkplaats/), 'Zalen Het Park');
  await type(page, page.getByLabel(/^Straat/), 'Voorbeeldlaan');
  await type(page, page.getByLabel(/^Huisnummer/), '12');
  await type(page, page.getByLabel(/^Postcode/), '2018');
  await type(page, page.getByLabel(/^Gemeente/), 'Antwerpen');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url(), soon).toMatch(/#\/presences\/works$/);
  await page.getByRole('link', { name: 'Zalen Het Park' }).waitFor();
});

test('its poster is made, and an independent reader reads its code from the paper', {
  timeout: 180_000,
}, async () => {
  const { rows } = await app.must('worksDeclaration.list', {});
  await open(`/presences/posters/${rows[0]?.id}`);
  await page.getByRole('heading', { name: 'Affiches' }).waitFor();
  for (const language of ['Pools', 'Arabisch']) await tick(page, page.getByLabel(language));
  await press(page, button(/^1 pagina maken$/));
  await page.getByText('1 code opnieuw gelezen van de afgewerkte pagina').first().waitFor();
  await shot('poster');
  await press(page, button(/^Pdf bewaren$/));
  // Its name is there before the last of it.
  const written = () => pdfText(readFileSync(join(saveDir, savedFile('.pdf') ?? '')));
  await expect.poll(() => savedFile('.pdf'), soon).toBeDefined();
  await expect.poll(written, soon).toContain('1Y10 0PAR K000 1');
  const reader = join(import.meta.dirname, '..', 'support', 'read-paper.ts');
  const paper = join(saveDir, savedFile('.pdf') ?? '');
  const read = spawnSync(process.execPath, [reader, paper, '150'], { encoding: 'utf8' });
  [scanned = ''] = JSON.parse(read.stdout) as string[];
  expect(scanned).toBe(`${practice.service.environments['practice']?.practice?.workerUrl}${PARK}`);
});

test('a picture of the paper says in the app which site it is of', { timeout: 120_000 }, async () => {
  const pdf = join(saveDir, savedFile('.pdf') ?? '');
  await open('/presences/works/new');
  await chooseFiles(page, [pdf], () => press(page, button(/^Kies een bestand$/)));
  await expect.poll(() => page.getByLabel(/^Nummer of officieel adres/).inputValue(), soon).toContain(PARK);
  await shot('scanned');
});

test('a worker follows the code on a phone and registers', { timeout: 120_000 }, async () => {
  // Nobody declared this worker: the service finds that out afterwards.
  const remarked = { items: [{ code: 'relatedDimonaNotOk', times: 1 }] };
  await practice.admin('PUT', '/presence/planned-remarks', remarked);
  const phone = await phones.newPage({ locale: 'nl-BE', viewport: { width: 390, height: 844 } });
  await phone.goto(scanned);
  await phone.locator('input[name=insz]').fill('01.02.03-997.44');
  await phone.locator('input[type=radio][value=IN]').check();
  await phone.locator('main button[type=submit]').click();
  await phone.getByText(/U bent geregistreerd als aangekomen om \d{2}:\d{2}:\d{2}/).waitFor();
  expect(await phone.content()).not.toContain(DAAN);
  if (shots !== undefined) await phone.screenshot({ path: join(shots, 'road-phone.png') });
  await phone.close();
});

test('the clerk looks the day up, sees the remark explained, and saves the evidence', {
  timeout: 180_000,
}, async () => {
  await open('/presences');
  await press(page, button(/^Opvragen$/));
  await page.getByText('Zoutleeuwen, Daan').first().waitFor();
  await shot('day');
  await open('/presences/remarks');
  await page.getByRole('heading', { name: 'Geen passende Dimona' }).waitFor();
  await expect
    .poll(() => page.locator('.remark').innerText())
    .toMatch(/Vergelijk de Dimona[\s\S]*Tot .* kan de RSZ/);
  await shot('remark');
  await press(page, page.locator('.remark button'));
  await expect
    .poll(() => readdirSync(saveDir).some((name) => name.startsWith('opmerking-')), soon)
    .toBe(true);
  const name = readdirSync(saveDir).find((one) => one.startsWith('opmerking-')) ?? '';
  for (const words of ['Zoutleeuwen, Daan', 'Geen passende Dimona', '1Y10 0PAR K000 1'])
    await expect.poll(() => pdfText(readFileSync(join(saveDir, name))), soon).toContain(words);
  expect(name).not.toContain(DAAN);
});

test('the command line shows the same, as JSON and as a table', { timeout: 120_000 }, async () => {
  const cli = (words: string[]): string => {
    const about = ['--profile', join(root, 'profile'), '--environments', join(root, 'practice.json')];
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '..', '..', 'main', 'cli.ts'), ...words, ...about],
      { env: { ...secrets.env, TMPDIR: root }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  };
  const { rows } = await app.must('presence.list', { from: began, to: today() });
  const period = ['presence', 'search', '--from', began, '--to', today()];
  const said = JSON.parse(cli([...period, '--json'])) as { ok: boolean; value: { rows: unknown[] } };
  expect(said).toMatchObject({ ok: true });
  expect(JSON.stringify(said.value)).toContain(String(rows[0]?.serviceId));
  expect(cli([...period, '--csv'])).toContain('Zoutleeuwen');
});
