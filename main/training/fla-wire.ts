// A training as the FLA contract writes it, and back to a form in which two of them can be compared. Nothing else knows
// the names on the wire.
import type { TrainingFields } from '../../preload/contract/training.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';

export type WireTraining = { externalReference: string } & Record<string, unknown>;

const durationOf = (minutes: number) => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** Our fields to the body of a request; properties without a value are left out (BelgIF). */
export function toWire(fields: TrainingFields, externalReference: string): WireTraining {
  const wire: WireTraining = {
    externalReference,
    title: fields.title.trim(),
    type: fields.type,
    status: fields.status,
    startDate: fields.startDate,
    endDate: fields.endDate,
    duration: durationOf(fields.durationMinutes ?? 0),
    countsForTrainingRight: fields.countsForTrainingRight,
  };
  if (fields.description.trim() !== '') wire['description'] = fields.description.trim();
  if (fields.deductedMinutes !== null) wire['deductedDuration'] = durationOf(fields.deductedMinutes);
  if (fields.leaveScheme !== 'none') wire['leaveScheme'] = fields.leaveScheme;
  if (fields.certificateObtained)
    wire['certificate'] = {
      obtained: true,
      ...(fields.certificateValidUntil === null ? {} : { validUntil: fields.certificateValidUntil }),
      ...(fields.certificateName.trim() === '' ? {} : { name: fields.certificateName.trim() }),
    };
  if (fields.providerKind !== null) {
    const number = parseEnterpriseNumber(fields.providerEnterpriseNumber);
    wire['provider'] = {
      kind: fields.providerKind,
      ...(number === null ? {} : { enterpriseNumber: number }),
      ...(fields.providerName.trim() === '' ? {} : { name: fields.providerName.trim() }),
    };
  }
  if (fields.language !== null) wire['language'] = fields.language;
  if (fields.costCents !== null && fields.financedBy !== null)
    wire['cost'] = { amount: fields.costCents / 100, financedBy: fields.financedBy };
  if (fields.sectorTrainingCode.trim() !== '') wire['sectorTrainingCode'] = fields.sectorTrainingCode.trim();
  return wire;
}

/** What a request may carry: a service may refuse anything else, such as its own ids in an answer. */
const requestFields = [
  'externalReference',
  'title',
  'description',
  'type',
  'status',
  'startDate',
  'endDate',
  'duration',
  'deductedDuration',
  'countsForTrainingRight',
  'leaveScheme',
  'certificate',
  'provider',
  'language',
  'cost',
  'sectorTrainingCode',
];

/** A training as it was read, ready to be sent back unchanged: how what others filed is kept. */
export function toRequest(stored: WireTraining): WireTraining {
  const wire: WireTraining = { externalReference: stored.externalReference };
  for (const name of requestFields) {
    const value = stored[name];
    if (value === undefined || value === null) continue;
    wire[name] = name === 'provider' ? withTenDigits(value) : value;
  }
  return wire;
}

/** Some answers write enterprise numbers without their leading zero; requests want ten digits. */
function withTenDigits(provider: unknown): unknown {
  if (typeof provider !== 'object' || provider === null || !('enterpriseNumber' in provider)) return provider;
  const number = parseEnterpriseNumber(String(provider.enterpriseNumber));
  return number === null ? provider : { ...provider, enterpriseNumber: number };
}

/** Text that is equal for two trainings exactly when they say the same; order of properties and defaults set aside. */
export function canonicalOf(training: WireTraining): string {
  const request = toRequest(training);
  if (request['leaveScheme'] === 'none') delete request['leaveScheme'];
  return JSON.stringify(sorted(request));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]),
  );
}
