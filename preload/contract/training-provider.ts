// The channel of a training provider: a session is entered once for participants of several employers. And the other end
// of it: what providers filed for our own workers, to adopt or reject. Wire shapes are assumed (rest-services §13).
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { changeSchema } from './outbox-plan.ts';
import { failureSchema } from './result.ts';
import { anomalySchema, trainingFieldsSchema, trainingStatusSchema, trainingTypeSchema } from './training.ts';
import { calendarYearSchema, minutesSchema, typedLines, typedPart } from './values.ts';

export const sessionStateSchema = z.enum([
  'draft',
  'sending',
  'unknown',
  'accepted',
  'acceptedWithWarnings',
  'refused',
  'withdrawn',
]);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** As typed or pasted: rules say what is wrong with it. */
export const participantSchema = z.strictObject({
  insz: z.string().max(40),
  name: typedPart.max(200),
  /** Empty: the service finds the employer by itself where there is but one. */
  employerNumber: z.string().max(32),
  status: trainingStatusSchema,
  certificateObtained: z.boolean(),
  certificateValidUntil: z.iso.date().nullable(),
  certificateName: typedPart.max(255),
});
export type Participant = z.infer<typeof participantSchema>;

export const sessionFieldsSchema = z.strictObject({
  /** The account with the quality of training provider by which it is sent: it names the provider. */
  accountId: idSchema.nullable(),
  title: typedPart.max(255),
  type: trainingTypeSchema,
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  durationMinutes: minutesSchema.nullable(),
});
export type SessionFields = z.infer<typeof sessionFieldsSchema>;

const summary = {
  id: idSchema,
  fields: sessionFieldsSchema,
  providerName: z.string().max(200),
  state: sessionStateSchema,
  /** Accepted before and changed since: the next sending corrects it under the same reference. */
  corrects: z.boolean(),
  participants: z.int(),
  refused: z.int(),
  sentAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  failure: failureSchema.nullable(),
  updatedAt: z.iso.datetime(),
  revision: z.int(),
};
export const sessionSummarySchema = z.strictObject(summary);
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const participantResultSchema = z.strictObject({
  /** Place in the list of participants. */
  index: z.int().min(0),
  state: z.enum(['accepted', 'acceptedWithWarnings', 'refused']),
  anomalies: z.array(anomalySchema).max(20),
});

/** A finding on a participant names its place; null for the session itself. */
export const sessionFindingSchema = findingSchema.extend({ participant: z.int().min(0).nullable() });
export type SessionFinding = z.infer<typeof sessionFindingSchema>;

/** Put forward for a second person, as it stands; any change of the session takes it away. */
export const sessionApprovalSchema = z.strictObject({
  withdraw: z.boolean(),
  preparedBy: z.string().max(200),
  preparedAt: z.iso.datetime(),
  /** Who approved it already, where it takes one more. */
  given: z.array(z.string().max(200)).max(20),
  approvedBy: z.string().max(200),
  approvedAt: z.iso.datetime().nullable(),
});

export const sessionSchema = z.strictObject({
  ...summary,
  people: z.array(participantSchema).max(500),
  findings: z.array(sessionFindingSchema).max(500),
  results: z.array(participantResultSchema).max(500),
  externalReference: z.string().max(64),
  requestHash: z.string().max(64).nullable(),
  answerHash: z.string().max(64).nullable(),
  approval: sessionApprovalSchema.nullable().default(null),
});
export type ProviderSession = z.infer<typeof sessionSchema>;

export const filingDecisionSchema = z.enum(['open', 'adopted', 'rejected']);
export const filingSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  employerName: z.string().max(200),
  /** Null: the register does not know this worker of the employer. */
  workerId: idSchema.nullable(),
  workerName: z.string().max(250),
  insz: z.string().max(11),
  year: calendarYearSchema,
  providerName: z.string().max(255),
  providerNumber: z.string().max(10),
  registeredOn: z.iso.date(),
  fields: trainingFieldsSchema,
  decision: filingDecisionSchema,
  reason: z.string().max(500),
  decidedAt: z.iso.datetime().nullable(),
  /** Differs from what was decided on. */
  changedSince: z.boolean(),
  /** No longer shown by the service. */
  gone: z.boolean(),
  /** The training of the register that it became. */
  trainingId: idSchema.nullable(),
  /** Trainings of the register on the same days: perhaps the same one, entered by ourselves. */
  alike: z
    .array(
      z.strictObject({
        id: idSchema,
        title: z.string().max(255),
        startDate: z.iso.date().nullable(),
        durationMinutes: z.int().nullable(),
        state: z.string().max(30),
      }),
    )
    .max(5),
});
export type Filing = z.infer<typeof filingSchema>;

export const sendingStepSchema = z.strictObject({
  id: idSchema,
  at: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  kind: z.enum(['filed', 'corrected', 'withdrawn']),
  state: z.enum(['sending', 'unknown', 'accepted', 'acceptedWithWarnings', 'refused', 'notTaken']),
  participants: z.int(),
  /** Against what was answered before; participants by name. */
  changes: z.array(changeSchema).max(100),
  preparedBy: z.string().max(200),
  approvedBy: z.string().max(200),
  requestHash: z.string().max(64),
  answerHash: z.string().max(64).nullable(),
});
export type SendingStep = z.infer<typeof sendingStepSchema>;

const sending = z.strictObject({
  id: idSchema,
  confirmed: z.boolean().default(false),
  closedConfirmation: idSchema.nullable().optional(),
});

const counted = z.strictObject({ done: z.int(), refused: z.int() });

export const trainingProviderCalls = {
  'provider.list': read(
    z.strictObject({ ...pageInput, states: z.array(sessionStateSchema).max(7).default([]) }),
    pageOf(sessionSummarySchema),
  ),
  'provider.get': read(z.strictObject({ id: idSchema }), sessionSchema),
  'provider.add': act(
    z.strictObject({
      fields: sessionFieldsSchema.partial().default({}),
      people: z.array(participantSchema).max(500).default([]),
    }),
    z.strictObject({ id: idSchema }),
  ),
  /** Autosave. A session that was answered becomes a draft that corrects it. Refused while sending or unknown. */
  'provider.update': act(
    z.strictObject({
      id: idSchema,
      expectedRevision: z.int(),
      fields: sessionFieldsSchema.partial().default({}),
      people: z.array(participantSchema).max(500).optional(),
    }),
    sessionSchema,
  ),
  /** A draft that never left. What was sent is withdrawn instead. */
  'provider.remove': act(z.strictObject({ id: idSchema, expectedRevision: z.int() }), nothing),
  /**
   * Sends it, or after a lost answer the very same request again. `confirmed` is needed in production; `closedConfirmation`
   * (of `provider.confirmClosed`) where the service takes nothing any more. Failure notApproved: a second person must first.
   */
  'provider.send': act(sending, sessionSchema),
  /** Takes every participant off the session at the service. */
  'provider.withdraw': act(sending, sessionSchema),
  /** Confirms this very sending, of the session as it stands now. Null: no such confirmation is asked for. */
  'provider.confirmClosed': act(
    z.strictObject({ id: idSchema, withdraw: z.boolean().default(false), confirmed: z.literal(true) }),
    z.strictObject({ confirmation: idSchema.nullable() }),
  ),
  /** Puts it forward for a second person, to be sent or withdrawn. */
  'provider.putForward': act(
    z.strictObject({ id: idSchema, withdraw: z.boolean().default(false), expectedRevision: z.int() }),
    sessionSchema,
  ),
  /** Every sending of the session, oldest first. */
  'provider.chain': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({ steps: z.array(sendingStepSchema).max(200) }),
  ),
  'providerFiling.list': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      year: calendarYearSchema,
      decision: filingDecisionSchema.nullable().default(null),
    }),
    pageOf(filingSchema).extend({ open: z.int(), readAt: z.iso.datetime().nullable() }),
  ),
  /** Asks the service by the employer's own route. */
  'providerFiling.fetch': act(
    z.strictObject({ employerId: idSchema, year: calendarYearSchema }),
    z.strictObject({ found: z.int(), added: z.int(), changed: z.int(), gone: z.int() }),
  ),
  /** Takes them over as they stand at the service; `refused` are those whose worker-year is being sent, or unknown here. */
  'providerFiling.adopt': act(z.strictObject({ ids: z.array(idSchema).min(1).max(500) }), counted),
  /** Noted here alone: at the service it stays until the provider corrects it. */
  'providerFiling.reject': act(
    z.strictObject({ ids: z.array(idSchema).min(1).max(500), reason: typedLines.min(1).max(500) }),
    counted,
  ),
};
export const trainingProviderEvents = {
  'provider.changed': event(changedSchema),
  'providerFiling.changed': event(changedSchema),
};
