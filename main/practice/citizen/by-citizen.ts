// What the citizen does on the own pages: approve or refuse a request, and end an access.
import { randomUUID } from 'node:crypto';
import { type Outcome, type RefusalCode, refuse } from '../portal/refusal.ts';
import type { CitizenMandate } from '../store/citizen-mandate-store.ts';
import type { CitizenRequest } from '../store/citizen-request-store.ts';
import { inszIsValid } from '../world/check-digits.ts';
import { lastDayAfter, practiceNow } from './moments.ts';
import { registerIssues } from './number-issues.ts';
import { type CitizenParts, MONTHS, passTime } from './parts.ts';

const CLOSED: Readonly<Record<Exclude<CitizenRequest['state'], 'open'>, RefusalCode>> = {
  approved: 'requestUsed',
  refused: 'requestRefused',
  expired: 'requestExpired',
  withdrawn: 'requestWithdrawn',
};

/** Somebody who may log in: a number with right digits that is in use. Spaces, dots and dashes are overlooked. */
export const logInAs = (parts: CitizenParts, typed: string): Outcome<string> => {
  const insz = typed.replace(/[\s./-]/g, '');
  if (!inszIsValid(insz, new Date().toISOString().slice(0, 10)))
    return refuse('inszWrong', { field: 'insz' });
  return registerIssues(parts, insz).length > 0 ? refuse('inszUnknown', { field: 'insz' }) : { done: insz };
};

/** The request when this citizen may still answer it. */
export const answerable = (parts: CitizenParts, requestId: string, insz: string): Outcome<CitizenRequest> => {
  passTime(parts);
  const request = parts.citizens.request(requestId);
  if (request === undefined) return refuse('requestUnknown');
  if (request.insz !== null && request.insz !== insz) return refuse('requestForSomebodyElse');
  return request.state === 'open' ? { done: request } : refuse(CLOSED[request.state]);
};

/** Opens an access for each data set of the request, from today; the request is used up by that. */
export const approve = (parts: CitizenParts, requestId: string, insz: string): Outcome<CitizenMandate[]> =>
  parts.citizens.together(() => {
    const found = answerable(parts, requestId, insz);
    if (!('done' in found)) return found;
    const request = found.done;
    const startDate = parts.clock.businessDate();
    const state = parts.switches.all().mandatesAwaitAcceptance ? 'awaitingAcceptance' : 'active';
    const opened = request.dataSets.map(
      (dataSet): CitizenMandate => ({
        mandateId: randomUUID(),
        requestId,
        insz,
        enterpriseNumber: request.enterpriseNumber,
        mandatary: request.mandatary,
        dataSet,
        state,
        startDate,
        endDate: lastDayAfter(startDate, MONTHS[dataSet]),
        revokedAt: null,
      }),
    );
    for (const mandate of opened) parts.citizens.addMandate(mandate);
    parts.citizens.setRequest(requestId, 'approved', insz);
    return { done: opened };
  });

export const refuseRequest = (
  parts: CitizenParts,
  requestId: string,
  insz: string,
): Outcome<CitizenRequest> =>
  parts.citizens.together(() => {
    const found = answerable(parts, requestId, insz);
    if ('done' in found) parts.citizens.setRequest(requestId, 'refused', insz);
    return found;
  });

const ENDABLE: readonly CitizenMandate['state'][] = ['active', 'awaitingAcceptance'];
export const canBeEnded = ({ state }: CitizenMandate): boolean => ENDABLE.includes(state);

/** Ends an access of this citizen at once. */
export const revoke = (parts: CitizenParts, mandateId: string, insz: string): Outcome<CitizenMandate> =>
  parts.citizens.together(() => {
    passTime(parts);
    const mandate = parts.citizens.mandate(mandateId);
    if (mandate === undefined || mandate.insz !== insz) return refuse('citizenAccessUnknown');
    if (!canBeEnded(mandate)) return refuse('citizenAccessEnded');
    const revokedAt = practiceNow(parts.clock);
    parts.citizens.setMandate(mandateId, 'revoked', revokedAt);
    return { done: { ...mandate, state: 'revoked', revokedAt } };
  });
