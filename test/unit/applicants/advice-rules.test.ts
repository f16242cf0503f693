// Lines of advice change with the day, each has its sentences and its source; and how long an answer is kept.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adviceRules } from '../../../main/applicants/advice-rules.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { type AdviceRule, adviceOn } from '../../../preload/rules/applicants/advice.ts';
import { type KeptFacts, keptUntil, usualKeepDays } from '../../../preload/rules/applicants/keep-until.ts';
import { quotaOfYear } from '../../../preload/rules/applicants/student-quota.ts';

const rules = adviceRules('resources');
const both: AdviceRule['dataSet'][] = ['flexiJobEligibility', 'studentWorkHours'];
const idsOn = (day: string, dataSets = both): string[] => adviceOn(rules, dataSets, day).map(({ id }) => id);

describe('advice', () => {
  it('opens all sectors on 1 April 2026, and not a day before', () => {
    expect(idsOn('2026-03-31')).toContain('FLX-SECTOR-LIST');
    expect(idsOn('2026-03-31')).not.toContain('FLX-SECTOR-OPEN');
    expect(idsOn('2026-04-01')).toContain('FLX-SECTOR-OPEN');
    expect(idsOn('2026-04-01')).not.toContain('FLX-SECTOR-LIST');
  });

  it.each([
    ['2022-12-31', 475],
    ['2023-01-01', 600],
    ['2024-12-31', 600],
    ['2025-01-01', 650],
    ['2030-01-01', 650],
  ])('on %s counts %i student hours, in the list as where an answer lacks the quota', (day, quota) => {
    expect(idsOn(day).filter((id) => id.startsWith('STU-QUOTA-'))).toEqual([`STU-QUOTA-${quota}`]);
    expect(quotaOfYear(Number(day.slice(0, 4)))).toBe(quota);
  });

  it('is of the data that were asked for only, before and after the contract', () => {
    const student = adviceOn(rules, ['studentWorkHours'], '2025-03-01');
    expect(new Set(student.map(({ dataSet }) => dataSet))).toEqual(new Set(['studentWorkHours']));
    expect(new Set(student.map(({ when }) => when))).toEqual(new Set(['before', 'after']));
    expect(student.map(({ id }) => id)).toContain('DIM-STU');
    expect(idsOn('2025-03-01', ['flexiJobEligibility'])).toContain('DIM-FLX');
    expect(adviceOn(rules, both, '2025-03-01').length).toBeLessThanOrEqual(40);
  });

  it('has each line once, with a source', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter(({ source }) => source.length < 5)).toEqual([]);
  });

  it.each(createTexts().languages)('says what and why of each line in %s, and of no other', (language) => {
    const texts = JSON.parse(readFileSync(`resources/locales/${language}/applicant-advice.json`, 'utf8'));
    expect(Object.keys(texts.lines).sort()).toEqual(rules.map(({ id }) => id).sort());
  });
});

describe('an answer is kept', () => {
  const facts: KeptFacts = {
    endedOn: null,
    endedBy: 'accessEnded',
    openUntil: '2025-05-31',
    readOn: '2025-03-01',
  };

  it('until its access ends, as long as that comes first', () => {
    expect(keptUntil({ ...facts, openUntil: '2025-03-31' }, usualKeepDays)).toEqual({
      day: '2025-03-31',
      reason: 'accessEnded',
    });
    expect(keptUntil({ ...facts, readOn: null }, 0)).toEqual({ day: '2025-05-31', reason: 'accessEnded' });
  });

  it('for the days that the office chose after the last reading, over the end of winter time too', () => {
    expect(keptUntil(facts, 30)).toEqual({ day: '2025-03-31', reason: 'keepDays' });
    expect(keptUntil(facts, 0)).toEqual({ day: '2025-03-01', reason: 'keepDays' });
    expect(keptUntil({ ...facts, readOn: '2025-10-25', openUntil: '2025-12-24' }, 2)?.day).toBe('2025-10-27');
  });

  it('never longer than the day on which it was ended', () => {
    const ended: KeptFacts = { ...facts, endedOn: '2025-03-04', endedBy: 'revoked', openUntil: null };
    expect(keptUntil(ended, 90)).toEqual({ day: '2025-03-04', reason: 'revoked' });
  });

  it('without an end that is known, for the days after the reading; unread, as long as nothing is known', () => {
    expect(keptUntil({ ...facts, openUntil: null }, 10)).toEqual({ day: '2025-03-11', reason: 'keepDays' });
    expect(keptUntil({ ...facts, openUntil: null, readOn: null }, 10)).toBeNull();
  });
});
