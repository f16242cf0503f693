// Searching among presences: what is kept under a name, what the searched period looks like, and what was searched as a file.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { presenceFilter, presenceValiditySchema, remarkCodeSchema } from './presences.ts';
import { languageSchema, typedLine } from './values.ts';
import { worksReferenceSchema } from './works-declarations.ts';

export const periodKinds = ['today', 'yesterday', 'week', 'month', 'thisMonth', 'lastMonth', 'days'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What is searched, as it is kept: the period moves along with the days, unless it is `days` of its own. */
export const presenceSearchSchema = z.strictObject({
  period: z.enum(periodKinds),
  /** First and last day where the period is `days`. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  text: z.string().max(200),
  reference: worksReferenceSchema.nullable(),
  enterpriseNumber: z.string().min(4).max(30).nullable(),
  type: z.enum(['IN', 'OUT']).nullable(),
  validity: presenceValiditySchema.nullable(),
  remark: z.union([z.literal('any'), remarkCodeSchema]).nullable(),
  subcontractors: z.enum(['with', 'without', 'only']),
  cancelled: z.boolean(),
  turned: z.boolean(),
});
export type PresenceSearch = z.infer<typeof presenceSearchSchema>;

export const mostSavedFilters = 100;
const nameSchema = typedLine.min(1).max(80);

export const savedFilterSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(80),
  search: presenceSearchSchema,
  revision: z.int(),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

const counted = z.int().min(0);

export const presenceSearchCalls = {
  'presenceFilter.list': read(nothing, z.strictObject({ rows: z.array(savedFilterSchema).max(100) })),
  /** Failures: alreadyExists (the name), tooLarge (there are 100). */
  'presenceFilter.add': act(
    z.strictObject({ name: nameSchema, search: presenceSearchSchema }),
    z.strictObject({ id: idSchema }),
  ),
  /** Failures: notFound, conflict, alreadyExists (the name). */
  'presenceFilter.update': act(
    z.strictObject({
      id: idSchema,
      expectedRevision: z.int(),
      name: nameSchema,
      search: presenceSearchSchema,
    }),
    nothing,
  ),
  'presenceFilter.remove': act(z.strictObject({ id: idSchema }), nothing),
  /** Failures: notFound, alreadyExists (the name was given again since). */
  'presenceFilter.restore': act(z.strictObject({ id: idSchema }), nothing),

  /** What can be chosen in a period, and how what is searched lies over it: by hour of one day, else by day, else by month. */
  'presence.overview': read(
    z.strictObject(presenceFilter),
    z.strictObject({
      unit: z.enum(['hour', 'day', 'month']),
      slots: z.array(z.strictObject({ from: z.iso.datetime(), in: counted, out: counted })).max(400),
      sites: z
        .array(z.strictObject({ reference: z.string(), name: z.string().nullable(), count: counted }))
        .max(200),
      enterprises: z
        .array(z.strictObject({ number: z.string(), name: z.string().nullable(), count: counted }))
        .max(200),
      remarks: z.array(z.strictObject({ code: z.string(), count: counted })).max(60),
    }),
  ),
  /**
   * What is searched as a file; long work, which fails with nothingToSend where nothing was found and with tableTooManyRows.
   * `evidence`: each registration with its remarks explained, as it goes with a request for correction.
   */
  'presence.makeExport': act(
    z.strictObject({
      ...presenceFilter,
      format: z.enum(['csv', 'xlsx', 'pdf', 'evidence']),
      language: languageSchema,
    }),
    z.strictObject({ jobId: idSchema }),
  ),
  /** Failures: selectionExpired (not made here, or saved already), fileNotChosen, those of the disk. */
  'presence.saveExport': act(
    z.strictObject({ jobId: idSchema }),
    z.strictObject({ name: z.string().max(255), rows: z.int().min(0) }),
  ),
};

export const presenceSearchEvents = {
  'presenceFilter.changed': event(changedSchema),
};
