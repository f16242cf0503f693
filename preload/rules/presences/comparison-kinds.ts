// What a planning and the presences can say together, and the parts that they are compared by.

/** In the order in which they matter to a reader. */
export const comparisonKinds = [
  'notThere',
  'notThereYet',
  'otherSite',
  'notPlanned',
  'ofSubcontractor',
  'otherEmployer',
  'noOut',
  'noIn',
  'late',
  'leftEarly',
  'breakDiffers',
  'notLookedUp',
  'toCome',
  'inside',
  'asPlanned',
] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

/** Those with which nothing is wrong. */
export const quietKinds: readonly ComparisonKind[] = ['asPlanned', 'toCome', 'inside'];

export type PlannedStay = {
  readonly id: string;
  /** Last known number of the worker. */
  readonly worker: string;
  /** Null: anywhere. */
  readonly site: string | null;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** Minutes of break within it; null: not said. */
  readonly pause: number | null;
};

export type PresentStay = {
  readonly id: string;
  readonly worker: string;
  readonly site: string;
  readonly from: number;
  readonly to: number;
  /** `noIn`: a departure without arrival; then it begins and ends at that moment. */
  readonly kind: 'closed' | 'inside' | 'uncertain' | 'noIn';
  /** Number of the enterprise for which it was registered. */
  readonly employer: string;
};

/** What a line tells, with minutes where it is a matter of time. */
export type Told = { readonly kind: ComparisonKind; readonly minutes: number | null };

export type ComparedLine = {
  readonly worker: string;
  /** Moment by which it belongs to a day: the first planned, else the first seen. */
  readonly at: number;
  readonly planned: readonly PlannedStay[];
  readonly present: readonly PresentStay[];
  readonly plannedMinutes: number;
  /** Null while an arrival or departure is missing, or the day was not looked up. */
  readonly presentMinutes: number | null;
  /** Never empty. */
  readonly told: readonly Told[];
};
