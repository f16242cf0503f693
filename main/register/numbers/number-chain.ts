// Follows a number to the one that stands for the person now, and back to all that became it. Rules N3, R-e.
import type { Database } from '../../platform/database.ts';
import { aliasOf, isCancelled, personOf, presentNumber, replacedBy } from './number-store.ts';

/** More replacements in a row than this are taken for an error. Rule N3. */
export const longestChain = 10;

export type ResolvedNumber = {
  /** The number of now; the one that was given where nothing replaced it. */
  insz: string;
  /** From the given number to the present one, both included. */
  path: string[];
  /** The last one was cancelled and not replaced. */
  cancelled: boolean;
};

/** Where a number went. Null: the chain runs in a circle or is longer than ten, which nothing here lets in (R-f). */
export function resolveNumber(db: Database, insz: string): ResolvedNumber | null {
  const path = [insz];
  for (let next = aliasOf(db, insz); next !== null; next = aliasOf(db, next)) {
    if (path.length > longestChain || path.includes(next)) return null;
    path.push(next);
  }
  const last = path.at(-1) ?? insz;
  return { insz: last, path, cancelled: isCancelled(db, last) };
}

/** All numbers that became this one, with how many replacements it took; the number itself with 0. */
export function numbersBefore(db: Database, insz: string): Map<string, number> {
  const found = new Map([[insz, 0]]);
  const queue = [insz];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    const depth = (found.get(one) ?? 0) + 1;
    for (const before of replacedBy(db, one)) {
      if (found.has(before)) continue;
      found.set(before, depth);
      queue.push(before);
    }
  }
  return found;
}

/** What a number leads to here: the person, the present number, and whether that is another one than was given. */
export type KnownNumber = { personId: string; insz: string; replaced: boolean };

/** The person behind a number, also behind one that was replaced, and by which nobody was ever known here. Rule R-h. */
export function personOfNumber(db: Database, insz: string): KnownNumber | null {
  const path = resolveNumber(db, insz)?.path ?? [insz];
  const personId = path.map((one) => personOf(db, one)).find((one) => one !== null);
  if (personId === undefined || personId === null) return null;
  const present = presentNumber(db, personId) ?? insz;
  return { personId, insz: present, replaced: present !== insz };
}
