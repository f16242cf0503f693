// The person behind a number, made where nobody here knew it: what hangs on persons needs one, and no name.

import { systemClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { personOfNumber, resolveNumber } from './number-chain.ts';
import { followNumbers, insertNameless } from './number-store.ts';

/**
 * In the open transaction. A person who is made holds the present number and the one that was given, where it is known that it was
 * replaced.
 */
export function personForNumber(db: Database, insz: string, at = systemClock.now().toISOString()): string {
  const known = personOfNumber(db, insz);
  if (known !== null) return known.personId;
  const id = newId();
  insertNameless(db, { personId: id, insz, at });
  followKnownNumbers(db, id, insz, at);
  return id;
}

/** A person who was just made with a number that is known to have been replaced holds those that followed, too. */
export function followKnownNumbers(db: Database, personId: string, insz: string, at: string): void {
  const resolved = resolveNumber(db, insz);
  if (resolved !== null && !resolved.cancelled) followNumbers(db, personId, resolved.path, at.slice(0, 10));
}

/** The number of now: of the person who holds it, else where it is known to have gone; the same where nothing is known. */
export const presentNumberOf = (db: Database, insz: string): string =>
  personOfNumber(db, insz)?.insz ?? resolveNumber(db, insz)?.insz ?? insz;
