// What is judged at once: check digits, one of two, the moment, the caller's permission. Everything else is looked at later.
import { type Issue, invalidInput, invalidStructure } from '../http/problem.ts';
import type { Caller } from '../oauth/bearer.ts';
import type { Presence } from '../store/presence-store.ts';
import { enterpriseNumberIsValid, inszIsValid } from '../world/check-digits.ts';
import { mayActFor } from './access.ts';
import { type GivenEmployer, type GivenItem, nowOf, type PresenceParts } from './parts.ts';

const AHEAD = 60_000;
const OLDEST = 24 * 3_600_000;

const exactlyOne = (name: string, inputs: string[], count: number): Issue[] =>
  count === 1
    ? []
    : [
        {
          type: 'urn:problem-type:belgif-ext:input-validation:exactlyOneOfExpected',
          title: 'Exactly one of these inputs must be present',
          detail: inputs.map((input) => `${name}.${input}`).join(', '),
          in: 'body',
          name,
        },
      ];

const momentIssues = (name: string, value: string, now: number): Issue[] => {
  const moment = Date.parse(value);
  if (moment <= now + AHEAD && moment >= now - OLDEST) return [];
  return [
    {
      type: 'urn:problem-type:belgif-ext:input-validation:outOfRange',
      title: 'Input value is out of range',
      detail: moment > now ? 'the moment lies in the future' : 'the moment lies more than 24 hours back',
      in: 'body',
      name,
      value,
      minimum: new Date(now - OLDEST).toISOString(),
      maximum: new Date(now + AHEAD).toISOString(),
    },
  ];
};

const employerIssues = (
  parts: PresenceParts,
  caller: Caller,
  at: string,
  employer: GivenEmployer,
): Issue[] => {
  const { enterpriseNumber, foreignVatNumber } = employer;
  const count = [enterpriseNumber, foreignVatNumber].filter((value) => value !== undefined).length;
  const one = exactlyOne(at, ['enterpriseNumber', 'foreignVatNumber'], count);
  if (one.length > 0 || enterpriseNumber === undefined) return one;
  const name = `${at}.enterpriseNumber`;
  if (!enterpriseNumberIsValid(enterpriseNumber)) {
    return [
      invalidStructure('body', name, enterpriseNumber, `enterprise number ${enterpriseNumber} is invalid`),
    ];
  }
  return mayActFor(parts, caller, enterpriseNumber)
    ? []
    : [invalidInput(name, enterpriseNumber, 'no permission for this employer')];
};

/** Why this item is not created; an empty list when it is. */
export const issuesOf = (parts: PresenceParts, caller: Caller, item: GivenItem, index: number): Issue[] => {
  const at = `items[${index}]`;
  const now = nowOf(parts);
  const place = item.placeOfWork;
  const today = new Date(now).toISOString().slice(0, 10);
  return [
    ...momentIssues(`${at}.registrationDate`, item.registrationDate, now),
    ...(inszIsValid(item.ssin, today)
      ? []
      : [invalidStructure('body', `${at}.ssin`, item.ssin, `SSIN ${item.ssin} is invalid`)]),
    ...employerIssues(parts, caller, `${at}.employer`, item.employer),
    ...exactlyOne(`${at}.placeOfWork`, ['coordinates', 'address'], Object.keys(place).length),
  ];
};

export interface Sender {
  readonly channel: Presence['channel'];
  readonly enterpriseNumber: string;
  readonly clientId: string;
}

/** Stores an item that was found without issues, to be judged when its time comes. Returns its id. */
export const storeItem = (parts: PresenceParts, item: GivenItem, sender: Sender): number => {
  const now = nowOf(parts);
  return parts.presences.add({
    type: item.type,
    insz: item.ssin,
    employer: item.employer.enterpriseNumber ?? item.employer.foreignVatNumber ?? '',
    reference: item.contractualRelationshipReference,
    registeredAt: Date.parse(item.registrationDate),
    createdAt: now,
    channel: sender.channel,
    sender: sender.enterpriseNumber,
    clientId: sender.clientId,
    place: JSON.stringify(item.placeOfWork),
    clientReference: item.clientReference ?? null,
    validity: 'pending',
    validatedAt: null,
    remarks: '',
    dueAt: now + parts.switches.all().presenceDelaySeconds * 1000,
    cancelReason: null,
    cancelledAt: null,
  });
};
