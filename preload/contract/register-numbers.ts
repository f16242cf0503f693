// Where numbers of persons went, what of it somebody must look at, and whether the register must allow what is asked of a service.
import { z } from 'zod';
import { act, idSchema, nothing, read } from './call.ts';
import { typedInsz } from './register-values.ts';

/** For what somebody is looked up or sent for; each takes lines of its own types. */
export const allowingPurposeSchema = z.enum(['training', 'rescue', 'presence', 'precontractual']);
export type AllowingPurpose = z.infer<typeof allowingPurposeSchema>;
/** `warning`: it goes on, and that no line allowed it is shown and written down. `stop`: nothing leaves. */
export const allowingModeSchema = z.enum(['warning', 'stop']);
export type AllowingMode = z.infer<typeof allowingModeSchema>;

/** The line of the register that allows it. */
export const allowingLineSchema = z.strictObject({
  type: z.string().max(64),
  begin: z.iso.date(),
  end: z.iso.date().nullable(),
});
export type AllowingLine = z.infer<typeof allowingLineSchema>;

export const numberReasonSchema = z.enum([
  'cycle',
  'itself',
  'invalidNumber',
  'chainTooLong',
  'contradicts',
  'busy',
]);
export const numberStateSchema = z.enum(['applied', 'known', 'quarantined', 'dismissed']);

export const numberEventSchema = z.strictObject({
  id: z.string().max(200),
  kind: z.enum(['replacement', 'cancellation']),
  oldInsz: z.string().max(20),
  newInsz: z.string().max(20).nullable(),
  effectiveDate: z.string().max(10),
  origin: z.enum(['feed', 'service', 'person']),
  state: numberStateSchema,
  /** Why nothing was done (R-f); `busy`: by itself once what is under way is settled. */
  reason: numberReasonSchema.nullable(),
  at: z.string().max(40),
  /** Who holds the old number, or what it became, here. */
  personId: idSchema.nullable(),
  personName: z.string().max(500),
});
export type NumberEventShown = z.infer<typeof numberEventSchema>;

const namedNumber = z.strictObject({
  familyName: z.string().max(300),
  givenName: z.string().max(1_500),
  insz: z.string().max(20),
});
/** Two known persons whom a replacement would make one: who stays, and what comes along of the other. */
export const numberJoinSchema = z.strictObject({
  kept: namedNumber,
  gone: namedNumber,
  /** Lines of the register of the one who goes. */
  lines: z.int().min(0),
  /** Clients for which both are workers, who become one worker too. */
  sharedClients: z.int().min(0),
});
export type NumberJoin = z.infer<typeof numberJoinSchema>;

const outcomeSchema = z.strictObject({
  /** `joins`: nothing was done yet, as two known persons would become one. */
  state: z.enum(['applied', 'known', 'quarantined', 'joins']),
  reason: numberReasonSchema.nullable(),
  /** Persons who were touched. */
  persons: z.int(),
  /** Lines of the register that went along. */
  lines: z.int(),
  /** Who it is by now, where it is one person: two may have become one. */
  personId: idSchema.nullable(),
  joins: numberJoinSchema.nullable(),
});

export const registerNumberCalls = {
  /** The latest first; `open`: only those that somebody must look at, `count` of which there are. */
  'register.numberEvents': read(
    z.strictObject({ open: z.boolean().default(true) }),
    z.strictObject({ rows: z.array(numberEventSchema).max(500), count: z.int().min(0) }),
  ),
  /**
   * `retry`: whether it can be taken in by now; `dismiss`: it is wrong and counts for nothing. Failures: notFound, stateNotAllowed
   * (it does not wait for anybody).
   */
  'register.settleNumberEvent': act(
    z.strictObject({ id: z.string().min(1).max(200), way: z.enum(['retry', 'dismiss']) }),
    z.strictObject({ state: numberStateSchema, reason: numberReasonSchema.nullable() }),
  ),
  /**
   * What a person knows of a number: that it was replaced, or (`newInsz` null) cancelled. What cannot be is not kept. Failures:
   * identifierInvalid, refusedByRule (`details.rules`: `NUM-` and the reason in capitals; `NUM-FUTURE`: from a day that is still to come).
   */
  'register.recordReplacement': act(
    z.strictObject({
      oldInsz: typedInsz,
      newInsz: typedInsz.nullable(),
      effectiveDate: z.iso.date().optional(),
      /** That two known persons become one was seen and is meant: it is not taken back. */
      join: z.boolean().default(false),
    }),
    outcomeSchema,
  ),
  /**
   * How it is set, and of one person for a client (`insz`, else `workerId`) what allows it: null where nothing does, or nobody was
   * named. `person`: who is known here under that number. `dossierType`: of a line that would allow it.
   */
  'register.allowing': read(
    z.strictObject({
      purpose: allowingPurposeSchema.default('training'),
      employerId: idSchema.optional(),
      insz: typedInsz.optional(),
      workerId: idSchema.optional(),
      /** Days concerned; absent: today. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    z.strictObject({
      mode: allowingModeSchema,
      line: allowingLineSchema.nullable(),
      person: z.strictObject({ id: idSchema, insz: z.string().max(20) }).nullable(),
      dossierType: z.string().max(64),
    }),
  ),
  'register.setAllowing': act(z.strictObject({ mode: allowingModeSchema }), nothing),
};
