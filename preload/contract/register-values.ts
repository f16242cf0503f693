// Values of the person register that its calls share.
import { z } from 'zod';
import { idSchema } from './call.ts';
import { typedLine } from './values.ts';

/** Whole days, both included; without an end: until further notice. Whether it is upside down is for the rules to say (INS00004). */
export const registerPeriodSchema = z.strictObject({ begin: z.iso.date(), end: z.iso.date().nullable() });

/** As a person types it: whether it is a number is for the rules to say (MSG00011). */
export const typedInsz = typedLine.max(32);

/** `EMPLOYEE`, `APPLICANT`, `ON_SITE`, `TRAINEE`, or one that the organisation adds. */
export const dossierTypeCodeSchema = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);

/** Of the four that the app names, `name` is empty: `register:type.<code>`. */
export const registerTypeSchema = z.strictObject({
  code: z.string().max(64),
  name: z.string().max(120),
  /** Named by the app. */
  predefined: z.boolean(),
  /** Lines may be added under it; those that are there stay. */
  active: z.boolean(),
  inscriptionContext: z.string().max(64).nullable(),
  qualityCode: z.int().nullable(),
  inUse: z.boolean(),
  revision: z.int(),
});
export type RegisterType = z.infer<typeof registerTypeSchema>;

/** Compared with the authentic source, each only where it is given (N6, N7); never answered. */
export const registerIdentityInput = z.strictObject({
  lastName: typedLine.max(120).optional(),
  givenName: typedLine.max(120).optional(),
  /** With 00 where month or day is not known. */
  birthDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** 0 is not compared. */
  genderCode: z.int().min(0).max(2).optional(),
});
export type RegisterIdentity = z.infer<typeof registerIdentityInput>;

/** Why somebody must look: the number was cancelled (R-i), or replaced by one that is (R-g). */
export const registerReviewSchema = z.enum(['numberCancelled', 'replacedByCancelled']);

export const registerPersonSchema = z.strictObject({
  personId: idSchema,
  /** The present number. */
  insz: z.string().max(11),
  familyName: z.string().max(200),
  givenName: z.string().max(200),
});

export const registerLineSchema = z.strictObject({
  employerId: idSchema,
  employerName: z.string(),
  dossierType: z.string().max(64),
  period: registerPeriodSchema,
  /** `ownRecords`: no authentic source was asked. */
  verifiedBy: z.enum(['authenticSource', 'ownRecords']),
  review: registerReviewSchema.nullable(),
});
export type RegisterLine = z.infer<typeof registerLineSchema>;

export const registerActKindSchema = z.enum([
  'insert',
  'delete',
  'restore',
  'replace',
  'cancel',
  'fromWorker',
  'merge',
]);
export type RegisterActKind = z.infer<typeof registerActKindSchema>;

/** A code of rules/register/codes; `newInsz` with MSG00006. */
export const registerWarningSchema = z.strictObject({
  code: z.string().max(16),
  newInsz: z.string().max(11).optional(),
});
export type RegisterWarning = z.infer<typeof registerWarningSchema>;

/** What an insert, a deletion or a restoration did, or would do. */
export const registerOutcomeSchema = z.strictObject({
  /** `unchanged`: every day was there already, or none was. `pending`: see register.pending. */
  outcome: z.enum(['stored', 'unchanged', 'pending', 'dryRun']),
  /** Null where nothing was stored. */
  actId: z.string().max(80).nullable(),
  pendingId: idSchema.nullable(),
  /** Null: nobody has this number yet. */
  personId: idSchema.nullable(),
  /** The present number; `replaces` the one that was given, where it is another (N3, Q4). */
  insz: z.string().max(11),
  replaces: z.string().max(11).nullable(),
  /** Lines of the key. */
  before: z.array(registerPeriodSchema).max(500),
  after: z.array(registerPeriodSchema).max(500),
  /** Null: the authentic source could not be asked, and nobody knows yet. Of a dry run: who was asked about the number. */
  verifiedBy: z.enum(['authenticSource', 'ownRecords']).nullable(),
  warnings: z.array(registerWarningSchema).max(25),
  /** Why it is pending: a code of failures. */
  failure: z.string().max(40).optional(),
});
export type RegisterOutcome = z.infer<typeof registerOutcomeSchema>;
