// Certificates: what is in a file, whether it may be used, and what is kept. Never a key, a password or a path.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { enterpriseNumberSchema, typedLine } from './values.ts';

const wordsSchema = z.strictObject({
  key: z.string().max(80),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const criterionSchema = z.strictObject({
  id: z.string().max(40),
  outcome: z.enum(['failed', 'warning', 'ok']),
  found: wordsSchema,
  allowed: wordsSchema,
  remedy: wordsSchema.nullable(),
  certainty: z.enum(['seed', 'public', 'inferred', 'assumed']),
});

export const certificateFactsSchema = z.strictObject({
  subject: z.string().max(1_000),
  issuer: z.string().max(1_000),
  serialNumber: z.string().max(80),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  keyKind: z.string().max(40),
  signature: z.string().max(60),
  fingerprintSha256: z.string().max(100),
  fingerprintSha1: z.string().max(60),
});

export const verdictSchema = z.strictObject({
  verdict: z.enum(['usable', 'usableUntil', 'notUsable']),
  until: z.iso.datetime().nullable(),
  /** Failed first, then warnings, then what is fine. */
  criteria: z.array(criterionSchema).max(30),
  facts: certificateFactsSchema,
});
export type CertificateVerdict = z.infer<typeof verdictSchema>;

export const keyKindSchema = z.enum(['rsa2048', 'rsa3072', 'rsa4096', 'ecP384', 'ecP521']);

export const certificateSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(120),
  enterpriseNumber: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  /** `issued`: the key was made here, the certificate came as the answer to a signing request. */
  origin: z.enum(['imported', 'generated', 'issued']),
  addedAt: z.iso.datetime(),
  facts: certificateFactsSchema,
  verdict: z.enum(['usable', 'usableUntil', 'notUsable']),
  daysLeft: z.int(),
  /** Whether the keychain still holds it. */
  stored: z.boolean(),
  usedBy: z
    .array(
      z.strictObject({
        accountId: idSchema,
        name: z.string(),
        /** Signs with it now, will sign with it after a renewal, or did before one. */
        role: z.enum(['inUse', 'staged', 'former']),
      }),
    )
    .max(200),
});
export type Certificate = z.infer<typeof certificateSchema>;

export const certificateRequestSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(120),
  enterpriseNumber: z.string().max(20),
  enterpriseName: z.string().max(200),
  keyKind: keyKindSchema,
  createdAt: z.iso.datetime(),
  /** When a person said that it was ordered. */
  orderedAt: z.iso.datetime().nullable(),
  /** SHA-256 of the public key, by which the answer is recognised. */
  fingerprint: z.string().max(100),
  /** Whether the keychain still holds its key. */
  stored: z.boolean(),
});
export type CertificateRequest = z.infer<typeof certificateRequestSchema>;

/** Shortest password that guards a file; long enough for three words. */
export const shortestPassword = 12;

const container = {
  selectionId: idSchema,
  /** The key, where it stands in a file of its own; the password opens whichever of the two is sealed. */
  keySelectionId: idSchema.optional(),
  password: z.string().max(1_000),
  /** Which key, where a container holds several. */
  entry: z.int().min(0).max(100).optional(),
  enterpriseName: typedLine.max(200).optional(),
  enterpriseNumber: enterpriseNumberSchema.optional(),
};

export const certificateCalls = {
  'certificate.list': read(nothing, z.strictObject({ rows: z.array(certificateSchema).max(500) })),
  'certificate.inspect': read(
    z.strictObject(container),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('verdict'),
        verdict: verdictSchema,
        chain: z.int(),
        /** Whether the key was found: without it the certificate is judged, and cannot be kept. */
        complete: z.boolean(),
        /** For whom it says to be; empty where it does not. */
        enterprise: z.strictObject({ name: z.string().max(200), number: z.string().max(10) }),
        /** The open signing request that this certificate answers. */
        answers: z.strictObject({ id: idSchema, name: z.string().max(120) }).nullable(),
      }),
      z.strictObject({
        kind: z.literal('chooseEntry'),
        entries: z
          .array(
            z.strictObject({
              entry: z.int(),
              name: z.string().max(200),
              subject: z.string().max(1_000),
              fingerprint: z.string().max(100),
            }),
          )
          .max(100),
      }),
    ]),
  ),
  'certificate.import': act(
    z.strictObject({ ...container, name: typedLine.min(1).max(120) }),
    z.strictObject({ id: idSchema }),
  ),
  /** Saves the same key and certificate again as PKCS#12 with current protection, under a new password. */
  'certificate.protect': act(
    z.strictObject({
      selectionId: container.selectionId,
      keySelectionId: container.keySelectionId,
      password: container.password,
      entry: container.entry,
      newPassword: z.string().min(shortestPassword).max(1_000),
    }),
    z.strictObject({
      saved: z.boolean(),
      name: z.string().max(255),
      iterations: z.int(),
      cipher: z.string().max(40),
      mac: z.string().max(40),
    }),
  ),
  /** Makes a key and a signing request for it; the key waits in the keychain. */
  'certificate.request': act(
    z.strictObject({
      name: typedLine.min(1).max(120),
      enterpriseName: typedLine.min(1).max(200),
      enterpriseNumber: enterpriseNumberSchema,
      keyKind: keyKindSchema,
    }),
    z.strictObject({ id: idSchema }),
  ),
  'certificate.requests': read(nothing, z.strictObject({ rows: z.array(certificateRequestSchema).max(500) })),
  /** Saves the request as `.csr` in PEM, for the issuer's order form. */
  'certificate.saveRequest': act(
    z.strictObject({ id: idSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  'certificate.noteOrder': act(z.strictObject({ id: idSchema, ordered: z.boolean() }), nothing),
  /** Judges the issuer's answer and finds the request it belongs to, by public key. Keeps nothing. */
  'certificate.inspectAnswer': read(
    z.strictObject({ selectionId: idSchema }),
    z.strictObject({
      requestId: idSchema,
      name: z.string().max(120),
      verdict: verdictSchema,
      chain: z.int(),
    }),
  ),
  /** The answer becomes a certificate that is kept, and its request is done. */
  'certificate.answer': act(
    z.strictObject({ selectionId: idSchema }),
    z.strictObject({ id: idSchema, requestId: idSchema }),
  ),
  'certificate.removeRequest': act(z.strictObject({ id: idSchema, confirmed: z.literal(true) }), nothing),
  'certificate.generate': act(
    z.strictObject({
      name: typedLine.min(1).max(120),
      enterpriseName: typedLine.min(1).max(200),
      enterpriseNumber: enterpriseNumberSchema,
      keyKind: keyKindSchema,
      validityMonths: z.int().min(1).max(60).default(36),
    }),
    z.strictObject({ id: idSchema }),
  ),
  'certificate.show': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({ certificate: certificateSchema, verdict: verdictSchema }),
  ),
  /** Saves the public certificate where the person chooses; never the key. */
  'certificate.exportCer': act(
    z.strictObject({ id: idSchema, form: z.enum(['der', 'pem']) }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  'certificate.rename': act(z.strictObject({ id: idSchema, name: typedLine.min(1).max(120) }), nothing),
  'certificate.remove': act(z.strictObject({ id: idSchema, confirmed: z.literal(true) }), nothing),
};
export const certificateEvents = { 'certificate.changed': event(changedSchema) };
