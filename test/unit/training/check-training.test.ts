// The rules on one training, a case for each; and that whatever is typed gives findings and no exception.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingParameters } from '../../../main/training/training-parameters.ts';
import { findingSchema } from '../../../preload/contract/finding.ts';
import { type TrainingFields, trainingFieldsSchema } from '../../../preload/contract/training.ts';
import {
  blocks,
  checkForRegister,
  checkTraining,
  needsFixing,
} from '../../../preload/rules/training/check-training.ts';
import { emptyTraining, type TrainingFacts } from '../../../preload/rules/training/facts.ts';
import { anyFields } from './any-fields.ts';

const parameters = trainingParameters('resources');
const facts: TrainingFacts = {
  today: '2025-03-01',
  year: 2025,
  employment: { startDate: '2024-06-01', endDate: null },
  parameters,
};
const sound: TrainingFields = {
  ...emptyTraining,
  title: 'Veilig tillen',
  startDate: '2025-02-03',
  endDate: '2025-02-04',
  durationMinutes: 456,
};
const rulesOf = (change: Partial<TrainingFields>, other: Partial<TrainingFacts> = {}) =>
  checkTraining({ ...sound, ...change }, { ...facts, ...other }).map(({ rule, severity, field }) => [
    rule,
    severity,
    field,
  ]);

describe('a training', () => {
  it('that is sound has no finding', () => {
    expect(rulesOf({})).toEqual([]);
  });

  const cases: [
    string,
    Partial<TrainingFields>,
    Partial<TrainingFacts>,
    [string, string, string | null][],
  ][] = [
    ['without a title', { title: '  ' }, {}, [['TRN-TITLE-MISSING', 'blocking', 'title']]],
    [
      'with a title that is too long',
      { title: 'x'.repeat(256) },
      {},
      [['TRN-TITLE-LONG', 'blocking', 'title']],
    ],
    [
      'with a description that is too long',
      { description: 'x'.repeat(2_001) },
      {},
      [['TRN-DESCRIPTION-LONG', 'blocking', 'description']],
    ],
    [
      'with a sector code that is too long',
      { sectorTrainingCode: 'x'.repeat(21) },
      {},
      [['TRN-SECTOR-CODE-LONG', 'blocking', 'sectorTrainingCode']],
    ],
    ['without a start', { startDate: null }, {}, [['TRN-START-MISSING', 'blocking', 'startDate']]],
    ['without an end', { endDate: null }, {}, [['TRN-END-MISSING', 'blocking', 'endDate']]],
    ['that ends before it starts', { endDate: '2025-02-02' }, {}, [['F0010-014', 'blocking', 'endDate']]],
    [
      'that starts in another year',
      { startDate: '2024-12-31' },
      {},
      [['F0010-021', 'blocking', 'startDate']],
    ],
    [
      'that ends in the next year',
      { status: 'reserved', startDate: '2025-12-30', endDate: '2026-01-02' },
      {},
      [],
    ],
    [
      'completed without a duration',
      { durationMinutes: null },
      {},
      [['TRN-DURATION-MISSING', 'blocking', 'durationMinutes']],
    ],
    [
      'planned without a duration',
      { status: 'reserved', endDate: '2025-03-02', durationMinutes: null },
      {},
      [['TRN-DURATION-MISSING', 'notice', 'durationMinutes']],
    ],
    ['completed in no time', { durationMinutes: 0 }, {}, [['F0011-008', 'blocking', 'durationMinutes']]],
    ['not attended, in no time', { status: 'notAttended', durationMinutes: 0 }, {}, []],
    [
      'of more than is possible',
      { durationMinutes: 120_060 },
      {},
      [['F0011-008', 'blocking', 'durationMinutes']],
    ],
    [
      'of more than twelve hours a day',
      { durationMinutes: 1_441 },
      {},
      [['TRN-DURATION-IMPLAUSIBLE', 'warning', 'durationMinutes']],
    ],
    [
      'with more off the right than it lasts',
      { deductedMinutes: 457 },
      {},
      [['TRN-DEDUCTED-LONG', 'blocking', 'deductedMinutes']],
    ],
    [
      'that does not count, with a part that does',
      { countsForTrainingRight: false, deductedMinutes: 1 },
      {},
      [['TRN-DEDUCTED-UNUSED', 'warning', 'deductedMinutes']],
    ],
    [
      'on training leave that counts',
      { leaveScheme: 'vov' },
      {},
      [['F0014-362', 'blocking', 'countsForTrainingRight']],
    ],
    ['on training leave that does not count', { leaveScheme: 'bev', countsForTrainingRight: false }, {}, []],
    [
      'with a date for a certificate that was not obtained',
      { certificateValidUntil: '2026-01-01' },
      {},
      [['TRN-CERTIFICATE-NOT-OBTAINED', 'blocking', 'certificateObtained']],
    ],
    [
      'with a certificate before it is completed',
      { status: 'unsuitable', certificateObtained: true },
      {},
      [['TRN-CERTIFICATE-EARLY', 'warning', 'certificateObtained']],
    ],
    [
      'whose certificate ends before it does',
      { certificateObtained: true, certificateValidUntil: '2025-02-03' },
      {},
      [['F0015-363', 'warning', 'certificateValidUntil']],
    ],
    [
      'whose provider has a wrong number',
      { providerKind: 'external', providerEnterpriseNumber: '0999.999.131' },
      {},
      [['TRN-PROVIDER-NUMBER', 'blocking', 'providerEnterpriseNumber']],
    ],
    [
      'whose provider number lacks its zero',
      { providerKind: 'external', providerEnterpriseNumber: '999999130' },
      {},
      [],
    ],
    [
      'whose provider is of no kind',
      { providerName: 'Cevora' },
      {},
      [['TRN-PROVIDER-KIND', 'blocking', 'providerKind']],
    ],
    [
      'with a cost that nobody pays',
      { costCents: 0 },
      {},
      [['TRN-FINANCING-MISSING', 'blocking', 'financedBy']],
    ],
    [
      'that somebody pays, without a cost',
      { financedBy: 'sectorFund' },
      {},
      [['TRN-COST-MISSING', 'warning', 'costCents']],
    ],
    ['planned in the past', { status: 'reserved' }, {}, [['TRN-PLANNED-PAST', 'warning', 'status']]],
    [
      'completed in the future',
      { endDate: '2025-03-02' },
      {},
      [['TRN-COMPLETED-FUTURE', 'warning', 'status']],
    ],
    ['filed on the last day of the month after the quarter', {}, { today: '2025-04-30' }, []],
    ['filed a day later', {}, { today: '2025-05-01' }, [['F0016-364', 'warning', 'endDate']]],
    [
      'once registration is closed',
      {},
      { today: '2026-01-01' },
      [
        ['F0099-999', 'blocking', null],
        ['F0016-364', 'warning', 'endDate'],
      ],
    ],
    [
      'of a year before the right existed',
      { startDate: '2022-02-03', endDate: '2022-02-03' },
      { year: 2022, employment: null },
      [
        ['TRN-YEAR-RANGE', 'blocking', null],
        ['F0016-364', 'warning', 'endDate'],
      ],
    ],
    [
      'of a worker who left before the year',
      {},
      { employment: { startDate: '2020-01-01', endDate: '2024-12-31' } },
      [['F0004-051', 'blocking', null]],
    ],
    [
      'of a worker who came after the year',
      {},
      { employment: { startDate: '2026-01-01', endDate: null } },
      [['F0004-051', 'blocking', null]],
    ],
    [
      'before the worker came',
      {},
      { employment: { startDate: '2025-02-04', endDate: null } },
      [['TRN-OUTSIDE-EMPLOYMENT', 'warning', 'startDate']],
    ],
    [
      'after the worker left',
      {},
      { employment: { startDate: '2024-01-01', endDate: '2025-02-03' } },
      [['TRN-OUTSIDE-EMPLOYMENT', 'warning', 'endDate']],
    ],
  ];
  it.each(cases)('%s is found so', (_name, change, other, expected) => {
    const found = rulesOf(change, other);
    for (const one of expected) expect(found).toContainEqual(one);
    expect(
      found
        .filter(([rule]) => !expected.some(([known]) => known === rule))
        .filter(([rule]) => rule !== 'TRN-YEAR-RANGE' && rule !== 'F0010-021'),
    ).toEqual([]);
  });

  it('that the service is closed for cannot be mended in the record', () => {
    const findings = checkTraining(sound, { ...facts, today: '2026-02-01' });
    expect(blocks(findings)).toBe(true);
    expect(needsFixing(findings)).toBe(false);
  });

  it('that the service is closed for still goes into the register, and nothing else is let through by it', () => {
    const closed = { ...facts, today: '2026-02-01' };
    expect(blocks(checkForRegister(sound, closed))).toBe(false);
    expect(blocks(checkForRegister({ ...sound, title: '' }, closed))).toBe(true);
  });

  it('of any content gives findings that the contract takes', () => {
    fc.assert(
      fc.property(anyFields, fc.integer({ min: 2020, max: 2030 }), (fields, year) => {
        expect(trainingFieldsSchema.safeParse(fields).success).toBe(true);
        for (const finding of checkTraining(fields, { ...facts, year }))
          expect(findingSchema.safeParse(finding).success).toBe(true);
      }),
    );
  });
});
