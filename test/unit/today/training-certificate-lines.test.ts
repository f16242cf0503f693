// Certificates of trainings on Today: nothing while none is near, and pressing once one is over or ends within a fortnight.
import { expect, test } from 'vitest';
import { certificateEndLine } from '../../../main/today/training-certificate-lines.ts';

const counts = { past: 0, in14: 0, in40: 0, in90: 0 };

test('nothing is said while no certificate ends within ninety days', () => {
  expect(certificateEndLine(counts)).toBeNull();
});

test.each([
  [{ in90: 2 }, { when: 'later', tone: 'plain', params: { past: 0, count: 2, days: 90 } }],
  [
    { in40: 1, in90: 3 },
    { when: 'thisMonth', tone: 'plain', params: { past: 0, count: 1, days: 40 } },
  ],
  [
    { in14: 1, in40: 2, in90: 3 },
    { when: 'thisWeek', tone: 'warn', params: { past: 0, count: 1, days: 14 } },
  ],
  [{ past: 4 }, { when: 'thisWeek', tone: 'warn', params: { past: 4, count: 0, days: 90 } }],
  [
    { past: 4, in40: 1, in90: 1 },
    { when: 'thisWeek', tone: 'warn', params: { past: 4, count: 1, days: 40 } },
  ],
])('%o leads to the list with what presses most', (given, expected) => {
  expect(certificateEndLine({ ...counts, ...given })).toMatchObject({
    ...expected,
    path: '/training/certificates',
  });
});
