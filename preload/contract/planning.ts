// A client's own planning or time sheet: read from a list, kept, and laid beside the presences that were looked up.
import { z } from 'zod';
import { planningFields } from '../rules/planning/planning-fields.ts';
import { comparisonKinds } from '../rules/presences/comparison-kinds.ts';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { delimiterSchema, encodingSchema, importPreviewSchema } from './employer-import.ts';
import { findingSchema } from './finding.ts';
import { languageSchema } from './values.ts';
import { worksReferenceSchema } from './works-declarations.ts';

export const planningFieldSchema = z.enum(planningFields);

/** Rows that a planning takes: a month of some 1,500 workers. */
export const mostPlanningRows = 50_000;
export const mostPlanningColumns = 100;
/** Days that are compared at once; the service is asked about as many. */
export const mostComparedDays = 31;

const columnsSchema = z.strictObject({
  rows: z.int(),
  columns: z
    .array(
      z.strictObject({
        heading: z.string().max(120),
        samples: z.array(z.string().max(60)).max(3),
        field: planningFieldSchema.nullable(),
        how: z.enum(['exact', 'similar', 'remembered', 'none']),
      }),
    )
    .max(mostPlanningColumns),
});

export const planningCountsSchema = z.strictObject({
  rows: z.int(),
  /** Rows that give planned stays, that plan no work, and that cannot be read. */
  planned: z.int(),
  off: z.int(),
  refused: z.int(),
  /** By a person, here. */
  leftOut: z.int(),
  stays: z.int(),
  workers: z.int(),
  sites: z.int(),
  /** Workers and sites that are not kept here. */
  unknownWorkers: z.int(),
  unknownSites: z.int(),
  minutes: z.int(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  /** Plannings that are kept for some of these days. */
  before: z.int(),
});
export type PlanningCounts = z.infer<typeof planningCountsSchema>;

const byImport = z.strictObject({ importId: idSchema });

/** A row that could not be read, or that a person changed here; `planned`: it is read now; `off`: it plans no work. */
export const planningImportRowSchema = z.strictObject({
  /** Its line in the file. */
  number: z.int(),
  outcome: z.enum(['planned', 'off', 'refused', 'leftOut']),
  /** Of the worker, as the row says it. */
  who: z.string().max(120),
  values: z
    .array(
      z.strictObject({
        field: planningFieldSchema,
        /** As it stands in the list, or as it was put right. */
        text: z.string().max(400),
        fixed: z.boolean(),
      }),
    )
    .max(planningFields.length),
  findings: z.array(findingSchema).max(planningFields.length),
});
export type PlanningImportRow = z.infer<typeof planningImportRowSchema>;

const problemSchema = findingSchema.pick({ rule: true, field: true });
const rowNumber = z.int().min(1).max(1_100_000);
/** What a person puts in a row: cells, or that it is left out. */
const fix = {
  values: z
    .array(z.strictObject({ field: planningFieldSchema, text: z.string().max(400) }))
    .max(planningFields.length)
    .default([]),
  leftOut: z.boolean().optional(),
};

export const planningImportCalls = {
  'planningImport.open': act(
    z.strictObject({ selectionId: idSchema, employerId: idSchema }),
    importPreviewSchema,
  ),
  'planningImport.reread': act(
    z.strictObject({
      importId: idSchema,
      encoding: encodingSchema.optional(),
      delimiter: delimiterSchema.optional(),
    }),
    importPreviewSchema,
  ),
  /** Takes one sheet and guesses what each column holds, by what was chosen for this client before. */
  'planningImport.stage': act(
    z.strictObject({
      importId: idSchema,
      sheet: z.int().min(0).max(49),
      headingLine: z.int().min(0).max(10_000).nullable().default(null),
    }),
    columnsSchema,
  ),
  /** Reads all rows by these columns, which are remembered. Failure invalidInput: one twice, or one lacking. */
  'planningImport.match': act(
    z.strictObject({
      importId: idSchema,
      fields: z.array(planningFieldSchema.nullable()).max(mostPlanningColumns),
    }),
    planningCountsSchema,
  ),
  'planningImport.get': read(
    byImport,
    z.strictObject({
      counts: planningCountsSchema,
      planningId: idSchema.nullable(),
      doneAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Rows that cannot be read, and those that were changed here. */
  'planningImport.rows': read(
    z.strictObject({ importId: idSchema, problem: problemSchema.nullable().default(null), ...pageInput }),
    pageOf(planningImportRowSchema),
  ),
  /** Kinds of problems, most rows first. */
  'planningImport.problems': read(
    byImport,
    z.strictObject({
      rows: z.int(),
      kinds: z.array(problemSchema.extend({ rows: z.int() })).max(100),
    }),
  ),
  /**
   * Puts cells of a row right, or leaves it out; the whole list is read anew. With the problem that this is meant for, `alike`
   * counts the other rows that have it with the very same cell, once the row itself no longer has it. Failures: selectionExpired,
   * notFound (no such row among those shown).
   */
  'planningImport.fix': act(
    z.strictObject({ importId: idSchema, number: rowNumber, problem: findingSchema.optional(), ...fix }),
    z.strictObject({ row: planningImportRowSchema, alike: z.int() }),
  ),
  /** The same in all other rows with this problem and the cell that row `number` came with. Failure nothingToSend: none has it. */
  'planningImport.fixAlike': act(
    z.strictObject({ importId: idSchema, number: rowNumber, problem: findingSchema, ...fix }),
    z.strictObject({ fixId: idSchema, rows: z.int() }),
  ),
  /** Puts back what those rows held, but not where a row was changed since. Failure notFound: undone, or gone. */
  'planningImport.undoFix': act(
    z.strictObject({ importId: idSchema, fixId: idSchema }),
    z.strictObject({ rows: z.int() }),
  ),
  /** Keeps the planning. A job. Failure nothingToSend where no row could be read. */
  'planningImport.apply': act(
    z.strictObject({ importId: idSchema, replaces: z.boolean() }),
    z.strictObject({ jobId: idSchema }),
  ),
  'planningImport.cancel': act(byImport, nothing),
  /**
   * The rows that could not be read or were left out, as they came, with the reason; as the kind of file that came when no format
   * is given. A text file has the separator and the encoding of the one that came.
   */
  'planningImport.saveRefused': act(
    z.strictObject({
      importId: idSchema,
      format: z.enum(['csv', 'xlsx']).nullable().default(null),
      language: languageSchema,
    }),
    z.strictObject({ name: z.string().max(255), rows: z.int() }),
  ),
};

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
