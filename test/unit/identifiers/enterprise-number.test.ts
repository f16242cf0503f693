// Enterprise, establishment and NSSO numbers: check digits, tolerated forms, refusals.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatEnterpriseNumber,
  parseEnterpriseNumber,
  parseEstablishmentNumber,
} from '../../../preload/rules/identifiers/enterprise-number.ts';
import { parseNssoNumber } from '../../../preload/rules/identifiers/nsso-number.ts';

describe('enterprise number', () => {
  it.each(['0999999031', '0999999130', '1999999052', '1999999151', '1999999250', '0880820673'])(
    'accepts %s',
    (number) => {
      expect(parseEnterpriseNumber(number)).toBe(number);
      expect(parseEnterpriseNumber(formatEnterpriseNumber(number))).toBe(number);
      expect(parseEnterpriseNumber(`BE ${formatEnterpriseNumber(number)}`)).toBe(number);
    },
  );

  it('pads the nine digits that some services write', () => {
    expect(parseEnterpriseNumber('880820673')).toBe('0880820673');
  });

  it('does not pad nine digits that begin with 0: one of them is missing, and the check digits fit by chance', () => {
    expect(parseEnterpriseNumber('0099993934')).toBe('0099993934');
    expect(parseEnterpriseNumber('099993934')).toBeNull();
    expect(parseEnterpriseNumber('0999.93934')).toBeNull();
  });

  it.each(['0123456789', '2999999073', '088082067', '08808206730', 'BE', '', '0880820674'])(
    'refuses %s',
    (text) => {
      expect(parseEnterpriseNumber(text)).toBeNull();
    },
  );

  it('finds every change of a single digit', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (place, digit) => {
        const changed = `${'0880820673'.slice(0, place)}${digit}${'0880820673'.slice(place + 1)}`;
        return changed === '0880820673' || parseEnterpriseNumber(changed) === null;
      }),
    );
  });
});

describe('establishment number', () => {
  it.each(['8999999005', '8999999104', '2999999073'])('accepts %s', (number) => {
    expect(parseEstablishmentNumber(number)).toBe(number);
  });
  it.each(['0880820673', '1999999052', '9999999001', '2999999074'])('refuses %s', (number) => {
    expect(parseEstablishmentNumber(number)).toBeNull();
  });
});

describe('NSSO number', () => {
  it.each(['93017373', '20620259', '125482497', '100006', '199999934', '199999061', '199999158', '9999989'])(
    'accepts %s',
    (number) => {
      expect(parseNssoNumber(number)).toBe(number);
    },
  );
  it('accepts the form with a check group, and drops leading zeros', () => {
    expect(parseNssoNumber('31500-72')).toBe('3150072');
    expect(parseNssoNumber('000100006')).toBe('100006');
  });
  it.each(['0426795-35', '196', '6000000000', 'abc', ''])('refuses %s', (text) => {
    expect(parseNssoNumber(text)).toBeNull();
  });
});
