// The values of a rescue: how worker-years, clients, comparisons, right and credit stand, and what came of a file.
import { z } from 'zod';
import { trainingImportFields } from '../rules/training/import-fields.ts';
import { idSchema } from './call.ts';
import { failureSchema } from './result.ts';
import { recordStateSchema, trainingFieldsSchema, trainingStatusSchema } from './training.ts';

/** First and last year of which the service holds data. */
export const firstRescueYear = 2023;
export const lastRescueYear = 2026;
export const rescueYearNumberSchema = z.int().min(firstRescueYear).max(lastRescueYear);

export const rescueStateSchema = z.enum(['waiting', 'asked', 'found', 'empty', 'failed']);
export type RescueState = z.infer<typeof rescueStateSchema>;
export const rescueManualSchema = z.enum(['open', 'saved', 'nothing']);
export const rescueOutcomeSchema = z.enum(['same', 'onlyThere', 'onlyHere', 'differs']);
export type RescueOutcome = z.infer<typeof rescueOutcomeSchema>;
export const rescueStepSchema = z.enum(['access', 'open', 'choose', 'save', 'bring', 'compare']);
export type RescueStep = z.infer<typeof rescueStepSchema>;

/** Worker-years by state; `records`: trainings found. */
export const rescueCountsSchema = z.strictObject({
  waiting: z.int(),
  asked: z.int(),
  found: z.int(),
  empty: z.int(),
  failed: z.int(),
  records: z.int(),
});
export type RescueCounts = z.infer<typeof rescueCountsSchema>;

/** Why a row of a list cannot be taken in. */
export const rescueRefusalSchema = z.enum(['workerUnknown', 'yearUnknown', 'titleMissing', 'dateUnreadable']);
export type RescueRefusal = z.infer<typeof rescueRefusalSchema>;
export const rescueListFieldSchema = z.enum(trainingImportFields);
export const rescueTakenSchema = z.strictObject({
  kind: z.enum(['list', 'evidence']),
  name: z.string().max(255),
  hash: z.string().max(64),
  rows: z.int(),
  taken: z.int(),
  years: z.int(),
  refused: z.array(z.strictObject({ line: z.int(), reason: rescueRefusalSchema })).max(500),
});

/** How a client stands in a run. */
export const rescueEndSchema = z.enum(['waiting', 'running', 'done', 'failed', 'givenUp']);
export type RescueEnd = z.infer<typeof rescueEndSchema>;
/** How far a client is brought home, whichever way: `none` not begun. */
export const rescueStandingSchema = z.enum(['none', 'partly', 'failed', 'givenUp', 'complete']);
export type RescueStanding = z.infer<typeof rescueStandingSchema>;
export const rescueFilterSchema = z.enum(['all', 'missing', 'failed', 'none', 'complete', 'noRoute']);
export type RescueFilter = z.infer<typeof rescueFilterSchema>;
export const rescueSortSchema = z.enum(['name', 'standing', 'read', 'found', 'failed', 'manual']);

export const rescueClientSchema = z.strictObject({
  employerId: idSchema,
  name: z.string().max(200),
  enterpriseNumber: z.string().max(20),
  /** Whether a route leads to the service, and why not. */
  route: failureSchema.nullable(),
  begun: z.boolean(),
  /** When the service gave its list of workers. */
  listedAt: z.iso.datetime().nullable(),
  counts: rescueCountsSchema,
  manual: z.strictObject({ done: z.int(), total: z.int() }),
  failure: failureSchema.nullable(),
  standing: rescueStandingSchema,
  /** How it ended in the last run; null where it was in none. */
  end: z
    .strictObject({
      state: rescueEndSchema,
      failure: failureSchema.nullable(),
      at: z.iso.datetime().nullable(),
    })
    .nullable(),
});
export type RescueClient = z.infer<typeof rescueClientSchema>;

const sideSchema = z.strictObject({
  title: z.string().max(255),
  status: trainingStatusSchema,
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  durationMinutes: z.int().nullable(),
});
export const rescueRecordSchema = z.strictObject({
  /** The service's reference, or ours where it has none. */
  reference: z.string().max(64),
  outcome: rescueOutcomeSchema,
  there: sideSchema.extend({ channel: z.string().max(60) }).nullable(),
  here: sideSchema.extend({ trainingId: idSchema, state: recordStateSchema }).nullable(),
  differing: z.array(trainingFieldsSchema.keyof()).max(20),
  /** Whether the register can hold it without losing anything. */
  fits: z.boolean(),
});
export type RescueRecord = z.infer<typeof rescueRecordSchema>;

export const rescueTallySchema = z.strictObject({
  same: z.int(),
  onlyThere: z.int(),
  onlyHere: z.int(),
  differs: z.int(),
});
export type RescueTally = z.infer<typeof rescueTallySchema>;

/** Days in hundredths; `dayLength` in minutes; `partOfFullTime` in hundredths of full time. */
export const rescueMeasureSchema = z.enum([
  'right',
  'partOfFullTime',
  'carriedOver',
  'initial',
  'followed',
  'planned',
  'remaining',
  'dayLength',
]);
export type RescueMeasure = z.infer<typeof rescueMeasureSchema>;
/** Why the service's figure may be another than ours: sentences `rescue.rights.why.<reason>`. */
export const rescueRightReasonSchema = z.enum([
  'sizeUnknown',
  'size',
  'agreement',
  'filedByHand',
  'right',
  'carriedOver',
  'partOfFullTime',
  'byMonths',
  'trainings',
  'weeklyHours',
  'countedOtherwise',
  'rounding',
  'follows',
]);
export type RescueRightReason = z.infer<typeof rescueRightReasonSchema>;
export const rescueRightLineSchema = z.strictObject({
  measure: rescueMeasureSchema,
  there: z.int(),
  /** Null where the register does not know the worker. */
  here: z.int().nullable(),
  differs: z.boolean(),
  reasons: z.array(rescueRightReasonSchema).max(10),
});
export type RescueRightLine = z.infer<typeof rescueRightLineSchema>;
export const rescueRightsSchema = z.strictObject({
  readAt: z.iso.datetime(),
  source: z.string().max(60),
  automatic: z.boolean().nullable(),
  jointCommittee: z.string().max(60),
  agreement: z.string().max(60),
  lines: z.array(rescueRightLineSchema).max(20),
});
export type RescueRights = z.infer<typeof rescueRightsSchema>;

export const rescueYearSchema = z.strictObject({
  id: idSchema,
  workerId: idSchema.nullable(),
  workerName: z.string().max(200),
  atService: z.boolean(),
  year: rescueYearNumberSchema,
  state: rescueStateSchema,
  manual: rescueManualSchema,
  answeredAt: z.iso.datetime().nullable(),
  answerHash: z.string().max(64).nullable(),
  failure: failureSchema.nullable(),
  tally: rescueTallySchema,
  /** Who settled it by hand, and when; null where nobody did, or before that was kept. */
  manualBy: z.string().max(200).nullable(),
  manualAt: z.iso.datetime().nullable(),
  /** Whether right or credit differ from our computation; null where the service said nothing of them. */
  rightsDiffer: z.boolean().nullable(),
});
export type RescueYear = z.infer<typeof rescueYearSchema>;
