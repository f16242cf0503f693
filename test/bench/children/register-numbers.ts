// Numbers for a large register: well-formed, of nobody.

const checked = (base: string): string => `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;

/** Days of birth of six years, and serials: enough for a hundred thousand. */
export function personNumber(at: number): string {
  const born = new Date(Date.UTC(1980, 0, 1 + (at % 2_000))).toISOString();
  const serial = String(1 + Math.floor(at / 2_000) * 3).padStart(3, '0');
  return checked(`${born.slice(2, 4)}${born.slice(5, 7)}${born.slice(8, 10)}${serial}`);
}

/** The first becomes the second: both have a thousand lines. The third and fourth are of nobody. */
export const twinNumbers = [checked('700101501'), checked('700101503')] as const;
export const freeNumbers = [checked('700101505'), checked('700101507')] as const;

export function clientNumber(at: number): string {
  const base = String(5_000_000 + at * 7).padStart(8, '0');
  return `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
}
