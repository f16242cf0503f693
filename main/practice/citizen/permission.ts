// For which employer a caller may act, and what of others it sees: nothing.
import { mandateIsActive } from '../fla/subject.ts';
import type { Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { Caller } from '../oauth/bearer.ts';
import type { CitizenParts } from './parts.ts';

type PermissionParts = Pick<CitizenParts, 'mandates' | 'clock'>;

const SERVICE_GROUP = 'citizenData';

const holdsMandate = (parts: PermissionParts, caller: Caller, employer: string): boolean => {
  const today = parts.clock.businessDate();
  return parts.mandates
    .between(employer, caller.account.enterpriseNumber, SERVICE_GROUP)
    .some((mandate) => mandateIsActive(mandate, today));
};

const noMandate = (): Reply =>
  problems.missingPermission('no active mandate of this employer for this service');

/** Why the caller may not act for this employer; undefined when it may. A mandatary must name itself. */
export const barredFrom = (
  parts: PermissionParts,
  caller: Caller,
  employer: string,
  mandatary: string | undefined,
): Reply | undefined => {
  const own = caller.account.enterpriseNumber;
  if (mandatary !== undefined && mandatary !== own)
    return problems.missingPermission('the mandatary is not the enterprise of the token');
  if (mandatary === undefined)
    return own === employer
      ? undefined
      : problems.missingPermission('the employer is not the enterprise of the token');
  return holdsMandate(parts, caller, employer) ? undefined : noMandate();
};

/** As `barredFrom`, for a search: an employer may also narrow its own to those that a mandatary made. */
export const barredFromSearch = (
  parts: PermissionParts,
  caller: Caller,
  principal: string,
  mandatary: string | undefined,
): Reply | undefined =>
  caller.account.enterpriseNumber === principal ? undefined : barredFrom(parts, caller, principal, mandatary);

interface Belonging {
  readonly enterpriseNumber: string;
  readonly mandatary: string | null;
}

/** The record when the caller may see it: 404 for what is somebody else's, 403 once the mandate of the employer ended. */
export const visible = <T extends Belonging>(
  parts: PermissionParts,
  caller: Caller,
  record: T | undefined,
  [name, id]: readonly [name: string, id: string],
): { readonly found: T } | { readonly refused: Reply } => {
  const own = caller.account.enterpriseNumber;
  if (record !== undefined && record.enterpriseNumber === own) return { found: record };
  if (record === undefined || record.mandatary !== own)
    return { refused: problems.resourceNotFound(name, id, 'there is none of this enterprise') };
  return holdsMandate(parts, caller, record.enterpriseNumber) ? { found: record } : { refused: noMandate() };
};
