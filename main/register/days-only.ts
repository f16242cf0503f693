// The days of lines, without how they were checked, and what is left of them without others.
import { type Period, removePeriod } from '../../preload/rules/register/periods.ts';

export const daysOnly = (lines: readonly Period[]): Period[] =>
  lines.map(({ begin, end }) => ({ begin, end }));

export const withoutPeriods = (periods: readonly Period[], taken: readonly Period[]): Period[] =>
  taken.reduce<Period[]>((left, one) => removePeriod(left, one).periods, [...periods]);
