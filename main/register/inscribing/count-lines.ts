// Counts what is to be inscribed in slices, as far as a page needs it; until something changes, the same count is not made again.
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { askedText } from './inscribe-line.ts';
import { type UnknownLine, unknownLines } from './unknown-lines-store.ts';

/** `again`: also what was refused before and is still the same; in a run, what was refused before it began (`since`). */
export type Which = { again: boolean; since?: string };

/** Those to ask about. `null` now and then, to breathe. */
export function* linesToAsk(
  { db }: Pick<Session, 'db'>,
  { again, since = '~' }: Which,
): Generator<UnknownLine | null, undefined> {
  for (const line of unknownLines(db)) {
    const refused = line !== null && line.refusedFor !== null && line.refusedFor === askedText(db, line);
    if (!refused || (again && (line.refusedAt ?? '') < since)) yield line;
  }
}

/** By dossier type. `most`: it stops beyond. */
export function countToAsk(
  session: Session,
  which: Which,
  most = Number.POSITIVE_INFINITY,
): Promise<Map<string, number>> {
  function* counted(): Steps<Map<string, number>> {
    const types = new Map<string, number>();
    let total = 0;
    for (const line of linesToAsk(session, which)) {
      if (line === null) yield;
      else {
        types.set(line.key.dossierType, (types.get(line.key.dossierType) ?? 0) + 1);
        total += 1;
        if (total > most) break;
      }
    }
    return types;
  }
  return inSlices(counted());
}

export const sumOf = (types: ReadonlyMap<string, number>): number =>
  [...types.values()].reduce((sum, lines) => sum + lines, 0);

/** What a page counts at most. */
export const mostCounted = 10_000;
const counts = new WeakMap<Session, { changes: number; lines: Promise<number> }>();

export function countForPage(session: Session): Promise<number> {
  const changes = session.changes(['register.changed', 'cbss.changed', 'worker.changed']);
  const kept = counts.get(session);
  if (kept !== undefined && kept.changes === changes) return kept.lines;
  const lines = countToAsk(session, { again: false }, mostCounted).then(sumOf);
  counts.set(session, { changes, lines });
  return lines;
}
