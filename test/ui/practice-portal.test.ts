// The practice portal in a real Chromium: accessible in every look, and the road of each quality walked through without
// a mouse in each language.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate } from '../integration/practice/support/certificates.ts';
import { axeFindings } from '../support/page-looks.ts';
import { startPages } from '../support/page-server.ts';

const BERK = '0999999130';
const shots = process.env['SOCIODESK_SHOTS'];
const folder = mkdtempSync(join(tmpdir(), 'practice-portal-'));
const cer = join(folder, 'kantoor.cer');

let browser: Browser;
let stop: () => Promise<void>;
let portalUrl: string;
let practice: Practice;
let service: ChildProcess;

interface Practice {
  readonly caPem: string;
  readonly practice: { readonly portalUrl: string; readonly adminUrl: string; readonly adminToken: string };
}

const practiceOf = (child: ChildProcess): Promise<Practice> =>
  new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('a child without output');
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve(JSON.parse(line).environments.practice),
    );
    child.once('exit', () => reject(new Error('the practice service ended')));
    child.stdin?.write('{}\n');
  });

beforeAll(async () => {
  writeFileSync(cer, makeCertificate().der);
  ({ browser, stop } = await startPages());
  // A process of its own, as in the app: it ends when its input does.
  service = spawn(process.execPath, ['main/practice/start.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  practice = await practiceOf(service);
  ({ portalUrl } = practice.practice);
  if (shots !== undefined) await mkdir(shots, { recursive: true });
});
afterAll(async () => {
  await stop();
  service.stdin?.end();
  rmSync(folder, { recursive: true });
});

const openPortal = async (language: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const url = new URL(portalUrl);
  url.searchParams.set('lang', language);
  await page.goto(url.href);
  return page;
};
/** A call of practice's own interface. */
const admin = async (path: string, json: object): Promise<{ requestId: string; requestUrl: string }> => {
  const { adminUrl, adminToken } = practice.practice;
  const agent = new Agent({ connect: { ca: practice.caPem } });
  const answer = await request(adminUrl + path, {
    method: 'POST',
    dispatcher: agent,
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  const made = (await answer.body.json()) as { requestId: string; requestUrl: string };
  await agent.close();
  return made;
};
const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

/** Tabs until the focus stands on an element of this selector, as a person without a mouse would. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by keyboard on ${page.url()}`);
};
const typeIn = async (page: Page, id: string, text: string): Promise<void> => {
  await tabTo(page, `#${id}`);
  await page.keyboard.type(text);
};
const press = async (page: Page, selector: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
};
const tick = async (page: Page, selector: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.press('Space');
};
/** Within a group of radio buttons the arrows lead on. */
const arrowTo = async (page: Page, name: string, value: string): Promise<void> => {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 30; presses += 1) {
    const here = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
    if (here === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} does not reach its choice by keyboard`);
};

const looks: readonly (readonly [string, string, BrowserContextOptions, number])[] = [
  ['light', 'nl', {}, 100],
  ['dark', 'de', { colorScheme: 'dark' }, 100],
  ['narrow', 'fr', { viewport: { width: 400, height: 800 } }, 100],
  ['large', 'en', {}, 200],
];

test.each(looks)(
  'is accessible and fits: %s, %s',
  { timeout: 240_000 },
  async (name, language, options, text) => {
    const page = await openPortal(language, options);
    const found: string[] = [];
    const look = async (label: string): Promise<void> => {
      // As a browser does for somebody who set a larger text: the policy of the page lets in no style of ours.
      if (text !== 100)
        await page.evaluate(
          (size) => document.documentElement.style.setProperty('font-size', `${size}%`),
          text,
        );
      found.push(...(await axeFindings({ page })).map((finding) => `${label}: ${finding}`));
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) found.push(`${label}: ${wide} px too wide`);
      if (shots !== undefined) {
        await page.screenshot({
          path: join(shots, `portal-${label}-${name}-${language}.png`),
          fullPage: true,
        });
      }
    };
    // What comes after is looked at once it is there, with its style.
    const submit = async (button: string): Promise<void> => {
      const loaded = page.waitForEvent('load');
      await page.locator(button).click();
      await loaded;
    };
    await look('home');
    await go(page, `/login?enterprise=${BERK}`);
    await look('login');
    await page.locator('input[name="person"]').first().check();
    await submit('form[action="/login"] button');
    await look('overview');
    const pages = [
      '/access',
      '/access/quality',
      '/access/people',
      '/chaman/contact',
      '/mahis',
      '/mahis/propose',
      '/registers',
      '/circle',
    ];
    for (const path of pages) {
      await go(page, `${path}?enterprise=${BERK}&quality=employer`);
      await look(path.slice(1).replace('/', '-'));
    }
    await submit('form[action="/circle"] button');
    await look('circle-wrong');
    await go(page, `/chaman/contact?enterprise=${BERK}&quality=employer`);
    await page.fill('#name', 'Toon');
    await page.fill('#email', 'toon@berk.invalid');
    await submit('form[action="/chaman/contact"] button');
    await look('chaman');
    await go(page, `/chaman/add?enterprise=${BERK}&quality=employer`);
    await submit('form[action="/chaman/add"] button');
    await look('add-wrong');
    await page.fill('#name', 'Sociodesk');
    await page.check('#rights');
    await page.setInputFiles('#certificate', cer);
    await page.fill('#certificateName', 'kantoor');
    await submit('form[action="/chaman/add"] button');
    await look('account');
    await go(page, `/access?enterprise=1999999349`);
    await look('unknown');
    // The citizen's pages are made of the same parts: two of the looks are enough.
    if (name === 'narrow' || name === 'dark') {
      const dataSets = ['flexiJobEligibility', 'studentWorkHours'];
      const asked = await admin('/citizen/requests', { enterpriseNumber: BERK, dataSets });
      await page.goto(asked.requestUrl);
      await look('citizen-login');
      await page.fill('#insz', '06071599223');
      await submit('form:has(input[value="login"]) button');
      await look('citizen-question');
      await submit('form:has(input[value="approve"]) button');
      await look('citizen-given');
      await go(page, '/accesses');
      await look('citizen-accesses');
    }
    await page.context().close();
    expect(found).toEqual([]);
  },
);

/** An enterprise number with its check digits, from a row that is not given out. */
const enterpriseNumber = (row: number): string => {
  const stem = 19_999_700 + row;
  return `${stem}${String(97 - (stem % 97)).padStart(2, '0')}`;
};
const languages = ['nl', 'fr', 'de', 'en'] as const;
const qualities = ['employer', 'socialSecretariat', 'serviceProvider', 'trainingProvider'] as const;
// Each quality in a language of its own; all sixteen pairs with SOCIODESK_ALL_ROADS=1.
const every = process.env['SOCIODESK_ALL_ROADS'] === '1';
const roads = languages.flatMap((language, at) =>
  qualities
    .map((quality, row) => ({ language, quality, enterprise: enterpriseNumber(at * 4 + row) }))
    .filter((_, row) => every || row === at),
);

describe('without a mouse', () => {
  test.each(roads)(
    'the road of $quality in $language ends with a client id',
    { timeout: 120_000 },
    async (road) => {
      const { language, quality, enterprise } = road;
      const page = await openPortal(language);
      await press(page, 'main a.button');
      await page.goto(new URL(`/chaman?enterprise=${enterprise}&quality=${quality}`, page.url()).href);
      await tabTo(page, 'input[name="person"]');
      await page.keyboard.press('Space');
      await press(page, 'form[action="/login"] button');
      await typeIn(page, 'name', 'Eigen zaak');
      await press(page, 'form[action="/known"] button');
      await arrowTo(page, 'access', 'kept');
      await typeIn(page, 'email', 'hr@eigen.invalid');
      await press(page, 'form[action="/register"] button');
      if (quality !== 'employer') {
        await press(page, 'nav.services a[href^="/access"]');
        await tabTo(page, '#quality');
        for (let presses = 0; (await page.inputValue('#quality')) !== quality && presses < 8; presses += 1) {
          await page.keyboard.press('ArrowDown');
        }
        await press(page, 'form[action="/access/activate"] button');
        await typeIn(page, 'email', 'q@eigen.invalid');
        await press(page, 'form[action="/access/activate"] button');
      }
      await press(page, 'nav.services a[href^="/chaman"]');
      await press(page, `main a[href$="quality=${quality}"]`);
      await typeIn(page, 'name', 'Toon');
      await typeIn(page, 'email', 'it@eigen.invalid');
      await press(page, 'form[action="/chaman/contact"] button');
      await press(page, 'main a.button');
      // The first try is wrong on purpose: the focus then stands on what is to be mended.
      await press(page, 'form[action="/chaman/add"] button');
      // The browser moves the focus once the new page stands.
      await page.waitForFunction(() => document.activeElement?.className === 'errors');
      await tabTo(page, '.errors a[href="#name"]');
      await page.keyboard.press('Enter');
      await typeIn(page, 'name', 'Sociodesk');
      await tick(page, '#rights');
      // The dialog of the system stands between the button and the file; no test reaches into it.
      await tabTo(page, '#certificate');
      await page.setInputFiles('#certificate', cer);
      await typeIn(page, 'certificateName', 'kantoor');
      await press(page, 'form[action="/chaman/add"] button');
      await tabTo(page, '#clientId');
      const selected = await page.evaluate(() => String(getSelection()));
      expect(selected).toMatch(/^self_service_chaman_\d{6}_[a-z0-9]{10}$/);
      await expect.poll(() => page.getAttribute('html', 'lang')).toBe(language);
      await page.context().close();
    },
  );
});
