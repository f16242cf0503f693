// What an employer does with its requests: ask, find again, look, withdraw.
import { randomUUID } from 'node:crypto';
import { ok, type Reply } from '../http/exchange.ts';
import { badRequest, problem } from '../http/problem.ts';
import type { CitizenRequest, DataSet } from '../store/citizen-request-store.ts';
import { shownRequest } from './answer.ts';
import { lastSecondOf, practiceNow } from './moments.ts';
import { enterpriseIssues, partyIssues, registerIssues, ssinIssues } from './number-issues.ts';
import { type CitizenCall, type CitizenParts, DATA_SETS } from './parts.ts';
import { barredFrom, barredFromSearch, visible } from './permission.ts';

export interface NewRequest {
  readonly enterpriseNumber: string;
  readonly mandataryEnterpriseNumber?: string;
  readonly dataSets: readonly DataSet[];
  readonly ssin?: string;
  readonly language?: string;
  readonly clientReference?: string;
}

export interface GivenPage {
  readonly page?: number;
  readonly pageSize?: number;
}

export const pageOf = ({ page = 1, pageSize = 50 }: GivenPage) => ({
  page,
  pageSize,
  span: { offset: (page - 1) * pageSize, limit: pageSize },
});

/** 409 with the state that the request or mandate is in. */
export const invalidState = (state: string): Reply =>
  problem({
    status: 409,
    type: 'urn:problem-type:nsso:citizenMandate:invalidState',
    title: 'Invalid State',
    detail: `not possible in the state ${state}`,
    extra: { state },
  });

/** Lays down a request, open from now until the end of the practice date in Belgium. */
export const openRequest = (parts: CitizenParts, given: NewRequest): CitizenRequest => {
  const request: CitizenRequest = {
    requestId: randomUUID(),
    enterpriseNumber: given.enterpriseNumber,
    mandatary: given.mandataryEnterpriseNumber ?? null,
    dataSets: DATA_SETS.filter((one) => given.dataSets.includes(one)),
    insz: given.ssin ?? null,
    language: given.language ?? null,
    clientReference: given.clientReference ?? null,
    state: 'open',
    createdAt: practiceNow(parts.clock),
    expiresAt: lastSecondOf(parts.clock.businessDate()),
    usedBy: null,
  };
  parts.citizens.addRequest(request);
  return request;
};

export const createRequest = (parts: CitizenParts, call: CitizenCall): Reply => {
  const given = call.json as NewRequest;
  const { enterpriseNumber, mandataryEnterpriseNumber: mandatary, ssin } = given;
  const wrong = [
    ...enterpriseIssues('enterpriseNumber', enterpriseNumber),
    ...enterpriseIssues('mandataryEnterpriseNumber', mandatary),
    ...partyIssues('mandataryEnterpriseNumber', enterpriseNumber, mandatary),
    ...ssinIssues(ssin),
  ];
  if (wrong.length > 0) return badRequest(wrong);
  const barred = barredFrom(parts, call.caller, enterpriseNumber, mandatary);
  if (barred !== undefined) return barred;
  const unknown = registerIssues(parts, ssin);
  if (unknown.length > 0) return badRequest(unknown);
  const request = openRequest(parts, given);
  const reference = request.clientReference ?? request.requestId;
  const commits = parts.ledger.countCommit(`mandateRequest ${enterpriseNumber}`, reference);
  const json = shownRequest(parts, call, request);
  return {
    status: 201,
    headers: { location: json.self },
    json,
    effects: [{ externalReference: reference, effect: 'created', commits }],
  };
};

interface GivenSearch extends GivenPage {
  readonly principal: string;
  readonly mandatary?: string;
  readonly clientReference?: string;
  readonly states?: readonly string[];
}

export const searchRequests = (parts: CitizenParts, call: CitizenCall): Reply => {
  const given = call.json as GivenSearch;
  const { principal, mandatary, clientReference, states } = given;
  const wrong = [...enterpriseIssues('principal', principal), ...enterpriseIssues('mandatary', mandatary)];
  if (wrong.length > 0) return badRequest(wrong);
  const barred = barredFromSearch(parts, call.caller, principal, mandatary);
  if (barred !== undefined) return barred;
  const { page, pageSize, span } = pageOf(given);
  const { rows, total } = parts.citizens.searchRequests(
    { principal, mandatary, clientReference, states },
    span,
  );
  return ok({ items: rows.map((row) => shownRequest(parts, call, row)), page, pageSize, total });
};

const asked = (parts: CitizenParts, call: CitizenCall) => {
  const id = call.parameters['requestId'] ?? '';
  return visible(parts, call.caller, parts.citizens.request(id), ['requestId', id]);
};

export const getRequest = (parts: CitizenParts, call: CitizenCall): Reply => {
  const record = asked(parts, call);
  return 'refused' in record ? record.refused : ok(shownRequest(parts, call, record.found));
};

export const withdrawRequest = (parts: CitizenParts, call: CitizenCall): Reply => {
  const record = asked(parts, call);
  if ('refused' in record) return record.refused;
  const { found } = record;
  if (found.state !== 'open') return invalidState(found.state);
  parts.citizens.setRequest(found.requestId, 'withdrawn', null);
  const reference = found.clientReference ?? found.requestId;
  return {
    ...ok(shownRequest(parts, call, { ...found, state: 'withdrawn' })),
    effects: [{ externalReference: reference, effect: 'updated' }],
  };
};
