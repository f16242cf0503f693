// Who a number stands for: what the registers hold, else what the sample world tells of its workers and people; and where a number
// that was replaced leads in the end. Sources: rules N1 to N3 of the register's contract.
import type { CbssPerson } from '../store/cbss-person-store.ts';
import { inszIsValid } from '../world/check-digits.ts';
import { toldBy } from './number-facts.ts';
import { type CbssParts, today } from './parts.ts';

type DirectoryParts = Pick<CbssParts, 'persons' | 'world' | 'access' | 'facts' | 'clock'>;

const LONGEST_CHAIN = 10;

export const personOf = (parts: DirectoryParts, ssin: string): CbssPerson | undefined => {
  const known = parts.persons.person(ssin);
  if (known !== undefined) return known;
  if (parts.facts.facts(ssin)?.known === false) return undefined;
  const worker = parts.world.worker(ssin);
  const named = worker ?? parts.access.person(ssin);
  if (named === undefined) return undefined;
  return {
    ssin,
    lastName: named.familyName,
    givenNames: [named.givenName],
    ...toldBy(ssin),
    state: worker?.state ?? 'active',
    replacedBy: worker?.replacedBy ?? null,
  };
};

/** Everybody on record, whatever the record. */
export const everybody = (parts: DirectoryParts & Pick<CbssParts, 'world'>): CbssPerson[] => {
  const numbers = new Set([
    ...parts.persons.persons().map(({ ssin }) => ssin),
    ...parts.world.workerNumbers(),
    ...parts.access.persons().map(({ insz }) => insz),
  ]);
  return [...numbers].flatMap((ssin) => personOf(parts, ssin) ?? []);
};

export type Resolved =
  /** `person` is who it is today, under the number that is in use. */
  | { readonly state: 'active'; readonly person: CbssPerson }
  /** The last number of the chain, which no other took the place of. */
  | { readonly state: 'cancelled'; readonly ssin: string }
  | { readonly state: 'invalid' }
  | { readonly state: 'unknown' };

/** Follows at most ten replacements; a circle is no way to anybody, and counts as cancelled. */
export const resolve = (parts: DirectoryParts, ssin: string): Resolved => {
  if (!inszIsValid(ssin, today(parts))) return { state: 'invalid' };
  let number = ssin;
  for (let steps = 0; steps <= LONGEST_CHAIN; steps += 1) {
    const person = personOf(parts, number);
    if (person === undefined) return { state: 'unknown' };
    if (person.state === 'active') return { state: 'active', person };
    if (person.state === 'cancelled' || person.replacedBy === null)
      return { state: 'cancelled', ssin: number };
    number = person.replacedBy;
  }
  return { state: 'cancelled', ssin };
};
