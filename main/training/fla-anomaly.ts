// An anomaly of the FLA as the app keeps it: the code decides, the service's own words are kept beside ours.
import { z } from 'zod';
import type { anomalySchema } from '../../preload/contract/training.ts';

export type Anomaly = z.infer<typeof anomalySchema>;

const wireSchema = z.looseObject({
  code: z.coerce.string().catch('UNKNOWN'),
  severity: z.string().catch('blocking'),
  title: z.union([z.string(), z.record(z.string(), z.unknown())]).catch(''),
  detail: z.string().catch(''),
});

/** Severities come as `blocking`/`warning`, or as the older letters (B, P, NP): whatever is not known blocks. */
const warnings = new Set(['warning', 'NP', 'W']);

export function anomalyOf(raw: unknown): Anomaly {
  const wire = wireSchema.parse(typeof raw === 'object' && raw !== null ? raw : {});
  const titles = typeof wire.title === 'string' ? { nl: wire.title } : wire.title;
  const title: Record<string, string> = {};
  for (const [language, words] of Object.entries(titles))
    if (typeof words === 'string' && words !== '') title[language.slice(0, 5)] = words.slice(0, 500);
  return {
    code: wire.code.slice(0, 40),
    severity: warnings.has(wire.severity) ? 'warning' : 'blocking',
    title,
    detail: wire.detail.slice(0, 1_000),
  };
}

/** One of ours, in the shape of the service's: when it refused without saying which record was wrong. */
export const ownAnomaly = (code: string, detail = ''): Anomaly => ({
  code,
  severity: 'blocking',
  title: {},
  detail: detail.slice(0, 1_000),
});
