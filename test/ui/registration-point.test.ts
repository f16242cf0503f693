// The registration point in the real app and the practice service: set up, used by workers one after the other, without the
// service, and left by its PIN alone.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ask } from '../support/app-walk.ts';
import { press, reach, type } from '../support/keyboard.ts';
import { axeFindings } from '../support/page-looks.ts';
import { type PointRun, startPoint } from '../support/point-run.ts';
import { announced } from './fixtures/page-fixture.ts';

type OnRecord = { id: number; insz: string; type: 'IN' | 'OUT'; registeredAt: number };

const root = mkdtempSync(join(tmpdir(), 'sociodesk-point-'));
const [daan, rania] = ['01020399744', '01020399645'];
const badge = 'KLAVER-0042';
const pin = '482913';
const soon = { timeout: 60_000, interval: 50 };

let run: PointRun;
let page: Page;

beforeAll(async () => {
  if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';
  run = await startPoint({ profileDir: join(root, 'profile'), pageDir: inject('pages').app });
  page = run.page;
}, 120_000);
afterAll(async () => {
  await run?.close();
  await rm(root, { recursive: true, force: true });
});

const field = () => page.locator('.point-well input');
const outcome = () => page.locator('.point-outcome');
const way = (which: 'in' | 'out') => page.locator(`.point-way.${which}`);
/** As a scanner does: quickly, and Enter at the end. */
const scan = async (text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
const onRecord = async (): Promise<OnRecord[]> => {
  const { items } = await run.admin<{ items: OnRecord[] }>('GET', '/presence/registrations');
  return items.sort((a, b) => a.id - b.id);
};
const wholeScreen = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
const found = async (): Promise<string[]> => {
  await announced(page);
  return axeFindings({ page });
};
const blank = async (): Promise<void> => {
  await outcome().waitFor({ state: 'detached' });
  await expect.poll(() => field().inputValue()).toBe('');
};

test('is set up by keyboard: site, ways, languages, and a PIN that is asked for until it fits', async () => {
  await page.locator('nav').first().waitFor();
  await page.evaluate(() => {
    window.location.hash = '/presences/point';
  });
  await type(page, page.locator('#f-pin'), '4829');
  await press(page, page.locator('.wizard-acts button[type=submit]'));
  await page.locator('.error-summary').waitFor();
  await type(page, page.locator('#f-pin'), pin);
  await type(page, page.locator('#f-pinAgain'), pin);
  await press(page, page.locator('.wizard-acts button[type=submit]'));
  await page.locator('.point-counter').waitFor();
  await expect.poll(() => page.locator('h1').innerText()).toBe('Zalen Het Park');
  await expect.poll(wholeScreen, soon).toBe(true);
  expect(await found()).toEqual([]);
});

test('a worker comes in by keyboard, sees and hears it with the time on record, and leaves nothing behind', async () => {
  await page.evaluate(() => {
    const heard: number[] = [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      heard.push(this.frequency.value);
      start.call(this, when);
    };
    Object.assign(window, { heard });
  });
  await page.keyboard.type(daan);
  // The number stands in the field alone: in no attribute and no text.
  expect(await page.content()).not.toContain(daan.slice(0, 6));
  await press(page, way('in'));
  await outcome().waitFor();
  const [record, ...others] = await onRecord();
  expect(others).toEqual([]);
  expect(record).toMatchObject({ insz: daan, type: 'IN' });
  const at = (moment: number): string =>
    new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(moment);
  const shown = await page.locator('.point-time').innerText();
  // The service confirms a moment after the key.
  expect([0, 5_000, 10_000].map((late) => at((record?.registeredAt ?? 0) + late))).toContain(shown);
  await expect.poll(() => page.locator('.point-counter [role=status]').innerText()).toContain(shown);
  const [low = 0, high = 0] = await page.evaluate(() => (window as unknown as { heard: number[] }).heard);
  expect(high).toBeGreaterThan(low);
  await blank();
  expect(await page.content()).not.toContain(daan.slice(-5));
  await expect.poll(() => page.locator('.point-well input:focus').count()).toBe(1);
});

test('an unknown badge becomes the one of its owner by their number once, and then needs no more', async () => {
  await scan(badge);
  await page.locator('.point-hint.wrong').waitFor();
  await way('in').click();
  await page.locator('.point-enrol').waitFor();
  expect(await found()).toEqual([]);
  // Not somebody else's figures: the check digits say so.
  await scan(`${rania.slice(0, 10)}6`);
  await page.locator('.point-hint.wrong').waitFor();
  await scan(rania);
  await outcome().waitFor();
  await blank();
  expect((await onRecord()).filter(({ insz }) => insz === rania).map(({ type: which }) => which)).toEqual([
    'IN',
  ]);
  // Out is chosen first this time: Enter of the scanner is the last act. What comes in on a button goes to the field.
  await press(page, way('out'), 'Space');
  await scan(badge);
  await outcome().waitFor();
  expect((await onRecord()).filter(({ insz }) => insz === rania).map(({ type: which }) => which)).toEqual([
    'IN',
    'OUT',
  ]);
  expect(await page.content()).not.toContain(badge);
});

test('the next worker need not wait, and has the language of the point again', async () => {
  await page.locator('.point-languages button[lang=fr-BE]').click();
  await page.waitForFunction(() => document.documentElement.lang === 'fr-BE');
  // Typed over the confirmation of the one before.
  for (const figure of daan) await page.keyboard.type(figure);
  await outcome().waitFor({ state: 'detached' });
  await expect.poll(() => field().inputValue()).toBe(daan);
  await way('out').click();
  await outcome().waitFor();
  await blank();
  await page.waitForFunction(() => document.documentElement.lang === 'nl-BE');
});

test('leads nowhere: no search, no other page, no call, also after the page is loaded anew', async () => {
  const nowhere = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.evaluate(() => {
      window.location.hash = '/history';
    });
    await page.locator('.point-counter').waitFor();
    await expect.poll(() => page.locator('nav, .palette-input, main a').count()).toBe(0);
    await expect(ask(page, 'employer.list')).rejects.toThrow('pointOn');
  };
  await nowhere();
  await page.reload();
  await nowhere();
});

test('without the service the phone way is there at once, until the service is back', async () => {
  await run.admin('PUT', '/faults', [{ kind: '503', path: '/presenceRegistration/' }]);
  await page.keyboard.type(daan);
  await way('in').click();
  await page.locator('.point-phone').waitFor();
  await expect.poll(() => page.locator('.point-phone .point-code path').getAttribute('d')).toMatch(/^M/);
  await expect.poll(() => page.locator('.point-phone').innerText()).toContain('1Y10 0PAR K000 1');
  await expect.poll(() => field().count()).toBe(0);
  expect(await found()).toEqual([]);
  const before = (await onRecord()).length;
  await run.admin('PUT', '/faults', []);
  await page.locator('.point-phone .point-button').click();
  await field().waitFor({ timeout: 60_000 });
  expect(await onRecord()).toHaveLength(before);
});

test('while the clock is off it says by how much, and registers nobody', async () => {
  await run.admin('PUT', '/faults', [{ kind: 'clockSkew', seconds: 960 }]);
  await ask(page, 'point.check');
  await page.locator('.point-phone', { hasText: '16 minuten' }).waitFor();
  await expect.poll(() => way('in').count()).toBe(0);
  await run.admin('PUT', '/faults', []);
  await page.locator('.point-phone .point-button').click();
  await field().waitFor({ timeout: 60_000 });
});

test('is left by its PIN alone', async () => {
  await page.keyboard.press('Escape');
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  await page.keyboard.type('999999');
  await page.keyboard.press('Enter');
  await sheet.locator('.field-error').waitFor();
  await sheet.getByRole('button', { name: 'Terug' }).click();
  await sheet.waitFor({ state: 'detached' });
  await reach(page, page.locator('.point-lock'));
  await page.keyboard.press('Enter');
  await sheet.waitFor();
  // After a wrong one the next is looked at a second later.
  await expect
    .poll(async () => {
      // Gone already where the one before was the right one.
      await sheet
        .locator('input')
        .fill(pin, { timeout: 1_000 })
        .then(() => page.keyboard.press('Enter'))
        .catch(() => {});
      return page.locator('nav.tabs').count();
    }, soon)
    .toBe(1);
  expect(page.url()).toContain('#/presences/point');
  await expect.poll(wholeScreen, soon).toBe(false);
  expect(run.problems).toEqual([]);
});
