// The registration point through the real practice service: registering, badges, what a window may do meanwhile, and leaving.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now, today } from '../presences/site-bench.ts';
import { DAAN, openPointBench, PARK, PIN, type PointBench, RANIA, withWorks } from './point-bench.ts';

/** Of the practice world: it was replaced by another. */
const OLD_NUMBER_OF_JEF = '90231599524';
let bench: PointBench;
const heard: string[] = [];

beforeAll(async () => {
  bench = await openPointBench();
  bench.app.onEvent((json) => heard.push((JSON.parse(json) as { name: string }).name));
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  await withWorks(bench);
});
afterAll(() => bench.close());

describe('starting', () => {
  it.each([
    [{ pinAgain: '482914' }, 'refusedByRule', 'PNT-PIN-DIFFERENT'],
    [{ channels: ['phone'] as const }, 'refusedByRule', 'PNT-CHANNELS'],
    [{ worksReference: '1Y100STAT0002' }, 'notFound', undefined],
  ])('is refused with %j', async (more, code, rules) => {
    const started = await bench.start(more as never);
    expect(started.ok ? null : [started.failure.code, started.failure.details?.['rules']]).toEqual([
      code,
      rules,
    ]);
  });

  it.each([
    ['1Y100SCHL0003', { endDate: '2026-01-31', place: { latitude: 50.8, longitude: 4.7 } }, 'PNT-WORKS-OVER'],
    ['1Y100HTEL0004', { street: 'Voorbeeldstraat', place: null }, 'PNT-PLACE-MISSING'],
  ])('of %s with %j is refused by a rule', async (reference, more, rule) => {
    await withWorks(bench, { reference, name: reference, ...more });
    expect(await bench.start({ worksReference: reference })).toMatchObject({
      failure: { code: 'refusedByRule', details: { rules: rule } },
    });
  });

  it('shows the site, the phone way with its code, and that the service is there', async () => {
    expect((await bench.page('point.register', { entered: DAAN, by: 'typed', type: 'IN' })).ok).toBe(false);
    const started = await bench.start();
    if (!started.ok) throw new Error(started.failure.code);
    const { site, phone, connection, clock, on } = started.value;
    expect(on).toBe(true);
    expect(site).toMatchObject({ reference: PARK, name: 'Zalen Het Park' });
    expect(phone?.address).toMatch(/^http.*1Y100PARK0001$/);
    expect(phone?.drawing?.shape).toMatch(/^M/);
    expect(connection.state).toBe('up');
    expect(clock).toEqual({ difference: 0, off: false });
    expect(await bench.start()).toMatchObject({ ok: false, failure: { code: 'pointOn' } });
  });
});

describe('a worker at the point', () => {
  it('is registered at the moment of the key, and seen on the day of the site', async () => {
    const before = Math.floor(now() / 1_000) * 1_000;
    const outcome = await bench.press('01.02.03-997.44', 'IN');
    expect(outcome).toMatchObject({ kind: 'registered', type: 'IN', again: false });
    const [record, ...others] = await bench.onRecord();
    expect(others).toEqual([]);
    expect(record).toMatchObject({ insz: DAAN, type: 'IN', reference: PARK });
    expect(record?.registeredAt).toBeGreaterThanOrEqual(before);
    expect(outcome.kind === 'registered' && Date.parse(outcome.at)).toBe(record?.registeredAt);
    const day = await bench.must('presence.day', { reference: PARK, day: today() });
    expect(day.rows.map(({ insz, stays }) => [insz, stays[0]?.kind])).toEqual([[DAAN, 'inside']]);
  });

  it('who presses twice is registered once', async () => {
    const [one, other] = await Promise.all([bench.press(RANIA, 'IN'), bench.press(RANIA, 'IN')]);
    expect([one, other].map((outcome) => outcome.kind === 'registered' && outcome.again).sort()).toEqual([
      false,
      true,
    ]);
    expect((await bench.onRecord()).filter(({ insz }) => insz === RANIA)).toHaveLength(1);
  });

  it('can leave at once after coming, and come again', async () => {
    expect(await bench.press(RANIA, 'OUT')).toMatchObject({ kind: 'registered', type: 'OUT', again: false });
    const types = (await bench.onRecord()).filter(({ insz }) => insz === RANIA).map(({ type }) => type);
    expect(types).toEqual(['IN', 'OUT']);
  });

  it.each([
    ['01020399745', 'typed', { kind: 'refused', code: 'numberWrong' }],
    ['hello', 'typed', { kind: 'refused', code: 'numberWrong' }],
    ['BADGE-4711', 'scanned', { kind: 'unknownBadge' }],
  ] as const)('%s %s is told, and nothing is sent', async (entered, by, expected) => {
    const count = (await bench.onRecord()).length;
    expect(await bench.press(entered, 'IN', by)).toEqual(expected);
    expect(await bench.onRecord()).toHaveLength(count);
  });

  it('enrols a badge once, which then stands for the number and is kept nowhere in clear', async () => {
    const badge = 'BADGE-4711-ÉÉN';
    const enrol = (number: string) => bench.mustPage('point.enrol', { badge, number });
    expect(await enrol('01020399745')).toEqual({ outcome: 'numberWrong' });
    expect(await enrol(DAAN)).toEqual({ outcome: 'enrolled' });
    expect(await enrol(DAAN)).toEqual({ outcome: 'enrolled' });
    expect(await enrol(RANIA)).toEqual({ outcome: 'badgeTaken' });
    expect(await bench.press(badge, 'OUT', 'scanned')).toMatchObject({ kind: 'registered', type: 'OUT' });
    expect((await bench.onRecord()).at(-1)).toMatchObject({ insz: DAAN, type: 'OUT' });
    const db = bench.app.session()?.db;
    const tables = db
      ?.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    const everything = tables.flatMap((name) => db?.prepare(`SELECT * FROM "${name}"`).all() ?? []);
    expect(JSON.stringify(everything)).toContain(DAAN);
    expect(JSON.stringify(everything)).not.toContain('BADGE-4711');
  });

  it('takes badges of a worker back at the office alone, after which they register nobody', async () => {
    const badge = 'BADGE-4711-ÉÉN';
    expect(await bench.must('point.takeBackBadges', { number: '01020399745' })).toEqual({
      outcome: 'numberWrong',
      badges: 0,
    });
    const takeBack = () => bench.must('point.takeBackBadges', { number: '01.02.03-997.44' });
    expect(await takeBack()).toEqual({ outcome: 'takenBack', badges: 1 });
    expect(await takeBack()).toEqual({ outcome: 'none', badges: 0 });
    expect(await bench.press(badge, 'IN', 'scanned')).toEqual({ kind: 'unknownBadge' });
  });

  it('whose number was replaced goes on under the new one', async () => {
    const [current, badge] = ['90431599765', 'BADGE-0815'];
    await bench.press(OLD_NUMBER_OF_JEF, 'IN');
    expect(await bench.mustPage('point.enrol', { badge, number: OLD_NUMBER_OF_JEF })).toEqual({
      outcome: 'enrolled',
    });
    const db = bench.app.session()?.db;
    await expect
      .poll(
        () => db?.prepare('SELECT current_insz FROM presence WHERE insz = ?').pluck().get(OLD_NUMBER_OF_JEF),
        {
          timeout: 20_000,
        },
      )
      .toBe(current);
    expect(await bench.press(OLD_NUMBER_OF_JEF, 'OUT')).toMatchObject({ kind: 'registered', type: 'OUT' });
    expect((await bench.onRecord()).at(-1)).toMatchObject({ insz: current, type: 'OUT' });
    // The badge was enrolled under the old one.
    expect(await bench.press(badge, 'IN', 'scanned')).toMatchObject({ kind: 'registered', type: 'IN' });
    expect((await bench.onRecord()).at(-1)).toMatchObject({ insz: current, type: 'IN' });
    expect(await bench.must('point.takeBackBadges', { number: OLD_NUMBER_OF_JEF })).toMatchObject({
      badges: 1,
    });
  });

  it('whom no line of the register allows is not registered, where that is set', async () => {
    const before = await bench.onRecord();
    await bench.must('register.setAllowing', { mode: 'stop' });
    // Somebody whom nobody here inserted.
    const refused = await bench.press('90021599868', 'IN');
    await bench.must('register.setAllowing', { mode: 'warning' });
    expect(refused).toEqual({ kind: 'refused', code: 'notAllowed' });
    expect(await bench.onRecord()).toEqual(before);
  });

  it('stands in the history without a number in its title, and as done by nobody in the office', async () => {
    const { rows } = await bench.must('history.search', { text: '' } as never);
    const own = rows.filter(({ kind }) => kind === 'presence.registered');
    expect(own).toHaveLength(7);
    expect(own.map(({ summary }) => summary).join()).not.toMatch(/\d{5}/);
    expect(new Set(own.map(({ actor }) => `${actor.kind}:${actor.name}`))).toEqual(new Set(['app:']));
  });
});

describe('a window meanwhile', () => {
  it('may not look at presences, workers, the history or work under way', async () => {
    const codes = await Promise.all([
      bench.page('presence.list', { from: today(), to: today() }),
      bench.page('history.search', {} as never),
      bench.page('practice.setFaults', { faults: [] }),
      bench.page('job.list', {}),
    ]);
    expect(codes.map((answer) => (answer.ok ? 'answered' : answer.failure.code))).toEqual(
      codes.map(() => 'pointOn'),
    );
  });

  it('may neither stop nor feed it, and learns nothing of the office at its start', async () => {
    expect(await bench.page('point.stop', {})).toMatchObject({ failure: { code: 'pointOn' } });
    const state = await bench.mustPage('app.state', {});
    expect(state).toMatchObject({ personName: '', employerId: null, counts: { employers: 0, workers: 0 } });
    expect(state.environments).toHaveLength(1);
  });

  it('hears nothing but the point', async () => {
    heard.length = 0;
    await bench.press('01010199768', 'IN');
    await bench.mustPage('point.check', {});
    expect(heard.filter((name) => !name.startsWith('point.'))).toEqual([]);
  });
});

describe('leaving', () => {
  it('asks for the PIN, with waits that grow', async () => {
    // At once, so that the second comes within the wait however slow the machine is.
    const [wrong, tooSoon] = await Promise.all([
      bench.page('point.leave', { pin: '000000' }),
      bench.page('point.leave', { pin: PIN }),
    ]);
    expect(wrong).toMatchObject({ failure: { code: 'pinWrong' } });
    expect(tooSoon).toMatchObject({ failure: { code: 'pinLater', details: { seconds: 1 } } });
    expect((await bench.mustPage('point.state', {})).on).toBe(true);
    await expect
      .poll(async () => (await bench.page('point.leave', { pin: PIN })).ok, {
        timeout: 10_000,
        interval: 300,
      })
      .toBe(true);
    expect((await bench.mustPage('point.state', {})).on).toBe(false);
    expect((await bench.page('job.list', {})).ok).toBe(true);
  });

  it('goes without the PIN from the command line of the account, and is told in the history', async () => {
    await bench.start();
    expect((await bench.call('point.stop', {})).ok).toBe(true);
    expect((await bench.call('point.stop', {})).ok).toBe(false);
    const { rows } = await bench.must('history.search', { text: '' } as never);
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['point.started', 'point.ended', 'point.stopped']));
  });
});
