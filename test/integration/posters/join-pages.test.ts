// Many posters in one document: their common words once, each page as if it were drawn alone, and whole pages where the printer builds its
// files otherwise.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Host } from '../../../main/host/host.ts';
import type { HostPort } from '../../../main/platform/session.ts';
import { keepThread } from '../../../main/platform/workers.ts';
import type { PosterContent } from '../../../main/posters/poster-content.ts';
import { printed } from '../../../main/posters/print-posters.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { keptPrinter } from '../../support/kept-printer.ts';
import { differing, pixelsOf } from '../../support/poster-pixels.ts';

const folder = newFolder();
let real: Host;
beforeAll(async () => {
  real = await keptPrinter(folder);
});
afterAll(async () => {
  await real.close();
  removeFolder(folder);
});

const url = 'https://checkinout.example/a?x=%2F&y=Ł#/9zx4';
const contents: PosterContent[] = Array.from({ length: 22 }, (_, at) => ({
  worksId: String(at),
  reference: `9ZX4K7R2M5T${10 + at}`,
  name: `Site ${at}`,
  address: '',
  until: at % 3 === 0 ? null : '2027-03-31',
  call: at % 2 === 0 ? '' : '0470 12 34 56',
  code: at === 5 ? null : url + at,
  codeKind: at === 5 ? 'none' : 'official',
}));

const order = {
  look: { size: 'a5', languages: ['pl', 'ro', 'tr', 'pt'], practice: false },
  contents,
} as const;
const run = { signal: new AbortController().signal, pass: () => Promise.resolve() };

it('draws many with their common words once, and every page looks as if drawn alone', async () => {
  const thread = keepThread({});
  const prints: string[] = [];
  const makePdf: HostPort['makePdf'] = (html) => {
    prints.push(html);
    return real.makePdf(html);
  };
  const many = await printed({ host: { ...real, makePdf } }, thread, order, run);
  const alone = await printed({ host: real }, thread, { ...order, contents: contents.slice(4, 6) }, run);
  if (!many.ok || !alone.ok) throw new Error('nothing was printed');
  // One document with a page for each way in which pages differ, and one of what is each site's own.
  expect(prints).toHaveLength(2);
  expect(prints[0]?.match(/<section/g)).toHaveLength(5);
  const pages = await pixelsOf(many.value, 60);
  const few = await pixelsOf(alone.value, 60);
  expect(pages).toHaveLength(22);
  // Places of lines may differ by a part of a pixel; words that are missing or elsewhere would show in far more.
  for (const [at, page] of few.entries()) expect(differing(page, pages[4 + at])).toBeLessThan(0.004);
  expect(differing(few[0], few[1])).toBeGreaterThan(0.04);
  const codes = contents.map(({ code }) => code);
  expect(await thread.run('posters.verify', { pdf: many.value, codes, from: 0, count: 22 })).toEqual({
    ok: true,
    value: { ok: true, value: 21 },
  });
  // A poster with a code where none may be is told as well.
  const none = codes.map(() => null);
  expect(
    await thread.run('posters.verify', { pdf: many.value, codes: none, from: 0, count: 22 }),
  ).toMatchObject({
    value: { failure: { code: 'posterMismatch', details: { page: 1 } } },
  });
  thread.end();
});

it('prints whole pages where the printer builds its files otherwise', async () => {
  const thread = keepThread({});
  let prints = 0;
  const makePdf: HostPort['makePdf'] = async (html) => {
    prints += 1;
    const pdf = await real.makePdf(html);
    // With objects packed in streams a file has no such table.
    return pdf.ok && prints === 1
      ? {
          ok: true,
          value: Buffer.from(
            Buffer.from(pdf.value).toString('latin1').replace('\nxref\n', '\nxxxx\n'),
            'latin1',
          ),
        }
      : pdf;
  };
  const many = await printed({ host: { ...real, makePdf } }, thread, order, run);
  if (!many.ok) throw new Error(many.failure.code);
  expect(prints).toBe(3);
  const codes = contents.map(({ code }) => code);
  expect(await thread.run('posters.verify', { pdf: many.value, codes, from: 0, count: 3 })).toEqual({
    ok: true,
    value: { ok: true, value: 3 },
  });
  thread.end();
});
