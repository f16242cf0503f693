// Practice's own check digits, against the vectors of the official validator and known wrong ones.
import { describe, expect, it } from 'vitest';
import {
  enterpriseNumberIsValid,
  inszIsValid,
  padEnterpriseNumber,
} from '../../../main/practice/world/check-digits.ts';

const TODAY = '2026-03-01';

describe('INSZ', () => {
  it.each([
    '01010199768',
    '01010199669',
    '01020399744',
    '01020399645',
    '90231599722',
    '90231599821',
    '90431599765',
    '90431599864',
    '04452099792',
    '85073003328',
    '17073003384',
    '98472899765',
    '01490700185',
    '53480200724',
  ])('accepts %s', (insz) => expect(inszIsValid(insz, TODAY)).toBe(true));
  it.each([
    ['a wrong check digit', '01020399745'],
    ['a vector in circulation that is wrong', '05011512379'],
    ['another one', '90231512314'],
    ['and another', '90431512391'],
    ['the example of the official guide, whose counter is 999', '65111899997'],
    ['ten digits', '0102039974'],
    ['letters', '0102039974a'],
    ['month 53', '01530199711'],
    ['month 13', '01130199711'],
  ])('refuses %s', (_name, insz) => expect(inszIsValid(insz, TODAY)).toBe(false));
  it('refuses a birth date that does not exist, in the future, and counters 000 and 999', () => {
    const withCheck = (stem: string, century: number): string =>
      stem +
      String(97 - ((century === 2000 ? 2_000_000_000 + Number(stem) : Number(stem)) % 97)).padStart(2, '0');
    expect(inszIsValid(withCheck('900231996', 1900), TODAY)).toBe(false);
    expect(inszIsValid(withCheck('260302996', 2000), TODAY)).toBe(false);
    expect(inszIsValid(withCheck('260301996', 2000), TODAY)).toBe(true);
    expect(inszIsValid(withCheck('900215000', 1900), TODAY)).toBe(false);
    expect(inszIsValid(withCheck('900215999', 1900), TODAY)).toBe(false);
    expect(inszIsValid(withCheck('000001996', 1900), TODAY)).toBe(true);
  });
});

describe('enterprise number', () => {
  it.each(['0999999031', '0999999130', '1999999052', '1999999151', '1999999250', '0880820673'])(
    'accepts %s',
    (number) => expect(enterpriseNumberIsValid(number)).toBe(true),
  );
  it.each(['0123456789', '0999999131', '2999999073', '999999130', '09999991300'])('refuses %s', (number) =>
    expect(enterpriseNumberIsValid(number)).toBe(false),
  );
  it('gives nine digits their zero back', () => {
    expect(padEnterpriseNumber('880820673')).toBe('0880820673');
    expect(padEnterpriseNumber('1999999052')).toBe('1999999052');
  });
});
