// The shape of a training in the database, and its way to and from the fields that a person types.
import type { Training, TrainingFields } from '../../preload/contract/training.ts';

/** Columns of the table that a change or its inverse may touch. */
export type TrainingColumns = {
  title: string;
  description: string;
  type: string;
  status: string;
  start_date: string | null;
  end_date: string | null;
  duration_minutes: number | null;
  deducted_minutes: number | null;
  counts_for_training_right: number;
  leave_scheme: string;
  certificate_obtained: number;
  certificate_valid_until: string | null;
  certificate_name: string;
  provider_kind: string | null;
  provider_name: string;
  provider_enterprise_number: string;
  language: string | null;
  cost_cents: number | null;
  financed_by: string | null;
  sector_training_code: string;
  state: Training['state'];
  withdraw: number;
  to_fix: number;
  anomalies: string | null;
  removed_at: string | null;
};
export type ColumnName = keyof TrainingColumns;

export type TrainingRow = TrainingColumns & {
  id: string;
  employer_id: string;
  worker_id: string;
  year: number;
  external_reference: string;
  accepted_fields: string | null;
  updated_at: string;
  revision: number;
  worker_name: string;
  insz: string;
  worker_start: string;
  worker_end: string | null;
};

const columnOf: { [F in keyof TrainingFields]: ColumnName } = {
  title: 'title',
  description: 'description',
  type: 'type',
  status: 'status',
  startDate: 'start_date',
  endDate: 'end_date',
  durationMinutes: 'duration_minutes',
  deductedMinutes: 'deducted_minutes',
  countsForTrainingRight: 'counts_for_training_right',
  leaveScheme: 'leave_scheme',
  certificateObtained: 'certificate_obtained',
  certificateValidUntil: 'certificate_valid_until',
  certificateName: 'certificate_name',
  providerKind: 'provider_kind',
  providerName: 'provider_name',
  providerEnterpriseNumber: 'provider_enterprise_number',
  language: 'language',
  costCents: 'cost_cents',
  financedBy: 'financed_by',
  sectorTrainingCode: 'sector_training_code',
};
export const fieldNames = Object.keys(columnOf) as (keyof TrainingFields)[];
export const fieldColumns = Object.values(columnOf);
const flags = new Set<string>(['countsForTrainingRight', 'certificateObtained']);

/** Typed fields to columns; what is absent is left alone. */
export function columnsOf(
  fields: { [F in keyof TrainingFields]?: TrainingFields[F] | undefined },
): Partial<TrainingColumns> {
  const columns: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const value = fields[name];
    if (value !== undefined) columns[columnOf[name]] = flags.has(name) ? Number(value) : value;
  }
  return columns as Partial<TrainingColumns>;
}

/** Columns to typed fields. The table's own checks guarantee the closed lists. */
export function fieldsOf(row: Record<string, unknown>): TrainingFields {
  const fields: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const value = row[columnOf[name]];
    fields[name] = flags.has(name) ? value === 1 : value;
  }
  return fields as TrainingFields;
}

/** A record as the page sees it, with findings computed by the caller. */
export function trainingOf(row: TrainingRow, findings: Training['findings']): Training {
  return {
    id: row.id,
    employerId: row.employer_id,
    workerId: row.worker_id,
    workerName: row.worker_name,
    insz: row.insz,
    year: row.year,
    fields: fieldsOf(row),
    state: row.state,
    corrects:
      row.accepted_fields !== null && row.state !== 'accepted' && row.state !== 'acceptedWithWarnings',
    findings: findings.slice(0, 40),
    anomalies:
      row.anomalies === null ? [] : (JSON.parse(row.anomalies) as Training['anomalies']).slice(0, 20),
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}
