// `works …` and `presence …` as the command line runs them, on an app with the real practice service.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context, Outcome } from '../../../main/cli/command.ts';
import { presenceCommands } from '../../../main/cli/presence.ts';
import { worksCommands } from '../../../main/cli/works.ts';
import { newId } from '../../../main/platform/ids.ts';
import { inOneRow, modulesOf, pdfOf, pngOf } from '../../support/code-pictures.ts';
import { DAAN, openSite, PARK, RANIA, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();
const berk = '0999.999.130';

beforeAll(async () => {
  bench = await openSite();
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  for (const [insz, type] of [
    [DAAN, 'IN'],
    [RANIA, 'IN'],
    [DAAN, 'OUT'],
  ] as const)
    await bench.phone(insz, type);
});
afterAll(() => bench.close());

/** What comes in by standard input. */
let input: Uint8Array = new Uint8Array();

async function run(
  noun: string,
  verb: string,
  words: string[],
  values: Context['values'] = {},
): Promise<Outcome> {
  const command = [...worksCommands, ...presenceCommands].find(
    (one) => one.noun === noun && one.verb === verb,
  );
  const texts = bench.app.session()?.texts;
  if (command === undefined || texts === undefined) throw new Error(`no command ${noun} ${verb}`);
  return command.run({
    app: {
      call(name, given, files) {
        bench.app.terminal.offer('cli:test', files?.read ?? [], files?.saveTo ?? null);
        return bench.call(name, given);
      },
      close: async () => {},
    },
    values,
    words,
    language: 'en',
    t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
    progress: () => {},
    readInput: async () => '',
    readBytes: async () => input,
    newId,
  });
}
const lines = async (...given: Parameters<typeof run>): Promise<string[]> => {
  const { result, lines: shown } = await run(...given);
  expect(result).toMatchObject({ ok: true });
  return shown ?? [];
};

it('adds a site by its number or its address, and says what is wrong with another', async () => {
  expect(await lines('works', 'list', [])).toEqual(['No declarations of works yet.']);
  const place = {
    street: 'Voorbeeldlaan',
    'house-number': '12',
    'post-code': '2018',
    municipality: 'Antwerpen',
  };
  const given = { employer: berk, name: 'Het Park', ...place };
  expect(await lines('works', 'add', ['1y100 park 0001'], given)).toEqual([
    'Declaration of works 1Y10 0PAR K000 1.',
  ]);
  expect((await lines('works', 'list', [], { employer: berk }))[0]).toContain('end unknown\tHet Park');
  const { rows } = await bench.must('worksDeclaration.list', {});
  expect(rows[0]).toMatchObject({ street: 'Voorbeeldlaan', houseNumber: '12', postCode: '2018' });
  const foreign = await run('works', 'add', [`https://elsewhere.example/${PARK}`], {
    employer: berk,
    name: 'x',
  });
  expect([foreign.exit, foreign.lines?.[0]]).toEqual([2, expect.stringContaining('elsewhere.example')]);
  expect(await lines('works', 'read', ['1Y100PARK00'])).toEqual([
    'A number of a declaration of works has 13 letters and digits; this one has 11.',
  ]);
});

it('saves the last days of works as a calendar file, of one client', async () => {
  const file = join(bench.profileDir, 'ends.ics');
  expect((await run('works', 'calendar', [file], { employer: berk })).result).toMatchObject({
    failure: { code: 'notFound' },
  });
  await lines('works', 'add', ['1Y100SCHL0003'], { employer: berk, name: 'School', end: '2099-01-31' });
  expect((await lines('works', 'calendar', [file], { employer: berk }))[0]).toContain('ends.ics');
  expect(await readFile(file, 'utf8')).toContain('DTSTART;VALUE=DATE:20990131');
});

it('adds a site by a picture of its official code, from a file or from standard input', async () => {
  const address = 'https://checkinout.socialsecurity.be/registration?workplace=9ZX4K7R2M5T8W';
  const picture = join(bench.profileDir, 'code.pdf');
  await writeFile(picture, pdfOf([modulesOf(address)]));
  expect(await lines('works', 'read', [], { picture })).toEqual(['Declaration of works 9ZX4 K7R2 M5T8 W.']);
  input = pngOf(inOneRow([modulesOf('WIFI:S:kantoor;;'), modulesOf(address)]));
  expect(await lines('works', 'add', [], { picture: '-', employer: berk, name: 'Havenlaan' })).toEqual([
    'Declaration of works 9ZX4 K7R2 M5T8 W.',
  ]);
  const { rows } = await bench.must('worksDeclaration.list', { text: 'Havenlaan' });
  expect(rows.map(({ url }) => url)).toEqual([address]);
  input = pngOf(modulesOf('https://checkinout.socialsecurity.be:8443/1Y1003SQ5VSSZ'));
  const odd = await run('works', 'add', [], { picture: '-', employer: berk, name: 'x' });
  expect([odd.exit, odd.lines?.[0]]).toEqual([2, expect.stringContaining('socialsecurity.be:8443')]);
  input = pngOf(inOneRow([modulesOf('9ZX4K7R2M5T8W'), modulesOf('1Y1003SQ5VSSZ')]));
  expect((await run('works', 'add', [], { picture: '-', employer: berk, name: 'x' })).exit).toBe(2);
  input = pngOf([[false]], 50);
  expect((await run('works', 'read', [], { picture: '-' })).lines?.[0]).toContain('No QR code');
  for (const [words, values] of [
    [[], {}],
    [['9ZX4K7R2M5T8W'], { picture }],
  ] as const)
    expect((await run('works', 'read', [...words], values)).result).toMatchObject({
      failure: { code: 'invalidInput' },
    });
});

it('looks up, searches, and writes a table for a spreadsheet', async () => {
  const period = { from: day };
  expect(await lines('presence', 'search', [], period)).toEqual([
    expect.stringContaining('Look them up first'),
  ]);
  expect(await lines('presence', 'day', [PARK], period)).toEqual([expect.stringContaining('not asked')]);
  expect(await lines('presence', 'look-up', [], { ...period, employer: berk })).toEqual([
    '3 presences looked up.',
  ]);
  // Longer than the service takes at once.
  const ago = (count: number): string =>
    new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
  const long = { from: ago(70), to: day, employer: berk };
  expect(await lines('presence', 'look-up', [], long)).toEqual(['3 presences looked up.']);
  const pieces = bench.app
    .session()
    ?.db.prepare(
      'SELECT first_day, last_day, found FROM presence_look_up WHERE first_day < last_day ORDER BY first_day',
    );
  expect(pieces?.all()).toEqual([
    { first_day: ago(70), last_day: ago(40), found: 0 },
    { first_day: ago(39), last_day: ago(9), found: 0 },
    { first_day: ago(8), last_day: day, found: 3 },
  ]);
  const found = await lines('presence', 'search', [], { ...period, worker: 'Zoutleeuwen' });
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/\tout\t01020399744\tZoutleeuwen, Daan\t.*\tHet Park\tvalid\t$/);
  const [csv = ''] = await lines('presence', 'search', [], { ...period, csv: true });
  const [heading, ...rows] = csv.replace(/^\ufeff/, '').split(/\r?\n/);
  expect(heading).toMatch(/^Time;In or out;SSIN;Worker;Employer;Enterprise number;Site;.*;State;Remarks;/);
  expect(rows).toHaveLength(3);
  const [line] = await lines('presence', 'day', [PARK], period);
  expect(line).toContain('Bensoltane, Rania');
});

it.each([
  ['search', { from: 'yesterday' }],
  ['search', { from: day, to: '2026-13-01' }],
  ['search', { from: day, state: 'unsure' }],
  ['search', { from: day, site: '1Y100PARK000I' }],
])('%s with %j is refused', async (verb, values) => {
  expect((await run('presence', verb, [], values)).result).toMatchObject({
    ok: false,
    failure: { code: 'invalidInput' },
  });
});
