// The days of a period that moves along: the last seven are other days tomorrow.

const DAY = 86_400_000;
const moved = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

export type Period = { period: string; from: string | null; to: string | null };

/** First and last day (`yyyy-mm-dd`) of a period on a day. `week` on 2026-11-29 → 2026-11-23 to 2026-11-29. */
export function periodDays({ period, from, to }: Period, today: string): { from: string; to: string } {
  const first = `${today.slice(0, 7)}-01`;
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: moved(today, -1), to: moved(today, -1) };
    case 'month':
      return { from: moved(today, -30), to: today };
    case 'thisMonth':
      return { from: first, to: today };
    case 'lastMonth': {
      const last = moved(first, -1);
      return { from: `${last.slice(0, 7)}-01`, to: last };
    }
    case 'days': {
      const begin = from ?? to ?? today;
      const end = to ?? begin;
      return begin <= end ? { from: begin, to: end } : { from: end, to: begin };
    }
    default:
      return { from: moved(today, -6), to: today };
  }
}
