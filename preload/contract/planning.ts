// A client's own planning or time sheet: kept, and laid beside the presences that were looked up.
import { z } from 'zod';
import { comparisonKinds } from '../rules/presences/comparison-kinds.ts';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { languageSchema } from './values.ts';
import { worksReferenceSchema } from './works-declarations.ts';

/** Days that are compared at once; the service is asked about as many. */
export const mostComparedDays = 31;

export const planningSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  employerName: z.string(),
  name: z.string(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  stays: z.int(),
  workers: z.int(),
  keptAt: z.iso.datetime(),
  /** A later one counts in its place on all its days, on some, or on none. */
  replaced: z.enum(['no', 'partly', 'wholly']),
});
export type Planning = z.infer<typeof planningSchema>;

const kindSchema = z.enum(comparisonKinds);
const timesSchema = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() });

export const comparedRowSchema = z.strictObject({
  id: z.string().max(80),
  day: z.iso.date(),
  /** First moment of that day. */
  dayFrom: z.iso.datetime(),
  employerId: idSchema,
  insz: z.string(),
  workerName: z.string().nullable(),
  /** The enterprise for which it was registered, where that is another than the employer. */
  otherEmployer: z.string().nullable(),
  /** Where it was planned; null: not planned, or anywhere. */
  reference: z.string().nullable(),
  siteName: z.string().nullable(),
  /** Where the worker was, if elsewhere or not planned. */
  presentReference: z.string().nullable(),
  presentSiteName: z.string().nullable(),
  planned: z.array(timesSchema).max(50),
  present: z.array(timesSchema.extend({ kind: z.enum(['closed', 'inside', 'uncertain', 'noIn']) })).max(50),
  plannedMinutes: z.int(),
  presentMinutes: z.int().nullable(),
  told: z.array(z.strictObject({ kind: kindSchema, minutes: z.int().nullable() })).max(20),
});
export type ComparedRow = z.infer<typeof comparedRowSchema>;

const comparison = {
  /** Null: all employers that have a planning for the period. */
  employerId: idSchema.nullable().default(null),
  from: z.iso.date(),
  to: z.iso.date(),
  reference: worksReferenceSchema.nullable().default(null),
  /** Name or number of a worker. */
  text: z.string().max(200).default(''),
  /** None: every line. */
  kinds: z.array(kindSchema).max(comparisonKinds.length).default([]),
  by: z.enum(['day', 'site', 'worker']).default('day'),
};

export const planningCalls = {
  'planning.list': read(
    z.strictObject({ employerId: idSchema.optional(), ...pageInput }),
    pageOf(planningSchema),
  ),
  'planning.remove': act(z.strictObject({ id: idSchema }), nothing),
  'planning.restore': act(z.strictObject({ id: idSchema }), nothing),
  /** Failure refusedByRule (`details.rules` PRS-PERIOD): more than 31 days, or none. */
  'planning.compare': read(
    z.strictObject({ ...comparison, ...pageInput, pageSize: z.int().min(1).max(100).default(25) }),
    z.strictObject({
      rows: z.array(comparedRowSchema).max(100),
      total: z.int(),
      page: z.int(),
      pageSize: z.int(),
      /** The days, sites or workers to which the rows of this page belong, whole. */
      groups: z
        .array(
          z.strictObject({
            id: z.string().max(80),
            rows: z.int(),
            plannedMinutes: z.int(),
            /** Of the lines of which it is known; null: of none, as on a day that was never looked up. */
            presentMinutes: z.int().nullable(),
            /** Lines of which the time present is not known. */
            unclear: z.int(),
          }),
        )
        .max(100),
      /** Of all lines of the period, site and text, whatever kinds are chosen; a line may tell several. */
      counts: z.array(z.strictObject({ kind: kindSchema, rows: z.int() })).max(comparisonKinds.length),
      all: z.int(),
      plannedMinutes: z.int(),
      presentMinutes: z.int().nullable(),
      unclear: z.int(),
      /** Planned days of which the service was not asked, or only before they were over. */
      notLookedUp: z.array(z.iso.date()).max(mostComparedDays),
      /** Presences on days for which no planning is kept: they are not compared. */
      withoutPlanning: z.int(),
      planned: z.boolean(),
      tolerance: z.int(),
    }),
  ),
  /** Saves all lines of a comparison. Failures: nothingToSend, notSupportedHere (nothing can print), those of saving. */
  'planning.saveComparison': act(
    z.strictObject({ ...comparison, format: z.enum(['csv', 'xlsx', 'pdf']), language: languageSchema }),
    z.strictObject({ name: z.string().max(255), rows: z.int() }),
  ),
  'planning.settings': read(
    nothing,
    z.strictObject({
      /** Minutes. */
      tolerance: z.int().min(0).max(120),
      /** Months after its last day for which a planning is kept. */
      months: z.int().min(1).max(60),
    }),
  ),
  /** A shorter time of keeping deletes at once what is older. */
  'planning.setSettings': act(
    z.strictObject({
      tolerance: z.int().min(0).max(120).optional(),
      months: z.int().min(1).max(60).optional(),
    }),
    z.strictObject({ deleted: z.int() }),
  ),
};

export const planningEvents = { 'planning.changed': event(changedSchema) };
