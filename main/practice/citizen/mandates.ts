// What an employer sees and does of the accesses that citizens opened: find, look, accept, give up.
import { ok, type Reply } from '../http/exchange.ts';
import { badRequest } from '../http/problem.ts';
import type { CitizenMandateState } from '../store/citizen-mandate-store.ts';
import { shownMandate } from './answer.ts';
import { enterpriseIssues, ssinIssues } from './number-issues.ts';
import type { CitizenCall, CitizenParts } from './parts.ts';
import { barredFromSearch, visible } from './permission.ts';
import { type GivenPage, invalidState, pageOf } from './requests.ts';

interface GivenSearch extends GivenPage {
  readonly principal: string;
  readonly mandatary?: string;
  readonly ssin?: string;
  readonly requestId?: string;
  readonly states?: readonly string[];
}

export const searchMandates = (parts: CitizenParts, call: CitizenCall): Reply => {
  const given = call.json as GivenSearch;
  const { principal, mandatary, ssin, requestId, states } = given;
  const wrong = [
    ...enterpriseIssues('principal', principal),
    ...enterpriseIssues('mandatary', mandatary),
    ...ssinIssues(ssin),
  ];
  if (wrong.length > 0) return badRequest(wrong);
  const barred = barredFromSearch(parts, call.caller, principal, mandatary);
  if (barred !== undefined) return barred;
  const { page, pageSize, span } = pageOf(given);
  const { rows, total } = parts.citizens.searchMandates(
    { principal, mandatary, insz: ssin, requestId, states },
    span,
  );
  return ok({ items: rows.map((row) => shownMandate(parts, call, row)), page, pageSize, total });
};

const opened = (parts: CitizenParts, call: CitizenCall) => {
  const id = call.parameters['mandateId'] ?? '';
  return visible(parts, call.caller, parts.citizens.mandate(id), ['mandateId', id]);
};

export const getMandate = (parts: CitizenParts, call: CitizenCall): Reply => {
  const record = opened(parts, call);
  return 'refused' in record ? record.refused : ok(shownMandate(parts, call, record.found));
};

const move =
  (from: readonly CitizenMandateState[], to: CitizenMandateState) =>
  (parts: CitizenParts, call: CitizenCall): Reply => {
    const record = opened(parts, call);
    if ('refused' in record) return record.refused;
    const { found } = record;
    if (!from.includes(found.state)) return invalidState(found.state);
    parts.citizens.setMandate(found.mandateId, to, null);
    return {
      ...ok(shownMandate(parts, call, { ...found, state: to })),
      effects: [{ externalReference: found.mandateId, effect: 'updated' }],
    };
  };

export const acceptMandate = move(['awaitingAcceptance'], 'active');
export const renounceMandate = move(['active', 'awaitingAcceptance'], 'renounced');
