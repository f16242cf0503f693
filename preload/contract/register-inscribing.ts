// Register lines that the inscription service is not known to have: how many, what would happen, and one job that inscribes them.
import { z } from 'zod';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { registerPeriodSchema, registerPersonSchema } from './register-values.ts';

const count = z.int().min(0);

const runSchema = z.strictObject({
  /** `stopped`: by a person, or by what stood in the way of all (`failure`); it goes on when somebody says so. */
  state: z.enum(['running', 'stopped', 'done']),
  startedAt: z.iso.datetime(),
  startedBy: z.string().max(200),
  total: count,
  inscribed: count,
  /** The service had these days already. */
  already: count,
  refused: count,
  /** A code of failures. */
  failure: z.string().max(40).nullable(),
});

export const registerInscribingCalls = {
  /** Without a connection (`connected`) there is no service to be known at, and nothing is counted. */
  'registerInscribing.state': read(
    nothing,
    z.strictObject({
      connected: z.boolean(),
      /** Lines still to inscribe: without those that were refused, wait for an answer or must be looked at. Up to 10,000 (`more`). */
      lines: count,
      more: z.boolean(),
      refused: count,
      run: runSchema.nullable(),
      jobId: idSchema.nullable(),
    }),
  ),
  /**
   * Changes nothing, here or there: of each dossier type one person is consulted. `unanswered`: the service could not be asked.
   * Failures: stateNotAllowed (no connection).
   */
  'registerInscribing.preview': act(
    z.strictObject({ again: z.boolean().default(false) }),
    z.strictObject({
      lines: count,
      types: z
        .array(
          z.strictObject({
            dossierType: z.string().max(64),
            lines: count,
            atService: z.enum(['known', 'unknown', 'unanswered']),
          }),
        )
        .max(500),
      /** Left out: refused before and still the same, waiting for an answer, to be looked at first. */
      refused: count,
      waiting: count,
      review: count,
    }),
  ),
  /**
   * `again`: also those that were refused before. Failures: stateNotAllowed (no connection; or `details.jobId`, it is under way),
   * nothingToSend.
   */
  'registerInscribing.start': act(
    z.strictObject({ again: z.boolean().default(false) }),
    z.strictObject({ jobId: idSchema }),
  ),
  /** What the end of the app cut off; asked as the app opens again. Failures: nothingToSend, stateNotAllowed. */
  'registerInscribing.resume': act(nothing, z.strictObject({ jobId: idSchema })),
  /** What could not be inscribed, the latest first. */
  'registerInscribing.refused': read(
    z.strictObject(pageInput),
    pageOf(
      z.strictObject({
        ...registerPersonSchema.shape,
        employerId: idSchema,
        employerName: z.string(),
        dossierType: z.string().max(64),
        period: registerPeriodSchema,
        at: z.string().max(30),
        /** Of the register where the service refused (`final`), else of failures. */
        code: z.string().max(40),
        fields: z.array(z.string().max(64)).max(25),
        final: z.boolean(),
        /** Somebody changed what it was refused for: it is asked again with the next ones. */
        changed: z.boolean(),
      }),
    ),
  ),
};
