// The CBSSInscription connector: who asks (its profile), what it may ask (authorisations), and the calls on persons and flows.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { cbssAnswerSchema, cbssOperationSchema } from './cbss-answer.ts';
import { enterpriseNumberSchema, inszSchema, typedLine, typedLines } from './values.ts';

/** `practice` in the practice environment only. `gateway`: an organisation's own way to the service. */
export const cbssProfileKindSchema = z.enum(['practice', 'gateway']);

/** How the organisation is known there: the one or the other, never both (OrganizationIdentificationType). */
export const cbssIdentificationSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('cbeNumber'), cbeNumber: enterpriseNumberSchema }),
  z.strictObject({
    by: z.literal('sector'),
    sector: z.int().min(0).max(999),
    institution: z.int().min(0).max(999),
  }),
]);
export type CbssIdentification = z.infer<typeof cbssIdentificationSchema>;

/** https, with a name and no question mark, fragment or password. */
export const cbssEndpointSchema = z
  .string()
  .trim()
  .max(300)
  .regex(/^https:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/);
/** ORG:PURPOSE, as the Crossroads Bank hands it out (LegalContextType). */
export const legalContextSchema = typedLine.min(1).max(64);

/** What is off until the authorisation for it is recorded. */
export const cbssRightSchema = z.enum(['search', 'create', 'correct', 'subscribe']);
export type CbssRight = z.infer<typeof cbssRightSchema>;

const fields = {
  endpoint: cbssEndpointSchema.nullable(),
  /** Of the platform's connection test; null: next to the service. */
  testEndpoint: cbssEndpointSchema.nullable(),
  certificateId: idSchema.nullable(),
  /** Under which the application stands in the access rules of the service. */
  urn: z.string().trim().max(200).nullable(),
  identification: cbssIdentificationSchema.nullable(),
  /** For inscriptions, and for the others where it is another one. */
  legalContext: legalContextSchema.nullable(),
  legalContexts: z.partialRecord(cbssRightSchema, legalContextSchema),
  /** The certificate is shown when the connection is made, too: a gateway may ask for it. */
  clientTls: z.boolean(),
};

export const cbssMissingSchema = z.enum([
  'endpoint',
  'certificate',
  'certificateKind',
  'urn',
  'identification',
  'legalContext',
]);

export const cbssProfileSchema = z.strictObject({
  /** Null: never set up. */
  kind: cbssProfileKindSchema.nullable(),
  on: z.boolean(),
  /** This environment has a practice service to ask. */
  practiceOffered: z.boolean(),
  ...fields,
  certificateName: z.string().max(200).nullable(),
  /** What must be entered before it can be switched on; none: ready. */
  missing: z.array(cbssMissingSchema).max(6),
  authorisations: z
    .array(
      z.strictObject({
        right: cbssRightSchema,
        reference: z.string().max(120),
        date: z.iso.date(),
      }),
    )
    .max(4),
  /** Who keeps the register by its own settings; null: nobody was named. */
  registerOwner: z.string().max(10).nullable(),
  /** The enterprise that the profile asks for, where the register names another one. */
  otherOwner: z.string().max(10).nullable(),
  revision: z.int(),
});
export type CbssProfile = z.infer<typeof cbssProfileSchema>;

const linkSchema = z.strictObject({
  /** In this order: a secure connection, the platform behind it, access with the certificate, the service itself. */
  link: z.enum(['connection', 'platform', 'access', 'service']),
  state: z.enum(['ok', 'failed', 'notReached']),
  answer: cbssAnswerSchema.nullable(),
});

const names = {
  lastName: typedLine.min(1).max(100),
  /** Several apart by blanks; the first three count where a person is made or corrected. */
  givenName: typedLine.max(100).default(''),
};
/** `yyyy-mm-dd`, `yyyy-mm-00` or `yyyy-00-00`. */
export const incompleteDateSchema = z
  .string()
  .regex(/^\d{4}-(00-00|(0[1-9]|1[0-2])-(0[0-9]|[12][0-9]|3[01]))$/);
export const genderCodeSchema = z.int().min(0).max(2);
const justification = typedLines.min(1).max(256);
const place = typedLine.max(64).nullable().default(null);
/** ISO 3166-1, two letters. */
const countrySchema = z.string().regex(/^[A-Z]{2}$/);
const addressSchema = z.strictObject({
  countryCode: countrySchema,
  postalCode: typedLine.max(16).default(''),
  city: typedLine.min(1).max(64),
  street: typedLine.max(128).default(''),
  houseNumber: typedLine.max(16).default(''),
});

const subscriptionSchema = z.strictObject({
  flow: z.literal('dimonaMutation'),
  /** Null: for all contexts. */
  inscriptionContext: z.string().max(64).nullable(),
  since: z.iso.datetime(),
});
const subscriptionInput = z.strictObject({
  flow: z.literal('dimonaMutation'),
  inscriptionContext: typedLine.min(1).max(64).nullable().default(null),
});

export const cbssCalls = {
  'cbss.profile': read(nothing, cbssProfileSchema),
  /**
   * What is left out stays. `on` only where nothing is missing (stateNotAllowed with `details.missing`). `practice` fills itself in:
   * it makes and registers a certificate where none is named. Where nobody is named yet as who keeps the register, the enterprise that it
   * asks for is; another one that is named stays (`otherOwner`).
   */
  'cbss.saveProfile': act(
    z.strictObject({
      kind: cbssProfileKindSchema,
      on: z.boolean(),
      endpoint: fields.endpoint.optional(),
      testEndpoint: fields.testEndpoint.optional(),
      certificateId: fields.certificateId.optional(),
      urn: fields.urn.optional(),
      identification: fields.identification.optional(),
      legalContext: fields.legalContext.optional(),
      legalContexts: fields.legalContexts.optional(),
      clientTls: fields.clientTls.optional(),
      expectedRevision: z.int(),
    }),
    cbssProfileSchema,
  ),
  /** Walks the way link by link; the service itself is asked only where a number to consult is given. */
  'cbss.test': act(
    z.strictObject({ insz: inszSchema.nullable().default(null) }),
    z.strictObject({ links: z.array(linkSchema).max(4) }),
  ),
  'cbss.search': act(
    z.strictObject({
      ...names,
      birthDate: incompleteDateSchema.nullable().default(null),
      /** Years before and after. */
      tolerance: z.int().min(0).max(99).nullable().default(null),
      genderCode: genderCodeSchema.nullable().default(null),
    }),
    cbssAnswerSchema,
  ),
  'cbss.create': act(
    z.strictObject({
      ...names,
      birthDate: incompleteDateSchema,
      genderCode: genderCodeSchema,
      birthPlace: place,
      nationality: countrySchema,
      address: addressSchema.nullable().default(null),
      justification,
    }),
    cbssAnswerSchema,
  ),
  /** Of a BIS or RAD number; what is null stays as it is. */
  'cbss.correct': act(
    z.strictObject({
      insz: inszSchema,
      lastName: names.lastName.nullable().default(null),
      givenName: typedLine.min(1).max(100).nullable().default(null),
      birthDate: incompleteDateSchema.nullable().default(null),
      genderCode: genderCodeSchema.nullable().default(null),
      birthPlace: place,
      nationality: countrySchema.nullable().default(null),
      address: addressSchema.nullable().default(null),
      justification,
    }),
    cbssAnswerSchema,
  ),
  /** Those that this connector made and did not end. */
  'cbss.subscriptions': read(nothing, z.strictObject({ rows: z.array(subscriptionSchema).max(100) })),
  'cbss.subscribe': act(subscriptionInput, cbssAnswerSchema),
  'cbss.unsubscribe': act(subscriptionInput, cbssAnswerSchema),
  /** Records the authorisation for a function, which is off without it; null takes it back. */
  'cbss.authorise': act(
    z.strictObject({
      right: cbssRightSchema,
      authorisation: z.strictObject({ reference: typedLine.min(1).max(120), date: z.iso.date() }).nullable(),
    }),
    cbssProfileSchema,
  ),
  /** Any operation from its fields (`period.beginDate`) or from a body that was written elsewhere. */
  'cbss.call': act(
    z.strictObject({
      operation: cbssOperationSchema,
      fields: z.record(z.string().max(80), z.string().max(256)).default({}),
      body: z.string().max(65_536).nullable().default(null),
    }),
    cbssAnswerSchema,
  ),
};
export const cbssEvents = { 'cbss.changed': event(changedSchema) };
