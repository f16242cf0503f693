// The quarters of a year as days, and which of them have begun.

/** `2025` gives four pairs, from `2025-01-01` to `2025-12-31`. */
export const quartersOf = (year: number): { from: string; to: string }[] => [
  { from: `${year}-01-01`, to: `${year}-03-31` },
  { from: `${year}-04-01`, to: `${year}-06-30` },
  { from: `${year}-07-01`, to: `${year}-09-30` },
  { from: `${year}-10-01`, to: `${year}-12-31` },
];

/** How many quarters of the year have begun on a day: 0 to 4. */
export const begunQuarters = (year: number, today: string): number =>
  quartersOf(year).filter(({ from }) => from <= today).length;
