// Deadlines of clients: every rule at its first and last day, in three time zones, and what ends them all.
import { afterEach, describe, expect, it } from 'vitest';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { clientDeadlines, type DeadlineFacts, factPeriods } from '../../../main/services/client-deadlines.ts';
import { addDays, quarterBefore, quarterDueOn, quarterOf } from '../../../main/services/quarter-due.ts';
import { readServiceCalendar } from '../../../main/services/service-calendar.ts';
import { linesOf } from '../../../main/today/deadline-lines.ts';

const calendar = readServiceCalendar(resourcesDir());
const berk = { id: 'berk', name: 'Schoonmaak De Berk' };
const nothing: DeadlineFacts = { employers: [berk], months: [], hires: [] };
const on = (day: string, facts: Partial<DeadlineFacts> = {}) =>
  clientDeadlines(calendar, { ...nothing, ...facts }, day);
const shown = (day: string, facts: Partial<DeadlineFacts> = {}) =>
  on(day, facts).map(({ rule, date, standing, open }) => `${rule} ${date} ${standing} ${open ?? '-'}`);
const month = (name: string, open: number) => ({ employerId: 'berk', month: name, open });
const hire = (startDate: string, open: number) => ({ employerId: 'berk', startDate, workers: 1, open });

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.each(['Europe/Brussels', 'Pacific/Kiritimati', 'America/Los_Angeles'])('in %s', (tz) => {
  const inZone = <T>(act: () => T): T => {
    process.env['TZ'] = tz;
    return act();
  };

  it.each([
    ['2025-01-01', '2025-01-01', '2025-03-31', '2025-04-30'],
    ['2025-03-31', '2025-01-01', '2025-03-31', '2025-04-30'],
    ['2025-04-01', '2025-04-01', '2025-06-30', '2025-07-31'],
    ['2024-02-29', '2024-01-01', '2024-03-31', '2024-04-30'],
    ['2025-12-31', '2025-10-01', '2025-12-31', '2026-01-31'],
  ])('the quarter of %s is due at the end of the month after it', (day, from, to, deadline) => {
    inZone(() => {
      expect(quarterOf(day)).toEqual({ from, to, deadline });
      expect(quarterBefore(addDays(to, 1))).toEqual({ from, to, deadline });
    });
  });

  it('the quarter before stays due in its last month, to the last day', () => {
    inZone(() => {
      expect(quarterDueOn('2025-04-30').deadline).toBe('2025-04-30');
      expect(quarterDueOn('2025-05-01').deadline).toBe('2025-07-31');
    });
  });

  it('counts days over the change of the clocks and over a leap day', () => {
    inZone(() => {
      expect(addDays('2025-03-29', 2)).toBe('2025-03-31');
      expect(addDays('2025-10-25', 2)).toBe('2025-10-27');
      expect(addDays('2024-01-01', 60)).toBe('2024-03-01');
      expect(addDays('2025-01-01', 60)).toBe('2025-03-02');
    });
  });

  it('says the same deadlines', () => {
    inZone(() => {
      expect(shown('2025-05-01', { months: [month('2025-02', 3)], hires: [hire('2025-04-15', 1)] })).toEqual([
        'quarter 2025-04-30 passed 3',
        'newHire 2025-06-14 later 1',
        'quarter 2025-07-31 done 0',
      ]);
    });
  });
});

describe('the quarter of a client', () => {
  it('is near on its last day, and passed the day after, while something is open', () => {
    const facts = { months: [month('2025-03', 2)] };
    expect(shown('2025-03-30', facts)).toContain('quarter 2025-04-30 near 2');
    expect(shown('2025-03-29', facts)).toContain('quarter 2025-04-30 later 2');
    expect(shown('2025-04-30', facts)).toContain('quarter 2025-04-30 near 2');
    expect(shown('2025-05-01', facts)).toContain('quarter 2025-04-30 passed 2');
  });

  it('is silent once it passed with all accepted', () => {
    expect(shown('2025-05-01')).toEqual(['quarter 2025-07-31 done 0']);
  });

  it('takes in each month of the quarter and no other', () => {
    const months = ['2024-12', '2025-01', '2025-02', '2025-03', '2025-04'].map((name) => month(name, 1));
    expect(shown('2025-03-15', { months })).toContain('quarter 2025-04-30 later 3');
  });

  it('keeps the first filings of all to the day to which they were put off', () => {
    const facts = { months: [month('2024-05', 1), month('2024-11', 1)] };
    expect(shown('2025-04-01', facts)).toEqual(expect.arrayContaining(['quarter 2025-04-01 near 1']));
    expect(
      on('2025-04-01', facts).filter(({ date, open }) => date === '2025-04-01' && open === 1),
    ).toHaveLength(2);
    expect(on('2025-04-02', facts).filter(({ standing }) => standing === 'passed')).toHaveLength(2);
  });

  it('has an id of its own for each quarter', () => {
    const rows = on('2025-04-02', { months: [month('2024-05', 1), month('2024-11', 1)] });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('gives none where the service takes nothing any more on its last day', () => {
    // The fourth quarter of 2025 would be due on 31 January 2026.
    expect(shown('2025-12-31', { months: [month('2025-11', 4)] })).toEqual([]);
    expect(shown('2025-10-31', { months: [month('2025-08', 4)] })).toContain('quarter 2025-10-31 near 4');
  });
});

describe('a new worker', () => {
  it.each([
    ['2025-05-29', 'later'],
    ['2025-05-30', 'near'],
    ['2025-06-30', 'near'],
    ['2025-07-01', 'passed'],
    ['2025-09-30', 'passed'],
  ])('hired on 1 May is due on 30 June: on %s %s', (day, standing) => {
    expect(on(day, { hires: [hire('2025-05-01', 1)] }).find(({ rule }) => rule === 'newHire')).toMatchObject({
      date: '2025-06-30',
      standing,
    });
  });

  it('is no longer told after three months, nor once something was accepted and the day is past', () => {
    expect(shown('2025-10-01', { hires: [hire('2025-05-01', 1)] }).join()).not.toContain('newHire');
    expect(shown('2025-07-01', { hires: [hire('2025-05-01', 0)] }).join()).not.toContain('newHire');
    expect(shown('2025-06-30', { hires: [hire('2025-05-01', 0)] })).toContain('newHire 2025-06-30 done 0');
  });
});

describe('the start of the year', () => {
  it('gives thirty days, 1 January the first of them, and then speaks of the next year', () => {
    expect(shown('2025-01-01')).toContain('verification 2025-01-30 near -');
    expect(shown('2025-01-30')).toContain('verification 2025-01-30 near -');
    // 30 January 2026 lies after the end of filing.
    expect(shown('2025-01-31').join()).not.toContain('verification');
    expect(shown('2024-12-01')).toContain('verification 2025-01-30 later -');
  });
});

describe('the end of consultation', () => {
  it.each([
    ['2025-12-31', ['quarter 2025-04-30 passed 9']],
    ['2026-01-01', ['consultationEnds 2026-12-31 later -']],
    ['2026-11-29', ['consultationEnds 2026-12-31 later -']],
    ['2026-11-30', ['consultationEnds 2026-12-31 near -']],
    ['2026-12-31', ['consultationEnds 2026-12-31 near -']],
    ['2027-01-01', []],
  ])('on %s gives %j, with something left open', (day, expected) => {
    expect(shown(day, { months: [month('2025-02', 9)], hires: [hire(addDays(day, -10), 1)] })).toEqual(
      expected,
    );
  });
});

describe('the list', () => {
  it('stands by day, then by name, and holds no client twice for the same', () => {
    const employers = [berk, { id: 'aster', name: 'Aster' }];
    const rows = on('2026-12-01', { employers });
    expect(rows.map(({ employerName }) => employerName)).toEqual(['Aster', 'Schoonmaak De Berk']);
  });

  it('asks for facts that reach as far as its rules', () => {
    const { trainings, hires } = factPeriods('2025-06-12');
    expect(trainings[1]).toBe('2025-06-30');
    expect(trainings[0] < '2024-01-01').toBe(true);
    expect([hires[0] < '2025-01-01', hires[1]]).toEqual([true, '2025-06-12']);
  });
});

describe('Today', () => {
  it('has one line for all that passed, and one for each rule that is near', () => {
    const employers = [berk, { id: 'aster', name: 'Aster' }];
    const facts = {
      employers,
      months: [month('2025-02', 2), { ...month('2025-02', 1), employerId: 'aster' }],
    };
    const lines = linesOf(on('2025-05-01', { ...facts, hires: [hire('2025-03-05', 1)] }));
    expect(
      lines.map(({ key, params }) => [key, params['count'] ?? params['date'], params['clients']]),
    ).toEqual([
      ['deadlinePassed', 2, 2],
      ['deadlineNear', '2025-05-04', 1],
    ]);
    expect(lines.at(-1)).toMatchObject({ when: 'thisWeek', tone: 'warn' });
    expect(linesOf(on('2025-05-01'))).toEqual([]);
  });
});
