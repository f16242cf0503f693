// What a call of the CBSSInscription connector comes back with: one of four layers, which are never mixed (contract §11.3).
import { z } from 'zod';
import { idSchema } from './call.ts';

export const cbssOperationSchema = z.enum([
  'insertInscription',
  'deleteInscription',
  'consultInscriptions',
  'searchPersonPhonetic',
  'createPerson',
  'correctPerson',
  'subscribe',
  'unsubscribe',
  'checkConnection',
  'checkAccessControl',
]);
export type CbssOperation = z.infer<typeof cbssOperationSchema>;

const informationSchema = z.strictObject({
  fieldName: z.string().max(64),
  fieldValue: z.string().max(256).nullable(),
});
/** As the service knows it: eleven digits. */
const ssin = z.string().regex(/^\d{11}$/);
/** As the service writes it: an open string, as more values occur in practice than its schema lists. */
const openWord = z.string().max(64);
const messageSchema = z.strictObject({
  severity: openWord,
  reasonCode: openWord,
  diagnostic: z.string().max(256),
  authorCode: openWord,
  information: z.array(informationSchema).max(15),
});

/** Why an answer, or the lack of one, is none of the service's. From `tooLarge` on: something came back, and was refused. */
export const transportReasonSchema = z.enum([
  'offline',
  'nameNotResolved',
  'connectionRefused',
  'tlsNotTrusted',
  'proxyRefused',
  'connectionLost',
  'timeout',
  'cancelled',
  'tooLarge',
  'truncated',
  'httpStatus',
  'htmlPage',
  'notUtf8',
  'byteOrderMark',
  'doctype',
  'processingInstruction',
  'comment',
  'notWellFormed',
  'notSoap',
  'notInSchema',
  'wrongTicket',
  'wrongNumber',
]);
export type TransportReason = z.infer<typeof transportReasonSchema>;

export const transportErrorSchema = z.strictObject({
  layer: z.literal('transport'),
  reason: transportReasonSchema,
  status: z.int().nullable(),
  /** The service may have done what was asked. Inserting and deleting may be asked again all the same. */
  mayHaveHappened: z.boolean(),
  /** Where the first fault of the answer stands; null where that says nothing. */
  line: z.int().nullable(),
  /** What the schema says of it, in the words of its checker. */
  finding: z.string().max(300).nullable(),
});
export type TransportError = z.infer<typeof transportErrorSchema>;

export const platformFaultSchema = z.strictObject({
  layer: z.literal('platform'),
  kind: z.enum(['SystemError', 'BusinessError', 'plainFault']),
  code: openWord,
  origin: openWord.nullable(),
  /** The number under which the platform knows it: what its service desk asks for. */
  id: z.string().max(64).nullable(),
  retry: z.boolean().nullable(),
  contact: z.string().max(256).nullable(),
  messages: z.array(z.strictObject({ language: z.string().max(16), text: z.string().max(500) })).max(10),
});
export type PlatformFault = z.infer<typeof platformFaultSchema>;

/** `reasonCode` and its neighbours are those of the first detail; `details` has all. */
export const cbssFaultSchema = z.strictObject({
  layer: z.literal('cbss'),
  ...messageSchema.shape,
  details: z.array(messageSchema).max(30),
  ticketCBSS: z.string().max(36).nullable(),
});
export type CbssFault = z.infer<typeof cbssFaultSchema>;

const periodSchema = z.strictObject({ begin: z.iso.date(), end: z.iso.date().nullable() });
export const cbssPersonSchema = z.strictObject({
  insz: ssin,
  lastName: z.string().max(128),
  /** All of them, apart by blanks. */
  givenName: z.string().max(300).nullable(),
  /** `yyyy-mm-dd`, with 00 where the month or day is not known. */
  birthDate: z.string().max(10).nullable(),
  genderCode: z.int().min(0).max(2).nullable(),
  register: z.enum(['RR', 'BIS', 'RAD']).nullable(),
});
export type CbssPerson = z.infer<typeof cbssPersonSchema>;

export const businessStatusSchema = z.strictObject({
  layer: z.literal('business'),
  /** OK, NOK, DATA_FOUND, NO_DATA_FOUND, NO_RESULT, and what else the service may say. */
  value: openWord,
  code: openWord,
  description: z.string().max(256).nullable(),
  information: z.array(informationSchema).max(15),
  anomalies: z
    .array(
      z.strictObject({
        severity: openWord,
        code: openWord,
        description: z.string().max(256),
        information: z.array(informationSchema).max(15),
      }),
    )
    .max(25),
  /** The number that counts now; `replaces` is the one that was sent. */
  number: z.strictObject({ insz: ssin, canceled: z.boolean(), replaces: ssin.nullable() }).nullable(),
  /** Lines of that key after the operation. */
  inscriptions: z
    .array(
      z.strictObject({
        inscriptionContext: z.string().max(64).nullable(),
        qualityCode: z.int().min(0).max(999).nullable(),
        period: periodSchema,
      }),
    )
    .max(500),
  /** Found, or standing in the way of a creation. */
  persons: z.array(cbssPersonSchema).max(50),
  ticketCBSS: z.string().max(36).nullable(),
  /** Of the connection test: as whom the platform knows this application. */
  consumer: z.string().max(256).nullable(),
});
export type BusinessStatus = z.infer<typeof businessStatusSchema>;

export const cbssOutcomeSchema = z.discriminatedUnion('layer', [
  transportErrorSchema,
  platformFaultSchema,
  cbssFaultSchema,
  businessStatusSchema,
]);
export type CbssOutcome = z.infer<typeof cbssOutcomeSchema>;

export const cbssAnswerSchema = z.strictObject({
  /** Under which it is kept for the workbench. */
  exchangeId: idSchema,
  operation: cbssOperationSchema,
  ticket: z.uuid(),
  /** How often it left: more than once only where the platform asked for it or no connection was made. */
  tries: z.int().min(1).max(4),
  milliseconds: z.int().min(0),
  outcome: cbssOutcomeSchema,
});
export type CbssAnswer = z.infer<typeof cbssAnswerSchema>;
