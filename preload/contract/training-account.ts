// The training account of a worker: what its computation needs, and the printed account.
import { z } from 'zod';
import { act, idSchema, nothing, read } from './call.ts';
import { failureCodeSchema } from './result.ts';
import { savedListSchema, trainingOverviewCalls } from './training-overviews.ts';
import { calendarYearSchema, centsSchema, languageSchema, typedLine } from './values.ts';

/** As in declarations: `124`, `200.00`, `140.03.01`; empty where it is not known. */
export const jointCommitteeSchema = z
  .string()
  .max(9)
  .regex(/^$|^\d{3}(\.\d{2}){0,2}$/);
/** Hours a week in hundredths: 38 hours is 3,800. */
const weeklyHours = z.int().min(1).max(9_999);
const regimeSchema = z.strictObject({ qHundredths: weeklyHours, sHundredths: weeklyHours });
const budgetSchema = z.strictObject({
  initialCents: centsSchema,
  remainingCents: centsSchema,
  lastDay: z.iso.date().nullable(),
});

/** What a person may record of one worker in one year. */
const workerFacts = {
  carriedOverHundredths: z.int().min(0).max(10_000),
  /** Q: hours of the worker, S: hours of full time; null follows the part of full time. */
  regime: regimeSchema.nullable(),
  /** Empty follows the employer's. */
  jointCommittee: jointCommitteeSchema,
  /** Budget of an employability measure, where there is one. */
  budget: budgetSchema.nullable(),
};
const employerFacts = {
  sizeBracket: z.enum(['under10', 'from10to19', 'from20', 'unknown']),
  fullTimeWeeklyMinutes: z.int().min(600).max(3_000),
  jointCommittee: jointCommitteeSchema,
  agreementNumber: typedLine.max(40),
  sectorDaysHundredths: z.int().min(0).max(2_000).nullable(),
};

export const accountFactsSchema = z.strictObject({
  workerId: idSchema,
  employerId: idSchema,
  workerName: z.string(),
  employerName: z.string(),
  year: calendarYearSchema,
  ...workerFacts,
  employmentHundredths: z.int(),
  revision: z.int(),
  employer: z.strictObject({ ...employerFacts, revision: z.int() }),
});
export type AccountFacts = z.infer<typeof accountFactsSchema>;

/** Workers whose accounts may be printed at once: they are held in memory until they are saved. */
export const mostAccounts = 2_000;
/** Workers in one printed file; more come in further files of an archive. */
export const mostPrinted = 100;

export const trainingAccountCalls = {
  'trainingAccount.facts': read(
    z.strictObject({ workerId: idSchema, year: calendarYearSchema }),
    accountFactsSchema,
  ),
  /** Failures: notFound, conflict, refusedByRule (the worker's hours are more than full time's; more left than there was). */
  'trainingAccount.keepFacts': act(
    z.strictObject({
      workerId: idSchema,
      year: calendarYearSchema,
      expectedRevision: z.int(),
      ...workerFacts,
    }),
    nothing,
  ),
  /** Failures: notFound, conflict. */
  'trainingAccount.keepEmployer': act(
    z.strictObject({ employerId: idSchema, expectedRevision: z.int(), ...employerFacts }),
    nothing,
  ),
  /** The account of one worker; `saved` false when the person closed the window without choosing a place. */
  'trainingAccount.savePdf': act(
    z.strictObject({ workerId: idSchema, year: calendarYearSchema, language: languageSchema }),
    savedListSchema,
  ),
  /**
   * Prints the accounts of all workers of a client in service in the year, as long work: in one file (in an archive of several
   * where there are many), or with `separate` an archive with a file of each. One that cannot be printed stops no other.
   * Failures: notFound, stateNotAllowed (others are being made); of the work: nothingToSend, tooLarge, notSupportedHere.
   */
  'trainingAccount.makeAll': act(
    z.strictObject({
      employerId: idSchema,
      year: calendarYearSchema,
      language: languageSchema,
      separate: z.boolean().default(false),
    }),
    z.strictObject({ jobId: idSchema }),
  ),
  /** Failure notFound: nothing is being made. */
  'trainingAccount.pauseMaking': act(z.strictObject({ paused: z.boolean() }), nothing),
  'trainingAccount.making': read(
    nothing,
    z.strictObject({ jobId: idSchema.nullable(), employerId: idSchema.nullable(), paused: z.boolean() }),
  ),
  /** What came of it. Failure selectionExpired: saved already, others were made since, or another page asked for it. */
  'trainingAccount.made': read(
    z.strictObject({ jobId: idSchema }),
    z.strictObject({
      name: z.string().max(255),
      printed: z.int(),
      /** At most 500 of them; `failedCount` says how many there are. */
      failed: z
        .array(
          z.strictObject({ workerId: idSchema, workerName: z.string().max(300), code: failureCodeSchema }),
        )
        .max(500),
      failedCount: z.int(),
    }),
  ),
  /** Failures: selectionExpired, fileNotChosen (they are kept for another try), those of saving. */
  'trainingAccount.saveMade': act(z.strictObject({ jobId: idSchema }), savedListSchema),
  ...trainingOverviewCalls,
};
