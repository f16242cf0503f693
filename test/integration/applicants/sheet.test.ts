// Cards for applicants on paper: every code is read again by an independent reader, the words are those of the chosen language, and one
// wrong code keeps back the whole document.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Card } from '../../../main/applicants/sheet-html.ts';
import { printedSheet } from '../../../main/applicants/sheet-print.ts';
import type { Pixels } from '../../../main/codes/read-pixels.ts';
import type { Host } from '../../../main/host/host.ts';
import { createTexts, type TextLanguage } from '../../../main/platform/texts.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { readByZbar } from '../../support/covered-codes.ts';
import { keptPrinter } from '../../support/kept-printer.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { pixelsOf } from '../../support/poster-pixels.ts';

const folder = newFolder();
let real: Host;
beforeAll(async () => {
  real = await keptPrinter(folder);
});
afterAll(async () => {
  await real.close();
  removeFolder(folder);
});

const cards = (count: number, more: Partial<Card> = {}): Card[] =>
  Array.from({ length: count }, (_, at) => ({
    label: `Bar & toog <${at + 1}>`,
    code: '3F2A-7C18',
    employerName: 'Zalen Het Park',
    mandatary: at === 0 ? 'Sociaal secretariaat Klaver' : null,
    dataSets: ['flexiJobEligibility', 'studentWorkHours'],
    url: `http://127.43.0.9:40123/request/3f2a7c18-54f7-4a7e-9d2a-${String(at).padStart(12, '0')}`,
    expiresAt: '2025-03-01T22:59:59.000Z',
    ...more,
  }));

const print = (
  made: readonly Card[],
  language: TextLanguage,
  { kind = 'practice', turned = (html: string) => html } = {},
) =>
  printedSheet(
    {
      texts: createTexts(),
      environment: { kind } as Parameters<typeof printedSheet>[0]['environment'],
      host: { ...real, makePdf: (html) => real.makePdf(turned(html)) },
    },
    made,
    language,
  );

/** The part of a page in which a card of six stands. */
function cellOf({ width, height, rgba }: Pixels, at: number): Pixels {
  const size = { width: Math.floor(width / 2), height: Math.floor(height / 3) };
  const [left, top] = [(at % 2) * size.width, Math.floor(at / 2) * size.height];
  const part = new Uint8Array(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1) {
    const from = ((top + y) * width + left) * 4;
    part.set(rgba.subarray(from, from + size.width * 4), y * size.width * 4);
  }
  return { ...size, rgba: part };
}

it('puts six cards on a page, each with its own code and label, and the end of the day in Belgium', async () => {
  const made = cards(8);
  const pdf = await print(made, 'fr');
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  const pages = await pdfPages(pdf.value);
  expect(pages).toHaveLength(2);
  const [first = '', second = ''] = pages;
  expect(first).toContain('Uniquement samedi 1 mars 2025');
  expect(first).toContain('si vous pouvez exercer un flexi-job');
  expect(first).toContain('Exercice');
  expect(first.match(/par Sociaal secretariaat Klaver/g)).toHaveLength(1);
  expect(first).toContain('Bar & toog <6>');
  expect(second).toContain('Bar & toog <8>');
  const [full] = await pixelsOf(pdf.value, 200, 1);
  if (full === undefined) throw new Error('no page');
  const places = [0, 1, 2, 3, 4, 5].map((at) => cellOf(full, at));
  expect(readByZbar(places)).toEqual(made.slice(0, 6).map(({ url }) => url));
});

it('is one large card for one applicant, and says nothing of practice in production', async () => {
  const pdf = await print(cards(1), 'de', { kind: 'production' });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  const [only = ''] = await pdfPages(pdf.value);
  expect(only).toContain('Scannen Sie den Code');
  expect(only).not.toContain('Übung');
});

it('is not given out when a code on it does not say what it must', async () => {
  const swapped = (html: string): string => {
    const [first, second] = [...html.matchAll(/<path fill-rule="evenodd" d="([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    return html.replace(first ?? '', second ?? '');
  };
  expect(await print(cards(7), 'nl', { turned: swapped })).toMatchObject({
    ok: false,
    failure: { code: 'posterMismatch', details: { page: 1 } },
  });
});
