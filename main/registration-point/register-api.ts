// The one attested call of Check In and Out at Work: registerInBulk (rest-services §3.2). What it answers for an item that is
// refused is assumed.
import { z } from 'zod';
import { type FlaCall, type FlaOutcome, interpreted, requestTo } from '../training/fla-api.ts';

/** Most registrations in one call. [assumed, as the SOAP service] */
export const mostAtOnce = 200;

export type PlaceOfWork =
  | { coordinates: { longitude: number; latitude: number } }
  | {
      address: { postCode: string; municipalityName: string; streetName: string; houseNumber: string };
    };

export type Registration = {
  insz: string;
  type: 'IN' | 'OUT';
  /** Milliseconds since the epoch; sent in whole seconds. */
  moment: number;
  reference: string;
  enterpriseNumber: string;
  place: PlaceOfWork;
  /** Under which the service knows it again; null: it is not known to take any. At most 24 characters. */
  clientReference: string | null;
};

export type ItemAnswer =
  | { kind: 'created'; serviceId: number; validity: 'pending' | 'valid' | 'invalid' }
  /** Names of the fields that the service found fault with. */
  | { kind: 'refused'; fields: string[] };

const createdSchema = z
  .looseObject({
    createdPresenceRegistration: z.looseObject({
      id: z.int().min(1),
      validity: z.enum(['pending', 'valid', 'invalid']).catch('pending'),
    }),
  })
  .transform(
    ({ createdPresenceRegistration: { id, validity } }): ItemAnswer => ({
      kind: 'created',
      serviceId: id,
      validity,
    }),
  );
const refusedSchema = z
  .looseObject({
    notCreatedPresenceRegistration: z.looseObject({
      issues: z
        .array(z.looseObject({ name: z.string().max(200).catch('') }))
        .max(50)
        .catch([]),
    }),
  })
  .transform(
    ({ notCreatedPresenceRegistration: { issues } }): ItemAnswer => ({
      kind: 'refused',
      fields: issues.map(({ name }) => name),
    }),
  );
const answerSchema = z.looseObject({
  items: z.array(z.union([createdSchema, refusedSchema])).max(mostAtOnce),
});

/** `2026-11-29T07:00:12Z`, as the attested client writes it. */
const instant = (moment: number): string => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** One answer for each, in their order; an answer of another length is none to this request. */
export async function registerInBulk(
  call: FlaCall,
  baseUrl: string,
  registrations: readonly Registration[],
): Promise<FlaOutcome<ItemAnswer[]>> {
  const request = requestTo(call, `${baseUrl}/presenceRegistrations/registerInBulk`);
  const outcome = await call.http.fetch({
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      items: registrations.map((one) => ({
        registrationDate: instant(one.moment),
        ssin: one.insz,
        type: one.type,
        employer: { enterpriseNumber: one.enterpriseNumber },
        placeOfWork: one.place,
        contractualRelationshipReference: one.reference,
        ...(one.clientReference === null ? {} : { clientReference: one.clientReference }),
      })),
    }),
  });
  return interpreted(outcome, call.now, (json) => {
    const { items } = answerSchema.parse(json);
    if (items.length !== registrations.length) throw new RangeError('not an answer to this request');
    return items;
  });
}

const cancelledSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        cancelledPresenceRegistration: z.looseObject({}).optional(),
        notCancelledPresenceRegistration: z.looseObject({}).optional(),
      }),
    )
    .length(1),
});

/** Takes one registration of ours back. Whether the service did. [assumed] */
export async function cancelOne(
  call: FlaCall,
  baseUrl: string,
  serviceId: number,
): Promise<FlaOutcome<boolean>> {
  const request = requestTo(call, `${baseUrl}/presenceRegistrations/cancelInBulk`);
  const outcome = await call.http.fetch({
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ items: [{ id: serviceId, reason: 'other' }] }),
  });
  return interpreted(
    outcome,
    call.now,
    (json) => cancelledSchema.parse(json).items[0]?.cancelledPresenceRegistration !== undefined,
  );
}

/** Whether the service is there; what it answers does not matter. */
export async function askHealth(call: FlaCall, baseUrl: string): Promise<FlaOutcome<null>> {
  const outcome = await call.http.fetch({ ...requestTo(call, `${baseUrl}/health`), method: 'GET' });
  return interpreted(outcome, call.now, () => null);
}
