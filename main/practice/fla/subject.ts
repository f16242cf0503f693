// Who may do what about which worker: own account or mandate, known worker, employment in that year.
import type { PracticeClock } from '../clock.ts';
import type { Call, Refused } from '../http/contract-routes.ts';
import * as problems from '../http/problem.ts';
import type { Caller } from '../oauth/bearer.ts';
import type { Mandate, MandateStore } from '../store/mandate-store.ts';
import type { WorkerYear } from '../store/training-store.ts';
import type { Employment, WorldStore } from '../store/world-store.ts';
import { enterpriseNumberIsValid, inszIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { quarterOf, READ_ONLY_FROM } from './calendar.ts';

export interface SubjectParts {
  readonly world: WorldStore;
  readonly mandates: MandateStore;
  readonly clock: PracticeClock;
}

export interface Subject extends WorkerYear {
  readonly employment: Employment | undefined;
  /** Codes that hold for every training of the message, such as `F0003-155`. */
  readonly codes: readonly string[];
}

export type FlaCall = Call<Caller>;

export const mandateIsActive = (
  mandate: Pick<Mandate, 'state' | 'startQuarter' | 'endQuarter'>,
  date: string,
): boolean => {
  const quarter = quarterOf(date);
  return (
    mandate.state === 'active' &&
    mandate.startQuarter <= quarter &&
    (mandate.endQuarter === null || quarter <= mandate.endQuarter)
  );
};

type Permission = 'granted' | 'mandateNotActive' | 'none';

// A company of the group may act for its sisters in its quality of employer; everybody else needs one of mandatary.
const permissionFor = (parts: SubjectParts, caller: Caller, enterpriseNumber: string): Permission => {
  const { account } = caller;
  const asEmployer = account.quality === 'employer';
  if (asEmployer && account.enterpriseNumber === enterpriseNumber) return 'granted';
  // A proposal that the other party did not agree to yet is no mandate.
  const mandates = parts.mandates
    .between(enterpriseNumber, account.enterpriseNumber, 'fla')
    .filter((mandate) => mandate.state !== 'proposed' && (!asEmployer || mandate.sameGroup));
  if (mandates.length === 0) return 'none';
  const today = parts.clock.businessDate();
  return mandates.some((mandate) => mandateIsActive(mandate, today)) ? 'granted' : 'mandateNotActive';
};

export const wrongDigits = (name: string, value: string): Refused => ({
  refused: problems.badRequest([
    problems.invalidStructure('path', name, value, `${name} has wrong check digits`),
  ]),
});

/** The employer in the path when the caller may act for it, else the refusal. */
export const employerOf = (parts: SubjectParts, call: FlaCall): { enterpriseNumber: string } | Refused => {
  const given = call.parameters['enterpriseNumber'] ?? '';
  const enterpriseNumber = padEnterpriseNumber(given);
  if (!enterpriseNumberIsValid(enterpriseNumber)) return wrongDigits('enterpriseNumber', given);
  if (permissionFor(parts, call.caller, enterpriseNumber) !== 'granted') {
    return { refused: problems.missingPermission('no active mandate for this employer') };
  }
  if (parts.world.employer(enterpriseNumber) === undefined) {
    return { refused: problems.resourceNotFound('enterpriseNumber', given, 'the employer is unknown') };
  }
  return { enterpriseNumber };
};

const yearRefusal = (parts: SubjectParts, year: number): Refused | undefined => {
  const maximum = Number(parts.clock.businessDate().slice(0, 4)) + 1;
  if (year <= maximum) return undefined;
  const issue: problems.Issue = {
    type: 'urn:problem-type:belgif-ext:input-validation:outOfRange',
    title: 'Input value is out of range',
    in: 'path',
    name: 'year',
    value: year,
    minimum: 2023,
    maximum,
  };
  return { refused: problems.badRequest([issue]) };
};

export const touchesYear = (employment: Employment, year: number): boolean =>
  employment.startDate <= `${year}-12-31` &&
  (employment.endDate === null || employment.endDate >= `${year}-01-01`);

/**
 * The worker-year of the path, with the codes that block or mark everything said about it. Refuses only what can
 * never be answered per training: a year out of range, and an employer that the caller never had a mandate for.
 */
export const judgeSubject = (parts: SubjectParts, call: FlaCall): Subject | Refused => {
  const given = call.parameters['ssin'] ?? '';
  const year = Number(call.parameters['year']);
  const outside = yearRefusal(parts, year);
  if (outside !== undefined) return outside;
  const enterpriseNumber = padEnterpriseNumber(call.parameters['enterpriseNumber'] ?? '');
  const codes: string[] = [];
  if (!enterpriseNumberIsValid(enterpriseNumber)) {
    return { enterpriseNumber, insz: given, year, employment: undefined, codes: ['F0001-004'] };
  }
  const permission = permissionFor(parts, call.caller, enterpriseNumber);
  if (permission === 'none') {
    return { refused: problems.missingPermission('no mandate for this employer') };
  }
  if (permission === 'mandateNotActive') codes.push('F0003-155');
  if (`${year}` >= READ_ONLY_FROM.slice(0, 4)) codes.push('F0099-999');
  const today = new Date(parts.clock.wallNow()).toISOString().slice(0, 10);
  if (!inszIsValid(given, today)) {
    return { enterpriseNumber, insz: given, year, employment: undefined, codes: [...codes, 'F0002-004'] };
  }
  const worker = parts.world.worker(given);
  const insz = worker?.state === 'replaced' ? (worker.replacedBy ?? given) : given;
  if (worker === undefined || worker.state === 'cancelled') codes.push('F0002-003');
  if (worker?.state === 'replaced') codes.push('F0002-370');
  const employment = parts.world.employment(enterpriseNumber, insz);
  const known = !codes.includes('F0002-003');
  if (known && (employment === undefined || !touchesYear(employment, year))) codes.push('F0004-051');
  return { enterpriseNumber, insz, year, employment, codes };
};

/** The subject for everything but a filing: what blocks there is a plain refusal here. */
export const requireSubject = (parts: SubjectParts, call: FlaCall): Subject | Refused => {
  const employer = employerOf(parts, call);
  if ('refused' in employer) return employer;
  const subject = judgeSubject(parts, call);
  if ('refused' in subject) return subject;
  const ssin = call.parameters['ssin'] ?? '';
  if (subject.codes.includes('F0002-004')) return wrongDigits('ssin', ssin);
  if (subject.employment === undefined) {
    return { refused: problems.resourceNotFound('ssin', ssin, 'no such worker at this employer') };
  }
  return subject;
};
