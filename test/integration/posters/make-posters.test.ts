// Posters from declarations of works to the finished document: what stands on it, what its codes hold by an independent reader, and that
// one wrong code keeps back the whole document.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../main/cli/command.ts';
import { posterCommands } from '../../../main/cli/poster.ts';
import type { Host } from '../../../main/host/host.ts';
import type { HostPort } from '../../../main/platform/session.ts';
import { posterHandlers } from '../../../main/posters/handlers.ts';
import { codeSide } from '../../../main/posters/poster-style.ts';
import { qrPath } from '../../../main/posters/qr-path.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { codeOnA4, covered, readByZbar, speckled } from '../../support/covered-codes.ts';
import { keptPrinter } from '../../support/kept-printer.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { pixelsOf } from '../../support/poster-pixels.ts';
import { runCommand } from '../../support/run-command.ts';

let bench: AppBench;
let worksIds: string[];
let references: string[];
let workerUrl: string;
const folder = newFolder();
let real: Host;
const saved: { name: string; bytes: Uint8Array }[] = [];
let turned = (html: string): string => html;

const host = (): HostPort => ({
  ...real,
  makePdf: (html) => real.makePdf(turned(html)),
  saveFile: async (_window, name, bytes) => {
    saved.push({ name, bytes });
    return { ok: true, value: { name } };
  },
});
const call = { windowId: 'w', traceId: 't' };
const handlers = () => {
  const session = bench.app.session();
  if (session === null) throw new Error('nothing is open');
  return posterHandlers({ ...session, host: host() });
};
type Asked = CallInput<'poster.make'>;
const look = { size: 'a4', languages: ['nl', 'fr', 'uk', 'ar'], call: '0470 12 34 56' } as const;
const asked = (more: Partial<Asked> = {}) =>
  ({ worksIds, ...look, language: 'nl', ...more }) as Parameters<
    ReturnType<typeof handlers>['poster.make']
  >[0];

/** Makes them and follows the work to its end. */
async function make(input = asked()) {
  const posters = handlers();
  const started = await posters['poster.make'](input, call);
  if (!started.ok) return { posters, jobId: '', code: started.failure.code };
  const { jobId } = started.value;
  return { posters, jobId, code: (await ended(jobId)).failure?.code ?? null };
}

async function ended(jobId: string) {
  for (;;) {
    const { jobs } = await bench.must('job.list', {});
    const job = jobs.find(({ id }) => id === jobId);
    if (job === undefined) throw new Error('no such job');
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeAll(async () => {
  real = await keptPrinter(folder);
  bench = await openApp({ host: real });
  await bench.must('practice.addSamples', {});
  const { rows: employers } = await bench.must('employer.list', { text: 'De Berk' });
  const employerId = employers[0]?.id ?? '';
  for (let at = 0; at < 8; at += 1)
    await bench.must('worksDeclaration.add', {
      employerId,
      reference: `9ZX4K7R2M5T8${'RSTUVWXY'[at]}`,
      name: `Kantoren Noordzee, vleugel ${'ABCDEFGH'[at]} <zuid> & Łódź`,
      street: 'Havenlaan',
      houseNumber: '86C',
      postCode: '1000',
      municipality: 'Brussel',
      endDate: at === 0 ? null : '2027-03-31',
      contact: at === 1 ? 'Fien Aardewijn 0499 00 11 22' : '',
    });
  const { rows } = await bench.must('worksDeclaration.list', { employerId, pageSize: 500 });
  worksIds = rows.map(({ id }) => id);
  references = rows.map(({ reference }) => reference);
  workerUrl = bench.app.session()?.environment.practice?.workerUrl ?? '';
});
afterAll(async () => {
  await bench.close();
  await real.close();
  removeFolder(folder);
});

describe('a set of posters', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    const { posters, jobId, code } = await make();
    expect(code).toBeNull();
    expect(await posters['poster.made']({ jobId }, call)).toEqual({
      ok: true,
      value: {
        name: `affiche-${worksIds.length}.pdf`,
        pages: worksIds.length,
        verified: worksIds.length,
        numberOnly: 0,
      },
    });
    expect(await posters['poster.made']({ jobId }, { ...call, windowId: 'other' })).toMatchObject({
      ok: false,
    });
    expect(await posters['poster.save']({ jobId }, call)).toMatchObject({ ok: true, value: { saved: true } });
    expect(await posters['poster.save']({ jobId }, call)).toMatchObject({ ok: true, value: { saved: true } });
    pdf = saved[0]?.bytes ?? new Uint8Array();
  });

  it('has a page for each site, with its number, name, end and whom to call, and says that it is practice', () => {
    const pages = pdfPages(pdf);
    expect(pages).toHaveLength(worksIds.length);
    pages.forEach((page, at) => {
      const text = page.replace(/\s+/g, ' ');
      expect(text).toContain((references[at] ?? '').replace(/(.{4})(?=.)/g, '$1 '));
      expect(text).toContain('Registreer als u aankomt en als u vertrekt');
      expect(text).toContain('Зареєструйте свій прихід і вихід');
      expect(text).toContain('Oefening – niet geldig');
    });
    const berk = pages.find((page) => page.includes('vleugel B'))?.replace(/\s+/g, ' ') ?? '';
    expect(berk).toContain('Kantoren Noordzee, vleugel B <zuid> &');
    expect(berk).toMatch(/Ł\s*ó\s*d\s*ź/);
    expect(berk).toContain('Fien Aardewijn 0499 00 11 22');
    expect(berk).toContain('31/03/2027');
    const open = pages.find((page) => page.includes('vleugel A'))?.replace(/\s+/g, ' ') ?? '';
    expect(open).toContain('0470 12 34 56');
    expect(open).not.toContain('Geldig tot en met');
  });

  it('is set in letters of the app, and in no font of the computer', () => {
    const text = Buffer.from(pdf).toString('latin1');
    const fonts = new Set([...text.matchAll(/\/FontName \/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name));
    expect([...fonts].sort()).toEqual(['NotoSans', 'NotoSansArabic']);
  });

  it.each([
    { dpi: 150, some: 8 },
    { dpi: 300, some: 2 },
  ])(
    'is read by another reader at $dpi dpi, also with 15 parts in 100 of the code covered',
    async ({ dpi, some }) => {
      const wanted = references.map((reference) => workerUrl + reference).slice(0, some);
      const pages = await pixelsOf(pdf, dpi, some);
      const path = qrPath(wanted[0] ?? '', codeSide('a4'));
      const code = codeOnA4(path.ok ? path.value.side : 0);
      let seed = 7;
      const random = () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      expect(readByZbar(pages)).toEqual(wanted);
      expect(readByZbar(pages.map((page) => covered(page, code, 0.15)))).toEqual(wanted);
      expect(readByZbar(pages.map((page) => speckled(page, code, 0.03, random)))).toEqual(wanted);
      // The cover is where the code is: with half of it gone nobody reads it.
      expect(readByZbar(pages.slice(0, 1).map((page) => covered(page, code, 0.5)))).toEqual([null]);
    },
  );

  it('is told in the history of the employer each time that it is saved', async () => {
    const { rows } = await bench.must('history.search', { text: '' } as never);
    const told = rows.filter(({ kind }) => kind === 'presence.postersMade');
    expect(told.map(({ summary }) => summary)).toEqual(Array(2).fill(`${worksIds.length} × A4, nl fr uk ar`));
  });
});

it('keeps back the whole document when one code says something else', async () => {
  const other = qrPath(`${workerUrl}9ZX4K7R2M5T8V`, codeSide('a4'));
  const path = other.ok ? other.value.path : '';
  let seen = 0;
  turned = (html) =>
    html.replace(/(fill-rule="evenodd" d=")[^"]*/g, (whole, before) =>
      ++seen === 2 ? before + path : whole,
    );
  const { posters, jobId, code } = await make();
  turned = (html) => html;
  expect(seen).toBe(worksIds.length);
  expect(code).toBe('posterMismatch');
  expect(await posters['poster.made']({ jobId }, call)).toMatchObject({
    failure: { code: 'selectionExpired' },
  });
  expect(await posters['poster.save']({ jobId }, call)).toMatchObject({
    failure: { code: 'selectionExpired' },
  });
});

it('waits while it is paused, and offers nothing when it is stopped', async () => {
  const posters = handlers();
  const started = await posters['poster.make'](asked(), call);
  if (!started.ok) throw new Error(started.failure.code);
  const { jobId } = started.value;
  expect(await posters['poster.make'](asked(), call)).toMatchObject({ failure: { code: 'stateNotAllowed' } });
  expect(await posters['poster.pause']({ paused: true }, call)).toMatchObject({ ok: true });
  expect(await posters['poster.making']({}, call)).toMatchObject({ value: { jobId, paused: true } });
  await bench.must('job.cancel', { id: jobId });
  expect(await ended(jobId)).toMatchObject({ state: 'cancelled' });
  expect(await posters['poster.made']({ jobId }, call)).toMatchObject({
    failure: { code: 'selectionExpired' },
  });
  expect(await posters['poster.pause']({ paused: false }, call)).toMatchObject({
    failure: { code: 'notFound' },
  });
});

it('makes badges and notices too, with codes that are read again', async () => {
  const badges = await make(asked({ size: 'badge' }));
  expect(await badges.posters['poster.made']({ jobId: badges.jobId }, call)).toMatchObject({
    value: { pages: worksIds.length, verified: worksIds.length },
  });
  const notice = { phone: true, point: true, own: 'Bel Fien\nals de tablet niet werkt' };
  const notices = await make(asked({ notice, size: 'badge', worksIds: worksIds.slice(0, 1) }));
  expect(await notices.posters['poster.made']({ jobId: notices.jobId }, call)).toMatchObject({
    value: { pages: 1, verified: 1 },
  });
  await notices.posters['poster.save']({ jobId: notices.jobId }, call);
  const [text = ''] = pdfPages(saved.at(-1)?.bytes ?? new Uint8Array()).map((page) =>
    page.replace(/\s+/g, ' '),
  );
  expect(text).toContain('Niemand mag dat in uw plaats doen');
  expect(text).toContain('Aan het registratiepunt');
  expect(text).toContain('Bel Fien als de tablet niet werkt');
  const silent = await make(asked({ notice: { ...notice, phone: false } }));
  expect(await silent.posters['poster.made']({ jobId: silent.jobId }, call)).toMatchObject({
    value: { verified: 0 },
  });
});

it('shows a preview that is the page itself, small enough for an answer', async () => {
  const answer = await handlers()['poster.preview'](
    { worksId: worksIds[0] ?? '', ...look, languages: [...look.languages] },
    call,
  );
  if (!answer.ok) throw new Error(answer.failure.code);
  expect(answer.value.code).toBe('practice');
  expect(Buffer.from(answer.value.picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(answer.value.height).toBeGreaterThan(answer.value.width);
});

it('says when all sites were removed in the meantime', async () => {
  const gone = '01890000-0000-7000-8000-000000000001';
  expect((await make(asked({ worksIds: [gone] }))).code).toBe('notFound');
});

describe('poster make', () => {
  const file = join(folder, 'out.pdf');
  const run = (values: Context['values']) => runCommand(bench, posterCommands[0], [file], values);
  const berk = { employer: '0999.999.130' };

  it('writes the named sites, of the chosen size and languages, and says what was read again', async () => {
    const works = `${references[2]},${(references[0] ?? '').replace(/(.{4})(?=.)/g, '$1 ').toLowerCase()}`;
    const outcome = await run({ ...berk, works, size: 'a5', languages: 'fr,ar' });
    expect(outcome).toMatchObject({
      result: { ok: true, value: { saved: true, name: 'out.pdf', pages: 2, verified: 2, numberOnly: 0 } },
      lines: ['2 pages saved as out.pdf', '2 codes read again, all as they must be'],
    });
    const pages = pdfPages(readFileSync(file)).map((page) => page.replace(/\s+/g, ' '));
    expect(pages[0]).toContain((references[2] ?? '').replace(/(.{4})(?=.)/g, '$1 '));
    expect(pages[0]).toContain('Enregistrez votre arrivée');
    expect(pages[0]).not.toContain('Registreer als u');
  });

  it('takes all sites that count, also of all employers', async () => {
    expect(await run({ all: true, size: 'badge' })).toMatchObject({
      result: { ok: true, value: { pages: worksIds.length } },
    });
  });

  it.each([
    [{ ...berk }, 'invalidInput', '--works'],
    [{ ...berk, all: true, works: 'x' }, 'invalidInput', '--works'],
    [{ all: true, size: 'a3' }, 'invalidInput', '--size'],
    [{ all: true, languages: 'nl,xx' }, 'invalidInput', '--languages'],
    [{ all: true, languages: 'nl,fr,de,en,pl' }, 'invalidInput', '--languages'],
    [{ all: true, notice: 'letter' }, 'invalidInput', '--notice'],
    [{ ...berk, works: '1Y100XXXX0009' }, 'notFound', '--works'],
  ])('refuses %j', async (values, code, fields) => {
    const { result, exit } = await run(values);
    expect(result).toMatchObject({ ok: false, failure: { code, details: { fields } } });
    expect(exit ?? 1).toBe(code === 'notFound' ? 2 : 1);
  });
});
