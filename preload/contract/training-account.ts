// The training account of a worker: what its computation needs, the printed account, completeness per quarter, and
// certificates of trainings that end.
import { z } from 'zod';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { calendarYearSchema, centsSchema, languageSchema } from './values.ts';

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
  agreementNumber: z.string().trim().max(40),
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

const quarterCountsSchema = z.strictObject({
  /** Workers in service on at least one day of the quarter. */
  employed: z.int(),
  /** Of them, those without any training, followed or planned, that begins in it. */
  missing: z.int(),
  trainings: z.int(),
  minutes: z.int(),
});
export const completenessRowSchema = z.strictObject({
  employerId: idSchema,
  name: z.string(),
  enterpriseNumber: z.string(),
  quarters: z.array(quarterCountsSchema).length(4),
});
export type CompletenessRow = z.infer<typeof completenessRowSchema>;

const quarter = z.int().min(1).max(4);
const completenessFilter = {
  year: calendarYearSchema,
  employerId: idSchema.nullable().default(null),
  text: z.string().max(120).default(''),
  /** Only clients with somebody missing: in the given quarter, else in any that has begun. */
  missingOnly: z.boolean().default(false),
  quarter: quarter.nullable().default(null),
};

export const certificateRowSchema = z.strictObject({
  trainingId: idSchema,
  workerId: idSchema,
  workerName: z.string(),
  employerId: idSchema,
  employerName: z.string(),
  title: z.string(),
  certificateName: z.string(),
  validUntil: z.iso.date(),
  /** Zero on the last day, negative after it. */
  daysLeft: z.int(),
  /** A refresher that is planned already: a reserved training of the same name. */
  plannedId: idSchema.nullable(),
});
export type CertificateRow = z.infer<typeof certificateRowSchema>;
const certificateFilter = {
  employerId: idSchema.nullable().default(null),
  text: z.string().max(120).default(''),
  within: z.enum(['all', 'over', '14', '40', '90']).default('all'),
};

const format = z.enum(['csv', 'xlsx']);
const savedSchema = z.strictObject({ saved: z.boolean(), name: z.string().max(255), rows: z.int() });

/** Workers in one printed file; more come in further parts. */
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
    savedSchema,
  ),
  /** All workers of a client in service in the year, by name, in one file of at most a hundred; `parts` says how many. */
  'trainingAccount.saveAllPdf': act(
    z.strictObject({
      employerId: idSchema,
      year: calendarYearSchema,
      language: languageSchema,
      part: z.int().min(1).max(1_000).default(1),
    }),
    savedSchema.extend({ parts: z.int() }),
  ),
  'trainingAccount.completeness': read(
    z.strictObject({
      ...pageInput,
      ...completenessFilter,
      sort: z.enum(['name', '-name', 'missing', '-missing']).default('name'),
    }),
    pageOf(completenessRowSchema).extend({ today: z.iso.date() }),
  ),
  'trainingAccount.missing': read(
    z.strictObject({ ...pageInput, employerId: idSchema, year: calendarYearSchema, quarter }),
    pageOf(
      z.strictObject({
        workerId: idSchema,
        name: z.string(),
        startDate: z.iso.date(),
        endDate: z.iso.date().nullable(),
      }),
    ),
  ),
  'trainingAccount.saveCompleteness': act(
    z.strictObject({ ...completenessFilter, format, language: languageSchema }),
    savedSchema,
  ),
  'trainingAccount.certificates': read(
    z.strictObject({ ...pageInput, ...certificateFilter }),
    pageOf(certificateRowSchema),
  ),
  'trainingAccount.saveCertificates': act(
    z.strictObject({ ...certificateFilter, format, language: languageSchema }),
    savedSchema,
  ),
  /** A reserved draft copied from the training that gave the certificate, without its days. Failure notFound. */
  'trainingAccount.planRefresher': act(
    z.strictObject({ trainingId: idSchema }),
    z.strictObject({ id: idSchema }),
  ),
};
