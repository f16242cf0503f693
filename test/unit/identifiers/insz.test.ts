// Check digits of the INSZ, with numbers that are safe to publish: fictitious counters and documented examples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInsz, maskInsz, parseInsz, readInsz } from '../../../preload/rules/identifiers/insz.ts';

const valid = [
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
];

/** Makes the check digits for nine digits in a century, the other way round than the code under test does. */
const complete = (nine: string, after2000: boolean) => {
  const check = 97 - Number(BigInt((after2000 ? '2' : '') + nine) % 97n);
  return nine + String(check).padStart(2, '0');
};

describe('INSZ', () => {
  it.each(valid)('accepts %s', (insz) => {
    expect(parseInsz(insz)).toBe(insz);
    expect(parseInsz(formatInsz(insz))).toBe(insz);
  });

  it.each(['05011512379', '90231512314', '90431512391', '83.05.30-487.69'])(
    'refuses %s: check digits',
    (insz) => {
      expect(parseInsz(insz)).toBeNull();
    },
  );

  it.each([
    ['month 13', complete('991301101', false)],
    ['month 53 of a BIS number', complete('995301101', false)],
    ['month 33 of a BIS number', complete('993301101', false)],
    ['31 April', complete('990431101', false)],
    ['29 February of a common year', complete('990229101', false)],
    ['day 32 in an unknown month', complete('990032101', false)],
    ['counter 000', complete('990101000', false)],
    ['counter 999', complete('990101999', false)],
  ])('refuses %s', (_why, insz) => {
    expect(parseInsz(insz)).toBeNull();
  });

  it('reads 29 February 2000 only for the century in which it exists', () => {
    expect(readInsz(complete('000229101', true))?.birthDate).toBe('2000-02-29');
    expect(readInsz(complete('000229101', false))).toBeNull();
  });

  it('refuses a birth date in the future, when told which day it is', () => {
    const insz = complete('300101101', true);
    expect(readInsz(insz)?.birthDate).toBe('2030-01-01');
    expect(readInsz(insz, '2025-03-01')).toBeNull();
  });

  it('reads gender from the counter, but not from a BIS number that does not know it', () => {
    expect(readInsz('01020399744')?.gender).toBe('male');
    expect(readInsz('01020399645')?.gender).toBe('female');
    expect(readInsz('90231599722')).toMatchObject({ kind: 'bisGenderUnknown', gender: 'unknown' });
    expect(readInsz('90431599765')).toMatchObject({ kind: 'bisGenderKnown', gender: 'male' });
  });

  it('takes unknown birth dates as unknown', () => {
    expect(readInsz(complete('850000101', false))?.birthDate).toBeNull();
  });

  it('hides the middle when masked', () => {
    expect(maskInsz('01020399645')).toBe('01.02.••-•••.45');
  });

  it('finds every change of a single digit, and every text that is no number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(10), fc.nat(9), (insz, place, digit) => {
        const changed = insz.slice(0, place) + digit + insz.slice(place + 1);
        // 97 is prime and above any single-digit change, so within one century no change goes unseen.
        const read = parseInsz(changed);
        if (changed === insz) return read === insz;
        if (read === null) return true;
        return readInsz(changed)?.birthDate?.slice(0, 2) !== readInsz(insz)?.birthDate?.slice(0, 2);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => parseInsz(text) === null || /^\d{11}$/.test(parseInsz(text) ?? '')),
    );
  });
});
