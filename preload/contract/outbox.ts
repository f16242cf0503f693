// Everything that is to be sent, is being sent or was sent. One item is a worker-year: one call's worth of effect.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { failureSchema } from './result.ts';
import { anomalySchema } from './training.ts';
import { calendarYearSchema } from './values.ts';

export const outboxStateSchema = z.enum([
  'ready',
  'sending',
  'accepted',
  'acceptedWithWarnings',
  'refused',
  'unknown',
  'superseded',
  'withdrawn',
]);

export const outboxItemSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  employerName: z.string(),
  workerId: idSchema,
  workerName: z.string(),
  year: calendarYearSchema,
  state: outboxStateSchema,
  /** Trainings of ours in it, and those of others that are kept. */
  trainings: z.int(),
  keptFromOthers: z.int(),
  attempts: z.int(),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** When it may be tried again after the service asked to wait. */
  nextAttemptAt: z.iso.datetime().nullable(),
  /** Why it waits or is unknown; null when all is well. */
  failure: failureSchema.nullable(),
  /** Unknown, and what the service shows is neither the old nor the new set: a person must choose. */
  needsDecision: z.boolean(),
  /** Waits for a second person, where the environment asks for one. */
  waitsForApproval: z.boolean().default(false),
  preparedBy: z.string().max(200).default(''),
  approvedBy: z.string().max(200).default(''),
  approvedAt: z.iso.datetime().nullable().default(null),
  /** Not sent before this day; held back until a person lets it go; -1 later than others, 1 before them. */
  notBefore: z.iso.date().nullable().default(null),
  held: z.boolean().default(false),
  priority: z.int().default(0),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export const outboxResultSchema = z.strictObject({
  trainingId: idSchema.nullable(),
  title: z.string(),
  state: z.enum(['accepted', 'acceptedWithWarnings', 'refused', 'unknown', 'notAnswered']),
  anomalies: z.array(anomalySchema).max(20),
});

/** What the service showed after its answer that was not in what was sent, or the other way round; by title. */
export const setDifferenceSchema = z.strictObject({
  /** Filed by others between our reading and our request, or since. */
  appeared: z.array(z.string().max(255)).max(100),
  missing: z.array(z.string().max(255)).max(100),
  changed: z.array(z.string().max(255)).max(100),
});
export type SetDifference = z.infer<typeof setDifferenceSchema>;

export const outboxStatusSchema = z.strictObject({
  paused: z.boolean(),
  running: z.boolean(),
  counts: z.record(outboxStateSchema, z.int()),
  jobId: idSchema.nullable(),
  /** The service asked everyone to wait until then. */
  waitUntil: z.iso.datetime().nullable(),
  lastFailure: failureSchema.nullable(),
  approvalRequired: z.boolean().default(false),
  /** Ready ones that wait for approval, and those that may leave now. Null: as many as are ready. */
  waitsForApproval: z.int().default(0),
  sendable: z.int().nullable().default(null),
});

const scope = z.strictObject({ employerId: idSchema.nullable().default(null) });

export const outboxCalls = {
  'outbox.list': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      states: z.array(outboxStateSchema).max(8).default([]),
      /** Only what waits for a second person. */
      waitsForApproval: z.boolean().optional(),
    }),
    pageOf(outboxItemSchema),
  ),
  'outbox.status': read(scope, outboxStatusSchema),
  'outbox.show': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      item: outboxItemSchema,
      results: z.array(outboxResultSchema).max(500),
      /** Titles that others filed and that are kept. */
      kept: z.array(z.string().max(255)).max(500),
      difference: setDifferenceSchema.nullable().default(null),
      requestHash: z.string().nullable(),
      answerHash: z.string().nullable(),
    }),
  ),
  /**
   * Sends everything that is ready; what is unknown is asked first. `confirmed` is needed in production;
   * `closedConfirmation` (of `outbox.confirmClosed`) where the service takes nothing any more.
   */
  'outbox.send': act(
    z.strictObject({
      employerId: idSchema.nullable().default(null),
      confirmed: z.boolean().default(false),
      closedConfirmation: idSchema.nullable().optional(),
    }),
    z.strictObject({ jobId: idSchema, items: z.int() }),
  ),
  /** Confirms sending what waits now to a service that takes nothing. Null: no such confirmation is asked for. */
  'outbox.confirmClosed': act(
    z.strictObject({ employerId: idSchema.nullable().default(null), confirmed: z.literal(true) }),
    z.strictObject({ confirmation: idSchema.nullable() }),
  ),
  'outbox.pause': act(nothing, nothing),
  'outbox.resume': act(nothing, nothing),
  /** Asks the service what became of the items whose answer was lost. */
  'outbox.resolve': act(
    z.strictObject({ ids: z.array(idSchema).max(500).default([]) }),
    z.strictObject({ jobId: idSchema, items: z.int() }),
  ),
  /** `sendAfresh`: read again, keep what others filed, send our set. `takeBack`: back to drafts, nothing is sent. */
  'outbox.decide': act(
    z.strictObject({ id: idSchema, decision: z.enum(['sendAfresh', 'takeBack']) }),
    nothing,
  ),
};
export const outboxEvents = { 'outbox.changed': event(changedSchema) };
