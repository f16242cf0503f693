// What the rules on trainings need to know besides the record: dates, the worker's period and dated parameters.
// Everything comes in as a value, so that the same rules run in a form, a grid, an import and before sending.
import type { TrainingFields } from '../../contract/training.ts';

export type SizeBracket = 'under10' | 'from10to19' | 'from20' | 'unknown';

/** Values of `resources/training-rules.json`, without their sources except where a balance shows them. */
export type TrainingParameters = {
  firstYear: number;
  /** How many years after the present one a training may be registered. */
  yearsAhead: number;
  /** From this day on nothing is registered any more; null while no such day is known. */
  registrationClosesOn: string | null;
  rights: readonly { size: SizeBracket; from: number; daysHundredths: number; source: string }[];
  sectorMinimumHundredths: number;
  sectorMinimumSource: string;
  deadlineMonthsAfterQuarter: number;
  maxDurationMinutes: number;
  plausibleMinutesPerDay: number;
};

export type TrainingFacts = {
  /** Legal day in Belgium, `yyyy-mm-dd`. */
  today: string;
  /** The calendar year under which the training is registered. */
  year: number;
  /** When the worker was employed, as far as we know; null: not known, and then not judged. */
  employment: { startDate: string; endDate: string | null } | null;
  parameters: TrainingParameters;
};

/** An empty draft: what a person has not said yet. */
export const emptyTraining: TrainingFields = {
  title: '',
  description: '',
  type: 'formal',
  status: 'completed',
  startDate: null,
  endDate: null,
  durationMinutes: null,
  deductedMinutes: null,
  countsForTrainingRight: true,
  leaveScheme: 'none',
  certificateObtained: false,
  certificateValidUntil: null,
  certificateName: '',
  providerKind: null,
  providerName: '',
  providerEnterpriseNumber: '',
  language: null,
  costCents: null,
  financedBy: null,
  sectorTrainingCode: '',
};

/** Minutes that come off the individual right: none when it does not count or was on a training leave. */
export function minutesOffTheRight(fields: TrainingFields): number {
  if (!fields.countsForTrainingRight || fields.leaveScheme !== 'none') return 0;
  return fields.deductedMinutes ?? fields.durationMinutes ?? 0;
}
