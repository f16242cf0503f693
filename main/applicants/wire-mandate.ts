// Mandates as the service for citizen mandates writes them, taken out of its shape.
import { z } from 'zod';
import type { ApplicantAccess, ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { readInsz } from '../../preload/rules/identifiers/insz.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import { enterprise, instant, isOf, mandateNumber, type Page, pageOf, requestNumber } from './wire-page.ts';

/** UTF-16 units of a name that the pages take. */
export const longestName = 200;

const dataSet = z.enum(['flexiJobEligibility', 'studentWorkHours']);
const insz = z.string().refine((text) => readInsz(text) !== null);
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

/** Those of one employer. */
export const mandatePage = (json: unknown, enterpriseNumber: string): Page<WireMandate> =>
  pageOf(json, mandateSchema, enterpriseNumber, mandateOf);

/** One mandate. Throws where it is another one, or another employer's. */
export function ownMandate(json: unknown, enterpriseNumber: string, mandateId: string): WireMandate {
  const wire = mandateSchema.parse(json);
  if (wire.mandateId !== mandateId || !isOf(wire, enterpriseNumber)) throw new RangeError('another mandate');
  return mandateOf(wire);
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
