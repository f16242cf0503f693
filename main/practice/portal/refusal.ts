// Why the practice portal refuses an act: codes with their HTTP status, the field they concern, and who may do it instead.
import type { CertificateIssue } from '../chaman/certificate-criteria.ts';
import type { Reply } from '../http/exchange.ts';
import { problem } from '../http/problem.ts';
import type { Person } from '../store/access-store.ts';

export const REFUSALS = {
  enterpriseNumberWrong: 400,
  enterpriseUnknown: 404,
  alreadyKnown: 409,
  notRegistered: 409,
  alreadyRegistered: 409,
  accessChoiceMissing: 422,
  outsourcedToUnknown: 409,
  outsourcedToItself: 422,
  personUnknown: 403,
  personNeeded: 403,
  onlyMainAccessManager: 403,
  onlyAccessManager: 403,
  onlyLocalAdministrator: 403,
  onlyParty: 403,
  otherEnterprise: 403,
  noAccess: 403,
  qualityUnknown: 400,
  qualityNotActive: 403,
  qualityAlreadyActive: 409,
  qualityHoldsNoFlaChannel: 403,
  emailMissing: 422,
  emailWrong: 422,
  administratorMissing: 422,
  administratorUnknown: 422,
  roleAlreadyHeld: 409,
  roleNotHeld: 404,
  notAUser: 404,
  nameMissing: 422,
  nameTooLong: 422,
  senderMissing: 409,
  accountTypeOutside: 422,
  noRights: 422,
  noRightsLeft: 422,
  rightUnknown: 400,
  certificateMissing: 422,
  certificateNameMissing: 422,
  certificateRefused: 422,
  certificateAlreadyRegistered: 409,
  certificateUnknown: 404,
  lastCertificate: 409,
  accountUnknown: 404,
  accountClosed: 409,
  alreadyClosed: 409,
  circleAlreadyAccepted: 409,
  circleNotRead: 422,
  partyMissing: 422,
  sameParty: 422,
  notAMandatary: 409,
  serviceGroupMissing: 422,
  secondMandatary: 409,
  mandateOverlaps: 409,
  quarterWrong: 422,
  startQuarterPast: 422,
  endBeforeStart: 422,
  endQuarterPast: 409,
  mandateUnknown: 404,
  mandateNotProposed: 409,
  mandateNotActive: 409,
  alreadyAgreed: 409,
  worksReferenceWrong: 422,
  inszWrong: 422,
  inszUnknown: 404,
  directionMissing: 422,
  employerMissing: 422,
  workerWithoutEmployer: 409,
  requestUnknown: 404,
  requestForSomebodyElse: 403,
  requestUsed: 409,
  requestRefused: 409,
  requestExpired: 409,
  requestWithdrawn: 409,
  citizenMissing: 422,
  citizenAccessUnknown: 404,
  citizenAccessEnded: 409,
  registerPersonMissing: 422,
  registerEventMissing: 422,
  registerNameMissing: 422,
  registerNumberWrong: 422,
  registerNumberNotInUse: 409,
} as const satisfies Readonly<Record<string, number>>;
export type RefusalCode = keyof typeof REFUSALS;

export interface Finding {
  readonly code: RefusalCode;
  /** The field of the form that it concerns. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string>>;
}

export interface Refusal {
  readonly refused: readonly [Finding, ...Finding[]];
  /** Who may do it instead; empty when there is nobody yet. */
  readonly who?: readonly Person[];
  readonly issues?: readonly CertificateIssue[];
}

export type Outcome<T> = { readonly done: T } | Refusal;

export const refuse = (code: RefusalCode, more: Omit<Finding, 'code'> = {}): Refusal => ({
  refused: [{ code, ...more }],
});

/** A refusal of all findings at once; undefined when there are none. */
export const refuseAll = (findings: readonly (Finding | undefined)[]): Refusal | undefined => {
  const [first, ...rest] = findings.filter((finding) => finding !== undefined);
  return first === undefined ? undefined : { refused: [first, ...rest] };
};

const namesOf = (people: readonly Person[]): string =>
  people.map(({ givenName, familyName }) => `${givenName} ${familyName}`).join(', ');

/** The refusal as a BelgIF problem, its type ending in the first code. Names, never numbers, of those who may do it. */
export const refusalProblem = (area: 'chaman' | 'access' | 'mahis' | 'citizen', refusal: Refusal): Reply => {
  const [{ code }] = refusal.refused;
  const { who, issues } = refusal;
  return problem({
    status: REFUSALS[code],
    type: `urn:problem-type:practice:${area}:${code}`,
    title: code.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase()),
    ...(who === undefined
      ? {}
      : { detail: `must be done by: ${namesOf(who) || 'nobody holds that role yet'}` }),
    extra: {
      ...(who === undefined
        ? {}
        : { mustBeDoneBy: who.map(({ givenName, familyName }) => ({ givenName, familyName })) }),
      ...(issues === undefined
        ? { findings: refusal.refused.map((finding) => ({ code: finding.code, field: finding.field })) }
        : { issues: issues.map((issue) => ({ code: issue })) }),
    },
  });
};
