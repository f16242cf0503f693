// The sentences above the criteria: title, count and the shortest way on. Keys of the namespace `certificates`.
import type { Verdict } from './criteria.ts';
import { belgianDay } from './date-criteria.ts';

type Words = { key: string; params: Record<string, string | number> };

export function verdictWords({ verdict, until, criteria }: Pick<Verdict, 'verdict' | 'until' | 'criteria'>): {
  title: Words;
  summary: Words;
} {
  const count = (outcome: string) => criteria.filter((one) => one.outcome === outcome).length;
  return {
    title: {
      key: `certificates:verdict.${verdict}.title`,
      params: until ? { until: belgianDay(until) } : {},
    },
    summary: {
      key: `certificates:verdict.${verdict}.summary`,
      params: { failed: count('failed'), warnings: count('warning'), total: criteria.length },
    },
  };
}
