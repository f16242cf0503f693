// The days of lines, without how they were checked.
import type { Period } from '../../preload/rules/register/periods.ts';

export const daysOnly = (lines: readonly Period[]): Period[] =>
  lines.map(({ begin, end }) => ({ begin, end }));
