// What goes before and after sending: approval by a second person, planning of items, receipts with their hashes, and what
// happened to one training from filing to correction to withdrawal.
import { z } from 'zod';
import { proofSchema } from './approvers.ts';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { calendarYearSchema } from './values.ts';

/** One field, as it was and as it became; '' for nothing. Values as they are kept, to be written out by the page. */
export const changeSchema = z.strictObject({
  field: z.string().max(60),
  before: z.string().max(300),
  after: z.string().max(300),
});
export type Change = z.infer<typeof changeSchema>;

const ids = z.array(idSchema).min(1).max(500);

export const approvalRefusalSchema = z.strictObject({
  id: idSchema,
  /**
   * `samePerson`: prepared under this name. `sameAccount`: prepared under this account of the computer, and no PIN told the
   * two persons apart. `alreadyGiven`: by this very person, before. `nameMissing`: neither a name nor a PIN.
   */
  reason: z.enum(['samePerson', 'sameAccount', 'alreadyGiven', 'nameMissing', 'notWaiting']),
});
export type ApprovalRefusal = z.infer<typeof approvalRefusalSchema>;

/** What is to be approved: a worker-year of the outbox, or a session of a training provider to be sent or withdrawn. */
export const approvalSubjectSchema = z.enum(['workerYear', 'session']);
export const approvalRowSchema = z.strictObject({
  id: idSchema,
  subject: approvalSubjectSchema,
  /** The worker, or the name of the training of the session. */
  title: z.string().max(255),
  /** The employer, or the training provider. */
  owner: z.string().max(200),
  year: calendarYearSchema.nullable(),
  /** Trainings, or participants. */
  count: z.int(),
  withdraw: z.boolean(),
  preparedBy: z.string().max(200),
  preparedAt: z.iso.datetime(),
  /** Prepared under the account of the computer that is in use now: two persons sign with their PIN. */
  sameAccount: z.boolean(),
  /** Who approved it already, where it takes one more. */
  given: z.array(z.string().max(200)).max(20),
});
export type ApprovalRow = z.infer<typeof approvalRowSchema>;

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
  /** What waits for a second person: worker-years, and sessions of training providers with a participant of the employer. */
  'outbox.approvals': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      subject: approvalSubjectSchema.nullable().default(null),
    }),
    pageOf(approvalRowSchema),
  ),
  /**
   * By another person than who prepared it. Main decides who that is: by the account of the computer, the name, and the PIN
   * where one is given. `signed`: counted, and one more person must approve. Failures: approverMissing, pinWrong, pinLater.
   */
  'outbox.approve': act(
    z.strictObject({ ids, proof: proofSchema.nullable().default(null) }),
    z.strictObject({
      approved: z.int(),
      signed: z.int(),
      refused: z.array(approvalRefusalSchema).max(500),
    }),
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
