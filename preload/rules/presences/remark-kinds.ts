// The remarks that are known, who can do something about each, and the time in which a correction can be asked. The 17 of the
// published SOAP list and six proposals of ours (resources/contracts/presence-remarks.yaml).

/** `declarant`: who filed the declaration of works, which may be another enterprise. */
export type RemarkSolver = 'worker' | 'employer' | 'declarant' | 'nobody';

export const remarkSolvers = {
  relatedDimonaNotOk: 'employer',
  ssinNotCompanyFounder: 'employer',
  employerNotKnownAsFounder: 'employer',
  companyDoesNotExist: 'employer',
  selfEmployedNotKnownAsFounder: 'employer',
  limosaIdUnknown: 'employer',
  limosaIdNotActive: 'employer',
  bisNotKnownInLimosa: 'employer',
  bisNotActiveInLimosa: 'employer',
  worksDeclarationUnknown: 'declarant',
  worksDeclarationNotActive: 'declarant',
  companyNotInWorksDeclaration: 'declarant',
  siteNotSubject: 'nobody',
  duplicateRegistration: 'nobody',
  ssinUnknown: 'worker',
  employerNotActive: 'employer',
  companyContractNotActive: 'declarant',
  outWithoutIn: 'worker',
  inWithoutOut: 'worker',
  sameTypeRepeated: 'nobody',
  locationFarFromSite: 'worker',
  registeredLate: 'worker',
  ssinReplaced: 'employer',
} as const satisfies Readonly<Record<string, RemarkSolver>>;

export type KnownRemark = keyof typeof remarkSolvers;

export const isKnownRemark = (code: string): code is KnownRemark => Object.hasOwn(remarkSolvers, code);

/** Days after the registration in which the NSSO can be asked for a correction (general page of the service, "who"). */
export const correctionDays = 30;

const DAY = 86_400_000;

/** The last day (`yyyy-mm-dd`) on which a correction can be asked for a registration of `day`. */
export const correctionUntil = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + correctionDays * DAY).toISOString().slice(0, 10);

/** Days after `today` until the last one: 0 on that day itself, negative once it is over. */
export const daysLeft = (until: string, today: string): number =>
  Math.round((Date.parse(until) - Date.parse(today)) / DAY);
