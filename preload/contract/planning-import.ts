// A client's own planning or time sheet read from a list: its columns, the rows that cannot be read and what is put in them.
import { z } from 'zod';
import { planningFields } from '../rules/planning/planning-fields.ts';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { delimiterSchema, encodingSchema, importPreviewSchema } from './employer-import.ts';
import { findingSchema } from './finding.ts';
import { languageSchema } from './values.ts';

export const planningFieldSchema = z.enum(planningFields);

/** Rows that a planning takes: a month of some 1,500 workers. */
export const mostPlanningRows = 50_000;
export const mostPlanningColumns = 100;
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
