// From a planning in a file to what differs from the presences, with the real practice service and on days of before.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, Outcome } from '../../../main/cli/command.ts';
import { planningCommands } from '../../../main/cli/planning.ts';
import { newId } from '../../../main/platform/ids.ts';
import { belgianDayOf } from '../../../preload/rules/dates/belgian-day.ts';
import { DAAN, now, PARK, RANIA, today } from '../presences/site-bench.ts';
import { testLists } from './list-cases.ts';
import { openPlanning, type PlanningBench, toldBy } from './planning-bench.ts';

let bench: PlanningBench;
const day = today();
const ago = (count: number): string =>
  new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
/** `hh:mm` in Brussels, minutes from now, with the day on which it falls. */
const around = (minutes: number): { day: string; clock: string } => {
  const moment = now() + minutes * 60_000;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', timeStyle: 'short' });
  return { day: belgianDayOf(moment), clock: clock.format(moment) };
};
const STATION = '1Y100STAT0002';
const [zoutleeuwen, bensoltane] = ['Zoutleeuwen, Daan', 'Bensoltane, Rania'];

beforeAll(async () => {
  bench = await openPlanning();
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  for (const [reference, name] of [
    [PARK, 'Zalen Het Park'],
    [STATION, 'Station'],
  ] as const)
    await bench.must('worksDeclaration.add', { employerId: bench.employerId, reference, name });
});
afterAll(() => bench.close());

describe('with presences that workers register by phone', () => {
  it('tells who is late, elsewhere, absent and not looked up yet', async () => {
    const [start, end] = [around(-60), around(60)];
    await bench.plan(
      [
        'INSZ;Werf;Datum;Begin;Einde',
        `${DAAN};Zalen Het Park;${start.day};${start.clock};${end.clock}`,
        `;;${start.day};;`,
        `${RANIA};Station;${start.day};${start.clock};${end.clock}`,
        `${RANIA};${PARK};${ago(5)};8:00;16:00`,
        `${DAAN};${PARK};${ago(9)};8:00;16:00`,
      ].join('\r\n'),
    );
    const unknown = await bench.compare(ago(9), day);
    expect(unknown.counts).toEqual([{ kind: 'notLookedUp', rows: 4 }]);
    await bench.phone(DAAN, 'IN');
    await bench.phone(DAAN, 'OUT');
    await bench.phone(RANIA, 'IN');
    await bench.lookUp(ago(5), day, true);
    const compared = await bench.compare(ago(9), day);
    const told = toldBy(compared);
    expect(told[zoutleeuwen]?.toSorted()).toEqual([
      expect.stringMatching(/^late 6\d$/),
      expect.stringMatching(/^leftEarly (5\d|60)$/),
      'notLookedUp',
    ]);
    expect(told[bensoltane]?.toSorted()).toEqual([
      expect.stringMatching(/^late 6\d$/),
      'notThere',
      'otherSite',
    ]);
    expect(compared.notLookedUp).toEqual([ago(9)]);
    const elsewhere = compared.rows.find(({ told: said }) => said.some(({ kind }) => kind === 'otherSite'));
    expect(elsewhere).toMatchObject({ siteName: 'Station', presentSiteName: 'Zalen Het Park' });
    // In groups, whole, and of a site or a kind alone.
    expect(compared.groups.map(({ id, rows }) => [id, rows])).toEqual([
      [ago(9), 1],
      [ago(5), 1],
      [start.day, 2],
    ]);
    expect(await bench.compare(ago(9), day, { kinds: ['notThere'] })).toMatchObject({ total: 1, all: 4 });
    expect(await bench.compare(ago(9), day, { text: 'daan' })).toMatchObject({ all: 2 });
    expect(await bench.compare(ago(9), day, { reference: STATION })).toMatchObject({ all: 1 });
    expect((await bench.compare(ago(9), day, { by: 'site' })).groups.map(({ id }) => id)).toEqual([
      STATION,
      PARK,
    ]);
  });

  it('saves the lines as a table, and says when there is nothing or nothing that prints', async () => {
    const path = bench.saveTo('compared.csv');
    const asked = { employerId: bench.employerId, from: ago(9), to: day, language: 'en' } as const;
    expect(await bench.must('planning.saveComparison', { ...asked, format: 'csv' })).toMatchObject({
      rows: 4,
    });
    const table = readFileSync(path, 'utf8');
    expect(table).toContain('Day;Worker;SSIN;Planned site;Was at;');
    expect(table).toContain('at another site than planned');
    const failed = async (more: object) =>
      (await bench.call('planning.saveComparison', { ...asked, format: 'csv', ...more })) as object;
    expect(await failed({ text: 'nobody' })).toMatchObject({ failure: { code: 'nothingToSend' } });
    expect(await failed({ format: 'pdf' })).toMatchObject({ failure: { code: 'notSupportedHere' } });
    expect(await failed({ from: ago(40) })).toMatchObject({
      failure: { details: { rules: 'PRS-PERIOD' } },
    });
  });
});

describe('the command line', () => {
  const run = (verb: string, words: string[], values: Context['values']): Promise<Outcome> => {
    const command = planningCommands.find((one) => one.verb === verb);
    const texts = bench.app.session()?.texts;
    if (command === undefined || texts === undefined) throw new Error(`no command ${verb}`);
    return command.run({
      app: {
        call: (name, input, files) => {
          bench.app.terminal.offer('cli:test', files?.read ?? [], files?.saveTo ?? null);
          return bench.call(name, input);
        },
        close: async () => {},
      },
      ...{ values, words, language: 'en' },
      t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
      ...{ progress: () => {}, readInput: async () => '', newId },
    });
  };
  const employer = '0999.999.130';

  it('reads a planning by a mapping, says what it refused, keeps the rest and compares', async () => {
    const [list, mapping] = [join(bench.folder, 'cli.csv'), join(bench.folder, 'mapping.json')];
    writeFileSync(list, `Persoon;Op;Uren\n${DAAN};${ago(40)};8-12\nNiemand;${ago(40)};8-12`);
    const lacking = await run('import', [list], { employer });
    expect(lacking.result).toMatchObject({ failure: { details: { missing: 'SSIN,day' } } });
    writeFileSync(mapping, JSON.stringify({ Persoon: 'insz', Op: 'day' }));
    const refused = join(bench.folder, 'refused.csv');
    const read = await run('import', [list], { employer, mapping, refused });
    expect(read).toMatchObject({
      exit: 2,
      result: { ok: true, value: { counts: { planned: 1, refused: 1 } } },
    });
    expect(read.lines?.[0]).toBe(
      '3\tSSIN\tPLN-INSZ-INVALID\tThis is no valid SSIN. Check the eleven digits.',
    );
    expect(readFileSync(refused, 'utf8')).toContain('Niemand');
    expect((await run('list', [], { employer })).lines?.[0]).toContain('cli.csv\t1');
    const compared = await run('compare', [], { employer, from: ago(40) });
    expect(compared.lines?.[0]).toMatch(/Zoutleeuwen, Daan\t.*\t08:00–12:00\t\t4:00\t\?\tnot looked up yet$/);
    expect(compared.lines?.[2]).toContain('1 planned day was not looked up yet');
    const [csv = ''] = (await run('compare', [], { from: ago(40), csv: true })).lines ?? [];
    expect(csv.split('\r\n')).toHaveLength(2);
    expect((await run('compare', [], { from: ago(40), works: 'x' })).result).toMatchObject({
      failure: { details: { fields: '--works' } },
    });
    expect((await run('compare', [], { from: ago(41), to: ago(41) })).lines).toEqual([
      'No planning for these days yet',
    ]);
  });
});

describe('on days of before', () => {
  const [a, b, c] = [ago(12), ago(13), ago(14)];
  const [night, morning] = [ago(20), ago(19)];
  const OLD = '85073003328';

  beforeAll(async () => {
    await bench.plan(
      [
        'INSZ;Naam;Dag;Van;Tot;Pauze',
        `${OLD};;${a};8:00;12:00;`,
        `${DAAN};;${b};8:00;12:00;`,
        `;Rania Bensoltane;${night};22:00;6:00;30`,
      ].join('\n'),
    );
    // The days between have a planning too, by the span of this one; the day before them has none.
    const seen: [string, string, 'IN' | 'OUT', string, object?][] = [
      [a, OLD, 'IN', '8:00', { current: DAAN }],
      [a, OLD, 'OUT', '12:00', { current: DAAN }],
      [b, OLD, 'IN', '8:05', { current: DAAN }],
      [b, OLD, 'OUT', '12:00', { current: DAAN }],
      [a, RANIA, 'IN', '9:00'],
      [a, RANIA, 'OUT', '10:00'],
      [a, '00012511119', 'IN', '9:00', { employer: '0999999229' }],
      [ago(21), RANIA, 'IN', '9:00'],
      [night, RANIA, 'IN', '22:00'],
      [morning, RANIA, 'OUT', '2:00'],
      [morning, RANIA, 'IN', '2:50'],
      [morning, RANIA, 'OUT', '6:00'],
    ];
    for (const one of seen) bench.registered(...one);
    bench.asked(ago(21), a);
  });

  it('knows a worker by a number that was replaced, whichever of both the planning names', async () => {
    expect(toldBy(await bench.compare(b, a, { text: 'Daan' }))).toEqual({
      [zoutleeuwen]: ['asPlanned', 'asPlanned'],
    });
  });

  it('tells own workers without planning from those of a subcontractor, and days without planning apart', async () => {
    expect(toldBy(await bench.compare(c, a))).toMatchObject({
      [bensoltane]: ['notPlanned'],
      '00012511119': ['ofSubcontractor', 'noOut'],
    });
    expect(await bench.compare(ago(21), a)).toMatchObject({ withoutPlanning: 1 });
  });

  it('joins a night over midnight, with its break, to the day on which it began', async () => {
    const compared = await bench.compare(night, morning);
    expect(toldBy(compared)).toEqual({ [bensoltane]: ['breakDiffers 20'] });
    expect(compared).toMatchObject({ plannedMinutes: 450, presentMinutes: 430 });
    expect((await bench.compare(morning, morning)).rows).toEqual([]);
    await bench.must('planning.setSettings', { tolerance: 20 });
    expect(toldBy(await bench.compare(night, morning))).toEqual({ [bensoltane]: ['asPlanned'] });
    await bench.must('planning.setSettings', { tolerance: 15 });
  });
});

describe('a list', () => testLists(() => bench));

describe('a planning that is kept', () => {
  const on = ago(30);
  const minutes = async () => (await bench.compare(on)).rows.map(({ plannedMinutes }) => plannedMinutes);

  it('gives way to a later one on its days, counts again once that is removed, and comes back', async () => {
    bench.kept(on, DAAN, 8, 9, true);
    bench.kept(on, DAAN, 10, 12, false);
    expect(await minutes()).toEqual([180]);
    const id = bench.kept(on, DAAN, 8, 12, true);
    expect(await minutes()).toEqual([240]);
    const { rows } = await bench.must('planning.list', { employerId: bench.employerId, pageSize: 3 });
    expect(rows.map(({ replaced }) => replaced)).toEqual(['no', 'wholly', 'wholly']);
    await bench.must('planning.remove', { id });
    expect(await minutes()).toEqual([180]);
    expect(await bench.call('planning.remove', { id })).toMatchObject({ failure: { code: 'notFound' } });
    await bench.must('planning.restore', { id });
    expect(await minutes()).toEqual([240]);
  });

  it('is deleted for good once it is too old, which the history tells without a number of a worker', async () => {
    bench.kept(ago(70), DAAN, 8, 9, true);
    bench.kept(ago(700), DAAN, 8, 9, true);
    expect(await bench.must('planning.setSettings', { tolerance: 15 })).toEqual({ deleted: 1 });
    expect(await bench.must('planning.setSettings', { months: 2 })).toEqual({ deleted: 1 });
    expect(await bench.must('planning.settings', {})).toEqual({ tolerance: 15, months: 2 });
    const { rows } = await bench.must('planning.list', { employerId: bench.employerId });
    expect(rows.filter(({ firstDay }) => firstDay < ago(40))).toEqual([]);
    const found = await bench.must('history.search', { text: '' } as never);
    const told = found.rows.filter(({ kind }) => kind.startsWith('planning.'));
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      new Set([
        ...['planning.added', 'planning.removed', 'planning.restored'],
        ...['planning.expired', 'planning.keepingChanged'],
      ]),
    );
    expect(JSON.stringify(told)).not.toContain(DAAN);
  });
});
