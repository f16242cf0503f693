// The two calls of the provider channel: file a session, and read what providers filed for an employer. All of it is
// assumed (resources/contracts/fla-training-provider-v1.yaml); nothing else knows its names on the wire.
import { z } from 'zod';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { Participant, SessionFields } from '../../preload/contract/training-provider.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { emptyTraining } from '../../preload/rules/training/facts.ts';
import { type Anomaly, anomalyOf } from '../training/fla-anomaly.ts';
import { type FlaCall, type FlaOutcome, interpreted, requestTo } from '../training/fla-api.ts';

/** The contract under which history events are kept. */
export const providerContract = 'fla-training-provider/1';

export type ParticipantAnswer = {
  insz: string;
  /** Enterprise number of the employer for whom it counts, where the service says so. */
  employer: string | null;
  state: 'accepted' | 'acceptedWithWarnings' | 'refused';
  anomalies: Anomaly[];
};

const resultSchema = z.looseObject({
  externalReference: z.string().max(64),
  participants: z
    .array(
      z.looseObject({
        ssin: z.string().max(11),
        employerEnterpriseNumber: z.string().max(10).nullish(),
        state: z.enum(['accepted', 'acceptedWithWarnings', 'refused']),
        anomalies: z.array(z.unknown()).max(100).default([]),
      }),
    )
    .max(500),
});

export type SessionAddress = { baseUrl: string; provider: string; externalReference: string };

/** The body of a session whose rules were checked before; participants without a sound number are left out. */
export function sessionBody(
  reference: string,
  fields: SessionFields,
  people: readonly Participant[],
  provider: { enterpriseNumber: string; name: string },
): string {
  const minutes = fields.durationMinutes ?? 0;
  return JSON.stringify({
    externalReference: reference,
    title: fields.title.trim(),
    type: fields.type,
    startDate: fields.startDate,
    endDate: fields.endDate,
    duration: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    provider,
    participants: people.flatMap((person) => {
      const ssin = parseInsz(person.insz);
      const employer = parseEnterpriseNumber(person.employerNumber);
      if (ssin === null) return [];
      return [
        {
          ssin,
          ...(employer === null ? {} : { employerEnterpriseNumber: employer }),
          status: person.status,
          ...(person.certificateObtained ? { certificate: certificateOf(person) } : {}),
        },
      ];
    }),
  });
}

const certificateOf = (person: Participant) => ({
  obtained: true,
  ...(person.certificateValidUntil === null ? {} : { validUntil: person.certificateValidUntil }),
  ...(person.certificateName.trim() === '' ? {} : { name: person.certificateName.trim() }),
});

/** Files or corrects a session by `body`, the text that was frozen before. */
export async function putSession(
  call: FlaCall,
  address: SessionAddress,
  body: string,
): Promise<FlaOutcome<ParticipantAnswer[]>> {
  const { baseUrl, provider, externalReference } = address;
  const reference = encodeURIComponent(externalReference);
  const request = requestTo(call, `${baseUrl}/trainingProviders/${provider}/trainings/${reference}`);
  const outcome = await call.http.fetch({
    ...request,
    method: 'PUT',
    headers: { ...request.headers, 'content-type': 'application/json' },
    body,
  });
  const sent = (JSON.parse(body) as { participants: { ssin: string }[] }).participants;
  return interpreted(outcome, call.now, (json) => {
    const result = resultSchema.parse(json);
    const answered = new Set(result.participants.map(({ ssin }) => ssin));
    // An answer that lacks one of them, or that names another session, is none to this request.
    if (result.externalReference !== externalReference || sent.some(({ ssin }) => !answered.has(ssin)))
      throw new TypeError('not the answer to this request');
    return result.participants.map(({ ssin, employerEnterpriseNumber, state, anomalies }) => ({
      insz: ssin,
      employer: parseEnterpriseNumber(employerEnterpriseNumber ?? ''),
      state,
      anomalies: anomalies.map(anomalyOf).slice(0, 20),
    }));
  });
}

export type WireFiling = {
  insz: string;
  providerNumber: string;
  providerName: string;
  registeredOn: string;
  externalReference: string;
  fields: TrainingFields;
};
export type FilingPage = { filings: WireFiling[]; total: number };

const day = z.iso.date();
const trainingSchema = z.looseObject({
  externalReference: z.string().min(1).max(64),
  title: z.string().max(255),
  type: z.enum(['formal', 'informal']),
  status: z.enum(['reserved', 'completed', 'notAttended', 'unsuitable']),
  startDate: day,
  endDate: day,
  duration: z.looseObject({ hours: z.int().min(0).max(2_000), minutes: z.int().min(0).max(59) }),
  countsForTrainingRight: z.boolean().default(true),
  certificate: z
    .looseObject({
      obtained: z.boolean(),
      validUntil: day.optional(),
      name: z.string().max(255).optional(),
    })
    .optional(),
});
const pageSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        ssin: z.string().regex(/^\d{11}$/),
        provider: z.looseObject({ enterpriseNumber: z.string().max(10), name: z.string().max(255) }),
        registrationDate: day,
        training: trainingSchema,
      }),
    )
    .max(500),
  total: z.int().min(0),
});

export const filingsPerPage = 200;

/** One page of what providers filed for the workers of an employer in a year. */
export async function readFilings(
  call: FlaCall,
  address: { baseUrl: string; enterpriseNumber: string; year: number; page: number },
): Promise<FlaOutcome<FilingPage>> {
  const { baseUrl, enterpriseNumber, year, page } = address;
  const query = `year=${year}&page=${page}&pageSize=${filingsPerPage}`;
  const request = requestTo(call, `${baseUrl}/employers/${enterpriseNumber}/providerTrainings?${query}`);
  const outcome = await call.http.fetch({ ...request, method: 'GET' });
  return interpreted(outcome, call.now, (json) => {
    const { items, total } = pageSchema.parse(json);
    const filings = items.map((item) => ({
      insz: item.ssin,
      providerNumber: parseEnterpriseNumber(item.provider.enterpriseNumber) ?? item.provider.enterpriseNumber,
      providerName: item.provider.name,
      registeredOn: item.registrationDate,
      externalReference: item.training.externalReference,
      fields: fieldsOf(item.training, item.provider),
    }));
    return { filings, total };
  });
}

/** As the register keeps it, so that `toWire` gives back the very training that stands at the service. */
function fieldsOf(
  wire: z.infer<typeof trainingSchema>,
  provider: { enterpriseNumber: string; name: string },
): TrainingFields {
  return {
    ...emptyTraining,
    title: wire.title,
    type: wire.type,
    status: wire.status,
    startDate: wire.startDate,
    endDate: wire.endDate,
    durationMinutes: wire.duration.hours * 60 + wire.duration.minutes,
    countsForTrainingRight: wire.countsForTrainingRight,
    certificateObtained: wire.certificate?.obtained === true,
    certificateValidUntil: wire.certificate?.validUntil ?? null,
    certificateName: wire.certificate?.name ?? '',
    providerKind: 'external',
    providerName: provider.name.slice(0, 200),
    providerEnterpriseNumber: provider.enterpriseNumber,
  };
}
