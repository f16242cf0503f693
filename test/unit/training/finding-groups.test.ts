// Equal findings of many trainings as groups.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../preload/contract/finding.ts';
import { groupFindings } from '../../../preload/rules/training/finding-groups.ts';

const finding = (rule: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  rule,
  severity,
  field: null,
  ...more,
});

describe('groupFindings', () => {
  it('counts trainings, not findings, and stands the gravest first, then the most frequent', () => {
    const title = finding('TRN-TITLE-MISSING', 'blocking', { field: 'title' });
    const late = finding('F0016-364', 'warning');
    const long = finding('TRN-DURATION', 'blocking', { field: 'durationMinutes' });
    const groups = groupFindings([[title, late, late], [late], [late, long], [long, title], [title], []]);
    expect(groups.map(({ rule, count }) => [rule, count])).toEqual([
      ['TRN-TITLE-MISSING', 3],
      ['TRN-DURATION', 2],
      ['F0016-364', 3],
    ]);
  });

  it('keeps the facts that are the same in all of them, and only those', () => {
    const one = finding('F0010-021', 'blocking', { field: 'startDate', params: { year: 2025, day: 'a' } });
    const other = { ...one, params: { year: 2025, day: 'b' } };
    expect(groupFindings([[one], [other]])).toEqual([
      { rule: 'F0010-021', severity: 'blocking', field: 'startDate', count: 2, params: { year: 2025 } },
    ]);
    const none = { ...one, params: { year: 2024, day: 'c' } };
    expect(groupFindings([[one], [none]])[0]?.params).toBeUndefined();
  });

  it('knows the field of a rule also where the service’s answer names none', () => {
    const said = finding('F0010-014', 'blocking');
    const ours = finding('F0010-014', 'blocking', { field: 'endDate' });
    expect(groupFindings([[said], [ours]])[0]?.field).toBe('endDate');
    expect(groupFindings([])).toEqual([]);
  });
});
