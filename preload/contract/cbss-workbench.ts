// The workbench for messages to CBSSInscription (build, sign, check, send, explain, replay, history), and the steps by which an
// organisation is admitted to the service.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { cbssAnswerSchema, cbssOperationSchema, cbssOutcomeSchema } from './cbss-answer.ts';
import { languageSchema, typedLine } from './values.ts';

/** What is pasted or built here, in signs: a message is a few thousand. */
export const longestMessage = 65_536;
const message = z.string().max(longestMessage);

/** What is looked at before anything of a message is believed (§6.2, §13); in the order in which it is told. */
export const guardSchema = z.enum([
  'byteOrderMark',
  'doctype',
  'processingInstruction',
  'comment',
  'wellFormed',
  'soap',
  'oneSecurity',
  'oneSignature',
  'uniqueIds',
  'algorithms',
  'threeParts',
  'bodyInPlace',
  'certificate',
]);
export type Guard = z.infer<typeof guardSchema>;

/** `open`: could not be looked at, as an earlier one failed. */
const guardVerdict = z.strictObject({
  guard: guardSchema,
  state: z.enum(['passed', 'failed', 'open']),
  line: z.int().min(1).nullable(),
});
export type GuardVerdict = z.infer<typeof guardVerdict>;

export const signedPartSchema = z.strictObject({
  part: z.enum(['certificate', 'timestamp', 'body', 'other']),
  id: z.string().max(200),
  /** Base64, as it stands in the message and as it is counted here; null: no such part. */
  stated: z.string().max(200),
  counted: z.string().max(200).nullable(),
  /** The text that was counted: exclusive canonical form, cut where it is long. */
  canonical: z.string().max(20_000),
  bytes: z.int().min(0),
});
export type SignedPart = z.infer<typeof signedPartSchema>;

export const timestampVerdictSchema = z.strictObject({
  created: z.string().max(40),
  expires: z.string().max(40),
  /** `tooLong`: over 300 seconds; `ahead`: made over 60 seconds from now. */
  state: z.enum(['ok', 'expired', 'tooLong', 'ahead', 'unreadable']),
  seconds: z.int().nullable(),
});
export type TimestampVerdict = z.infer<typeof timestampVerdictSchema>;

export const signerSchema = z.strictObject({
  subject: z.string().max(500),
  issuer: z.string().max(500),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  /** `EC` cannot sign by this policy. */
  kind: z.enum(['RSA', 'EC', 'other']),
  bits: z.int().nullable(),
  /** At the moment of looking. */
  valid: z.boolean(),
});
export type SignerFacts = z.infer<typeof signerSchema>;

const schemaFinding = z.strictObject({ line: z.int().min(0), text: z.string().max(400) });

export const inspectionSchema = z.strictObject({
  /** What the message is, by its root within the body. */
  kind: z.enum(['request', 'answer', 'fault', 'none']),
  /** Name of that root. */
  name: z.string().max(120),
  bytes: z.int().min(0),
  guards: z.array(guardVerdict).max(13),
  schema: z.strictObject({
    /** `none`: no schema is known for what stands in the body. */
    state: z.enum(['valid', 'invalid', 'none', 'open']),
    findings: z.array(schemaFinding).max(40),
  }),
  signature: z
    .strictObject({
      /** The value over the signed parts, by the certificate in the message. */
      value: z.enum(['right', 'wrong', 'open']),
      parts: z.array(signedPartSchema).max(6),
      timestamp: timestampVerdictSchema.nullable(),
      signer: signerSchema.nullable(),
    })
    .nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** One message with its answer, without their texts. `layer` null: the answer is awaited, or the app ended before it came. */
export const cbssExchangeRowSchema = z.strictObject({
  id: idSchema,
  at: z.iso.datetime(),
  operation: cbssOperationSchema,
  ticket: z.string().max(64),
  tries: z.int().min(0),
  milliseconds: z.int().min(0).nullable(),
  layer: z.enum(['transport', 'platform', 'cbss', 'business']).nullable(),
  code: z.string().max(64).nullable(),
});
export type CbssExchangeRow = z.infer<typeof cbssExchangeRowSchema>;

/** What an organisation goes through before it may call the real service. */
export const admissionStepSchema = z.enum([
  'hosting',
  'certificate',
  'urn',
  'permission',
  'contexts',
  'support',
]);
export type AdmissionStep = z.infer<typeof admissionStepSchema>;
export const admissionSteps = admissionStepSchema.options;

const fields = z.record(z.string().max(80), z.string().max(256));

export const cbssWorkbenchCalls = {
  /** An unsigned envelope with a fresh ticket, laid out in lines. Failures: stateNotAllowed (no profile), refusedByRule. */
  'cbssWorkbench.build': act(
    z.strictObject({ operation: cbssOperationSchema, fields }),
    z.strictObject({ xml: message }),
  ),
  /**
   * Signs what stands in the body of `xml` anew, a header in it is put aside, and tells what was signed. Failures: stateNotAllowed,
   * certificateNotUsable, invalidInput (`details.reason`), those of the keychain.
   */
  'cbssWorkbench.sign': act(
    z.strictObject({ xml: message }),
    z.strictObject({ xml: message, inspection: inspectionSchema }),
  ),
  /** Looks at any message; sends nothing and keeps nothing. Failure tooLarge. */
  'cbssWorkbench.check': act(z.strictObject({ xml: message }), inspectionSchema),
  /**
   * Sends a message as it stands, once; practice takes broken ones too, to see what it says of them. Failures: stateNotAllowed,
   * permissionMissing, refusedByRule (`details.rules`: `otherOperation`, `ticket`, or what the check found).
   */
  'cbssWorkbench.send': act(z.strictObject({ xml: message }), cbssAnswerSchema),
  /**
   * The four layers of an answer that was pasted. `status`: of HTTP, where it is known. Failure refusedByRule (`details.rules`:
   * `isRequest`).
   */
  'cbssWorkbench.explain': act(
    z.strictObject({ xml: message, status: z.int().min(100).max(599).nullable().default(null) }),
    z.strictObject({ outcome: cbssOutcomeSchema }),
  ),
  /**
   * The same content and ticket with a new timestamp and signature. Failures: notFound, stateNotAllowed (not `sure` where asking
   * twice may do something twice), those of cbss.call.
   */
  'cbssWorkbench.replay': act(z.strictObject({ id: idSchema, sure: z.boolean() }), cbssAnswerSchema),
  'cbssWorkbench.exchanges': read(
    z.strictObject({
      text: z.string().max(120).default(''),
      problemsOnly: z.boolean().default(false),
      ...pageInput,
    }),
    pageOf(cbssExchangeRowSchema),
  ),
  /** One exchange with its messages. Numbers and names of persons are masked unless `shown`. Failure notFound. */
  'cbssWorkbench.exchange': read(
    z.strictObject({ id: idSchema, shown: z.boolean().default(false) }),
    z.strictObject({
      row: cbssExchangeRowSchema,
      outcome: cbssOutcomeSchema.nullable(),
      request: z.string().max(80_000),
      answer: z.string().max(80_000).nullable(),
      /** The texts are longer than what is shown. */
      cut: z.boolean(),
    }),
  ),
  /** One of the messages as a file. `saved` false: thought better of it. */
  'cbssWorkbench.save': act(
    z.strictObject({
      id: idSchema,
      part: z.enum(['request', 'answer']),
      shown: z.boolean().default(false),
    }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  'cbssAdmission.show': read(
    nothing,
    z.strictObject({
      steps: z
        .array(
          z.strictObject({
            step: admissionStepSchema,
            /** Where it is asked; null: no address is known. */
            address: z.string().max(200).nullable(),
            done: z.strictObject({ on: z.iso.date(), reference: z.string().max(120) }).nullable(),
          }),
        )
        .max(6),
    }),
  ),
  /** Notes that a step was done, or that it was not after all. */
  'cbssAdmission.mark': act(
    z.strictObject({
      step: admissionStepSchema,
      done: z.strictObject({ on: z.iso.date(), reference: typedLine.max(120).default('') }).nullable(),
    }),
    nothing,
  ),
  /** A ready e-mail for a step. Failure notFound: nobody has to be written to. */
  'cbssAdmission.mail': read(
    z.strictObject({ step: admissionStepSchema, language: languageSchema }),
    z.strictObject({
      to: z.string().max(200).nullable(),
      subject: z.string().max(200),
      body: z.string().max(8_000),
    }),
  ),
};
export const cbssWorkbenchEvents = { 'cbssAdmission.changed': event(changedSchema) };
