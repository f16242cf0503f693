// Many applicants at once, as before a festival: a list or a spreadsheet, a request for each, one sheet or file to hand out.
import { z } from 'zod';
import { applicantDataSetsSchema } from './applicants.ts';
import { act, idSchema, nothing, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { languageSchema } from './values.ts';

/** One list holds no more. */
export const mostInBatch = 200;

export const batchRowSchema = z.strictObject({
  /** Line in the sheet or the pasted text, from 1. */
  line: z.int().min(1),
  label: z.string().max(80),
  /** As typed, where it cannot be read as a number; null: none given, whoever scans it is the one. */
  insz: z.string().max(40).nullable(),
  language: z.enum(['nl', 'fr', 'de']),
  findings: z.array(findingSchema).max(10),
});
export type BatchRow = z.infer<typeof batchRowSchema>;

export const applicantBatchSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  employerName: z.string(),
  name: z.string().max(120),
  requests: z.int().min(0),
  /** Not asked yet, as the run was stopped or failed: it can go on. */
  waiting: z.int().min(0),
  createdAt: z.iso.datetime(),
});

export const applicantBatchCalls = {
  /**
   * Reads a list: CSV or XLSX that was chosen or dropped, or pasted text; columns are found by their headings, in any order. Rows
   * with an error are shown and not asked. Failures: those of reading a table, tableTooManyRows over `mostInBatch`.
   */
  'applicantBatch.read': act(
    z.strictObject({
      employerId: idSchema,
      from: z.union([
        z.strictObject({ selectionId: idSchema }),
        z.strictObject({ text: z.string().max(60_000) }),
        z.strictObject({ count: z.int().min(1).max(mostInBatch) }),
      ]),
      language: z.enum(['nl', 'fr', 'de']),
    }),
    z.strictObject({ name: z.string().max(120), rows: z.array(batchRowSchema).max(mostInBatch) }),
  ),
  /** One request for each row without an error: a job that can be stopped and goes on where it stopped. */
  'applicantBatch.start': act(
    z.strictObject({
      employerId: idSchema,
      name: z.string().trim().min(1).max(120),
      dataSets: applicantDataSetsSchema,
      as: z.enum(['employer', 'mandatary', 'agency']).default('employer'),
      rows: z
        .array(batchRowSchema.pick({ line: true, label: true, insz: true, language: true }))
        .min(1)
        .max(mostInBatch),
    }),
    z.strictObject({ batchId: idSchema, jobId: idSchema }),
  ),
  'applicantBatch.resume': act(z.strictObject({ batchId: idSchema }), z.strictObject({ jobId: idSchema })),
  'applicantBatch.list': read(
    z.strictObject({ employerId: idSchema.optional() }),
    z.strictObject({ rows: z.array(applicantBatchSchema).max(200) }),
  ),
  /** A row for each open request with its link, for a mail merge. Failures: notFound, stateNotAllowed (none has a link). */
  'applicantBatch.saveMerge': act(
    z.strictObject({ batchId: idSchema, format: z.enum(['csv', 'xlsx']), language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), rows: z.int() }),
  ),
  /** An empty list with its headings, to be filled in. */
  'applicantBatch.saveTemplate': act(
    z.strictObject({ language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  'applicantBatch.remove': act(z.strictObject({ batchId: idSchema }), nothing),
};
