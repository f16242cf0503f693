// Two sets of trainings of a worker-year, told apart record by record and field by field.
import { expect, it } from 'vitest';
import { compareYear, type Here, type There, tallyOf } from '../../../main/rescue/compare-year.ts';
import { readTraining } from '../../../main/rescue/wire-fields.ts';
import { toWire } from '../../../main/training/fla-wire.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { emptyTraining } from '../../../preload/rules/training/facts.ts';

const fields = (more: Partial<TrainingFields> = {}): TrainingFields => ({
  ...emptyTraining,
  title: 'Heftruck',
  startDate: '2024-02-05',
  endDate: '2024-02-05',
  durationMinutes: 228,
  ...more,
});
const there = (reference: string, more: Partial<TrainingFields> = {}, said: There['said'] = null): There => ({
  reference,
  fields: fields(more),
  said,
});
const here = (reference: string, more: Partial<TrainingFields> = {}): Here => ({
  trainingId: `t-${reference}`,
  reference,
  fields: fields(more),
});

it('pairs by reference before it pairs by title and days, and each record once', () => {
  const pairs = compareYear(
    [there('a', { title: 'Renamed' }), there('b'), there('c')],
    [here('x'), here('a', { title: 'Renamed' }), here('y', { title: 'Ergonomie' })],
  );
  expect(pairs.map((pair) => [pair.outcome, pair.there?.reference, pair.here?.reference])).toEqual([
    ['same', 'a', 'a'],
    ['same', 'b', 'x'],
    ['onlyThere', 'c', undefined],
    ['onlyHere', undefined, 'y'],
  ]);
  expect(tallyOf(pairs)).toEqual({ same: 2, onlyThere: 1, onlyHere: 1, differs: 0 });
});

it('names the fields that differ, and passes over blanks and what has no meaning without its heading', () => {
  const [pair] = compareYear(
    [there('a', { durationMinutes: 456, certificateName: 'left over', providerName: 'nobody' })],
    [here('a', { title: ' Heftruck ', status: 'reserved' })],
  );
  expect(pair?.differing).toEqual(['status', 'durationMinutes']);
});

it('takes enterprise numbers of nine and of ten digits for the same', () => {
  const provider = { providerKind: 'external' as const, providerName: 'School' };
  const [pair] = compareYear(
    [there('a', { ...provider, providerEnterpriseNumber: '999999130' })],
    [here('a', { ...provider, providerEnterpriseNumber: '0999.999.130' })],
  );
  expect(pair?.outcome).toBe('same');
});

it('compares only what a list has columns for', () => {
  const said = new Set<keyof TrainingFields>(['title', 'startDate']);
  const [pair] = compareYear([there('a', { durationMinutes: null }, said)], [here('a')]);
  expect(pair?.outcome).toBe('same');
});

it('reads back what it writes, in every field', () => {
  const full = fields({
    description: 'x',
    type: 'informal',
    deductedMinutes: 60,
    countsForTrainingRight: false,
    leaveScheme: 'vov',
    certificateObtained: true,
    certificateValidUntil: '2029-01-01',
    certificateName: 'VCA',
    providerKind: 'external',
    providerName: 'School',
    providerEnterpriseNumber: '0999999130',
    language: 'fr',
    costCents: 12_550,
    financedBy: 'sectorFund',
    sectorTrainingCode: 'C1',
  });
  expect(readTraining(toWire(full, 'r'))).toEqual({ fields: full, fits: true });
});

it.each([
  ['a status that we do not know', { status: 'postponed' }],
  ['a cost without who pays', { cost: { amount: 10 } }],
  ['a title that is too long', { title: 'x'.repeat(300) }],
])('says that %s does not fit, and keeps it out of the register', (_name, odd) => {
  expect(readTraining({ ...toWire(fields(), 'r'), ...odd }).fits).toBe(false);
});
