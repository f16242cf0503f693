// A finding of a rule: the same ids in form, grid, import, command line and before sending.
import { z } from 'zod';

/** `blocking` stops sending; `warning` does not; `notice` only informs. */
export const severitySchema = z.enum(['blocking', 'warning', 'notice']);

export const findingSchema = z.strictObject({
  /** Stable id: a service anomaly code such as `F0010-014`, or ours such as `TRN-TITLE-MISSING`. */
  rule: z.string().max(40),
  severity: severitySchema,
  /** Name of the field in the record, so that a person can be taken to it; null for the record as a whole. */
  field: z.string().max(60).nullable(),
  /** Facts for the sentence `rules.<rule>`: dates, amounts, never a person's number. */
  params: z.record(z.string(), z.union([z.string().max(300), z.number(), z.boolean()])).optional(),
});
export type Finding = z.infer<typeof findingSchema>;
