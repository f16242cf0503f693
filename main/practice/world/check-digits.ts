// Practice's own check digits, written apart from the app's so that a mistake there cannot cancel itself out.
// Rules: BelgIF's published validator (INSZ, enterprise number).

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const dateIsPossible = (year: number, month: number, day: number, today: string): boolean => {
  if (month === 0 || day === 0) return `${year}` <= today.slice(0, 4);
  if (day > daysIn(year, month)) return false;
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return written <= today;
};

/** Whether eleven digits form a possible INSZ on the day `today` (yyyy-MM-dd). `01020399744` → true. */
export const inszIsValid = (insz: string, today: string): boolean => {
  if (!/^\d{11}$/.test(insz)) return false;
  const stem = Number(insz.slice(0, 9));
  const check = Number(insz.slice(9));
  const coded = Number(insz.slice(2, 4));
  if (coded > 52 || coded % 20 > 12) return false;
  const counter = Number(insz.slice(6, 9));
  if (coded <= 12 && (counter === 0 || counter === 999)) return false;
  const day = Number(insz.slice(4, 6));
  const within = Number(insz.slice(0, 2));
  const centuries: number[] = [];
  if (97 - (stem % 97) === check) centuries.push(1900);
  if (97 - ((2_000_000_000 + stem) % 97) === check) centuries.push(2000);
  return centuries.some((century) => dateIsPossible(century + within, coded % 20, day, today));
};

/** Whether ten digits form an enterprise number. `0999999130` → true. */
export const enterpriseNumberIsValid = (number: string): boolean =>
  /^[01]\d{9}$/.test(number) && 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8));

/** Nine digits lost their leading zero on the way; ten are left alone. `999999130` → `0999999130` */
export const padEnterpriseNumber = (number: string): string => number.padStart(10, '0');
