// The calls of the service for citizen mandates. That a request has a number and an approval tells the citizen's is published; every
// name and the search of requests are assumed (resources/contracts/citizen-mandate-v1.yaml), and nothing else knows them.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type FlaCall, type FlaOutcome, requestTo } from '../training/fla-api.ts';
import { citizenOutcome } from './citizen-answer.ts';
import { mandatePage, ownMandate, type WireMandate } from './wire-mandate.ts';
import { type Page, perPage } from './wire-page.ts';
import {
  type Found,
  lostRequest,
  madeRequest,
  type OwnQuestion,
  type OwnRequest,
  ownRequest,
  requestPage,
  type WireRequest,
} from './wire-request.ts';

/** The contract under which history events are kept. */
export const citizenMandateContract = 'citizen-mandate/1';
/** Milliseconds: somebody stands before the desk. */
const readingMs = 10_000;
const askingMs = 15_000;

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
    (json) => madeRequest(json, asked),
    askingMs,
  );
}

/** An answer of another request than `own` is none (unexpectedAnswer). */
export const readRequest = (
  call: FlaCall,
  baseUrl: string,
  serviceId: string,
  own: OwnRequest,
): Promise<FlaOutcome<WireRequest>> =>
  got(call, `${baseUrl}/mandateRequests/${encodeURIComponent(serviceId)}`, (json) => ownRequest(json, own));

/** As `readRequest`. */
export const withdrawRequest = (
  call: FlaCall,
  baseUrl: string,
  serviceId: string,
  own: OwnRequest,
): Promise<FlaOutcome<WireRequest>> =>
  posted(call, `${baseUrl}/mandateRequests/${encodeURIComponent(serviceId)}/withdraw`, null, (json) =>
    ownRequest(json, own),
  );

/** One page, the oldest first. */
export const searchRequests = (
  call: FlaCall,
  baseUrl: string,
  parties: Parties,
  search: { states: readonly WireRequest['state'][] },
  page = 1,
): Promise<FlaOutcome<Page<WireRequest>>> =>
  posted(
    call,
    `${baseUrl}/mandateRequests/search`,
    { ...partiesOf(parties), ...search, page, pageSize: perPage },
    (json) => requestPage(json, parties.enterpriseNumber),
  );

/** What the service has under our own reference. */
export const findByReference = (
  call: FlaCall,
  baseUrl: string,
  parties: Parties,
  asked: OwnQuestion,
): Promise<FlaOutcome<Found>> =>
  posted(
    call,
    `${baseUrl}/mandateRequests/search`,
    { ...partiesOf(parties), clientReference: asked.clientReference, page: 1, pageSize: perPage },
    (json) => lostRequest(json, asked),
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
    (json) => mandatePage(json, parties.enterpriseNumber),
  );

export const readMandate = (
  call: FlaCall,
  baseUrl: string,
  { enterpriseNumber }: Parties,
  mandateId: string,
): Promise<FlaOutcome<WireMandate>> =>
  got(call, `${baseUrl}/mandates/${encodeURIComponent(mandateId)}`, (json) =>
    ownMandate(json, enterpriseNumber, mandateId),
  );

/** Accepts what awaits it, or gives an access up. */
export const actOnMandate = (
  call: FlaCall,
  baseUrl: string,
  { enterpriseNumber }: Parties,
  mandateId: string,
  act: 'accept' | 'renounce',
): Promise<FlaOutcome<WireMandate>> =>
  posted(call, `${baseUrl}/mandates/${encodeURIComponent(mandateId)}/${act}`, null, (json) =>
    ownMandate(json, enterpriseNumber, mandateId),
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
