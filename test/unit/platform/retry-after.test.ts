// How long an answer asks to wait, in every form that a server may write it, by a clock that is not ours.
import { expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../main/platform/retry-after.ts';

const now = new Date('2025-03-01T10:00:00Z');
const inSixty = 'Sat, 01 Mar 2025 10:01:00 GMT';

it.each<[string, Record<string, string>, number | null]>([
  ['seconds', { 'retry-after': '7' }, 7],
  ['no wait', { 'retry-after': '0' }, 0],
  ['a date', { 'retry-after': inSixty }, 60],
  ['a date of the older form', { 'retry-after': 'Saturday, 01-Mar-25 10:01:00 GMT' }, 60],
  ['a date that is over', { 'retry-after': 'Sat, 01 Mar 2025 09:00:00 GMT' }, 0],
  [
    'a date by a clock that is an hour before ours',
    { 'retry-after': 'Sat, 01 Mar 2025 09:01:00 GMT', date: 'Sat, 01 Mar 2025 09:00:00 GMT' },
    60,
  ],
  [
    'a date by a clock that is a day after ours',
    { 'retry-after': 'Sun, 02 Mar 2025 10:00:30 GMT', date: 'Sun, 02 Mar 2025 10:00:00 GMT' },
    30,
  ],
  ['a date beside a clock that says nothing', { 'retry-after': inSixty, date: 'soon' }, 60],
  ['a year: a day is believed', { 'retry-after': '31536000' }, 86_400],
  ['more digits than a number has', { 'retry-after': '9'.repeat(400) }, 86_400],
  ['a date in the far future', { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, 86_400],
  ['nothing', {}, null],
  ['an empty one', { 'retry-after': ' ' }, null],
  ['less than nothing', { 'retry-after': '-5' }, null],
  ['a fraction', { 'retry-after': '1.5' }, null],
  ['words', { 'retry-after': 'Saturday, perhaps' }, null],
])('%s', (_what, headers, seconds) => {
  expect(retryAfterSeconds(headers, now)).toBe(seconds);
});
