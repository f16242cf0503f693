// Enterprise and establishment numbers of the Crossroads Bank for Enterprises (CBE).

const separators = /[\s.\-/\u00a0\u202f\u2010-\u2015]/g;

/** Last two digits = 97 − (first eight modulo 97), so 01 to 97. */
const checks = (digits: string) => Number(digits.slice(8)) === 97 - (Number(digits.slice(0, 8)) % 97);

/**
 * `BE 0880.820.673`, `0880820673` or nine digits (`880820673`, as some services write it) to ten digits from 0 or 1.
 * Null when it is no enterprise number. Nine digits that begin with 0 lost one elsewhere than at the front: whether the check
 * digits of the padded number fit is then chance.
 */
export function parseEnterpriseNumber(text: string): string | null {
  const digits = text.replace(separators, '').replace(/^BE/i, '');
  const ten = /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
  return /^[01]\d{9}$/.test(ten) && checks(ten) ? ten : null;
}

/** Ten digits from 2 to 8 with the same check digits. */
export function parseEstablishmentNumber(text: string): string | null {
  const digits = text.replace(separators, '');
  return /^[2-8]\d{9}$/.test(digits) && checks(digits) ? digits : null;
}

/** `0880820673` → `0880.820.673`; an establishment number is grouped `2.999.999.073`. */
export const formatEnterpriseNumber = (value: string): string =>
  `${value.slice(0, 4)}.${value.slice(4, 7)}.${value.slice(7)}`;
