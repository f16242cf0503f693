// What leaves a guide: a draft for a mail program, and a tagged checklist that a real browser printed.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { checklistLines } from '../../../main/guide/checklist.ts';
import { checklistHtml } from '../../../main/guide/checklist-html.ts';
import { asEml } from '../../../main/guide/mail-file.ts';
import type { ShownGuide } from '../../../main/guide/show-guide.ts';
import { stepMail } from '../../../main/guide/step-mail.ts';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { roadOf } from '../../../preload/rules/guide/road.ts';

const texts = createTexts();
const road = roadOf(
  {
    services: ['fla', 'citizenData'],
    audience: 'clients',
    groupWay: 'one',
    mandataryKind: 'socialSecretariat',
    access: 'self',
    size: 'from50',
    account: false,
    certificate: 'none',
  },
  { fla: 'open', environment: 'acceptance' },
);
const guide: ShownGuide = {
  id: '0196f2d4-0000-7000-8000-000000000071',
  employerId: null,
  enterpriseNumber: '0999999031',
  enterpriseName: 'Secrétariat “Trèfle & Fils”',
  quality: 'socialSecretariat',
  services: ['fla', 'citizenData'],
  kind: 'start',
  what: null,
  total: road.steps.length,
  done: 0,
  next: 'acceptanceRequest',
  startedAt: '2025-03-01T08:00:00Z',
  finishedAt: null,
  revision: 1,
  road,
  steps: road.steps.map((step) => ({ ...step, state: 'open', by: null, person: '', since: null, note: '' })),
  account: null,
  accountId: null,
  fingerprint: null,
  mandatary: null,
};

it('an e-mail is a draft that any mail program reads back letter by letter', () => {
  const mail = stepMail({ texts, resourcesDir: resourcesDir() }, guide, 'acceptanceRequest', 'fr');
  if (!mail.ok) throw new Error(mail.failure.code);
  const eml = asEml(mail.value, null);
  const [head = '', body = ''] = eml.split('\r\n\r\n');
  expect(head).toMatch(/^X-Unsent: 1\r\nTo: \S+@\S+\r\nSubject: =\?utf-8\?B\?/);
  expect(eml.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
  const subject = [...head.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)].map(([, word = '']) =>
    Buffer.from(word, 'base64').toString(),
  );
  expect(subject.join('')).toBe(mail.value.subject);
  expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(mail.value.body);
  expect(mail.value.body).toContain('0999.999.031');
});

it('an e-mail that speaks of the certificate carries its public part, byte for byte', () => {
  const known = { ...guide, fingerprint: 'AB:CD' };
  const mail = stepMail({ texts, resourcesDir: resourcesDir() }, known, 'addAccount', 'en');
  if (!mail.ok) throw new Error(mail.failure.code);
  expect(mail.value.body).toContain('The .cer file is attached.');
  const bytes = Uint8Array.from({ length: 700 }, (_, at) => at % 256);
  const eml = asEml(mail.value, { name: 'de-berk.cer', type: 'application/pkix-cert', bytes });
  expect(eml.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
  const [, text = '', file = '', end] = eml.split('\r\n--=_part');
  const contentOf = (part: string): Buffer => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64');
  expect(contentOf(text).toString('utf8').replaceAll('\r\n', '\n')).toBe(mail.value.body);
  expect(file).toContain('filename="de-berk.cer"');
  expect(contentOf(file)).toEqual(Buffer.from(bytes));
  expect(end).toBe('--\r\n');
  const unknown = stepMail({ texts, resourcesDir: resourcesDir() }, guide, 'addAccount', 'en');
  expect(unknown.ok && unknown.value.body).toContain('We send you the .cer file separately.');
});

it('the checklist escapes what was typed, draws each sketch once, and gives every step a place for date and person', () => {
  const html = checklistHtml(texts, guide, 'fr', '2025-03-01');
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('Trèfle &amp; Fils');
  expect(html).not.toMatch(/[{}](?![^<]*<\/style>)/);
  expect(html.match(/class="blank"/g)).toHaveLength(road.steps.length);
  const titles = [...html.matchAll(/<figcaption>([^.]+)/g)].map(([, title]) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThan(4);
  expect(html.match(/<svg role="img" aria-label="[^"]{20,}"/g)).toHaveLength(titles.length);
});

it('the checklist fills in when a step was done and by whom, and leaves the rest to a pen', () => {
  const steps = guide.steps.map((step, at) =>
    at === 0
      ? ({ ...step, state: 'done', by: 'person', person: 'Nadia', since: '2025-02-24' } as const)
      : step,
  );
  const lines = checklistLines(texts, { ...guide, steps }, 'en', '2025-03-01');
  const places = lines.filter((line) => line.startsWith('    Date:'));
  expect(places[0]).toMatch(/Date: 24 February 2025 +Person: Nadia$/);
  expect(places[1]).toMatch(/Date: _+ +Person: _+$/);
  expect(checklistHtml(texts, { ...guide, steps }, 'en', '2025-03-01')).toContain('Person: Nadia');
});

it('prints to a tagged PDF in a real browser, without asking anything of the network', async () => {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  );
  if (executablePath === undefined) throw new Error('Chromium is needed for this test: npm run setup');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(checklistHtml(texts, guide, 'nl', '2025-03-01'));
  const headings = await page.locator('h1, h2').count();
  const pdf = await page.pdf({ format: 'A4', tagged: true });
  await browser.close();
  expect(headings).toBe(road.steps.length + 2);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  expect(asked).toEqual([]);
}, 60_000);
