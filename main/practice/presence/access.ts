// For which employers a caller may act: its own enterprise, and those that gave it a mandate for presences.
import { mandateIsActive } from '../fla/subject.ts';
import type { Caller } from '../oauth/bearer.ts';
import type { PresenceParts } from './parts.ts';

type AccessParts = Pick<PresenceParts, 'mandates' | 'clock' | 'world' | 'works'>;

const SERVICE_GROUP = 'checkInAndOutAtWork';

export const mayActFor = (parts: AccessParts, caller: Caller, enterpriseNumber: string): boolean => {
  const own = caller.account.enterpriseNumber;
  if (own === enterpriseNumber) return true;
  // MAHIS lives by the practice date, as everywhere in practice.
  const today = parts.clock.businessDate();
  return parts.mandates
    .between(enterpriseNumber, own, SERVICE_GROUP)
    .some((mandate) => mandateIsActive(mandate, today));
};

/** Every employer whose presences the caller may see. */
export const employersOf = (parts: AccessParts, caller: Caller): string[] => {
  const own = caller.account.enterpriseNumber;
  const others = parts.world
    .employers()
    .map(({ enterpriseNumber }) => enterpriseNumber)
    .filter((number) => number !== own && mayActFor(parts, caller, number));
  return [own, ...others];
};

/** The declarations that one of these employers filed: there it sees its subcontractors too. */
export const declarationsOf = (parts: AccessParts, employers: readonly string[]): string[] =>
  parts.works
    .all()
    .filter(({ declarant }) => employers.includes(declarant))
    .map(({ reference }) => reference);
