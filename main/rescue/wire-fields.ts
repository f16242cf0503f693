// A training of the service in the fields of the register. What the register cannot hold is told, never bent.
import { z } from 'zod';
import { type TrainingFields, trainingFieldsSchema } from '../../preload/contract/training.ts';
import { emptyTraining } from '../../preload/rules/training/facts.ts';
import { canonicalOf, toWire, type WireTraining } from '../training/fla-wire.ts';

const durationSchema = z.looseObject({ hours: z.int(), minutes: z.int() });
const text = z.string().catch('');
const partsSchema = z.looseObject({
  duration: durationSchema.optional().catch(undefined),
  deductedDuration: durationSchema.optional().catch(undefined),
  certificate: z
    .looseObject({
      obtained: z.boolean().catch(false),
      validUntil: z.iso.date().optional().catch(undefined),
      name: text,
    })
    .optional()
    .catch(undefined),
  provider: z
    .looseObject({ kind: z.enum(['internal', 'external']), enterpriseNumber: text, name: text })
    .optional()
    .catch(undefined),
  cost: z
    .looseObject({ amount: z.number(), financedBy: z.enum(['employer', 'sectorFund', 'region', 'employee']) })
    .optional()
    .catch(undefined),
});

const shape = trainingFieldsSchema.shape;
const minutesOf = (duration: z.infer<typeof durationSchema> | undefined): number | null =>
  duration === undefined ? null : duration.hours * 60 + duration.minutes;

export type ReadTraining = {
  fields: TrainingFields;
  /** The fields say all that the service said, so that adopting it loses nothing. */
  fits: boolean;
};

/** A value that is not of its kind is left as in an empty training, and the training then does not fit. */
export function readTraining(wire: WireTraining): ReadTraining {
  const parts = partsSchema.parse(wire);
  const as = <N extends keyof TrainingFields>(name: N, value: unknown): TrainingFields[N] => {
    const read = shape[name].safeParse(value);
    return (read.success ? read.data : emptyTraining[name]) as TrainingFields[N];
  };
  const fields: TrainingFields = {
    title: as('title', wire['title']),
    description: as('description', wire['description'] ?? ''),
    type: as('type', wire['type']),
    status: as('status', wire['status']),
    startDate: as('startDate', wire['startDate'] ?? null),
    endDate: as('endDate', wire['endDate'] ?? null),
    durationMinutes: as('durationMinutes', minutesOf(parts.duration)),
    deductedMinutes: as('deductedMinutes', minutesOf(parts.deductedDuration)),
    countsForTrainingRight: as('countsForTrainingRight', wire['countsForTrainingRight']),
    leaveScheme: as('leaveScheme', wire['leaveScheme'] ?? 'none'),
    certificateObtained: parts.certificate?.obtained ?? false,
    certificateValidUntil: parts.certificate?.validUntil ?? null,
    certificateName: as('certificateName', parts.certificate?.name ?? ''),
    providerKind: parts.provider?.kind ?? null,
    providerName: as('providerName', parts.provider?.name ?? ''),
    providerEnterpriseNumber: as('providerEnterpriseNumber', parts.provider?.enterpriseNumber ?? ''),
    language: as('language', wire['language'] ?? null),
    costCents: as('costCents', parts.cost === undefined ? null : Math.round(parts.cost.amount * 100)),
    financedBy: parts.cost?.financedBy ?? null,
    sectorTrainingCode: as('sectorTrainingCode', wire['sectorTrainingCode'] ?? ''),
  };
  return { fields, fits: canonicalOf(toWire(fields, wire.externalReference)) === canonicalOf(wire) };
}
