// What is typed for the training account: read as people write it, and what cannot be read is told at its field.
import { describe, expect, it } from 'vitest';
import {
  readEmployer,
  readHundredths,
  readWorker,
} from '../../../renderer/features/training/account-form.ts';

const typed = {
  carried: '0',
  regimeQ: '',
  regimeS: '',
  committee: '',
  budgetInitial: '',
  budgetRemaining: '',
  budgetLastDay: '',
};
const problems = (change: Partial<typeof typed>) =>
  readWorker({ ...typed, ...change }).problems.map(({ name, key }) => `${name} ${key}`);

describe('of a worker', () => {
  it('reads days and hours with a comma or a point', () => {
    const { input } = readWorker({ ...typed, carried: '1,5', regimeQ: '24.75', regimeS: '38' });
    expect(input).toMatchObject({
      carriedOverHundredths: 150,
      regime: { qHundredths: 2_475, sHundredths: 3_800 },
      budget: null,
    });
  });

  it.each([
    [{ carried: '101' }, 'carried days'],
    [{ carried: '-1' }, 'carried days'],
    [{ regimeQ: '24' }, 'regimeS bothHours'],
    [{ regimeS: '38' }, 'regimeQ bothHours'],
    [{ regimeQ: '0', regimeS: '38' }, 'regimeQ hours'],
    [{ regimeQ: '39', regimeS: '38' }, 'regimeQ TAC-REGIME'],
    [{ committee: '12' }, 'committee committee'],
    [{ budgetInitial: '100' }, 'budgetRemaining bothAmounts'],
    [{ budgetInitial: '100', budgetRemaining: '100,01' }, 'budgetRemaining TAC-BUDGET'],
    [{ budgetInitial: '1e3', budgetRemaining: '1' }, 'budgetInitial money'],
    [{ budgetLastDay: '31/12/2026' }, 'budgetLastDay lastDayAlone'],
    [{ budgetInitial: '1', budgetRemaining: '1', budgetLastDay: '31/2/2026' }, 'budgetLastDay lastDay'],
  ] as [Partial<typeof typed>, string][])('%o is told', (change, expected) => {
    expect(problems(change)).toContain(expected);
  });

  it('leaves no day of a budget behind', () => {
    const { input } = readWorker({
      ...typed,
      budgetInitial: '1.800',
      budgetRemaining: '1200,50',
      budgetLastDay: '31/3/2026',
    });
    expect(input.budget).toEqual({ initialCents: 180_000, remainingCents: 120_050, lastDay: '2026-03-31' });
  });
});

describe('of an employer', () => {
  const given = {
    size: 'from20',
    week: '38:00',
    committee: '140.03',
    agreement: ' 1/CO ',
    sectorDays: '',
  } as const;

  it('follows the law where no days are typed', () => {
    expect(readEmployer(given)).toMatchObject({
      problems: [],
      input: { fullTimeWeeklyMinutes: 2_280, agreementNumber: '1/CO', sectorDaysHundredths: null },
    });
  });

  it('refuses a week of nine hours and a wrong number of a committee', () => {
    const wrong = readEmployer({ ...given, week: '9:59', committee: '140.3', sectorDays: '21' });
    expect(wrong.problems.map(({ name }) => name)).toEqual(['week', 'committee', 'sectorDays']);
  });

  it('does not take for a number what is none', () => {
    expect(readHundredths('3 days', 2_000)).toBeUndefined();
    expect(readHundredths('1,234', 2_000)).toBeUndefined();
    expect(readHundredths(' ', 2_000)).toBeNull();
  });
});
