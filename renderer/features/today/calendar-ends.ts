// Last days of the week and the month that a day lies in. Weeks end on Sunday.
const shift = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** `2025-06-12` (a Thursday) → `2025-06-15`. */
export const endOfWeek = (day: string): string =>
  shift(day, (7 - new Date(`${day}T12:00:00Z`).getUTCDay()) % 7);

/** `2025-06-12` → `2025-06-30`. */
export function endOfMonth(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return shift(date.toISOString().slice(0, 10), -1);
}

/** First day of the month that lies `months` further on. */
export function monthsOn(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
