// Declarations of works: the sites where presences are registered, each known by a number of 13 characters.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { enterpriseNumberSchema, languageSchema, localDateSchema, typedLine } from './values.ts';

export const worksReferenceSchema = z.string().regex(/^[A-HJ-NP-Z0-9]{13}$/);

export const subcontractorSchema = z.strictObject({
  enterpriseNumber: z.string().max(10),
  name: z.string().max(200),
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
});

/** Lengths of an address: DDT glossary, zones 00517, 00518, 00522. */
const siteFields = {
  name: typedLine.min(1).max(120),
  street: typedLine.max(42).default(''),
  houseNumber: typedLine.max(10).default(''),
  postCode: typedLine.max(9).default(''),
  municipality: typedLine.max(40).default(''),
  /** Decimal degrees. */
  place: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  startDate: localDateSchema.nullable().default(null),
  endDate: localDateSchema.nullable().default(null),
  /** The address behind the official QR code, byte for byte. Null: only the number is known. */
  url: z.string().max(2_000).nullable().default(null),
  contact: typedLine.max(120).default(''),
  subcontractors: z
    .array(
      z.strictObject({
        enterpriseNumber: enterpriseNumberSchema,
        name: typedLine.max(200).default(''),
        startDate: localDateSchema.nullable().default(null),
        endDate: localDateSchema.nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
};

export const worksDeclarationSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  employerName: z.string(),
  reference: z.string(),
  name: z.string(),
  street: z.string(),
  houseNumber: z.string(),
  postCode: z.string(),
  municipality: z.string(),
  place: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  /** `ending`: over within 14 days. `unknown`: no end date is known. */
  time: z.enum(['later', 'now', 'ending', 'past', 'unknown']),
  url: z.string().nullable(),
  contact: z.string(),
  subcontractors: z.array(subcontractorSchema).max(200),
  revision: z.int(),
});
export type WorksDeclaration = z.infer<typeof worksDeclarationSchema>;

/** What a pasted or scanned text holds. Only `found` may be used without asking. */
export const readReferenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), reference: z.string(), url: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('several'),
    references: z.array(z.string()).max(50),
    url: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('foreign'),
    /** Another host; or the authority's, without encryption, with a user name in front or with a port. */
    why: z.enum(['host', 'plain', 'user', 'port']),
    host: z.string(),
    references: z.array(z.string()).max(50),
    url: z.string(),
  }),
  z.strictObject({ kind: z.literal('noNumber'), url: z.string() }),
  z.strictObject({
    kind: z.literal('wrongLetters'),
    letters: z.array(z.string()).max(2),
    /** What was probably meant; a person has to compare it. */
    suggestion: z.string(),
  }),
  z.strictObject({ kind: z.literal('wrongLength'), length: z.int() }),
  z.strictObject({
    kind: z.literal('otherCode'),
    what: z.enum(['network', 'contact', 'event', 'phone', 'mail', 'place', 'payment']),
  }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('unreadable') }),
]);

export const worksDeclarationCalls = {
  'worksDeclaration.list': read(
    z.strictObject({
      employerId: idSchema.optional(),
      text: z.string().max(200).default(''),
      /** Only those that count today or later, and those without a known end. */
      current: z.boolean().default(false),
      ...pageInput,
    }),
    pageOf(worksDeclarationSchema),
  ),
  'worksDeclaration.get': read(z.strictObject({ id: idSchema }), worksDeclarationSchema),
  /** Finds the number in a pasted text; nothing is kept. */
  'worksDeclaration.read': read(z.strictObject({ text: z.string().max(5_000) }), readReferenceSchema),
  'worksDeclaration.add': act(
    z.strictObject({ employerId: idSchema, reference: worksReferenceSchema, ...siteFields }),
    z.strictObject({ id: idSchema }),
  ),
  'worksDeclaration.update': act(
    z.strictObject({
      id: idSchema,
      expectedRevision: z.int(),
      reference: worksReferenceSchema,
      ...siteFields,
    }),
    nothing,
  ),
  'worksDeclaration.remove': act(z.strictObject({ id: idSchema }), nothing),
  'worksDeclaration.restore': act(z.strictObject({ id: idSchema }), nothing),
  /** Last days still to come, as a calendar file where the person chooses. Failure notFound where there is none. */
  'worksDeclaration.saveCalendar': act(
    z.strictObject({ employerId: idSchema.nullable().default(null), language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), events: z.int() }),
  ),
};

export const worksDeclarationEvents = {
  'worksDeclaration.changed': event(changedSchema),
};
