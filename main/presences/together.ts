// How many were on a site at once, and from which moment on.
import type { Stay } from '../../preload/rules/presences/stay.ts';

export type Together = { count: number; at: number };

/**
 * The most who were inside for certain at once up to `until`, and the first moment (milliseconds since the epoch, not before
 * `start`) at which they were; null: nobody was. Who left at a moment is not counted with who came at it.
 */
export function mostTogether(
  lines: readonly { stays: readonly Stay[] }[],
  start: number,
  until: number,
): Together | null {
  const turns = lines.flatMap(({ stays }) =>
    stays
      .filter(
        ({ kind, from, to }) => from <= until && (kind === 'inside' || (kind === 'closed' && to > from)),
      )
      .flatMap(({ kind, from, to }) => [
        { at: Math.max(from, start), by: 1 },
        ...(kind === 'inside' ? [] : [{ at: Math.max(to, start), by: -1 }]),
      ]),
  );
  turns.sort((a, b) => a.at - b.at || a.by - b.by);
  let count = 0;
  let most: Together | null = null;
  for (const { at, by } of turns) {
    count += by;
    if (count > (most?.count ?? 0)) most = { count, at };
  }
  return most;
}
