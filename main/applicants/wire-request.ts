// Requests as the service for citizen mandates writes them, taken out of its shape. What contradicts the question is no answer to it.
import { z } from 'zod';
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import {
  enterprise,
  instant,
  isOf,
  mandateNumber,
  type Page,
  pageOf,
  pageSchema,
  requestNumber,
} from './wire-page.ts';

const requestSchema = z.looseObject({
  self: z.string().max(500).catch(''),
  requestId: requestNumber.nullish(),
  clientReference: z.string().max(64).nullish(),
  enterpriseNumber: enterprise.nullish(),
  ssin: z.string().max(20).nullish(),
  dataSets: z.array(z.string().max(64)).max(20).nullish(),
  state: z.enum(['open', 'approved', 'refused', 'expired', 'withdrawn']),
  expiresAt: instant.nullish(),
  requestUrl: z.string().max(500).nullish().catch(null),
  mandates: z.array(z.unknown()).max(20).nullish().catch(null),
});
const namedMandate = z.looseObject({ mandateId: mandateNumber });

export type WireRequest = {
  /** Null where the answer named none and its own address shows none either. */
  serviceId: string | null;
  clientReference: string | null;
  state: 'open' | 'approved' | 'refused' | 'expired' | 'withdrawn';
  expiresAt: string | null;
  url: string | null;
  mandateIds: string[];
};

/** Null: the service has none. */
export type Found = { request: WireRequest | null };

/** By which a request of ours is known. */
export type OwnRequest = { serviceId: string | null; clientReference: string };
/** What a request was made for; `insz` null: for whoever comes first. */
export type OwnQuestion = {
  enterpriseNumber: string;
  dataSets: readonly ApplicantDataSet[];
  insz: string | null;
  clientReference: string;
};

/** The answer to a request that was just made. Throws where it is an answer to something else. */
export function madeRequest(json: unknown, asked: OwnQuestion): WireRequest {
  const wire = requestSchema.parse(json);
  if (contradicts(wire, asked) || (asked.insz === null && wire.ssin != null))
    throw new RangeError('an answer to another question');
  return requestOf(wire);
}

/** One request of ours. Throws where it is another: by its number, by its own address, else by our reference. */
export function ownRequest(json: unknown, own: OwnRequest): WireRequest {
  const wire = requestOf(requestSchema.parse(json));
  const other =
    wire.serviceId !== null && own.serviceId !== null
      ? wire.serviceId.toLowerCase() !== own.serviceId.toLowerCase()
      : wire.clientReference !== null && wire.clientReference !== own.clientReference;
  if (other) throw new RangeError('another request');
  return wire;
}

/** Those of one employer. */
export const requestPage = (json: unknown, enterpriseNumber: string): Page<WireRequest> =>
  pageOf(json, requestSchema, enterpriseNumber, requestOf);

/** The one of this reference. Throws where it contradicts what was asked, and where something that is not shown or not readable may be it. */
export function lostRequest(json: unknown, asked: OwnQuestion): Found {
  const { items, total } = pageSchema.parse(json);
  const wires = items.flatMap((item) => requestSchema.safeParse(item).data ?? []);
  const found = wires.find(({ clientReference }) => clientReference === asked.clientReference);
  if (found === undefined) {
    if (wires.length < Math.max(items.length, total)) throw new RangeError('not all was told');
    return { request: null };
  }
  if (contradicts(found, asked)) throw new RangeError('an answer to another question');
  return { request: requestOf(found) };
}

/** Only what the answer says; whom somebody approved may be told where nobody was named. */
function contradicts(wire: z.infer<typeof requestSchema>, asked: OwnQuestion): boolean {
  const { clientReference, ssin, dataSets } = wire;
  const named = [...(dataSets ?? asked.dataSets)].sort().join();
  return (
    !isOf(wire, asked.enterpriseNumber) ||
    (clientReference != null && clientReference !== asked.clientReference) ||
    (asked.insz !== null && ssin != null && ssin.replace(/\D/g, '') !== asked.insz) ||
    named !== [...asked.dataSets].sort().join()
  );
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
    mandateIds: (wire.mandates ?? []).flatMap((item) => namedMandate.safeParse(item).data?.mandateId ?? []),
  };
}
