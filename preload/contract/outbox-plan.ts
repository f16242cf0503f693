// What goes before and after sending: approval by a second person, planning of items, receipts with their hashes, and what
// happened to one training from filing to correction to withdrawal.
import { z } from 'zod';
import { proofSchema } from './approvers.ts';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { calendarYearSchema, typedLines } from './values.ts';

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

export const receiptStateSchema = z.enum(['accepted', 'acceptedWithWarnings', 'refused', 'superseded']);
export const receiptSchema = z.strictObject({
  id: idSchema,
  /** `employer`: a worker-year was replaced. `provider`: a session was filed, corrected or withdrawn. */
  channel: z.enum(['employer', 'provider']),
  kind: z.enum(['replaced', 'filed', 'corrected', 'withdrawn']),
  /** The session, whose receipts are a chain; null for a worker-year. */
  sessionId: idSchema.nullable(),
  /** The employer, or the training provider. */
  employerName: z.string().max(200),
  enterpriseNumber: z.string().max(10),
  /** Employers of a session's participants, by enterprise number: the first fifty. */
  employers: z.array(z.string().max(10)).max(50),
  /** The worker, or '' and the name of the training. */
  workerName: z.string().max(250),
  title: z.string().max(255),
  year: calendarYearSchema,
  state: receiptStateSchema,
  /** Trainings, or participants. */
  trainings: z.int(),
  sentAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime(),
  requestHash: z.string().max(64),
  answerHash: z.string().max(64),
  preparedBy: z.string().max(200),
  approvedBy: z.string().max(200),
});
export type Receipt = z.infer<typeof receiptSchema>;

const receiptFilter = {
  employerId: idSchema.nullable().default(null),
  year: calendarYearSchema.nullable().default(null),
  /** Days in Belgium on which it was answered, both included. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  states: z.array(receiptStateSchema).max(4).default([]),
  channel: z.enum(['employer', 'provider']).nullable().default(null),
};

/** `erased`: the text is no longer kept; the history still says that it was. `lost`: it should be there and is not. */
const proofEndSchema = z.enum(['matches', 'differs', 'erased', 'lost']);
export const receiptProofSchema = z.strictObject({
  request: proofEndSchema,
  answer: proofEndSchema,
  /** Whether the events of the history that keep both texts are as they were written. */
  history: z.enum(['matches', 'differs']),
});
export type ReceiptProof = z.infer<typeof receiptProofSchema>;

export const chainStepSchema = z.strictObject({
  id: idSchema,
  /** Null for a decision on what a provider filed: that sends nothing. */
  itemId: idSchema.nullable(),
  /** When it was sent, or queued where it was not yet; when it was decided. */
  at: z.iso.datetime(),
  kind: z.enum(['filed', 'corrected', 'withdrawn', 'unchanged', 'adopted', 'rejected']),
  result: z.enum(['accepted', 'acceptedWithWarnings', 'refused', 'unknown', 'notAnswered']).nullable(),
  /** Against what stood at the service before. */
  changed: z.array(changeSchema).max(30),
  /** Of a rejection. */
  reason: z.string().max(500),
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
    z.strictObject({ ids, reason: typedLines.min(1).max(500) }),
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
  'outbox.receipts': read(z.strictObject({ ...pageInput, ...receiptFilter }), pageOf(receiptSchema)),
  /** Saved where the person chooses; null where it was thought better of. A workbook is written off main. */
  'outbox.saveReceipts': act(
    z.strictObject({ ...receiptFilter, format: z.enum(['csv', 'json', 'xlsx']) }),
    z.strictObject({ name: z.string().max(200).nullable(), receipts: z.int() }),
  ),
  /** Computes both hashes anew from what is kept. Failure notFound. */
  'outbox.verifyReceipt': read(z.strictObject({ id: idSchema }), receiptProofSchema),
  /** Every sending that carried this training, and decisions on it as a provider's filing, oldest first. */
  'outbox.chain': read(
    z.strictObject({ trainingId: idSchema }),
    z.strictObject({ steps: z.array(chainStepSchema).max(200) }),
  ),
};
