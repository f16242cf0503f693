// What goes before and after sending: approval by a second person, planning of items, receipts with their hashes, and what
// happened to one training from filing to correction to withdrawal.
import { z } from 'zod';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { calendarYearSchema } from './values.ts';

const ids = z.array(idSchema).min(1).max(500);

export const approvalRefusalSchema = z.strictObject({
  id: idSchema,
  /** `samePerson`: who prepared it may not approve it. `nameMissing`: one of the two is not known by name. */
  reason: z.enum(['samePerson', 'nameMissing', 'notWaiting']),
});

export const receiptSchema = z.strictObject({
  itemId: idSchema,
  employerName: z.string().max(200),
  enterpriseNumber: z.string().max(10),
  workerName: z.string().max(250),
  year: calendarYearSchema,
  state: z.enum(['accepted', 'acceptedWithWarnings', 'refused', 'superseded']),
  trainings: z.int(),
  sentAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime(),
  requestHash: z.string().max(64),
  answerHash: z.string().max(64),
  preparedBy: z.string().max(200),
  approvedBy: z.string().max(200),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const chainStepSchema = z.strictObject({
  itemId: idSchema,
  /** When it was sent, or queued where it was not yet. */
  at: z.iso.datetime(),
  kind: z.enum(['filed', 'corrected', 'withdrawn', 'unchanged']),
  result: z.enum(['accepted', 'acceptedWithWarnings', 'refused', 'unknown', 'notAnswered']),
  /** Names of the fields that differ from the sending before. */
  changed: z.array(z.string().max(60)).max(30),
  preparedBy: z.string().max(200),
  approvedBy: z.string().max(200),
  requestHash: z.string().max(64).nullable(),
  answerHash: z.string().max(64).nullable(),
});
export type ChainStep = z.infer<typeof chainStepSchema>;

export const outboxPlanCalls = {
  /** Whether a second person must approve what is sent from this environment. Off where nobody switched it on. */
  'outbox.requireApproval': act(z.strictObject({ required: z.boolean() }), nothing),
  /** By another person than who prepared it; main decides who that is. */
  'outbox.approve': act(
    z.strictObject({ ids }),
    z.strictObject({ approved: z.int(), refused: z.array(approvalRefusalSchema).max(500) }),
  ),
  /** Back to drafts, with the reason in the history. */
  'outbox.refuseApproval': act(
    z.strictObject({ ids, reason: z.string().trim().min(1).max(500) }),
    z.strictObject({ refused: z.int() }),
  ),
  /** Of items by id, or of all that wait of a client. What is left out stays as it is. */
  'outbox.plan': act(
    z.strictObject({
      ids: z.array(idSchema).max(500).default([]),
      employerId: idSchema.nullable().default(null),
      notBefore: z.iso.date().nullable().optional(),
      held: z.boolean().optional(),
      priority: z.int().min(-1).max(1).optional(),
    }),
    z.strictObject({ planned: z.int() }),
  ),
  'outbox.receipts': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      year: calendarYearSchema.nullable().default(null),
    }),
    pageOf(receiptSchema),
  ),
  /** Saved where the person chooses; null where it was thought better of. */
  'outbox.saveReceipts': act(
    z.strictObject({
      employerId: idSchema.nullable().default(null),
      year: calendarYearSchema.nullable().default(null),
      format: z.enum(['csv', 'json']),
    }),
    z.strictObject({ name: z.string().max(200).nullable(), receipts: z.int() }),
  ),
  /** Every sending that carried this training, oldest first. */
  'outbox.chain': read(
    z.strictObject({ trainingId: idSchema }),
    z.strictObject({ steps: z.array(chainStepSchema).max(200) }),
  ),
};
