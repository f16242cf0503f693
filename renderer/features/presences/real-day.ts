// Days of presences are real days in Brussels, in practice too.
const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** `yyyy-mm-dd` */
export const today = (): string => brussels.format(new Date());

export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
