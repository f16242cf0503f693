// Many applicants at once, as before a festival: a list or a spreadsheet, a request for each, one sheet or file to hand out.
import { z } from 'zod';
import { applicantDataSetsSchema } from './applicants.ts';
import { act, idSchema, nothing, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { languageSchema, typedLine } from './values.ts';

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
/** A row as it is asked for, or as a person put it right. */
export const batchLineSchema = batchRowSchema.pick({ line: true, label: true, insz: true, language: true });
export type BatchLine = z.infer<typeof batchLineSchema>;

export const batchColumns = ['label', 'insz', 'language'] as const;
/** The language of the page that opens for the applicant: the citizen's own site has no English. [seed] */
const applicantLanguageSchema = z.enum(['nl', 'fr', 'de']);
/** What the rows are for: whether a request stands open already depends on it. */
const askedOf = { employerId: idSchema, dataSets: applicantDataSetsSchema };

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
   * Reads a list: CSV or XLSX that was chosen or dropped, or pasted text; columns are found by their headings in four languages, in
   * any order, and without headings by what stands in them. Rows with an error are shown and not asked. Failures: notFound, those of
   * the selection and of reading a table, tableTooManyRows over `mostInBatch`.
   */
  'applicantBatch.read': act(
    z.strictObject({
      ...askedOf,
      from: z.union([
        z.strictObject({ selectionId: idSchema }),
        z.strictObject({ text: z.string().max(60_000) }),
        z.strictObject({ count: z.int().min(1).max(mostInBatch) }),
      ]),
      /** Of a row that names none. */
      language: applicantLanguageSchema,
    }),
    z.strictObject({
      /** Of the file without its ending; empty where there is none. */
      name: z.string().max(120),
      columns: z.array(z.enum(batchColumns)).max(3),
      rows: z.array(batchRowSchema).max(mostInBatch),
    }),
  ),
  /** Judges rows again that a person put right. Failure notFound. */
  'applicantBatch.check': read(
    z.strictObject({ ...askedOf, rows: z.array(batchLineSchema).min(1).max(mostInBatch) }),
    z.strictObject({ rows: z.array(batchRowSchema).max(mostInBatch) }),
  ),
  /** The rows with an error, each with what is wrong, to send back. Failures: notFound, nothingToSend, those of saving. */
  'applicantBatch.saveRefused': act(
    z.strictObject({
      ...askedOf,
      rows: z.array(batchLineSchema).min(1).max(mostInBatch),
      format: z.enum(['csv', 'xlsx']),
      language: languageSchema,
    }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), rows: z.int() }),
  ),
  /**
   * One request for each row: a job that can be stopped and goes on where it stopped. All are written down before the first leaves.
   * Failures: notFound, refusedByRule (a row has an error), stateNotAllowed (another list is being asked, `details.jobId`).
   */
  'applicantBatch.start': act(
    z.strictObject({
      ...askedOf,
      name: typedLine.min(1).max(120),
      as: z.enum(['employer', 'mandatary', 'agency']).default('employer'),
      rows: z.array(batchLineSchema).min(1).max(mostInBatch),
    }),
    z.strictObject({ batchId: idSchema, jobId: idSchema }),
  ),
  /** Asks for what was not asked yet. Failures: notFound, nothingToSend, stateNotAllowed (a list is being asked). */
  'applicantBatch.resume': act(z.strictObject({ batchId: idSchema }), z.strictObject({ jobId: idSchema })),
  /** The latest first. */
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
  /**
   * Takes a list away with what was not asked yet; requests that were made stay on the board. Failures: notFound, stateNotAllowed
   * (it is being asked).
   */
  'applicantBatch.remove': act(z.strictObject({ batchId: idSchema }), nothing),
};
