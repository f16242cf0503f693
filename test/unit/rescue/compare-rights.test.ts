// Right and credit as the service says them beside the register's computation: equal, differing, and why.
import { expect, it } from 'vitest';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import type { Answer } from '../../../main/rescue/answer-store.ts';
import { compareRights, type OwnRights } from '../../../main/rescue/compare-rights.ts';
import { type SaidRights, saidRights } from '../../../main/rescue/said-rights.ts';
import { trainingParameters } from '../../../main/training/training-parameters.ts';
import { type BalanceFacts, computeBalance } from '../../../preload/rules/training/balance.ts';
import { emptyTraining } from '../../../preload/rules/training/facts.ts';

const facts = (more: Partial<BalanceFacts> = {}): BalanceFacts => ({
  year: 2025,
  size: 'from20',
  sectorDaysHundredths: null,
  employmentHundredths: 100,
  employment: { startDate: '2020-01-01', endDate: null },
  fullTimeWeeklyMinutes: 2_280,
  carriedOverHundredths: 0,
  parameters: trainingParameters(resourcesDir()),
  ...more,
});
const own = (more: Partial<BalanceFacts> = {}, minutes = 0): OwnRights => ({
  balance: computeBalance(
    facts(more),
    minutes === 0
      ? []
      : [{ ...emptyTraining, status: 'completed', startDate: '2025-02-03', durationMinutes: minutes }],
  ),
  partOfFullTime: more.employmentHundredths ?? 100,
});
const answer = (part: Answer['part'], body: object): Answer => ({
  part,
  source: 'api',
  readAt: '2026-11-29T08:00:00.000Z',
  body: JSON.stringify(body),
  hash: '',
});
const credit = (initial: number, followed = 0, hoursPerDay = 7.6): Answer =>
  answer('credit', {
    unit: 'day',
    initial,
    followed,
    planned: 0,
    remaining: initial - followed,
    hoursPerDay,
  });
const rights = (more: object = {}): Answer =>
  answer('rights', {
    trainingRights: {
      individualRight: { days: 5, source: 'law' },
      jointCommitteeNumber: '121.00',
      workRegime: { q: 38, s: 38 },
      employmentFraction: 1,
      automaticCalculation: true,
      ...more,
    },
  });
const said = (right: Answer | null, one: Answer | null): SaidRights => {
  const read = saidRights(right, one);
  if (read === null) throw new Error('nothing said');
  return read;
};
const differing = (lines: ReturnType<typeof compareRights>): string[] =>
  lines.flatMap((line) =>
    line.differs ? [`${line.measure} ${line.there}/${line.here} ${line.reasons.join('+')}`] : [],
  );

it('finds nothing to tell where both sides say the same', () => {
  const lines = compareRights(said(rights(), credit(5, 1)), own({}, 456), false);
  expect(differing(lines)).toEqual([]);
  expect(lines.map(({ measure }) => measure)).toEqual([
    'right',
    'partOfFullTime',
    'carriedOver',
    'initial',
    'followed',
    'planned',
    'remaining',
    'dayLength',
  ]);
});

it('compares what the service said alone: without a filed right there is only the credit', () => {
  const lines = compareRights(said(null, credit(5)), own(), false);
  expect(lines.map(({ measure }) => measure)).toEqual([
    'initial',
    'followed',
    'planned',
    'remaining',
    'dayLength',
  ]);
});

it('says why: months and days, the sector, what was carried over, part of full time, other trainings', () => {
  expect(
    differing(
      compareRights(
        said(rights(), credit(3.33)),
        own({ employment: { startDate: '2025-05-05', endDate: null } }),
        false,
      ),
    ),
  ).toEqual(['initial 333/330 byMonths', 'remaining 333/330 follows']);
  const sector = rights({ individualRight: { days: 3, source: 'sectorCba' } });
  expect(differing(compareRights(said(sector, credit(3)), own(), false))).toEqual([
    'right 300/500 agreement',
    'initial 300/500 right',
    'remaining 300/500 follows',
  ]);
  expect(differing(compareRights(said(rights({ carriedOverDays: 1 }), credit(6)), own(), false))).toEqual([
    'carriedOver 100/0 carriedOver',
    'initial 600/500 carriedOver',
    'remaining 600/500 follows',
  ]);
  expect(
    differing(
      compareRights(
        said(rights({ employmentFraction: 0.5 }), credit(2.5)),
        own({ employmentHundredths: 80 }),
        false,
      ),
    ),
  ).toEqual([
    'partOfFullTime 50/80 partOfFullTime',
    'initial 250/400 partOfFullTime',
    'remaining 250/400 follows',
  ]);
  expect(differing(compareRights(said(null, credit(5, 2)), own({}, 456), true))).toEqual([
    'followed 200/100 trainings',
    'remaining 300/400 follows',
  ]);
  expect(
    differing(compareRights(said(null, credit(5)), own({ size: 'unknown', year: 2023 }), false))[0],
  ).toBe('initial 500/400 sizeUnknown');
});

it('calls a difference of the last digit rounding', () => {
  expect(differing(compareRights(said(null, credit(5, 1.01)), own({}, 456), false))).toEqual([
    'followed 101/100 rounding',
    'remaining 399/400 rounding',
  ]);
});

it('takes the right as it was filed where the service does not compute it', () => {
  const filed = rights({ individualRight: { days: 4, source: 'employer' }, automaticCalculation: false });
  expect(differing(compareRights(said(filed, credit(4)), own({ employmentHundredths: 80 }), false))).toEqual([
    'partOfFullTime 100/80 partOfFullTime',
  ]);
});

it('compares nothing for a worker whom the register does not know, and reads nothing into a damaged answer', () => {
  const lines = compareRights(said(rights(), credit(5)), null, false);
  expect(lines.every(({ here, differs }) => here === null && !differs)).toBe(true);
  expect(saidRights(null, { ...credit(5), body: '{"initial":' })).toBeNull();
  expect(saidRights(null, answer('credit', { initial: 'five' }))?.initial).toBeNull();
});
