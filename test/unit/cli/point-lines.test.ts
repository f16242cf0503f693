// What a time clock may write on a line, and which moment it means.
import { expect, it } from 'vitest';
import { readClockLine } from '../../../main/cli/point-lines.ts';

const now = Date.parse('2026-11-29T06:00:30Z');
const insz = '01.02.03-997.44';

it.each([
  [`2026-11-29T07:00:12+01:00;${insz};IN`, '2026-11-29T06:00:12.000Z', 'IN'],
  [`2026-11-29T06:00:12Z; ${insz} ; out`, '2026-11-29T06:00:12.000Z', 'OUT'],
  [`2026-11-29 07:00:12;${insz};IN`, '2026-11-29T06:00:12.000Z', 'IN'],
  [`{"time":"2026-11-29T07:00","number":"${insz}","type":"IN","door":3}`, '2026-11-29T06:00:00.000Z', 'IN'],
])('%s', (line, at, type) => {
  expect(readClockLine(line, now)).toEqual({ number: insz, type, at });
});

it.each([
  '',
  'hello',
  `;${insz};IN`,
  `2026-11-29T06:00:12Z;;IN`,
  `2026-11-29T06:00:12Z;${insz};IO`,
  `2026-11-29T06:00:12Z;${insz}`,
  `2026-13-29 07:00;${insz};IN`,
  `2026-11-29 24:00;${insz};IN`,
  '{"time":17,"number":"x","type":"IN"}',
  '{"time":',
  '{}',
  `2026-11-29T06:00:12Z;${'9'.repeat(41)};IN`,
  'x'.repeat(1_001),
])('%s is none', (line) => {
  expect(readClockLine(line, now)).toBeNull();
});

it('an hour that comes twice is the one nearer to now', () => {
  const line = `2026-10-25 02:30:00;${insz};IN`;
  expect(readClockLine(line, Date.parse('2026-10-25T00:30:10Z'))?.at).toBe('2026-10-25T00:30:00.000Z');
  expect(readClockLine(line, Date.parse('2026-10-25T01:30:10Z'))?.at).toBe('2026-10-25T01:30:00.000Z');
});
