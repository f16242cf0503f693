// The life of certificates: who uses each, how near its end is, and how an account goes over to a new one without a gap.
import { z } from 'zod';
import { act, idSchema, nothing, read } from './call.ts';
import { keyKindSchema } from './certificates.ts';
import { failureCodeSchema } from './result.ts';
import { languageSchema, typedLine } from './values.ts';

/** The one that signs now, the one that will follow it, and those before it that are kept until a person removes them. */
export const useRoleSchema = z.enum(['inUse', 'staged', 'former']);

/** The last rung of the ladder of warnings that was reached, in days before the end; null: further away. */
export const rungSchema = z.union([
  z.literal(90),
  z.literal(40),
  z.literal(14),
  z.literal(7),
  z.literal(2),
  z.literal(0),
]);

const endFields = {
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  /** Calendar days in Belgium until the last day; negative once it has passed. */
  daysLeft: z.int(),
  rung: rungSchema.nullable(),
  over: z.boolean(),
  /** Whether the keychain still holds it. */
  stored: z.boolean(),
};

/** What a person does next about a certificate, and for which account. */
export const nextActSchema = z.strictObject({
  key: z.enum(['none', 'renew', 'addInChaman', 'test', 'switch', 'removeFormer', 'use', 'remove', 'import']),
  accountId: idSchema.nullable(),
});

export const lifeRowSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(120),
  enterpriseName: z.string().max(200).nullable(),
  ...endFields,
  uses: z
    .array(z.strictObject({ accountId: idSchema, name: z.string().max(120), role: useRoleSchema }))
    .max(200),
  next: nextActSchema,
});
export type LifeRow = z.infer<typeof lifeRowSchema>;

/** One certificate of an account. */
export const accountCertificateSchema = z.strictObject({
  certificateId: idSchema,
  name: z.string().max(120),
  subject: z.string().max(1_000),
  keyKind: z.string().max(40),
  fingerprintSha256: z.string().max(100),
  fingerprintSha1: z.string().max(60),
  ...endFields,
  since: z.iso.datetime().nullable(),
  /** When a person said that Chaman holds it; null also for the one in use, which was there before. */
  addedInChamanAt: z.iso.datetime().nullable(),
  testedAt: z.iso.datetime().nullable(),
  testOutcome: z.enum(['ok', 'failed']).nullable(),
});
export type AccountCertificate = z.infer<typeof accountCertificateSchema>;

const accountAndCertificate = { accountId: idSchema, certificateId: idSchema };

export const renewalCalls = {
  /** All certificates, the one that ends first at the top. */
  'renewal.life': read(
    nothing,
    z.strictObject({ today: z.iso.date(), rows: z.array(lifeRowSchema).max(500) }),
  ),
  'renewal.show': read(
    z.strictObject({ accountId: idSchema }),
    z.strictObject({
      accountId: idSchema,
      name: z.string().max(120),
      enterpriseName: z.string().max(200),
      enterpriseNumber: z.string().max(20),
      clientId: z.string().max(80),
      current: accountCertificateSchema.nullable(),
      staged: accountCertificateSchema.nullable(),
      former: z.array(accountCertificateSchema).max(50),
      /** Certificates of this PC that could be staged. */
      candidates: z
        .array(z.strictObject({ id: idSchema, name: z.string().max(120), notAfter: z.iso.datetime() }))
        .max(200),
      /** Proposed name of a new one. */
      proposedName: z.string().max(120),
      keyKind: keyKindSchema,
      /** Here the practice Chaman can be asked by a button. */
      practice: z.boolean(),
    }),
  ),
  'renewal.stage': act(z.strictObject(accountAndCertificate), nothing),
  /** Makes a new pair in the name of the same enterprise and stages it. */
  'renewal.generate': act(
    z.strictObject({
      accountId: idSchema,
      name: typedLine.min(1).max(120).optional(),
      keyKind: keyKindSchema.optional(),
      validityMonths: z.int().min(1).max(60).default(36),
    }),
    z.strictObject({ certificateId: idSchema }),
  ),
  /** Takes the staged one off again; it stays in the keychain. */
  'renewal.unstage': act(z.strictObject({ accountId: idSchema }), nothing),
  /** What a person says of Chaman: it holds this certificate for this account, or no longer. */
  'renewal.noteInChaman': act(z.strictObject({ ...accountAndCertificate, held: z.boolean() }), nothing),
  /** Practice only: adds it to, or removes it from, the account in the practice Chaman. */
  'renewal.setInPractice': act(z.strictObject({ ...accountAndCertificate, held: z.boolean() }), nothing),
  /** Asks a real token with this certificate's key; nothing else is done with it. */
  'renewal.test': act(
    z.strictObject(accountAndCertificate),
    z.strictObject({
      outcome: z.enum(['ok', 'failed']),
      /** Why no token was given. */
      failure: failureCodeSchema.nullable(),
      validSeconds: z.int().nullable(),
      scope: z.string().max(2_000).nullable(),
    }),
  ),
  /** `untested`: the person switches although no token was given with it yet. */
  'renewal.switch': act(
    z.strictObject({ ...accountAndCertificate, untested: z.boolean().default(false) }),
    nothing,
  ),
  /** Ends the tie between an account and a former certificate; the certificate itself stays until it is removed. */
  'renewal.letGo': act(z.strictObject({ ...accountAndCertificate, confirmed: z.literal(true) }), nothing),
  /** Saves a calendar with the end of each certificate and an alarm at each rung. */
  'renewal.saveCalendar': act(
    z.strictObject({ language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), events: z.int() }),
  ),
};
