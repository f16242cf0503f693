// Everything that was sent, answered, looked up or exported: append-only, hash-chained, searchable.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';

/** `<noun>.<what happened>`. A request is written before it leaves, its answer after. */
export const historyKindSchema = z
  .string()
  .regex(/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/)
  .max(60);

export const historyEventSchema = z.strictObject({
  id: idSchema,
  /** Place in its chain, from 1. */
  position: z.int().min(1),
  employerId: idSchema.nullable(),
  employerName: z.string().nullable(),
  kind: historyKindSchema,
  at: z.iso.datetime(),
  actor: z.strictObject({
    kind: z.enum(['person', 'commandLine', 'app']),
    name: z.string().max(200),
    osAccount: z.string().max(200),
  }),
  result: z.enum(['done', 'accepted', 'acceptedWithWarnings', 'refused', 'failed', 'unknown']),
  /** Short words to recognise it by, from the erasable payload; empty once erased. */
  summary: z.string().max(300),
  erased: z.boolean(),
  hash: z.string().length(64),
});
export type HistoryEvent = z.infer<typeof historyEventSchema>;

export const historyProblemSchema = z.strictObject({
  problem: z.enum(['altered', 'missing', 'added', 'moved', 'truncated', 'payloadAltered', 'payloadMissing']),
  chain: z.string().max(60),
  position: z.int(),
});

export const historyCalls = {
  'history.search': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      text: z.string().max(120).default(''),
      kinds: z.array(historyKindSchema).max(200).default([]),
      from: z.iso.date().nullable().default(null),
      to: z.iso.date().nullable().default(null),
    }),
    pageOf(historyEventSchema),
  ),
  'history.show': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      event: historyEventSchema,
      /** What was kept of the act, as field and value; null once erased. */
      payload: z.record(z.string(), z.unknown()).nullable(),
      previousHash: z.string(),
    }),
  ),
  'history.verify': read(
    nothing,
    z.strictObject({
      events: z.int(),
      chains: z.int(),
      erased: z.int(),
      intact: z.boolean(),
      problems: z.array(historyProblemSchema).max(50),
    }),
  ),
  /** Saves a verifiable file where the person chooses. */
  'history.export': act(
    z.strictObject({ employerId: idSchema.nullable().default(null) }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), events: z.int() }),
  ),
};
export const historyEvents = { 'history.changed': event(changedSchema) };
