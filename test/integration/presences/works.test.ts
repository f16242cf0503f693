// Declarations of works: kept, watched to their end, and the address behind the official code never another one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '../../../preload/contract/result.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { noonClock, today } from './site-bench.ts';

const REF = '9ZX4K7R2M5T8W';
let bench: AppBench;
let employerId: string;

beforeAll(async () => {
  bench = await openApp({ practice: 'none', clock: noonClock });
  const added = await bench.must('employer.add', {
    name: 'Schoonmaak De Berk',
    enterpriseNumber: '0999999130',
  });
  employerId = added.id;
});
afterAll(() => bench.close());

const add = (more: object = {}) =>
  bench.call('worksDeclaration.add', { employerId, reference: REF, name: 'Kantoren Havenlaan', ...more });
const rulesOf = (result: Result<unknown>): string =>
  result.ok ? 'ok' : `${result.failure.code} ${JSON.stringify(result.failure.details ?? {})}`;
const days = (count: number): string =>
  new Date(Date.parse(today()) + count * 86_400_000).toISOString().slice(0, 10);

it('is added with its subcontractors, changed, taken away and brought back', async () => {
  const { id } = await bench.must('worksDeclaration.add', {
    employerId,
    reference: REF,
    name: 'Kantoren Havenlaan',
    street: 'Havenlaan',
    houseNumber: '86',
    postCode: '1000',
    municipality: 'Brussel',
    endDate: days(100) as never,
    subcontractors: [{ enterpriseNumber: 'BE 1999.999.151', name: 'Loodgieterij Wilgenhof' }],
  });
  const works = await bench.must('worksDeclaration.get', { id });
  expect(works).toMatchObject({ reference: REF, time: 'now', url: null, employerName: 'Schoonmaak De Berk' });
  expect(works.subcontractors).toMatchObject([{ enterpriseNumber: '1999999151' }]);
  const { id: _, employerId: __, employerName: ___, time: ____, revision, ...fields } = works;
  const changed = { ...fields, name: 'Havenlaan 86', subcontractors: [] } as never;
  await bench.must('worksDeclaration.update', {
    ...(changed as object),
    id,
    expectedRevision: revision,
  } as never);
  const stale = await bench.call('worksDeclaration.update', {
    ...(changed as object),
    id,
    expectedRevision: revision,
  } as never);
  expect(stale).toMatchObject({ ok: false, failure: { code: 'conflict' } });
  await bench.must('worksDeclaration.remove', { id });
  expect(await bench.must('worksDeclaration.list', {})).toMatchObject({ total: 0 });
  await bench.must('worksDeclaration.restore', { id });
  expect((await bench.must('worksDeclaration.get', { id })).name).toBe('Havenlaan 86');
  const kinds = (await bench.must('history.search', { text: '' } as never)).rows.map(({ kind }) => kind);
  for (const what of ['added', 'changed', 'removed', 'restored'])
    expect(kinds).toContain(`worksDeclaration.${what}`);
});

it('has a number once per employer', async () => {
  expect(rulesOf(await add())).toBe('alreadyExists {"field":"reference"}');
});

it.each([
  ['1Y1003SQ5VSSZ', { endDate: days(5), startDate: days(9) }, 'WRK-END-BEFORE'],
  ['1Y1003SQ5VSSZ', { url: 'https://checkinout.example.com/1Y1003SQ5VSSZ' }, 'WRK-URL-FOREIGN'],
  ['1Y1003SQ5VSSZ', { url: `https://checkinout.socialsecurity.be/${REF}` }, 'WRK-URL-NUMBER'],
  ['1Y1003SQ5VSSZ', { url: 'http://checkinout.socialsecurity.be/1Y1003SQ5VSSZ' }, 'WRK-URL-FOREIGN'],
])('%s with %j is refused by %s', async (reference, more, rule) => {
  expect(rulesOf(await add({ reference, ...more }))).toContain(rule);
});

it('keeps the official address byte for byte', async () => {
  const url = 'https://checkinout.socialsecurity.be/r?x=%41&w=1Y1003SQ5VSSZ#top';
  const added = await add({ reference: '1Y1003SQ5VSSZ', url, endDate: days(10) });
  expect(rulesOf(added)).toBe('ok');
  const { rows } = await bench.must('worksDeclaration.list', { text: '1y10 03sq' });
  expect(rows.map((row) => [row.url, row.time])).toEqual([[url, 'ending']]);
  const { lines } = await bench.must('today.list', {});
  const line = lines.find(({ key }) => key === 'worksEnding');
  expect(line).toMatchObject({ path: '/presences/works', params: { count: 1, name: 'Kantoren Havenlaan' } });
});

it('lists those of the past last, or not at all', async () => {
  await add({ reference: '1Y100SCHL0003', name: 'School', startDate: days(-60), endDate: days(-3) });
  const names = async (more: object) =>
    (await bench.must('worksDeclaration.list', more)).rows.map(({ time }) => time);
  expect(await names({})).toEqual(['ending', 'now', 'past']);
  expect(await names({ current: true })).toEqual(['ending', 'now']);
});

it('has its last day in a calendar file, of one client or of all, as long as it is to come', async () => {
  const folder = newFolder();
  const save = async (language: 'nl' | 'fr' | 'de' | 'en', of: string | null = employerId) => {
    const path = join(folder, `${language}.ics`);
    bench.app.terminal.offer('cli:test', [], path);
    const result = await bench.call('worksDeclaration.saveCalendar', { employerId: of, language });
    return { result, text: result.ok ? readFileSync(path, 'utf8').replaceAll('\r\n ', '') : '' };
  };
  const { result, text } = await save('nl');
  expect(result).toMatchObject({ ok: true, value: { saved: true, events: 2 } });
  expect(text.match(/^DTSTART.*$/gm)).toEqual(
    [days(10), days(100)].map((day) => `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`),
  );
  expect(text).toContain('Laatste dag Aangifte van Werken: Kantoren Havenlaan (Schoonmaak De Berk)');
  expect(text.match(/BEGIN:VALARM/g)).toHaveLength(4);
  // An event of the file of before is the same event.
  const uids = (from: string) => from.match(/^UID:.*$/gm);
  expect(uids((await save('fr', null)).text)).toEqual(uids(text));
  for (const language of ['fr', 'de', 'en'] as const)
    expect((await save(language)).text).not.toContain('calendar.');
  const other = await bench.must('employer.add', { name: 'Zonder', enterpriseNumber: '0999999229' });
  expect((await save('nl', other.id)).result).toMatchObject({ failure: { code: 'notFound' } });
  const kinds = (await bench.must('history.search', { text: '' } as never)).rows.map(({ kind }) => kind);
  expect(kinds).toContain('worksDeclaration.calendarSaved');
  removeFolder(folder);
});

it.each([
  ['9ZX4 K7R2 M5T8 W', 'found'],
  ['https://elsewhere.example/9ZX4K7R2M5T8W', 'foreign'],
  ['9ZX4K7R2M5TIO', 'wrongLetters'],
  ['', 'empty'],
])('reads %j as %s', async (text, kind) => {
  expect((await bench.must('worksDeclaration.read', { text })).kind).toBe(kind);
});
