// A date in words. French writes the first of a month as an ordinal number, which the data of Intl leave out.

/** `1er mars 2025` and `2 mars 2025`; a month in figures and every other language stay as the format writes them. */
export function writtenDate(format: Intl.DateTimeFormat, date: Date): string {
  if (!format.resolvedOptions().locale.startsWith('fr')) return format.format(date);
  const parts = format.formatToParts(date);
  const month = parts.find(({ type }) => type === 'month')?.value ?? '';
  const ordinal = /^\p{L}/u.test(month);
  return parts
    .map(({ type, value }) => (ordinal && type === 'day' && value === '1' ? '1er' : value))
    .join('');
}
