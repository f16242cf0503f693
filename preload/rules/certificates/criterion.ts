// The shape of one judged criterion, and how its sentences are found: `certificates:criteria.<id>.<found|allowed|remedy>…`;
// its title is `certificates:criteria.<id>.title`.
import type { z } from 'zod';
import type { criterionSchema } from '../../contract/certificates.ts';

export type Criterion = z.infer<typeof criterionSchema>;
export type CriterionId =
  | 'CERT-FILE'
  | 'CERT-PROTECTION'
  | 'CERT-KEY-PRESENT'
  | 'CERT-KEY-MATCH'
  | 'CERT-KEY-KIND'
  | 'CERT-DIGEST'
  | 'CERT-KEY-USAGE'
  | 'CERT-NOT-BEFORE'
  | 'CERT-NOT-AFTER'
  | 'CERT-SUBJECT'
  | 'CERT-ORIGIN'
  | 'CERT-CLOCK';
type Params = Record<string, string | number>;

export type Judged = {
  outcome: Criterion['outcome'];
  /** Ending of the key of the sentence on what was found; `found` unless there are several. */
  found?: string;
  remedy?: string;
  params?: Params;
  allowedParams?: Params;
  certainty?: Criterion['certainty'];
};

export function criterion(id: CriterionId, judged: Judged): Criterion {
  const words = (ending: string, params: Params | undefined) => ({
    key: `certificates:criteria.${id}.${ending}`,
    ...(params ? { params } : {}),
  });
  return {
    id,
    outcome: judged.outcome,
    found: words(judged.found ?? 'found', judged.params),
    allowed: words('allowed', judged.allowedParams),
    remedy: judged.outcome === 'ok' ? null : words(judged.remedy ?? 'remedy', judged.params),
    certainty: judged.certainty ?? 'seed',
  };
}
