// Persons who prove by a PIN who they are, where several of them work under one account of the computer. A PIN comes in
// with the act it is for and never goes out.
import { z } from 'zod';
import { act, idSchema, nothing, read } from './call.ts';
import { typedLine } from './values.ts';

/** Six signs at least: main slows down guessing, but a shorter one is guessed by chance. */
const pinSchema = z.string().min(6).max(64);

/** Who does it, proven by the PIN. */
export const proofSchema = z.strictObject({ approverId: idSchema, pin: pinSchema });
export type Proof = z.infer<typeof proofSchema>;

export const approverSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200),
  addedAt: z.iso.datetime(),
  /** Until when no PIN of this person is looked at, after wrong ones. */
  waitUntil: z.iso.datetime().nullable(),
});
export type Approver = z.infer<typeof approverSchema>;

export const approverCalls = {
  'approver.list': read(
    nothing,
    z.strictObject({ rows: z.array(approverSchema).max(100), osAccount: z.string().max(200) }),
  ),
  /**
   * The first one freely; while a second person must approve, every further one with the proof of somebody who is there.
   * Failures: alreadyExists, approverMissing (no proof), pinWrong, pinLater.
   */
  'approver.add': act(
    z.strictObject({
      name: typedLine.min(1).max(200),
      pin: pinSchema,
      proof: proofSchema.nullable().default(null),
    }),
    z.strictObject({ id: idSchema }),
  ),
  'approver.changePin': act(z.strictObject({ proof: proofSchema, newPin: pinSchema }), nothing),
  'approver.remove': act(
    z.strictObject({ id: idSchema, proof: proofSchema.nullable().default(null) }),
    nothing,
  ),
};
