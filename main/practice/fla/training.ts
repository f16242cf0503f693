// A training as the contract lets it in, and the sums that rules make with it.

export interface Duration {
  readonly hours: number;
  readonly minutes: number;
}

export interface Training {
  readonly externalReference: string;
  readonly title: string;
  readonly status: 'reserved' | 'completed' | 'notAttended' | 'unsuitable';
  readonly startDate: string;
  readonly endDate: string;
  readonly duration: Duration;
  readonly deductedDuration?: Duration;
  readonly countsForTrainingRight: boolean;
  readonly leaveScheme?: 'none' | 'vov' | 'bev';
  readonly certificate?: { readonly obtained: boolean; readonly validUntil?: string };
  readonly provider?: { readonly kind: string; readonly enterpriseNumber?: string };
}

export interface TrainingsRequest {
  readonly trainings: readonly Training[];
}

export const minutesOf = ({ hours, minutes }: Duration): number => hours * 60 + minutes;

/** Minutes that go off the individual right; planned ones included. */
export const countedMinutes = (training: Training): number =>
  training.countsForTrainingRight && (training.status === 'completed' || training.status === 'reserved')
    ? minutesOf(training.deductedDuration ?? training.duration)
    : 0;

/** JSON with sorted keys, so that two equal trainings give the same text. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
