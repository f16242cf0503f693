// The person register: which persons an organisation knows, for which client, in which role and period.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import {
  dossierTypeCodeSchema,
  registerActKindSchema,
  registerIdentityInput,
  registerLineSchema,
  registerOutcomeSchema,
  registerPeriodSchema,
  registerPersonSchema,
  type registerReviewSchema,
  registerTypeSchema,
  registerWarningSchema,
  typedInsz,
} from './register-values.ts';
import { enterpriseNumberSchema, typedLine } from './values.ts';

const ofEmployer = { employerId: idSchema.optional() };

/**
 * One key of the register: a client, a person by any number that he or she has or had, and a dossier type. A failure of its rules is
 * refusedByRule with the code of rules/register/codes in `details.rules` and, for MSG00008 and INS00001, the names of the fields
 * in `details.fields`.
 */
const key = {
  employerId: idSchema,
  insz: typedInsz,
  dossierType: dossierTypeCodeSchema,
};
/** Says what it would do, with lines before and after, and stores nothing. */
const dryRun = z.boolean().default(false);
/** Number and lines of the preview that is confirmed by the act: where the lines are others by now it is not done, and fails with conflict. */
const shown = z.strictObject({ insz: typedInsz, before: z.array(registerPeriodSchema).max(500) }).optional();

export const registerCalls = {
  /** In their order, those that are not in use too. */
  'register.types': read(nothing, z.strictObject({ rows: z.array(registerTypeSchema).max(500) })),
  /**
   * `expectedRevision` null: a new type. The code of a type never changes; of one that the app names, only its place at the service
   * and whether it is in use. The service knows it by a context or by a quality code, never both.
   * Failures: alreadyExists, notFound, conflict.
   */
  'register.saveType': act(
    z
      .strictObject({
        code: dossierTypeCodeSchema,
        name: typedLine.max(120).default(''),
        active: z.boolean().default(true),
        inscriptionContext: typedLine.min(1).max(64).nullable(),
        qualityCode: z.int().min(0).max(999).nullable(),
        expectedRevision: z.int().nullable(),
      })
      .refine((type) => (type.inscriptionContext === null) !== (type.qualityCode === null), {
        path: ['qualityCode'],
      }),
    nothing,
  ),
  /** Who keeps this register; null until it was needed and asked for. */
  'register.owner': read(
    nothing,
    z.strictObject({ enterpriseNumber: z.string().max(10).nullable(), name: z.string().max(200) }),
  ),
  'register.setOwner': act(
    z.strictObject({
      enterpriseNumber: enterpriseNumberSchema.nullable(),
      name: typedLine.max(200).default(''),
    }),
    nothing,
  ),
  /**
   * Lines of one person for one client, as they stand here, whole where they have a day in common with the period (Q1, Q2). None is an
   * answer: `code` MSG00100 (Q3). Failures: notFound (client), refusedByRule (MSG00011, INS00002, INS00004).
   */
  'register.consult': read(
    z.strictObject({
      employerId: idSchema,
      insz: typedInsz,
      dossierType: dossierTypeCodeSchema.nullable().default(null),
      period: registerPeriodSchema.nullable().default(null),
    }),
    z.strictObject({
      code: z.enum(['MSG00000', 'MSG00100']),
      /** The present number; `replaces` the one that was given, where it is another. */
      insz: z.string().max(11),
      replaces: z.string().max(11).nullable(),
      personId: idSchema.nullable(),
      lines: z.array(registerLineSchema).max(500),
      warnings: z.array(registerWarningSchema).max(25),
    }),
  ),
  /**
   * What the authentic source has for the same question, beside what stands here for all clients together, as it knows the
   * organisation and no clients: lines that are here only, there only, or both.
   * Failures: stateNotAllowed (no connector is on), refusedByRule, those of the service.
   */
  'register.consultSource': act(
    z.strictObject({
      employerId: idSchema,
      insz: typedInsz,
      dossierType: dossierTypeCodeSchema.nullable().default(null),
      period: registerPeriodSchema.nullable().default(null),
    }),
    z.strictObject({
      code: z.string().max(16),
      insz: z.string().max(11),
      replaces: z.string().max(11).nullable(),
      lines: z
        .array(
          z.strictObject({
            dossierType: z.string().max(64),
            period: registerPeriodSchema,
            stands: z.enum(['both', 'here', 'there']),
          }),
        )
        .max(500),
      warnings: z.array(registerWarningSchema).max(25),
    }),
  ),
  /**
   * Lines of many persons, by name; ended ones of all types and clients by their last day, latest first. It is counted up to 1,000 lines, of
   * one client or of few lines up to 10,000 (`more`): who looks for one of more asks for less.
   */
  'register.list': read(
    z.strictObject({
      ...pageInput,
      page: z.int().min(1).max(10_000).default(1),
      ...ofEmployer,
      /** Parts of names, or the first digits of a number that somebody has or had. */
      text: z.string().trim().max(120).default(''),
      dossierType: dossierTypeCodeSchema.optional(),
      /** `active` holds on the day, `ended` before it, `coming` begins after it; `review`: somebody must look. */
      state: z.enum(['all', 'active', 'ended', 'coming', 'review']).default('all'),
      /** Absent: the legal day of today. */
      day: z.iso.date().optional(),
      /** By begin for one client only; absent, or what has no index: by name, ended ones by their last day. */
      sort: z.enum(['name', '-name', 'begin', '-begin']).optional(),
    }),
    z.strictObject({
      ...pageOf(z.strictObject({ ...registerLineSchema.shape, ...registerPersonSchema.shape })).shape,
      more: z.boolean(),
    }),
  ),
  /** How many lines must be looked at (R-g, R-i), and how many wait for the authentic source (N8). */
  'register.counts': read(
    z.strictObject(ofEmployer),
    z.strictObject({ review: z.int().min(0), pending: z.int().min(0) }),
  ),
  /** One person with every number and line. Failure notFound. */
  'register.person': read(
    z.strictObject({ personId: idSchema }),
    z.strictObject({
      ...registerPersonSchema.shape,
      numbers: z
        .array(
          z.strictObject({
            insz: z.string().max(11),
            knownFrom: z.string().max(30),
            replacedBy: z.string().max(11).nullable(),
            /** The day from which the other number counts; null where nobody said it. */
            replacedOn: z.string().max(10).nullable(),
            /** The day from which it stands for nobody (R-i). */
            cancelledOn: z.string().max(10).nullable(),
          }),
        )
        .max(100),
      /** What an authentic source last said; null: none was asked. */
      identity: z
        .strictObject({
          lastName: z.string().max(300),
          givenNames: z.string().max(1_500),
          birthDate: z.string().max(10).nullable(),
          genderCode: z.int().min(0).max(2).nullable(),
          register: z.enum(['RR', 'BIS', 'RAD']).nullable(),
          deceaseDate: z.string().max(10).nullable(),
          origin: z.enum(['service', 'feed']),
          asOf: z.string().max(30),
        })
        .nullable(),
      /** By client, dossier type and begin; at most 500 of `total`. */
      lines: z.array(registerLineSchema).max(500),
      total: z.int().min(0),
    }),
  ),
  /**
   * N1–N12. `pending`: the authentic source could not be reached, so nothing is known yet (N8). A person whom nobody knew is made where
   * last name and given name are given. Failures: notFound (client), refusedByRule, conflict (not the lines that were `shown`), those of the service.
   */
  'register.insert': act(
    z.strictObject({
      ...key,
      period: registerPeriodSchema,
      identity: registerIdentityInput.nullable().default(null),
      ...{ shown, dryRun },
    }),
    registerOutcomeSchema,
  ),
  /** D-a–D-h. Without a period every line of the key. Failures: notFound (client), refusedByRule, conflict, those of the service. */
  'register.delete': act(
    z.strictObject({
      ...key,
      period: registerPeriodSchema.nullable().default(null),
      identity: registerIdentityInput.nullable().default(null),
      ...{ shown, dryRun },
    }),
    registerOutcomeSchema,
  ),
  /** Lines as they were before an act. Failures: notFound, stateNotAllowed (they changed since, or this act cannot be undone). */
  'register.restore': act(z.strictObject({ actId: z.string().max(80), dryRun }), registerOutcomeSchema),
  /** What was done to lines, latest first. */
  'register.acts': read(
    z.strictObject({ ...pageInput, ...ofEmployer, personId: idSchema.optional() }),
    z.strictObject({
      ...pageOf(
        z.strictObject({
          ...registerPersonSchema.shape,
          id: z.string().max(80),
          at: z.string().max(30),
          actor: z.string().max(200),
          kind: registerActKindSchema,
          employerId: idSchema,
          employerName: z.string(),
          dossierType: z.string().max(64),
          /** As it was asked: the number that was given, the period, codes of warnings. */
          asked: z.strictObject({
            insz: z.string().max(11).optional(),
            newInsz: z.string().max(11).optional(),
            period: registerPeriodSchema.nullable().optional(),
            warnings: z.array(z.string().max(16)).max(25).optional(),
          }),
          before: z.array(registerPeriodSchema).max(500),
          after: z.array(registerPeriodSchema).max(500),
          /** Its lines are still as it left them. */
          restorable: z.boolean(),
        }),
      ).shape,
    }),
  ),
  'register.pending': read(
    z.strictObject({ ...pageInput, ...ofEmployer }),
    pageOf(
      z.strictObject({
        id: idSchema,
        employerId: idSchema,
        employerName: z.string(),
        dossierType: z.string().max(64),
        insz: z.string().max(11),
        /** As it was given with it; empty where it was not. */
        lastName: z.string().max(120),
        givenName: z.string().max(120),
        period: registerPeriodSchema,
        askedAt: z.string().max(30),
        askedBy: z.string().max(200),
        tries: z.int().min(0),
        /** Why it still waits: a code of failures, or of the register where it was refused. */
        failure: z.string().max(40).nullable(),
      }),
    ),
  ),
  /** Asks again, for one or for all (`id` absent). Refused ones stay, with their code, until a person drops them. */
  'register.retryPending': act(
    z.strictObject({ id: idSchema.optional() }),
    z.strictObject({ stored: z.int().min(0), refused: z.int().min(0), waiting: z.int().min(0) }),
  ),
  'register.dropPending': act(z.strictObject({ id: idSchema }), nothing),
};

/** Ids of persons. */
export const registerEvents = { 'register.changed': event(changedSchema) };

export type RegisterReview = z.infer<typeof registerReviewSchema>;
