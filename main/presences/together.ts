// How many were on a site at once.
import type { Stay } from '../../preload/rules/presences/stay.ts';

const HALF_HOUR = 1_800_000;

/** How many were inside for certain in each half hour from `start` on, as far as the day has come. */
export function togetherIn(
  lines: readonly { stays: readonly Stay[] }[],
  start: number,
  end: number,
): number[] {
  const slots = Math.max(0, Math.ceil((end - start) / HALF_HOUR));
  const counts = new Array<number>(slots).fill(0);
  for (const { stays } of lines) {
    const seen = new Set<number>();
    for (const stay of stays) {
      if (stay.kind === 'uncertain') continue;
      const first = Math.max(0, Math.floor((stay.from - start) / HALF_HOUR));
      const last = Math.min(slots - 1, Math.ceil((stay.to - start) / HALF_HOUR) - 1);
      for (let slot = first; slot <= last; slot += 1) seen.add(slot);
    }
    for (const slot of seen) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}
