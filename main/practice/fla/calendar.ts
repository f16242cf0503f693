// Dates that decide the FLA: its three modes, the quarterly deadline, MAHIS quarters. All are local days as text.

export type FlaMode = 'open' | 'readOnly' | 'closed';

/** First day without new registrations, and first day without data (secondary sources on the act of 14 January 2026). */
export const READ_ONLY_FROM = '2026-01-01';
export const CLOSED_FROM = '2027-01-01';

export const modeOn = (date: string): FlaMode => {
  if (date >= CLOSED_FROM) return 'closed';
  return date >= READ_ONLY_FROM ? 'readOnly' : 'open';
};

/** `2025-03-01` → `2025Q1` */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

// The first filings were all put off to this day.
const FIRST_DEADLINE = '2025-04-01';

/** Last day to file a training that ended on `endDate`: the end of the month after its quarter. */
export const deadlineFor = (endDate: string): string => {
  if (endDate < '2025-01-01') return FIRST_DEADLINE;
  const quarter = Math.ceil(Number(endDate.slice(5, 7)) / 3);
  return new Date(Date.UTC(Number(endDate.slice(0, 4)), quarter * 3 + 1, 0)).toISOString().slice(0, 10);
};

/** Days from start to end, both included. */
export const daysBetween = (start: string, end: string): number =>
  Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
