// Overviews of the register: completeness per client and quarter, and certificates of trainings that end.
import { z } from 'zod';
import { act, idSchema, pageInput, pageOf, read } from './call.ts';
import { calendarYearSchema, languageSchema } from './values.ts';

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
export const savedListSchema = z.strictObject({
  saved: z.boolean(),
  name: z.string().max(255),
  rows: z.int(),
});

export const trainingOverviewCalls = {
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
    savedListSchema,
  ),
  'trainingAccount.certificates': read(
    z.strictObject({ ...pageInput, ...certificateFilter }),
    pageOf(certificateRowSchema),
  ),
  'trainingAccount.saveCertificates': act(
    z.strictObject({ ...certificateFilter, format, language: languageSchema }),
    savedListSchema,
  ),
  /** A reserved draft copied from the training that gave the certificate, without its days. Failure notFound. */
  'trainingAccount.planRefresher': act(
    z.strictObject({ trainingId: idSchema }),
    z.strictObject({ id: idSchema }),
  ),
};
