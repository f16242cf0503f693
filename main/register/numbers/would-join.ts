// Whether a replacement that somebody tells makes one of two known persons, and what becomes of both: shown before it is done.
import type { NumberJoin } from '../../../preload/contract/register-numbers.ts';
import type { Database } from '../../platform/database.ts';
import { countLinesOfPerson } from '../line-store.ts';
import { namesOf } from '../person-store.ts';
import { sharedWorkers } from './merge-worker-store.ts';
import { whoStays } from './move-holders.ts';
import { numbersBefore, resolveNumber } from './number-chain.ts';
import { holdersOf } from './number-store.ts';

/** Null where nobody else is known under the new number, or what it became. */
export function wouldJoin(db: Database, oldInsz: string, newInsz: string): NumberJoin | null {
  const present = resolveNumber(db, newInsz)?.insz ?? newInsz;
  const before = resolveNumber(db, oldInsz)?.insz ?? oldInsz;
  const numbers = [present, before].flatMap((insz) => [...numbersBefore(db, insz).keys()]);
  const holders = holdersOf(db, [...new Set(numbers)]);
  const stays = whoStays(db, holders, present);
  const goes = holders.find(({ personId }) => personId !== stays?.personId);
  if (stays === undefined || goes === undefined) return null;
  const name = (personId: string) => {
    const { familyName = '', givenName = '' } = namesOf(db, personId) ?? {};
    return { familyName, givenName };
  };
  return {
    kept: { ...name(stays.personId), insz: stays.insz },
    gone: { ...name(goes.personId), insz: goes.insz },
    lines: countLinesOfPerson(db, goes.personId),
    sharedClients: new Set(sharedWorkers(db, goes.personId, stays.personId).map(({ to }) => to)).size,
  };
}
