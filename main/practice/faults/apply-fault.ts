// What a fault does on the wire: an answer in place of the service's, or damage to the service's answer.
import { bodyOf, type Exchange, type Reply } from '../http/exchange.ts';
import {
  conflict,
  internalServerError,
  missingPermission,
  payloadTooLarge,
  problem,
} from '../http/problem.ts';
import type { Fault, FaultKind } from './fault.ts';
import { mangledSoap, soapReplacement } from './soap-fault.ts';

const retryHeaders = (fault: Fault, now: number): Record<string, string> => {
  if (fault.retryAfter === undefined) return {};
  const at = new Date(Math.ceil(now / 1000 + fault.retryAfter) * 1000);
  return {
    'retry-after': fault.retryAfterAs === 'date' ? at.toUTCString() : String(fault.retryAfter),
  };
};

const tooMany = (fault: Fault, now: number): Reply =>
  problem({
    status: 429,
    type: 'urn:problem-type:belgif:tooManyRequests',
    title: 'Too Many Requests',
    headers: retryHeaders({ retryAfter: 1, ...fault }, now),
    extra: { retryAfterSec: fault.retryAfter ?? 1 },
  });

const unavailable = (fault: Fault, now: number): Reply =>
  problem({
    status: 503,
    type: 'urn:problem-type:belgif:serviceUnavailable',
    title: 'Service Unavailable',
    headers: retryHeaders(fault, now),
    extra: fault.retryAfter === undefined ? {} : { retryAfterSec: fault.retryAfter },
  });

const page = (): Reply => ({
  status: 200,
  mediaType: 'text/html;charset=UTF-8',
  text: '<!doctype html><title>Maintenance</title><h1>Maintenance</h1>',
});

const strange = (): Reply => ({ status: 200, json: { unexpected: [{ shape: true }], items: 'none' } });

/** The service's own answer as a broken link would hand it on: its end is gone, its length is not. */
const garbled = (own: Reply): Reply => {
  const text = bodyOf(own);
  const half = Math.floor(text.length / 2);
  return { ...own, text: text.slice(0, half).padEnd(text.length, '\u0000') };
};

/** An answer as it would be to somebody else's request: well formed, and about other trainings. */
const aboutOthers = (own: Reply): Reply => {
  let count = 0;
  const text = bodyOf(own).replace(/"externalReference":"[^"]*"/g, () => {
    count += 1;
    return `"externalReference":"OTHER-${count}"`;
  });
  return { ...own, text };
};

/** What is left of the service's own answer. */
export const mangled = (fault: Fault, own: Reply): Reply => {
  if (fault.kind === 'garbledJson') return garbled(own);
  return fault.kind === 'otherReferences' ? aboutOthers(own) : mangledSoap(fault.kind, own);
};

const COMMITS_BY_DEFAULT: readonly FaultKind[] = [
  'halfBody',
  'trickle',
  'garbledJson',
  'otherReferences',
  'wrongJson',
  'resetAfterCommit',
  '500AfterCommit',
  '503AfterCommit',
  'truncatedXml',
  'otherTicket',
  'bom',
];

export const commits = (fault: Fault): boolean => fault.commit ?? COMMITS_BY_DEFAULT.includes(fault.kind);

/** The reply that replaces the service's own; undefined when the fault leaves it as it is. */
export const replacement = (fault: Fault, now: number, exchange: Exchange): Reply | undefined => {
  switch (fault.kind) {
    case '429':
      return tooMany(fault, now);
    case '503':
    case '503AfterCommit':
      return unavailable(fault, now);
    case '500':
    case '500AfterCommit':
      return internalServerError();
    case '409':
      return conflict(
        'urn:problem-type:belgif:conflict',
        'Conflict',
        'the resource is being changed elsewhere',
      );
    case '413':
      return payloadTooLarge(1024);
    case '403mandate':
      return missingPermission('no active mandate for this employer');
    case 'htmlInsteadOfJson':
      return page();
    case 'wrongJson':
      return strange();
    default:
      return soapReplacement(fault.kind, exchange);
  }
};
