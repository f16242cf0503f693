// What Today says of a certificate at each rung of the ladder, and where each line leads.
import { describe, expect, it } from 'vitest';
import { type CertificateFact, certificateLine } from '../../../main/today/certificate-lines.ts';
import { endStanding } from '../../../preload/rules/certificates/rungs.ts';

const notAfter = '2027-06-11T10:00:00.000Z';
const user = { accountId: 'a1', name: 'Klaver' };
const daysBefore = (days: number) => Date.parse('2027-06-11T08:00:00Z') - days * 86_400_000;

const factAt = (days: number, more: Partial<CertificateFact> = {}): CertificateFact => ({
  id: 'c1',
  name: 'Klaver 2024',
  notAfter,
  gone: false,
  users: [user],
  renewal: null,
  ...endStanding(notAfter, daysBefore(days)),
  ...more,
});
const at = (days: number, more: Partial<CertificateFact> = {}) => certificateLine(factAt(days, more));

describe('a certificate that an account signs with', () => {
  it.each([
    [90, 'later', 'plain', 1],
    [41, 'later', 'plain', 1],
    [40, 'thisMonth', 'warn', 2],
    [15, 'thisMonth', 'warn', 2],
    [14, 'thisWeek', 'warn', 3],
    [7, 'thisWeek', 'bad', 4],
    [2, 'today', 'bad', 5],
    [1, 'today', 'bad', 5],
    [0, 'today', 'bad', 6],
  ])('%i days before its end stands under %s, %s, as warning %i', (days, when, tone, step) => {
    expect(at(days)).toMatchObject({
      key: 'certificateEnds',
      when,
      tone,
      path: '/connection/accounts/a1/renewal',
      params: { name: 'Klaver 2024', date: '2027-06-11', days, step, count: 1, users: 'Klaver' },
    });
  });

  it('is not spoken of before the first rung', () => {
    expect(at(91)).toBeNull();
  });

  it('has ended after the last instant of its last day', () => {
    const over = endStanding(notAfter, Date.parse('2027-06-11T10:00:01Z'));
    expect(at(0, over)).toMatchObject({ key: 'certificateEnded', when: 'today', tone: 'bad' });
  });

  it('leads to the page of all certificates where several accounts sign with it', () => {
    const users = [user, { accountId: 'a2', name: 'De Berk' }];
    expect(at(14, { users })).toMatchObject({ path: '/connection/life', params: { count: 2 } });
  });

  it('says which step a renewal waits for, and leads to it', () => {
    const renewal = { accountId: 'a1', step: 'test' as const };
    expect(at(7, { renewal })).toMatchObject({
      key: 'certificateNext',
      tone: 'bad',
      path: '/connection/accounts/a1/renewal',
      params: { state: 'test' },
    });
  });

  it('has ended whatever renewal is under way', () => {
    const renewal = { accountId: 'a1', step: 'switch' as const };
    expect(at(-3, { renewal })).toMatchObject({ key: 'certificateEnded', params: { days: 0 } });
  });
});

describe('a certificate that no account uses', () => {
  it('is told at the same rungs, and never presses', () => {
    for (const days of [90, 40, 14, 7, 2, 0, -5]) {
      const line = at(days, { users: [] });
      expect(line).toMatchObject({
        key: 'certificateIdle',
        tone: 'plain',
        path: '/connection/certificates/c1',
      });
      expect(line?.when).not.toBe('today');
    }
  });
});

it('a certificate that the keychain lost is told at once, far from its end too', () => {
  expect(at(700, { gone: true })).toMatchObject({ key: 'certificateGone', when: 'today', tone: 'bad' });
});
