// Stays that overlap: in two places at once, and time that must count once.
import type { Mark, Oddity, Stay } from './stay.ts';

/** Where a certain stay begins before a certain stay on another site is over. */
export function overlaps(stays: readonly Stay[], marks: readonly Mark[]): Oddity[] {
  const certain = stays.filter(({ kind }) => kind !== 'uncertain').sort((a, b) => a.from - b.from);
  const oddities: Oddity[] = [];
  let last: Stay | undefined;
  for (const stay of certain) {
    if (last !== undefined && stay.site !== last.site && stay.from < last.to) {
      const mark = marks.find(
        ({ at, site, type }) => at === stay.from && site === stay.site && type === 'IN',
      );
      oddities.push({ kind: 'twoSites', id: mark?.id ?? '', at: stay.from });
    }
    if (last === undefined || stay.to > last.to) last = stay;
  }
  return oddities;
}

/** Time covered by stays within the day, each moment once. */
export function covered(stays: readonly Stay[], [start, end]: readonly [number, number]): number {
  let total = 0;
  let reached = start;
  for (const { from, to } of [...stays].sort((a, b) => a.from - b.from)) {
    const begin = Math.max(from, reached);
    const finish = Math.min(to, end);
    if (finish > begin) total += finish - begin;
    reached = Math.max(reached, finish);
  }
  return total;
}
