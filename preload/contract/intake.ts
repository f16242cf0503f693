// Sheets that go out to client employers with their workers filled in, and what came of a year, told back to them.
import { z } from 'zod';
import { act, idSchema, pageInput, pageOf, read } from './call.ts';
import { anomalySchema, recordStateSchema } from './training.ts';
import { calendarYearSchema, languageSchema } from './values.ts';

/** Employers for whom sheets are made at once. */
export const mostIntakeEmployers = 500;
/** Rows of all sheets made at once: two hundred employers with fifty workers and ten rows for each. */
export const mostIntakeRows = 100_000;

const employerIds = z.array(idSchema).min(1).max(mostIntakeEmployers);

export const intakeEmployerSchema = z.strictObject({
  employerId: idSchema,
  name: z.string().max(200),
  /** Of the employer, and so of its sheet. */
  language: languageSchema,
  /** In service at any day of the year. */
  workers: z.int(),
});
export type IntakeEmployer = z.infer<typeof intakeEmployerSchema>;

/** Where a training stands for its employer: `filed` was accepted, `open` is still ours to do or to find out. */
export const reportGroupSchema = z.enum(['filed', 'refused', 'open']);
export type ReportGroup = z.infer<typeof reportGroupSchema>;

export const reportRowSchema = z.strictObject({
  id: idSchema,
  workerName: z.string().max(200),
  title: z.string().max(255),
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  durationMinutes: z.int().nullable(),
  group: reportGroupSchema,
  state: recordStateSchema,
  /** What the service remarked. */
  anomalies: z.array(anomalySchema).max(20),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

export const reportCountsSchema = z.strictObject({
  filed: z.int(),
  refused: z.int(),
  open: z.int(),
  /** Different workers among all of them. */
  workers: z.int(),
  /** Minutes of what was filed. */
  filedMinutes: z.int(),
});
export type ReportCounts = z.infer<typeof reportCountsSchema>;

const reportOf = { employerId: idSchema, year: calendarYearSchema };

export const intakeCalls = {
  /** For whom sheets can be made: by name, archived employers left out. */
  'intake.employers': read(
    z.strictObject({
      ...pageInput,
      year: calendarYearSchema,
      text: z.string().max(120).default(''),
      /** Only these; empty takes all. */
      employerIds: z.array(idSchema).max(mostIntakeEmployers).default([]),
    }),
    pageOf(intakeEmployerSchema),
  ),
  /**
   * Makes a workbook for each employer that has workers in the year; several together in one archive. It is kept in memory
   * until saved. Failures: notFound (no such employer), nothingToSend (none has a worker in the year), tooLarge,
   * stateNotAllowed (another is being made).
   */
  'intake.make': act(
    z.strictObject({
      employerIds,
      year: calendarYearSchema,
      /** Rows for each worker: one training a row. */
      rowsPerWorker: z.int().min(1).max(20).default(3),
    }),
    z.strictObject({ jobId: idSchema }),
  ),
  /** Saves what the job made where the person chooses. Failures: selectionExpired (made in another sitting), those of saving. */
  'intake.save': act(
    z.strictObject({ jobId: idSchema }),
    z.strictObject({ name: z.string().max(255), sheets: z.int(), workers: z.int() }),
  ),
  /** What was filed, refused and is still open for an employer and year. Failure notFound. */
  'intake.report': read(
    z.strictObject({ ...reportOf, ...pageInput, group: reportGroupSchema.nullable().default(null) }),
    pageOf(reportRowSchema).extend({
      employerName: z.string().max(200),
      language: languageSchema,
      counts: reportCountsSchema,
    }),
  ),
  /**
   * The same as a file, in the employer's language and without numbers of persons. Failures: notFound, nothingToSend (no
   * training at all), notSupportedHere (a PDF on the command line), those of saving.
   */
  'intake.saveReport': act(
    z.strictObject({ ...reportOf, format: z.enum(['xlsx', 'pdf']) }),
    z.strictObject({ name: z.string().max(255), rows: z.int() }),
  ),
};
