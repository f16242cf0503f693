// Hours that a student may work in a calendar year at the lower contributions: 650 since 2025 (Act of 10 April 2025), 600 in 2023
// and 2024, 475 before. [public]

/** Where an answer does not say the quota of its year: 2025 → 650. */
export function quotaOfYear(year: number): number {
  if (year >= 2025) return 650;
  return year >= 2023 ? 600 : 475;
}
