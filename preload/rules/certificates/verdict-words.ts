// The sentences above the criteria: title, count and the shortest way on. Keys of the namespace `certificates`.
import type { Verdict } from './criteria.ts';
import { belgianDay } from './date-criteria.ts';

type Words = { key: string; params: Record<string, string | number> };

export function verdictWords({ verdict, until, criteria }: Pick<Verdict, 'verdict' | 'until' | 'criteria'>): {
  title: Words;
  summary: Words;
} {
  // Nothing is wrong with the certificate itself: a new one would be the long way round.
  const failed = criteria.filter(({ outcome }) => outcome === 'failed');
  const keyOnly = failed.length === 1 && failed[0]?.id === 'CERT-KEY-PRESENT';
  const count = (outcome: string) => criteria.filter((one) => one.outcome === outcome).length;
  return {
    title: {
      key: `certificates:verdict.${verdict}.title`,
      params: until ? { until: belgianDay(until) } : {},
    },
    summary: {
      key: `certificates:verdict.${verdict}.${keyOnly ? 'keyOnly' : 'summary'}`,
      params: { failed: failed.length, warnings: count('warning'), total: criteria.length },
    },
  };
}
