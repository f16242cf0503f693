// The calls of Check In and Out at Work that the program makes. Only registerInBulk is attested; the rest is assumed
// (resources/contracts/presence-registration-v1.yaml), and nothing else knows its names on the wire.
import { z } from 'zod';
import { type FlaCall, type FlaOutcome, interpreted, requestTo } from '../training/fla-api.ts';

/** The contract under which history events are kept. */
export const presenceContract = 'presence-registration/1';

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const remarkSchema = z.looseObject({
  code: z.string().regex(/^[a-z][A-Za-z0-9]{2,63}$/),
  severity: z.enum(['blocking', 'nonBlocking']).catch('blocking'),
});
const registrationSchema = z.looseObject({
  id: z.int().min(1),
  registrationDate: moment,
  creationDate: moment,
  type: z.enum(['IN', 'OUT']),
  ssin: z.string().regex(/^\d{11}$/),
  currentSsin: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
  employer: z.looseObject({
    enterpriseNumber: z.string().max(10).optional(),
    foreignVatNumber: z.string().max(30).optional(),
  }),
  contractualRelationshipReference: z.string().max(20),
  channel: z.string().max(40).default(''),
  validity: z.enum(['pending', 'valid', 'invalid']),
  validationDate: moment.optional(),
  remarks: z.array(remarkSchema).max(30).default([]),
  cancellation: z
    .looseObject({ reason: z.string().max(40).default('other'), cancellationDate: moment })
    .optional(),
});
const pageSchema = z.looseObject({
  items: z.array(registrationSchema).max(500),
  total: z.int().min(0),
});

export type WirePresence = {
  id: number;
  registeredAt: number;
  createdAt: number;
  type: 'IN' | 'OUT';
  insz: string;
  currentInsz: string | null;
  employerNumber: string;
  reference: string;
  channel: string;
  validity: 'pending' | 'valid' | 'invalid';
  validatedAt: number | null;
  remarks: { code: string; severity: 'blocking' | 'nonBlocking' }[];
  cancelledAt: number | null;
  cancelReason: string | null;
};

export const presencesPerPage = 500;

export type PresenceSearch = {
  enterpriseNumber: string;
  /** Belgian days, at most 31 of them. */
  from: string;
  to: string;
  withSubcontractors: boolean;
  /** On one site only. */
  reference?: string;
  /** One worker on one site; arrivals or departures alone where a type is given. */
  only?: { insz: string; reference: string; type?: 'IN' | 'OUT' };
  page: number;
};

/** One page; the last is shorter than `presencesPerPage` or reaches `total`. */
export async function searchPresences(
  call: FlaCall,
  baseUrl: string,
  search: PresenceSearch,
): Promise<FlaOutcome<{ presences: WirePresence[]; total: number }>> {
  const request = requestTo(call, `${baseUrl}/presenceRegistrations/search`);
  const outcome = await call.http.fetch({
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      // With subcontractors no employer is named: the service shows all that the caller may see.
      ...(search.withSubcontractors
        ? { includeSubcontractors: true }
        : { employer: { enterpriseNumber: search.enterpriseNumber } }),
      ...(search.reference === undefined ? {} : { contractualRelationshipReference: search.reference }),
      ...(search.only === undefined
        ? {}
        : {
            ssin: search.only.insz,
            contractualRelationshipReference: search.only.reference,
            ...(search.only.type === undefined ? {} : { type: search.only.type }),
          }),
      registrationPeriod: { startDate: search.from, endDate: search.to },
      page: search.page,
      pageSize: presencesPerPage,
      sort: ['id'],
    }),
  });
  return interpreted(outcome, call.now, (json) => {
    const { items, total } = pageSchema.parse(json);
    return { presences: items.map(presenceOf), total };
  });
}

/** One registration as it stands now: how a pending one is followed. */
export async function readPresence(
  call: FlaCall,
  baseUrl: string,
  id: number,
): Promise<FlaOutcome<WirePresence>> {
  const outcome = await call.http.fetch({
    ...requestTo(call, `${baseUrl}/presenceRegistrations/${id}`),
    method: 'GET',
  });
  return interpreted(outcome, call.now, (json) => presenceOf(registrationSchema.parse(json)));
}

const presenceOf = (wire: z.infer<typeof registrationSchema>): WirePresence => ({
  id: wire.id,
  registeredAt: wire.registrationDate,
  createdAt: wire.creationDate,
  type: wire.type,
  insz: wire.ssin,
  currentInsz: wire.currentSsin ?? null,
  employerNumber: wire.employer.enterpriseNumber ?? wire.employer.foreignVatNumber ?? '',
  reference: wire.contractualRelationshipReference,
  channel: wire.channel,
  validity: wire.validity,
  validatedAt: wire.validationDate ?? null,
  remarks: wire.remarks.map(({ code, severity }) => ({ code, severity })),
  cancelledAt: wire.cancellation?.cancellationDate ?? null,
  cancelReason: wire.cancellation?.reason ?? null,
});
