// What the service for citizen mandates writes, taken out of its shape (resources/contracts/citizen-mandate-v1.yaml). An item that is
// none of ours or that cannot be read is left out and counted; what contradicts the question is no answer to it.
import { z } from 'zod';
import type { ApplicantAccess, ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { plainWords } from '../../preload/rules/applicants/plain-words.ts';
import { readInsz } from '../../preload/rules/identifiers/insz.ts';

export const perPage = 100;
/** UTF-16 units of a name that the pages take. */
export const longestName = 200;

const dataSet = z.enum(['flexiJobEligibility', 'studentWorkHours']);
/** They stand in addresses and in links that people scan: nothing in them may lead elsewhere. */
const requestNumber = z.string().regex(/^[0-9A-Za-z-]{8,64}$/);
const mandateNumber = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);
const enterprise = z.string().max(20);
const insz = z.string().refine((text) => readInsz(text) !== null);
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .pipe(z.iso.datetime());
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
const mandateSchema = z.looseObject({
  mandateId: mandateNumber,
  requestId: requestNumber.nullish(),
  enterpriseNumber: enterprise.nullish(),
  ssin: insz,
  givenName: z.string().nullish().catch(null),
  familyName: z.string().nullish().catch(null),
  dataSet,
  state: z.enum(['awaitingAcceptance', 'active', 'revoked', 'renounced', 'expired']),
  period: z.looseObject({ startDate: z.iso.date(), endDate: z.iso.date() }),
  revokedAt: instant.nullish().catch(null),
});
const pageSchema = z.looseObject({ items: z.array(z.unknown()).max(perPage), total: z.int().min(0) });

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
  /** Given name first, as `plainWords` leaves it. */
  name: string | null;
  dataSet: ApplicantDataSet;
  state: ApplicantAccess['state'];
  from: string;
  until: string;
  revokedAt: string | null;
};
/** `skipped`: items that were left out. */
export type Page<T> = { items: T[]; total: number; skipped: number };

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

/** Those of one employer. */
export const mandatePage = (json: unknown, enterpriseNumber: string): Page<WireMandate> =>
  pageOf(json, mandateSchema, enterpriseNumber, mandateOf);

/** One mandate. Throws where it is another one, or another employer's. */
export function ownMandate(json: unknown, enterpriseNumber: string, mandateId: string): WireMandate {
  const wire = mandateSchema.parse(json);
  if (wire.mandateId !== mandateId || !isOf(wire, enterpriseNumber)) throw new RangeError('another mandate');
  return mandateOf(wire);
}

function pageOf<W extends { enterpriseNumber?: string | null | undefined }, T>(
  json: unknown,
  schema: z.ZodType<W>,
  enterpriseNumber: string,
  read: (wire: W) => T,
): Page<T> {
  const { items, total } = pageSchema.parse(json);
  const own = items.flatMap((item) => {
    const wire = schema.safeParse(item);
    return wire.success && isOf(wire.data, enterpriseNumber) ? [read(wire.data)] : [];
  });
  return { items: own, total, skipped: items.length - own.length };
}

/** Whatever signs stand between the digits, and without the zero that older numbers lack. */
const bare = (number: string): string => number.replace(/\D/g, '').padStart(10, '0');

/** Also where it does not say whose it is. */
const isOf = (wire: { enterpriseNumber?: string | null | undefined }, enterpriseNumber: string): boolean =>
  wire.enterpriseNumber == null || bare(wire.enterpriseNumber) === bare(enterpriseNumber);

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

function mandateOf(wire: z.infer<typeof mandateSchema>): WireMandate {
  const name = plainWords(`${wire.givenName ?? ''} ${wire.familyName ?? ''}`, longestName);
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
