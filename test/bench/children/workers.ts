// Made-up workers with sound numbers from the end of a day's series, which is not given out.
const serials = [990, 991, 992, 993, 994, 995, 996, 997] as const;
const pad = (value: number, length: number) => String(value).padStart(length, '0');

function inszOf(index: number): string {
  const serial = serials[index % serials.length] ?? 990;
  const day = new Date(Date.UTC(1970, 0, 1 + Math.floor(index / serials.length)));
  const date = `${pad(day.getUTCFullYear() % 100, 2)}${pad(day.getUTCMonth() + 1, 2)}${pad(day.getUTCDate(), 2)}`;
  const base = `${date}${serial}`;
  return `${base}${pad(97 - (Number(base) % 97), 2)}`;
}

/** `numbered(0, 2)` → two rows for `worker.addMany`. */
export function numbered(from: number, count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    insz: inszOf(from + index),
    familyName: `Aardewijn ${pad(from + index, 4)}`,
    givenName: 'Fien',
    startDate: '2020-01-01',
  }));
}
