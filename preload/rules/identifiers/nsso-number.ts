// Registration number of an employer at the NSSO, and at the former office for local authorities (PPL).

/**
 * Digits without leading zeros, in 197 … 5,999,999,999. NSSO check: 96 − ((R × 100) mod 97), 0 → 97;
 * for 197 … 99,999,926 the PPL check R mod 97 (0 → 97) also counts. Provisional numbers (from 5,000,000,000) carry no check.
 */
export function parseNssoNumber(text: string): string | null {
  const digits = text.replace(/[\s.\-/\u00a0\u202f]/g, '').replace(/^0+/, '');
  if (!/^\d{3,10}$/.test(digits)) return null;
  const value = Number(digits);
  if (value < 197 || value > 5_999_999_999) return null;
  if (value >= 5_000_000_000) return digits;
  const root = Math.floor(value / 100);
  const check = value % 100;
  const nsso = 96 - ((root * 100) % 97) || 97;
  const ppl = root % 97 || 97;
  return check === nsso || (value <= 99_999_926 && check === ppl) ? digits : null;
}
