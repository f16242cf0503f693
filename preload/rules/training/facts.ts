// What the rules on trainings need to know besides the record: dates, the worker's period and dated parameters.
// Everything comes in as a value, so that the same rules run in a form, a grid, an import and before sending.
import type { TrainingFields } from '../../contract/training.ts';

export type SizeBracket = 'under10' | 'from10to19' | 'from20' | 'unknown';

/** Where a rule comes from, and how sure we are of it. */
export type Stated = { source: string; certainty: 'law' | 'public' | 'assumed' };

/** Values of `resources/training-rules.json`, without their sources except where a balance shows them. */
export type TrainingParameters = {
  firstYear: number;
  /** How many years after the present one a training may be registered. */
  yearsAhead: number;
  /** From this day on nothing is registered any more; null while no such day is known. */
  registrationClosesOn: string | null;
  rights: readonly ({ size: SizeBracket; from: number; daysHundredths: number } & Stated)[];
  sectorMinimumHundredths: number;
  sectorMinimum: Stated;
  /** In proportion to part-time work and to the part of the year in service. */
  proRata: Stated;
  rounding: Stated;
  /** Unused days go on within periods of so many years, the first of them from `firstYear` or from the year of entry. */
  carryOver: Stated & { firstYear: number; years: number };
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
