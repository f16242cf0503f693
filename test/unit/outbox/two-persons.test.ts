// Who is another person than who prepared something.
import { describe, expect, it } from 'vitest';
import { isApproved, nameKey, whyItCountsNot } from '../../../main/outbox/two-persons.ts';

const lies = { name: 'Lies Verdonck', osAccount: 'office' };
const jan = { name: 'Jan Peeters', osAccount: 'jan' };
const given = (name: string, osAccount: string, approverId = '') => ({ name, osAccount, approverId });

describe('an approval', () => {
  it.each([
    ['another account and another name', given('Jan Peeters', 'jan'), true],
    ['the same name on another account', given('LIES  verdonck ', 'jan'), false],
    ['another name on the same account', given('Jan Peeters', 'office'), false],
    ['another name on the same account, with a PIN', given('Jan Peeters', 'office', 'j'), false],
    ['another account and name, with a PIN', given('Jan Peeters', 'jan', 'j'), true],
  ])('by %s', (_who, one, enough) => {
    expect(isApproved([lies], [one])).toBe(enough);
  });

  it('on one account takes two different PINs, and two of one person are one', () => {
    const first = given('Jan Peeters', 'office', 'j');
    expect(isApproved([lies], [first, given('Lies Verdonck', 'office', 'l')])).toBe(true);
    expect(isApproved([lies], [first, given('Jan Peeters', 'other', 'j')])).toBe(true);
    expect(isApproved([jan], [given('Jan Peeters', 'jan', 'j'), given('Jan Peeters', 'other', 'j')])).toBe(
      false,
    );
  });

  it('of what two prepared takes each of them, or a third', () => {
    expect(isApproved([lies, jan], [given('Jan Peeters', 'jan')])).toBe(false);
    expect(isApproved([lies, jan], [given('Jan Peeters', 'jan'), given('Lies Verdonck', 'office')])).toBe(
      true,
    );
    expect(isApproved([lies, jan], [given('Ann Claes', 'ann')])).toBe(true);
  });

  it('is nothing without anybody', () => {
    expect(isApproved([], [])).toBe(false);
    expect(isApproved([lies], [])).toBe(false);
  });
});

describe('why it counts for nothing', () => {
  it.each([
    ['nameMissing', given('  ', 'jan')],
    ['samePerson', given('lies verdonck', 'jan')],
    ['sameAccount', given('Jan Peeters', 'office')],
    [null, given('Jan Peeters', 'jan')],
    [null, given('', 'office', 'j')],
  ])('is %s', (reason, next) => {
    expect(whyItCountsNot([lies], [], next)).toBe(reason);
  });

  it('is that it was given before, under whatever account where there is a PIN', () => {
    expect(whyItCountsNot([lies], [given('Jan', 'x', 'j')], given('Jan', 'y', 'j'))).toBe('alreadyGiven');
    expect(whyItCountsNot([lies], [given('Jan', 'jan')], given('JAN', 'jan'))).toBe('alreadyGiven');
  });
});

it('compares names without case, width and doubled blanks', () => {
  expect(nameKey('  Ｌies\u00a0 VERDONCK')).toBe(nameKey('lies verdonck'));
});
