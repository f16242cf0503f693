// Posters and notices for workers: what they show, how they are made, and what came of it.
import { z } from 'zod';
import { act, idSchema, nothing, read } from './call.ts';
import { languageSchema } from './values.ts';

/** Languages of workers. The last one is written from right to left. */
export const posterLanguages = ['nl', 'fr', 'de', 'en', 'pl', 'ro', 'pt', 'tr', 'uk', 'ar'] as const;
export type PosterLanguage = (typeof posterLanguages)[number];
/** `badge`: a card of 86 × 54 mm. */
export const posterSizes = ['a4', 'a5', 'badge'] as const;
export type PosterSize = (typeof posterSizes)[number];
/** One document holds no more. */
export const mostPosters = 500;

const lookSchema = {
  size: z.enum(posterSizes),
  languages: z
    .array(z.enum(posterLanguages))
    .min(1)
    .max(4)
    .refine((all) => new Set(all).size === all.length),
  /** Whom to call where the declaration of works names nobody. */
  call: z.string().trim().max(120).default(''),
  /**
   * Absent: posters. Present: the notice, A4, of the channels that may be used; `own` are the employer's words, as they are; more of
   * them find no room on the page.
   */
  notice: z
    .strictObject({
      phone: z.boolean(),
      point: z.boolean(),
      own: z.string().trim().max(300).default(''),
    })
    .optional(),
};

export const posterCalls = {
  /**
   * Makes one document with a page for each of these declarations of works, in their order, and reads each code again from it.
   * Failures: notFound (all were removed), stateNotAllowed (others are being made); of the work: posterMismatch (a code in the document
   * does not say what it must: nothing is offered), tooLarge (an address too long for a code), notSupportedHere (nothing can print).
   */
  'poster.make': act(
    z.strictObject({
      worksIds: z.array(idSchema).min(1).max(mostPosters),
      ...lookSchema,
      /** Of the file's name. */
      language: languageSchema,
    }),
    z.strictObject({ jobId: idSchema }),
  ),
  /** Failure notFound: nothing is being made. */
  'poster.pause': act(z.strictObject({ paused: z.boolean() }), nothing),
  'poster.making': read(
    nothing,
    z.strictObject({
      jobId: idSchema.nullable(),
      paused: z.boolean(),
      /** Of the job under way: pages that are drawn, or codes that were read again. */
      stage: z.enum(['drawing', 'reading']),
    }),
  ),
  /** What came of it. Failure selectionExpired: others were made since, or another window asked for it. */
  'poster.made': read(
    z.strictObject({ jobId: idSchema }),
    z.strictObject({
      name: z.string().max(255),
      pages: z.int(),
      /** Codes read again from the document, each byte for byte what it must hold. */
      verified: z.int(),
      /** Pages that show the number alone, as the address of the official code is not known. */
      numberOnly: z.int(),
    }),
  ),
  /** May be asked more than once. `saved` false: no place was chosen. Failures: selectionExpired, those of saving. */
  'poster.save': act(
    z.strictObject({ jobId: idSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), pages: z.int() }),
  ),
  /** A picture of the very page that would be printed. Failures: notFound, tooLarge, notSupportedHere. */
  'poster.preview': read(
    z.strictObject({ worksId: idSchema, ...lookSchema }),
    z.strictObject({
      /** PNG as base64. */
      picture: z.string().max(240_000),
      width: z.int(),
      height: z.int(),
      /** Whether it carries a code, and what is written on it instead where not. */
      code: z.enum(['official', 'practice', 'none']),
    }),
  ),
};
