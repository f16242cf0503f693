// What a number tells about its person by its form alone: day of birth, sex, register; and how a number is made. A number of which
// both centuries pass the check tells the earlier one. Sources: INSZ facts in section 7 of the register's contract.
import type { Identity, Register } from '../store/cbss-person-store.ts';

const check = (stem: string, century: 1900 | 2000): string =>
  String(97 - (Number(century === 2000 ? `2${stem}` : stem) % 97)).padStart(2, '0');

const two = (value: number): string => String(value).padStart(2, '0');

type Told = Pick<Identity, 'birthDate' | 'genderCode' | 'register'>;

/** `90421599857` → 1990-02-15, male, BIS. A month over 20 tells of a BIS number, over 40 also the sex. */
export const toldBy = (ssin: string): Told => {
  const stem = ssin.slice(0, 9);
  const century = check(stem, 1900) === ssin.slice(9) ? 1900 : 2000;
  const coded = Number(ssin.slice(2, 4));
  const month = coded % 20;
  const day = month === 0 ? 0 : Number(ssin.slice(4, 6));
  const register: Register = coded >= 20 ? 'BIS' : 'RR';
  const isOdd = Number(ssin.slice(6, 9)) % 2 === 1;
  const sexIsUnknown = coded >= 20 && coded < 40;
  return {
    birthDate: `${century + Number(ssin.slice(0, 2))}-${two(month)}-${two(day)}`,
    genderCode: sexIsUnknown ? 0 : isOdd ? 1 : 2,
    register,
  };
};

/**
 * A number that `isFree` for somebody born on a day (with 00 for what is not known), from the counters that are not given out;
 * undefined when all are taken.
 */
export const numberFor = (
  birthDate: string,
  genderCode: 0 | 1 | 2,
  register: 'RR' | 'BIS',
  isFree: (ssin: string) => boolean,
): string | undefined => {
  const [year = '1900', month = '00', day = '00'] = birthDate.split('-');
  const century = Number(year) >= 2000 ? 2000 : 1900;
  const added = register === 'RR' ? 0 : genderCode === 0 ? 20 : 40;
  for (let counter = 998; counter > 0; counter -= 1) {
    if (genderCode !== 0 && (counter % 2 === 1) !== (genderCode === 1)) continue;
    const stem = `${year.slice(2)}${two(Number(month) + added)}${day}${String(counter).padStart(3, '0')}`;
    const ssin = stem + check(stem, century);
    if (isFree(ssin)) return ssin;
  }
  return undefined;
};
