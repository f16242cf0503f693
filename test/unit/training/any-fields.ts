// Any content that the contract lets through, for property tests.
import fc from 'fast-check';
import type { TrainingFields } from '../../../preload/contract/training.ts';

const day = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

export const anyFields: fc.Arbitrary<TrainingFields> = fc.record({
  title: fc.string({ maxLength: 255 }),
  description: fc.string({ maxLength: 100 }),
  type: fc.constantFrom('formal' as const, 'informal' as const),
  status: fc.constantFrom(
    'reserved' as const,
    'completed' as const,
    'notAttended' as const,
    'unsuitable' as const,
  ),
  startDate: maybe(day),
  endDate: maybe(day),
  durationMinutes: maybe(fc.integer({ min: 0, max: 120_059 })),
  deductedMinutes: maybe(fc.integer({ min: 0, max: 120_059 })),
  countsForTrainingRight: fc.boolean(),
  leaveScheme: fc.constantFrom('none' as const, 'vov' as const, 'bev' as const),
  certificateObtained: fc.boolean(),
  certificateValidUntil: maybe(day),
  certificateName: fc.string({ maxLength: 30 }),
  providerKind: maybe(fc.constantFrom('internal' as const, 'external' as const)),
  providerName: fc.string({ maxLength: 30 }),
  providerEnterpriseNumber: fc.oneof(fc.constant('0999.999.130'), fc.string({ maxLength: 20 })),
  language: maybe(fc.constantFrom('nl' as const, 'fr' as const, 'de' as const, 'en' as const)),
  costCents: maybe(fc.integer({ min: 0, max: 100_000 })),
  financedBy: maybe(
    fc.constantFrom('employer' as const, 'sectorFund' as const, 'region' as const, 'employee' as const),
  ),
  sectorTrainingCode: fc.string({ maxLength: 20 }),
});
