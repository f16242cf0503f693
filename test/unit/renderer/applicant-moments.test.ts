// How the desk of an applicant writes a day: with its year only where that is not the present one, in Belgium.
import { expect, it } from 'vitest';
import { styleIn } from '../../../renderer/features/applicants/desk/moments.ts';

it('a day has its year where that is not the present one', () => {
  const now = '2025-12-31T12:00:00.000Z';
  expect(styleIn('2025-01-01', now)).toBe('dayMonth');
  expect(styleIn('2026-01-31', now)).toBe('long');
  expect(styleIn('2024-12-30', now)).toBe('long');
});

it('the present year begins at midnight in Belgium', () => {
  expect(styleIn('2026-01-31', '2025-12-31T23:30:00.000Z')).toBe('dayMonth');
});
