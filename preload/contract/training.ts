// The register of trainings per worker and year, drafts included, and the balance of the right.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { calendarYearSchema, centsSchema, minutesSchema, typedPart } from './values.ts';

export const trainingTypeSchema = z.enum(['formal', 'informal']);
export const trainingStatusSchema = z.enum(['reserved', 'completed', 'notAttended', 'unsuitable']);
export const leaveSchemeSchema = z.enum(['none', 'vov', 'bev']);

/** Where a training stands on its way to the service. The graph stands in `preload/rules/outbox/states.ts`. */
export const recordStateSchema = z.enum([
  'draft',
  'ready',
  'sending',
  'accepted',
  'acceptedWithWarnings',
  'refused',
  'unknown',
  'superseded',
  'withdrawn',
]);

/** What a person types. Everything may still be missing in a draft: rules, not the form, say what is lacking. */
export const trainingFieldsSchema = z.strictObject({
  title: typedPart.max(255),
  description: typedPart.max(2_000),
  type: trainingTypeSchema,
  status: trainingStatusSchema,
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  durationMinutes: minutesSchema.nullable(),
  /** Part that is taken off the individual right; null takes the whole duration. */
  deductedMinutes: minutesSchema.nullable(),
  countsForTrainingRight: z.boolean(),
  leaveScheme: leaveSchemeSchema,
  certificateObtained: z.boolean(),
  certificateValidUntil: z.iso.date().nullable(),
  certificateName: z.string().max(255),
  providerKind: z.enum(['internal', 'external']).nullable(),
  providerName: z.string().max(200),
  providerEnterpriseNumber: z.string().max(20),
  language: z.enum(['nl', 'fr', 'de', 'en']).nullable(),
  costCents: centsSchema.nullable(),
  financedBy: z.enum(['employer', 'sectorFund', 'region', 'employee']).nullable(),
  sectorTrainingCode: z.string().max(20),
});
export type TrainingFields = z.infer<typeof trainingFieldsSchema>;

export const anomalySchema = z.strictObject({
  code: z.string().max(40),
  severity: z.enum(['blocking', 'warning']),
  /** The service's own words, per language where it gave them. */
  title: z.record(z.string(), z.string().max(500)),
  detail: z.string().max(1_000),
});

export const trainingSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  workerId: idSchema,
  workerName: z.string(),
  insz: z.string(),
  year: calendarYearSchema,
  fields: trainingFieldsSchema,
  state: recordStateSchema,
  /** Accepted before and changed since: the next sending corrects it. */
  corrects: z.boolean(),
  findings: z.array(findingSchema).max(40),
  anomalies: z.array(anomalySchema).max(20),
  updatedAt: z.iso.datetime(),
  revision: z.int(),
});
export type Training = z.infer<typeof trainingSchema>;

export const balanceSchema = z.strictObject({
  year: calendarYearSchema,
  /** Days in hundredths, durations in minutes. */
  rightHundredths: z.int(),
  carriedOverHundredths: z.int(),
  completedHundredths: z.int(),
  plannedHundredths: z.int(),
  remainingHundredths: z.int(),
  dayMinutes: z.int(),
  completedMinutes: z.int(),
  plannedMinutes: z.int(),
  /** Minutes per month, January first. */
  months: z.array(z.strictObject({ completed: z.int(), planned: z.int() })).length(12),
  /** How the right was computed: each step names a sentence and its source. */
  steps: z
    .array(
      z.strictObject({
        key: z.string().max(60),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        source: z.string().max(200),
        /** How sure we are of the source. */
        certainty: z.enum(['law', 'public', 'assumed']),
      }),
    )
    .max(12),
  certain: z.boolean(),
});
export type Balance = z.infer<typeof balanceSchema>;

const filter = {
  employerId: idSchema.nullable().default(null),
  workerId: idSchema.nullable().default(null),
  year: calendarYearSchema.nullable().default(null),
  text: z.string().max(120).default(''),
  states: z.array(recordStateSchema).max(9).default([]),
  /** Only records that a rule or the service refuses. */
  toFix: z.boolean().default(false),
  startFrom: z.iso.date().nullable().default(null),
  startTo: z.iso.date().nullable().default(null),
};
export const trainingFilterSchema = z.strictObject(filter);
export type TrainingFilter = z.infer<typeof trainingFilterSchema>;

/** A row of a file: as read, before anything is written. `employeeInsz` finds the worker of the employer. */
export const trainingRowSchema = z.strictObject({
  line: z.int().min(1),
  insz: z.string().max(40),
  externalReference: z.string().max(64).optional(),
  fields: trainingFieldsSchema,
});

export const trainingCalls = {
  'training.list': read(
    z.strictObject({
      ...pageInput,
      ...filter,
      sort: z
        .enum([
          'worker',
          '-worker',
          'start',
          '-start',
          'title',
          '-title',
          'duration',
          '-duration',
          'state',
          '-state',
          'updated',
          '-updated',
        ])
        .default('worker'),
    }),
    pageOf(trainingSchema).extend({ minutes: z.int() }),
  ),
  'training.get': read(z.strictObject({ id: idSchema }), trainingSchema),
  'training.counts': read(
    z.strictObject({ employerId: idSchema.nullable().default(null), year: calendarYearSchema }),
    z.strictObject({
      all: z.int(),
      toFix: z.int(),
      drafts: z.int(),
      ready: z.int(),
      workers: z.int(),
      years: z.array(z.int()).max(50),
    }),
  ),
  /** One training for one or many workers: one draft for each, in one step of undo. */
  'training.add': act(
    z.strictObject({
      workerIds: z.array(idSchema).min(1).max(500),
      year: calendarYearSchema.optional(),
      fields: trainingFieldsSchema.partial(),
    }),
    z.strictObject({ ids: z.array(idSchema).max(500) }),
  ),
  /** Autosave: only the changed fields. A record that was accepted becomes a draft that corrects it. */
  'training.update': act(
    z.strictObject({ id: idSchema, expectedRevision: z.int(), fields: trainingFieldsSchema.partial() }),
    trainingSchema,
  ),
  'training.updateMany': act(
    z.strictObject({ ids: z.array(idSchema).min(1).max(500), fields: trainingFieldsSchema.partial() }),
    z.strictObject({ updated: z.int() }),
  ),
  /** Drafts are removed; what was sent is withdrawn at the next sending instead. */
  'training.remove': act(
    z.strictObject({ ids: z.array(idSchema).min(1).max(500) }),
    z.strictObject({ removed: z.int(), toWithdraw: z.int() }),
  ),
  'training.undo': act(nothing, z.strictObject({ undone: z.boolean(), left: z.int() })),
  'training.redo': act(nothing, z.strictObject({ redone: z.boolean(), left: z.int() })),
  'training.check': read(
    z.strictObject({ ids: z.array(idSchema).min(1).max(500) }),
    z.strictObject({
      rows: z.array(z.strictObject({ id: idSchema, findings: z.array(findingSchema).max(40) })).max(500),
    }),
  ),
  /** Equal findings of the trainings that a filter means, those of the service's last answer too. */
  'training.findingGroups': read(
    z.strictObject({ filter: trainingFilterSchema }),
    z.strictObject({
      groups: z
        .array(
          z.strictObject({
            rule: z.string().max(40),
            severity: findingSchema.shape.severity,
            field: z.string().max(60).nullable(),
            count: z.int(),
            /** Facts for its sentence where they are the same in all of them. */
            params: findingSchema.shape.params,
          }),
        )
        .max(100),
      /** How many trainings were looked at, and whether there are more. */
      looked: z.int(),
      more: z.boolean(),
    }),
  ),
  /** At most 500 of the trainings with a finding. */
  'training.withFinding': read(
    z.strictObject({ filter: trainingFilterSchema, rule: z.string().max(40) }),
    z.strictObject({ ids: z.array(idSchema).max(500) }),
  ),
  'training.balance': read(z.strictObject({ workerId: idSchema, year: calendarYearSchema }), balanceSchema),
  /**
   * Puts drafts in the outbox, a worker-year at a time. Refused as a whole only if nothing may be sent. `althoughClosed`: that
   * the service takes nothing any more keeps none back; sending it is confirmed on its own (`outbox.confirmClosed`).
   */
  'training.submit': act(
    z.strictObject({
      ids: z.array(idSchema).max(500).default([]),
      filter: trainingFilterSchema.optional(),
      althoughClosed: z.boolean().optional(),
    }),
    z.strictObject({
      submitted: z.int(),
      workerYears: z.int(),
      refused: z.array(z.strictObject({ id: idSchema, findings: z.array(findingSchema).max(40) })).max(200),
      refusedCount: z.int(),
    }),
  ),
  'training.validateRows': read(
    z.strictObject({ employerId: idSchema.nullable(), rows: z.array(trainingRowSchema).min(1).max(500) }),
    z.strictObject({
      rows: z.array(z.strictObject({ line: z.int(), findings: z.array(findingSchema).max(40) })).max(500),
    }),
  ),
  'training.importRows': act(
    z.strictObject({
      employerId: idSchema,
      importId: idSchema,
      rows: z.array(trainingRowSchema).min(1).max(500),
    }),
    z.strictObject({
      added: z.int(),
      alreadyThere: z.int(),
      refused: z.array(z.strictObject({ line: z.int(), findings: z.array(findingSchema).max(40) })).max(500),
    }),
  ),
};
export const trainingEvents = { 'training.changed': event(changedSchema) };
