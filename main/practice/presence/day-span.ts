// Belgian days as spans of moments: a night of summer time has 23 or 25 hours.
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  timeZoneName: 'longOffset',
});

/** Offset of Belgium from UTC at a moment, in minutes. */
const offsetAt = (moment: number): number => {
  const name = PARTS.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

/** The first moment of a Belgian day (yyyy-MM-dd). The change happens at one or two at night, never at midnight. */
const startOf = (day: string): number => {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return utc - offsetAt(utc - 2 * 3_600_000) * 60_000;
};

/** From the first moment of `start` up to (not including) the first moment after `end`. */
export const daySpan = (start: string, end: string): [number, number] => {
  const next = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [startOf(start), startOf(next)];
};
