// The calls of the service for citizen mandates. That a request has a number and an approval tells the citizen's is published; every
// name and the search of requests are assumed (resources/contracts/citizen-mandate-v1.yaml), and nothing else knows them.
import { z } from 'zod';
import type { ApplicantAccess, ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { readInsz } from '../../preload/rules/identifiers/insz.ts';
import { type FlaCall, type FlaOutcome, requestTo } from '../training/fla-api.ts';
import { citizenOutcome } from './citizen-answer.ts';

/** The contract under which history events are kept. */
export const citizenMandateContract = 'citizen-mandate/1';
/** Milliseconds: somebody stands before the desk. */
const readingMs = 10_000;
const askingMs = 15_000;
export const perPage = 100;

const dataSet = z.enum(['flexiJobEligibility', 'studentWorkHours']);
const number = z.string().min(1).max(64);
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const requestSchema = z.looseObject({
  self: z.string().max(500).catch(''),
  requestId: number.optional(),
  clientReference: z.string().max(64).optional(),
  state: z.enum(['open', 'approved', 'refused', 'expired', 'withdrawn']),
  expiresAt: instant.nullish(),
  requestUrl: z.string().max(500).nullish().catch(null),
  mandates: z
    .array(z.looseObject({ mandateId: number }))
    .max(20)
    .nullish(),
});
const mandateSchema = z.looseObject({
  mandateId: number,
  requestId: number.nullish(),
  ssin: z.string().refine((text) => readInsz(text) !== null),
  givenName: z.string().max(100).nullish().catch(null),
  familyName: z.string().max(100).nullish().catch(null),
  dataSet,
  state: z.enum(['awaitingAcceptance', 'active', 'revoked', 'renounced', 'expired']),
  period: z.looseObject({ startDate: z.iso.date(), endDate: z.iso.date() }),
  revokedAt: instant.nullish(),
});
const pageOf = <T extends z.ZodType>(item: T) =>
  z.looseObject({ items: z.array(item).max(perPage), total: z.int().min(0) });
const requestsSchema = pageOf(requestSchema);
const mandatesSchema = pageOf(mandateSchema);

export type WireRequest = {
  /** Null where the answer named none and its own address shows none either. */
  serviceId: string | null;
  clientReference: string | null;
  state: 'open' | 'approved' | 'refused' | 'expired' | 'withdrawn';
  expiresAt: string | null;
  url: string | null;
  mandateIds: string[];
};
export type WireMandate = {
  mandateId: string;
  serviceId: string | null;
  insz: string;
  /** Given name first. */
  name: string | null;
  dataSet: ApplicantDataSet;
  state: ApplicantAccess['state'];
  from: string;
  until: string;
  revokedAt: string | null;
};
export type Page<T> = { items: T[]; total: number };

/** For whom is asked: every search names both. */
export type Parties = { enterpriseNumber: string; mandataryNumber: string | null };
export type AskedFor = Parties & {
  dataSets: readonly ApplicantDataSet[];
  insz: string | null;
  language: 'nl' | 'fr' | 'de';
  clientReference: string;
};

/** Asks. Not to be repeated after a lost answer before it was looked for by its `clientReference`. */
export async function createRequest(
  call: FlaCall,
  baseUrl: string,
  asked: AskedFor,
): Promise<FlaOutcome<WireRequest>> {
  const { enterpriseNumber, mandataryNumber, dataSets, insz, language, clientReference } = asked;
  return posted(
    call,
    `${baseUrl}/mandateRequests`,
    {
      enterpriseNumber,
      ...(mandataryNumber === null ? {} : { mandataryEnterpriseNumber: mandataryNumber }),
      context: 'precontractualData',
      dataSets,
      ...(insz === null ? {} : { ssin: insz }),
      language,
      clientReference,
    },
    (json) => requestOf(requestSchema.parse(json)),
    askingMs,
  );
}

export const readRequest = (
  call: FlaCall,
  baseUrl: string,
  serviceId: string,
): Promise<FlaOutcome<WireRequest>> =>
  got(call, `${baseUrl}/mandateRequests/${encodeURIComponent(serviceId)}`, (json) =>
    requestOf(requestSchema.parse(json)),
  );

export const withdrawRequest = (
  call: FlaCall,
  baseUrl: string,
  serviceId: string,
): Promise<FlaOutcome<WireRequest>> =>
  posted(call, `${baseUrl}/mandateRequests/${encodeURIComponent(serviceId)}/withdraw`, null, (json) =>
    requestOf(requestSchema.parse(json)),
  );

export type RequestSearch = { clientReference: string } | { states: readonly WireRequest['state'][] };

/** One page, the oldest first. */
export const searchRequests = (
  call: FlaCall,
  baseUrl: string,
  parties: Parties,
  search: RequestSearch,
  page = 1,
): Promise<FlaOutcome<Page<WireRequest>>> =>
  posted(
    call,
    `${baseUrl}/mandateRequests/search`,
    { ...partiesOf(parties), ...search, page, pageSize: perPage },
    (json) => {
      const { items, total } = requestsSchema.parse(json);
      return { items: items.map(requestOf), total };
    },
  );

export type MandateSearch = { states?: readonly WireMandate['state'][]; insz?: string; serviceId?: string };

/** One page, the oldest first. */
export const searchMandates = (
  call: FlaCall,
  baseUrl: string,
  parties: Parties,
  { states, insz, serviceId }: MandateSearch,
  page = 1,
): Promise<FlaOutcome<Page<WireMandate>>> =>
  posted(
    call,
    `${baseUrl}/mandates/search`,
    {
      ...partiesOf(parties),
      context: 'precontractualData',
      ...(insz === undefined ? {} : { ssin: insz }),
      ...(serviceId === undefined ? {} : { requestId: serviceId }),
      ...(states === undefined ? {} : { states }),
      ...{ page, pageSize: perPage },
    },
    (json) => {
      const { items, total } = mandatesSchema.parse(json);
      return { items: items.map(mandateOf), total };
    },
  );

export const readMandate = (
  call: FlaCall,
  baseUrl: string,
  mandateId: string,
): Promise<FlaOutcome<WireMandate>> =>
  got(call, `${baseUrl}/mandates/${encodeURIComponent(mandateId)}`, (json) =>
    mandateOf(mandateSchema.parse(json)),
  );

/** Accepts what awaits it, or gives an access up. */
export const actOnMandate = (
  call: FlaCall,
  baseUrl: string,
  mandateId: string,
  act: 'accept' | 'renounce',
): Promise<FlaOutcome<WireMandate>> =>
  posted(call, `${baseUrl}/mandates/${encodeURIComponent(mandateId)}/${act}`, null, (json) =>
    mandateOf(mandateSchema.parse(json)),
  );

const partiesOf = ({ enterpriseNumber, mandataryNumber }: Parties) => ({
  principal: enterpriseNumber,
  ...(mandataryNumber === null ? {} : { mandatary: mandataryNumber }),
});

async function got<T>(call: FlaCall, url: string, parse: (json: unknown) => T): Promise<FlaOutcome<T>> {
  const outcome = await call.http.fetch({ ...requestTo(call, url), method: 'GET', timeoutMs: readingMs });
  return citizenOutcome(outcome, call.now, parse);
}

async function posted<T>(
  call: FlaCall,
  url: string,
  body: object | null,
  parse: (json: unknown) => T,
  timeoutMs = readingMs,
): Promise<FlaOutcome<T>> {
  const request = requestTo(call, url);
  const headers = { ...request.headers, 'content-type': 'application/json' };
  const outcome = await call.http.fetch({
    ...request,
    ...(body === null ? {} : { headers, body: JSON.stringify(body) }),
    method: 'POST',
    timeoutMs,
  });
  return citizenOutcome(outcome, call.now, parse);
}

/** A link is repeated byte for byte, or not at all. */
const isLink = (text: string): boolean => /^https?:\/\/[\x21-\x7e]{3,480}$/.test(text) && URL.canParse(text);

function requestOf(wire: z.infer<typeof requestSchema>): WireRequest {
  const url = wire.requestUrl ?? '';
  // The address of a request ends in its number.
  const shown = /\/mandateRequests\/([0-9A-Za-z-]{8,64})$/.exec(wire.self)?.[1] ?? null;
  return {
    serviceId: wire.requestId ?? shown,
    clientReference: wire.clientReference ?? null,
    state: wire.state,
    expiresAt: wire.expiresAt ?? null,
    url: isLink(url) ? url : null,
    mandateIds: (wire.mandates ?? []).map(({ mandateId }) => mandateId),
  };
}

function mandateOf(wire: z.infer<typeof mandateSchema>): WireMandate {
  const name = [wire.givenName, wire.familyName].filter((part) => part != null && part !== '').join(' ');
  return {
    mandateId: wire.mandateId,
    serviceId: wire.requestId ?? null,
    insz: wire.ssin,
    name: name === '' ? null : name,
    dataSet: wire.dataSet,
    state: wire.state,
    from: wire.period.startDate,
    until: wire.period.endDate,
    revokedAt: wire.revokedAt ?? null,
  };
}
