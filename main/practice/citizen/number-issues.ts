// What is wrong with the numbers of a request: check digits first, then what the register says of a person.
import { type Issue, invalidInput, invalidStructure } from '../http/problem.ts';
import { enterpriseNumberIsValid, inszIsValid } from '../world/check-digits.ts';
import type { CitizenParts } from './parts.ts';

export const enterpriseIssues = (name: string, number: string | undefined): Issue[] =>
  number === undefined || enterpriseNumberIsValid(number)
    ? []
    : [invalidStructure('body', name, number, `enterprise number ${number} is invalid`)];

export const ssinIssues = (ssin: string | undefined): Issue[] =>
  ssin === undefined || inszIsValid(ssin, new Date().toISOString().slice(0, 10))
    ? []
    : [invalidStructure('body', 'ssin', ssin, `SSIN ${ssin} is invalid`)];

/** An employer cannot be its own mandatary. */
export const partyIssues = (name: string, employer: string, mandatary: string | undefined): Issue[] =>
  employer === mandatary ? [invalidInput(name, mandatary, 'the employer itself is no mandatary')] : [];

/** Replaced, cancelled, or nobody's: nothing can be asked or read under this number. */
export const registerIssues = (
  parts: Pick<CitizenParts, 'world' | 'facts'>,
  ssin: string | undefined,
): Issue[] => {
  if (ssin === undefined) return [];
  const at = { in: 'body', name: 'ssin', value: ssin } as const;
  const worker = parts.world.worker(ssin);
  if (worker?.state === 'replaced' && worker.replacedBy !== null) {
    return [
      {
        type: 'urn:problem-type:cbss:input-validation:replacedSsin',
        title: 'SSIN has been replaced, use new SSIN',
        ...at,
        replacedBy: worker.replacedBy,
      },
    ];
  }
  if (worker?.state === 'cancelled') {
    return [
      { type: 'urn:problem-type:cbss:input-validation:canceledSsin', title: 'SSIN has been canceled', ...at },
    ];
  }
  if (parts.facts.facts(ssin)?.known === false) {
    return [
      {
        type: 'urn:problem-type:belgif:input-validation:referencedResourceNotFound',
        title: 'Referenced resource not found',
        detail: 'the register knows nobody with this number',
        ...at,
      },
    ];
  }
  return [];
};
