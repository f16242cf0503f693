// What an applicant opened, as it was read: the answer, what it does not say, what remains to be done, and how long it is kept.
import { z } from 'zod';
import { applicantDataSetSchema } from './applicants.ts';
import { act, idSchema, nothing, read } from './call.ts';
import { languageSchema } from './values.ts';

/** Why somebody looks at an applicant's data: it stands in the history. */
export const readingPurposeSchema = z.enum(['beforeContract', 'beforeExtension', 'check']);

/** A rule that the service does not check, as a line of a list. The answer is the employer's own. */
export const adviceLineSchema = z.strictObject({
  /** `FLX-…` or `STU-…`: names the sentences `applicant-advice.lines.<id>.{what,why}`. */
  id: z.string().regex(/^(FLX|STU|DIM)-[A-Z0-9-]{2,30}$/),
  dataSet: applicantDataSetSchema,
  /** `before`: to be sure of before the contract. `after`: what remains to be done, such as Dimona. */
  when: z.enum(['before', 'after']),
  source: z.string().max(200),
  sourceDate: z.iso.date(),
  certainty: z.enum(['seed', 'public', 'inferred', 'assumed']),
  answer: z.enum(['yes', 'no', 'open']),
});

export const applicantAnswerCalls = {
  /**
   * Reads what the applicant opened, and keeps the answer in place of the earlier one. Failures: notFound, stateNotAllowed (nothing
   * is open, or approved by another citizen than asked), noActiveCitizenMandate (it was revoked or has ended: what was kept goes),
   * those of the route and the service.
   */
  'applicantAnswer.read': act(
    z.strictObject({ id: idSchema, purpose: readingPurposeSchema.default('beforeContract') }),
    nothing,
  ),
  /** Failures: notFound, stateNotAllowed (there is no answer to be shown). */
  'applicantAnswer.savePdf': act(
    z.strictObject({ id: idSchema, language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  'applicantAnswer.advice': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({ lines: z.array(adviceLineSchema).max(40) }),
  ),
  'applicantAnswer.adviseOn': act(
    z.strictObject({
      id: idSchema,
      line: z.string().regex(/^(FLX|STU|DIM)-[A-Z0-9-]{2,30}$/),
      answer: z.enum(['yes', 'no', 'open']),
    }),
    nothing,
  ),
  /**
   * How long answers are kept: through the last day of the access, and at most this many days after the last reading, whichever is
   * first. After a revocation the value goes at once, and the person as the day turns. What was erased, the latest first.
   */
  'applicantCare.get': read(
    nothing,
    z.strictObject({
      keepDays: z.int().min(0).max(1_000),
      kept: z.int().min(0),
      nextErasure: z.iso.date().nullable(),
      erasures: z
        .array(
          z.strictObject({
            id: idSchema,
            at: z.iso.datetime(),
            reason: z.enum(['keepDays', 'revoked', 'renounced', 'accessEnded', 'refused', 'byHand']),
            answers: z.int().min(0),
            /** Of the ids that were erased: what proves it stands in the history. */
            digest: z.string().max(64),
          }),
        )
        .max(200),
    }),
  ),
  'applicantCare.update': act(z.strictObject({ keepDays: z.int().min(0).max(1_000) }), nothing),
  /** Erases the answer and the person of a request now. Failures: notFound, stateNotAllowed (it is still open). */
  'applicantCare.erase': act(z.strictObject({ id: idSchema }), nothing),
};
