// Which lines stand beside an answer: those of the data that were asked for, as the rules are on a day.

export type AdviceRule = {
  id: string;
  dataSet: 'flexiJobEligibility' | 'studentWorkHours';
  when: 'before' | 'after';
  /** First and last day on which it counts; null: no end on that side. */
  from: string | null;
  until: string | null;
  source: string;
  sourceDate: string;
  certainty: 'seed' | 'public' | 'inferred' | 'assumed';
};

/** `day`: the business day, `2026-03-31` has still the list of sectors, `2026-04-01` no more. */
export function adviceOn(
  rules: readonly AdviceRule[],
  dataSets: readonly AdviceRule['dataSet'][],
  day: string,
): AdviceRule[] {
  return rules.filter(
    ({ dataSet, from, until }) =>
      dataSets.includes(dataSet) && (from === null || from <= day) && (until === null || day <= until),
  );
}
