// The whole app in a real window: the built page under its policy, the real dispatcher, a throw-away profile.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApplication } from '../../../main/application.ts';
import { createChromiumHost } from '../../../main/host/chromium.ts';
import type { Host } from '../../../main/host/host.ts';
import { newId } from '../../../main/platform/ids.ts';
import { putPage } from '../../support/built-page.ts';
import { inOneRow, modulesOf, pdfOf, pngOf, videoOf } from '../../support/code-pictures.ts';
import { browser } from './chromium-bench.ts';

let root: string;
let app: Application;
let host: Host;
let page: Page;
const complaints: string[] = [];
const official = 'https://checkinout.socialsecurity.be/registration?workplace=9ZX4K7R2M5T8W';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sociodesk-window-'));
  const pageDir = join(root, 'page');
  await putPage(pageDir);
  const opened = await createApplication({
    profileDir: join(root, 'profile'),
    throwaway: true,
    practice: 'none',
    locale: 'nl_BE',
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  app = opened.value;
  const video = join(root, 'code.y4m');
  await writeFile(video, videoOf(modulesOf(official)));
  const made = await createChromiumHost({
    app,
    pageDir,
    newId,
    monotonic: () => performance.now(),
    linkHosts: [],
    executable: browser ?? '',
    tempDir: join(root, 'profile', 'temp'),
    closed: () => {},
    headless: true,
    extraSwitches: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`],
    onPage(shown) {
      page = shown;
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
    },
  });
  if (!made.ok) throw new Error(made.failure.code);
  host = made.value;
  app.attachHost(host, host.trusts);
  await host.openWindow();
});
afterAll(async () => {
  await host?.close();
  await app?.close();
  await rm(root, { recursive: true, force: true });
});

const call = async (name: string, input: object) =>
  JSON.parse(
    String(await page.evaluate(`window.sociodesk.call(${JSON.stringify(JSON.stringify({ name, input }))})`)),
  );

describe('the app in a window', () => {
  it('shows its page without a complaint of policy, script or missing file', async () => {
    await page.waitForSelector('h1');
    await page.reload();
    await page.waitForSelector('h1');
    expect(complaints).toEqual([]);
    expect(await page.title()).toContain('Sociodesk');
  });

  it('answers the page as the contract says', async () => {
    expect(await call('app.state', {})).toMatchObject({
      ok: true,
      value: { host: 'chromium', environment: { kind: 'practice' }, rescue: null },
    });
    expect(await call('app.nothing', {})).toMatchObject({ ok: false, failure: { code: 'unknownCall' } });
  });

  it('tells the page what changed', async () => {
    await page.evaluate(
      'window.heard = []; window.sociodesk.on((json) => window.heard.push(JSON.parse(json).name))',
    );
    expect(await call('settings.update', { theme: 'dark' })).toEqual({ ok: true, value: {} });
    await page.waitForFunction('window.heard.length > 0');
    expect(await call('app.state', {})).toMatchObject({ value: { theme: 'dark' } });
  });

  it('has the camera on the scanning page alone, and reads there the code that is held before it', async () => {
    const camera = () =>
      page.evaluate(
        'navigator.mediaDevices.getUserMedia({ video: true }).then((s) => { for (const t of s.getTracks()) t.stop(); return "given"; }, (e) => e.name)',
      );
    await call('settings.update', { firstRunDone: true });
    await page.evaluate("location.hash = '/presences/works/new'");
    await page.waitForSelector('#f-pasted');
    expect(await camera()).toBe('NotAllowedError');
    await page.fill('#f-street', 'Havenlaan');
    await page.click('a[href="#/presences/works/scan"]');
    await page.waitForURL(/new\/scanned$/);
    await expect.poll(() => page.inputValue('#f-pasted'), { timeout: 20_000 }).toBe(official);
    // The window loaded anew for the camera, twice; what was typed is there.
    await expect.poll(() => page.inputValue('#f-street'), { timeout: 20_000 }).toBe('Havenlaan');
    expect(await camera()).toBe('NotAllowedError');
    expect(complaints.filter((line) => !line.includes('camera is not allowed'))).toEqual([]);
  });

  it('reads a chosen document and a pasted picture, and asks which of two sites is meant', async () => {
    const file = join(root, 'aangifte.pdf');
    await writeFile(file, pdfOf([modulesOf('1Y1003SQ5VSSZ')]));
    page.once('filechooser', (chooser) => void chooser.setFiles(file));
    await page.click('.code-source button');
    await expect.poll(() => page.inputValue('#f-pasted'), { timeout: 20_000 }).toBe('1Y10 03SQ 5VSS Z');
    const both = pngOf(inOneRow([modulesOf('1Y1003SQ5VSSZ'), modulesOf(official)]));
    await page.evaluate(`{
      const bytes = Uint8Array.from(atob('${both.toString('base64')}'), (sign) => sign.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await page.locator('.code-choices button', { hasText: 'socialsecurity.be' }).click({ timeout: 20_000 });
    await expect.poll(() => page.inputValue('#f-pasted')).toBe(official);
    expect(await page.locator('.code-choices').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('f-pasted');
  });

  it('keeps a site with its subcontractors, of which one was taken away and brought back', async () => {
    const { value } = await call('employer.add', { name: 'De Berk', enterpriseNumber: '0999999130' });
    await call('settings.update', { employerId: value.id });
    await page.fill('#f-name', 'Havenlaan');
    // Who looks something up elsewhere finds it again.
    await page.evaluate("location.hash = '/workers'");
    await page.waitForSelector('#f-name', { state: 'detached' });
    await page.evaluate("location.hash = '/presences/works/new'");
    await expect.poll(() => page.inputValue('#f-name'), { timeout: 20_000 }).toBe('Havenlaan');
    expect(await page.inputValue('#f-pasted')).toBe(official);
    const add = page.locator('#subcontractors-add button');
    const numbers = page.locator('.subcontractor input.number');
    for (const number of ['1999.999.151', '1999.999.151']) {
      await add.click();
      await page.waitForFunction(
        "document.activeElement?.closest('fieldset.subcontractor') === [...document.querySelectorAll('fieldset.subcontractor')].at(-1)",
      );
      await numbers.last().fill(number);
    }
    await page.click('button[type=submit]');
    await page.locator('.error-summary').waitFor();
    await numbers.last().fill('0999.999.031');
    await page.locator('.subcontractor .danger').first().click();
    await expect.poll(() => numbers.count()).toBe(1);
    await expect.poll(() => page.evaluate('document.activeElement === document.body')).toBe(false);
    await page.locator('.toast button').first().click();
    await expect.poll(() => numbers.first().inputValue()).toBe('1999.999.151');
    await page.click('button[type=submit]');
    await page.waitForURL(/presences\/works$/);
    const { value: list } = await call('worksDeclaration.list', {});
    expect(list.rows).toMatchObject([
      {
        url: official,
        subcontractors: [{ enterpriseNumber: '0999999031' }, { enterpriseNumber: '1999999151' }],
      },
    ]);
  });

  it('gives the address of a site as a message in the language of its workers', async () => {
    await page.click('a[href^="#/presences/works/0"]');
    await page.selectOption('#f-messageLanguage', 'fr');
    await page.evaluate(
      'window.copied = []; navigator.clipboard.writeText = async (text) => { window.copied.push(text); }',
    );
    const copied = async () => (await page.evaluate('window.copied')) as string[];
    for (const button of await page.locator('.field:has(#f-messageLanguage) button').all())
      await button.click();
    await expect.poll(async () => (await copied()).length).toBe(2);
    const [address, message] = await copied();
    expect(address).toBe(official);
    expect(message).toMatch(/^Lieu Havenlaan \(9ZX4 K7R2 M5T8 W\) : enregistrez /);
    expect(message).toContain(official);
  });

  it('takes in a planning, says what it cannot read, compares it, and brings it back once it was deleted', async () => {
    const { value: state } = await call('app.state', {});
    const names = { familyName: 'Zoutleeuwen', givenName: 'Daan' };
    const daan = { employerId: state.employerId, insz: '01020399744', ...names, startDate: '2024-01-01' };
    expect(await call('worker.add', daan)).toMatchObject({ ok: true });
    const [before, after] = [4, 3].map((days) =>
      new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10),
    );
    const list = join(root, 'planning.csv');
    const rows = [
      `Daan Zoutleeuwen;${before};8-12`,
      `Daan Zoutleeuwen;${after};22-6`,
      `Niemand;${after};verlof`,
    ];
    await writeFile(list, ['Naam;Dag;Uren', ...rows].join('\n'));
    await page.evaluate("location.hash = '/presences/planning'");
    await page.click('a[href="#/presences/planning/new"]');
    page.once('filechooser', (chooser) => void chooser.setFiles(list));
    await page.click('.file button');
    await page.locator('.file strong').waitFor();
    const onward = async (step: string): Promise<void> => {
      await page.locator('.wizard-acts .button.primary').first().click();
      await page.locator('.steps [aria-current]', { hasText: step }).waitFor();
    };
    for (const step of ['Voorbeeld', 'Kolommen', 'Problemen']) await onward(step);
    const unread = page.locator('.import-row');
    await expect.poll(() => unread.count()).toBe(1);
    await expect.poll(() => unread.innerText()).toMatch(/PLN-WORKER-UNKNOWN.*PLN-HOURS-INVALID/s);
    await onward('Nakijken');
    await onward('Klaar');
    await page.click('a.button[href="#/presences/planning"]');
    const lines = page.locator('li.compared-line');
    await expect.poll(() => lines.count()).toBe(2);
    await page.locator('#f-by').selectOption('worker');
    await page.locator('.compared-group', { hasText: 'Zoutleeuwen, Daan' }).waitFor();
    await page.locator('.import-earlier button').last().click();
    await expect.poll(() => lines.count()).toBe(0);
    await expect.poll(() => page.evaluate('document.activeElement === document.body')).toBe(false);
    await page.locator('.toast button', { hasText: 'Ongedaan' }).click();
    await expect.poll(() => lines.count()).toBe(2);
    expect(complaints.filter((line) => !line.includes('camera is not allowed'))).toEqual([]);
  });
});
