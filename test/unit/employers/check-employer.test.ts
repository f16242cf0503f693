// The rules on an employer, the same for form and command line.
import { describe, expect, it } from 'vitest';
import { checkEmployer, type EmployerDraft } from '../../../preload/rules/employers/check-employer.ts';

const berk: EmployerDraft = { name: 'Schoonmaak De Berk', enterpriseNumber: 'BE 0999.999.130' };
const rulesOf = (change: Partial<EmployerDraft>) =>
  checkEmployer({ ...berk, ...change }).map(({ rule }) => rule);

describe('checkEmployer', () => {
  it('finds nothing wrong with a complete employer', () => {
    expect(
      rulesOf({ nssoNumber: '199999061', fullTimeWeeklyMinutes: 2_280, sectorDaysHundredths: null }),
    ).toEqual([]);
  });

  it.each<[string, Partial<EmployerDraft>]>([
    ['EMP-NAME-MISSING', { name: ' ' }],
    ['EMP-NAME-LONG', { name: 'x'.repeat(201) }],
    ['EMP-NUMBER-MISSING', { enterpriseNumber: '' }],
    ['EMP-NUMBER-INVALID', { enterpriseNumber: '0123456789' }],
    ['EMP-NSSO-INVALID', { nssoNumber: '199999062' }],
    ['EMP-WEEK-RANGE', { fullTimeWeeklyMinutes: 599 }],
    ['EMP-SECTOR-RANGE', { sectorDaysHundredths: 2_001 }],
  ])('blocks with %s', (rule, change) => {
    expect(rulesOf(change)).toEqual([rule]);
  });
});
