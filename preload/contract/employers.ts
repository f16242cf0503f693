// Client employers and their workers. A person is kept apart from the numbers that he or she has had.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { findingSchema } from './finding.ts';
import {
  enterpriseNumberSchema,
  establishmentNumberSchema,
  inszSchema,
  languageSchema,
  localDateSchema,
  nssoNumberSchema,
  typedLine,
} from './values.ts';

/** Size in full-time equivalents over the reference period: decides the yearly right to training. */
export const sizeBracketSchema = z.enum(['under10', 'from10to19', 'from20', 'unknown']);

export const employerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  enterpriseNumber: z.string(),
  nssoNumber: z.string().nullable(),
  language: languageSchema,
  sizeBracket: sizeBracketSchema,
  /** Weekly minutes of a full-time worker; 38 hours is 2,280. A training day is a fifth of it. */
  fullTimeWeeklyMinutes: z.int(),
  /** Days a sector agreement grants, in hundredths; null follows the law. */
  sectorDaysHundredths: z.int().nullable(),
  /** How its trainings are sent today: its own account, our account with a mandate, or not through us. */
  route: z.strictObject({
    kind: z.enum(['own', 'mandatary', 'elsewhere', 'none']),
    accountId: idSchema.nullable(),
  }),
  archived: z.boolean(),
  workers: z.int(),
  drafts: z.int(),
  toFix: z.int(),
  lastSentAt: z.iso.datetime().nullable(),
  revision: z.int(),
});
export type Employer = z.infer<typeof employerSchema>;

const employerFields = {
  name: typedLine.min(1).max(200),
  nssoNumber: nssoNumberSchema.nullable().optional(),
  language: languageSchema.default('nl'),
  sizeBracket: sizeBracketSchema.default('unknown'),
  fullTimeWeeklyMinutes: z.int().min(600).max(3_000).default(2_280),
  sectorDaysHundredths: z.int().min(0).max(2_000).nullable().default(null),
};

export const workerSchema = z.strictObject({
  id: idSchema,
  personId: idSchema,
  employerId: idSchema,
  employerName: z.string(),
  insz: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  language: languageSchema.nullable(),
  startDate: z.iso.date(),
  endDate: z.iso.date().nullable(),
  /** Part of full time in hundredths: 80 is four fifths. */
  employmentHundredths: z.int(),
  /** Days carried over into a year are kept with the balance of that year. */
  trainings: z.int(),
  revision: z.int(),
});
export type Worker = z.infer<typeof workerSchema>;

const workerFields = {
  familyName: typedLine.min(1).max(120),
  givenName: typedLine.max(120).default(''),
  language: languageSchema.nullable().default(null),
  startDate: localDateSchema,
  endDate: localDateSchema.nullable().default(null),
  employmentHundredths: z.int().min(1).max(100).default(100),
};

export const pastedWorkerSchema = z.strictObject({
  line: z.int(),
  insz: z.string().max(40),
  familyName: z.string().max(200),
  givenName: z.string().max(200),
  startDate: z.string().max(40),
  employmentHundredths: z.int().nullable(),
  findings: z.array(findingSchema).max(20),
});

export const employerCalls = {
  'employer.list': read(
    z.strictObject({
      ...pageInput,
      text: z.string().max(120).default(''),
      archived: z.boolean().default(false),
    }),
    pageOf(employerSchema),
  ),
  'employer.get': read(z.strictObject({ id: idSchema }), employerSchema),
  'employer.add': act(
    z.strictObject({ ...employerFields, enterpriseNumber: enterpriseNumberSchema }),
    z.strictObject({ id: idSchema }),
  ),
  'employer.update': act(
    z.strictObject({ id: idSchema, expectedRevision: z.int(), ...employerFields }),
    nothing,
  ),
  'employer.archive': act(z.strictObject({ id: idSchema, archived: z.boolean() }), nothing),
  'worker.list': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      text: z.string().max(120).default(''),
      sort: z
        .enum(['name', '-name', 'insz', '-insz', 'startDate', '-startDate', 'employer', '-employer'])
        .default('name'),
    }),
    pageOf(workerSchema),
  ),
  'worker.get': read(z.strictObject({ id: idSchema }), workerSchema),
  'worker.add': act(
    z.strictObject({ employerId: idSchema, insz: inszSchema, ...workerFields }),
    z.strictObject({ id: idSchema }),
  ),
  'worker.update': act(z.strictObject({ id: idSchema, expectedRevision: z.int(), ...workerFields }), nothing),
  /** Reads what was pasted (tab, semicolon or comma; headings in four languages), without writing anything. */
  'worker.readPaste': read(
    z.strictObject({ employerId: idSchema, text: z.string().max(60_000) }),
    z.strictObject({
      rows: z.array(pastedWorkerSchema).max(500),
      columns: z.array(z.string().max(60)).max(40),
      dropped: z.int(),
    }),
  ),
  'worker.addMany': act(
    z.strictObject({
      employerId: idSchema,
      rows: z
        .array(z.strictObject({ insz: inszSchema, ...workerFields }))
        .min(1)
        .max(500),
    }),
    z.strictObject({ added: z.int(), alreadyThere: z.int() }),
  ),
};

const establishmentFields = {
  number: establishmentNumberSchema,
  name: typedLine.min(1).max(120),
};
/** Establishment units of an employer, as the Crossroads Bank for Enterprises numbers them. */
export const establishmentCalls = {
  'establishment.list': read(
    z.strictObject({ employerId: idSchema }),
    z.strictObject({
      rows: z.array(z.strictObject({ id: idSchema, number: z.string(), name: z.string() })).max(500),
    }),
  ),
  'establishment.add': act(
    z.strictObject({ employerId: idSchema, ...establishmentFields }),
    z.strictObject({ id: idSchema }),
  ),
  'establishment.update': act(z.strictObject({ id: idSchema, ...establishmentFields }), nothing),
  'establishment.remove': act(z.strictObject({ id: idSchema }), nothing),
};
export const employerEvents = {
  'employer.changed': event(changedSchema),
  'worker.changed': event(changedSchema),
};
