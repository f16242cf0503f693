// The legal day in Belgium, whatever the zone of this computer.
export const brusselsToday = (now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(now);
