// The rules on a worker, the same for form, paste and command line.
import { describe, expect, it } from 'vitest';
import { checkWorker, type WorkerDraft } from '../../../preload/rules/workers/check-worker.ts';

const rania: WorkerDraft = {
  insz: '01.02.03-996.45',
  familyName: 'Bensoltane',
  givenName: 'Rania',
  startDate: '1/9/2022',
};
const rulesOf = (change: Partial<WorkerDraft>) =>
  checkWorker({ ...rania, ...change }, { today: '2025-03-01' }).map(({ rule }) => rule);

describe('checkWorker', () => {
  it('finds nothing wrong with a complete worker', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ givenName: '', endDate: '31/12/2024', employmentHundredths: 80 })).toEqual([]);
  });

  it.each<[string, Partial<WorkerDraft>]>([
    ['WRK-INSZ-MISSING', { insz: ' ' }],
    ['WRK-INSZ-INVALID', { insz: '01.02.03-996.46' }],
    ['WRK-NAME-MISSING', { familyName: ' ' }],
    ['WRK-NAME-LONG', { givenName: 'a'.repeat(121) }],
    ['WRK-START-MISSING', { startDate: '' }],
    ['WRK-START-INVALID', { startDate: '31/4/2022' }],
    ['WRK-END-INVALID', { endDate: 'later' }],
    ['WRK-END-BEFORE-START', { endDate: '31/8/2022' }],
    ['WRK-PART-RANGE', { employmentHundredths: 101 }],
    ['WRK-PART-RANGE', { employmentHundredths: 0 }],
  ])('blocks with %s', (rule, change) => {
    expect(rulesOf(change)).toEqual([rule]);
  });

  it('refuses a number of somebody who is not born yet', () => {
    const [finding] = checkWorker(rania, { today: '2000-12-31' });
    expect(finding).toMatchObject({ rule: 'WRK-INSZ-FUTURE', severity: 'blocking' });
  });

  it('warns about somebody under fifteen, and does not block', () => {
    const [finding] = checkWorker({ ...rania, startDate: '1/9/2012' }, { today: '2025-03-01' });
    expect(finding).toMatchObject({ rule: 'WRK-TOO-YOUNG', severity: 'warning' });
  });

  it('puts what blocks before what warns', () => {
    expect(rulesOf({ startDate: '1/9/2012', familyName: '' })).toEqual(['WRK-NAME-MISSING', 'WRK-TOO-YOUNG']);
  });
});
