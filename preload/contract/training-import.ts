// Trainings from a list (CSV or XLSX) of one client employer or of many: read, matched, judged, put right, and only then done.
import { z } from 'zod';
import { trainingImportFields } from '../rules/training/import-fields.ts';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { delimiterSchema, encodingSchema } from './employer-import.ts';
import { findingSchema } from './finding.ts';
import { languageSchema } from './values.ts';

export const trainingImportFieldSchema = z.enum(trainingImportFields);

/** Rows that one import takes, columns that a list may have, and bytes of its file. */
export const mostTrainingRows = 100_000;
export const mostTrainingColumns = 100;
export const mostTrainingBytes = 50_000_000;

const shortText = z.string().max(120);

/** What stands in the file, before anything is kept. */
export const trainingListSchema = z.strictObject({
  importId: idSchema,
  name: z.string().max(255),
  bytes: z.int(),
  kind: z.enum(['csv', 'xlsx']),
  /** Null in a workbook. */
  encoding: encodingSchema.nullable(),
  delimiter: delimiterSchema.nullable(),
  sheets: z
    .array(
      z.strictObject({
        name: z.string().max(60),
        rows: z.int(),
        /** Line of the headings; 0: none found. */
        headingLine: z.int(),
        /** Headings that say something to us. */
        known: z.int(),
        sample: z
          .array(z.strictObject({ line: z.int(), cells: z.array(z.string().max(60)).max(30) }))
          .max(12),
        columns: z.int(),
      }),
    )
    .max(50),
  /** When the very same file was imported before. */
  doneBefore: z.iso.datetime().nullable(),
});
export type TrainingList = z.infer<typeof trainingListSchema>;

export const trainingImportColumnSchema = z.strictObject({
  heading: shortText,
  samples: z.array(z.string().max(60)).max(3),
  field: trainingImportFieldSchema.nullable(),
  /** How the field was found: `similar` deserves a look. */
  how: z.enum(['exact', 'similar', 'remembered', 'none']),
});
export type TrainingImportColumn = z.infer<typeof trainingImportColumnSchema>;

/**
 * What becomes of a row: `create` a draft; `duplicate`: it would be a draft, but the same training stands in the list or in
 * the register already, see its warning; `there`: this very record is in the register; `refused`; `leftOut` by a person.
 */
export const trainingImportOutcomeSchema = z.enum(['create', 'duplicate', 'there', 'refused', 'leftOut']);
export type TrainingImportOutcome = z.infer<typeof trainingImportOutcomeSchema>;

export const trainingImportCountsSchema = z.strictObject({
  rows: z.int(),
  create: z.int(),
  duplicate: z.int(),
  there: z.int(),
  refused: z.int(),
  leftOut: z.int(),
  /** Rows with a warning that are not refused or left out; duplicates among them. */
  warned: z.int(),
  /** Workers and client employers of the rows that become drafts. */
  workers: z.int(),
  employers: z.int(),
});
export type TrainingImportCounts = z.infer<typeof trainingImportCountsSchema>;

export const trainingImportRowSchema = z.strictObject({
  number: z.int(),
  line: z.int(),
  outcome: trainingImportOutcomeSchema,
  employerId: idSchema.nullable(),
  workerId: idSchema.nullable(),
  /** As we know them, else as the list names them. */
  employerName: z.string().max(200),
  workerName: z.string().max(200),
  values: z
    .array(
      z.strictObject({
        field: trainingImportFieldSchema,
        /** As it stands in the list, or as it was put right. */
        text: z.string().max(400),
        /** Put right by a person here. */
        fixed: z.boolean(),
      }),
    )
    .max(trainingImportFields.length),
  /** `field` is a field of the import, so that the cell can be taken hold of; null: the row as a whole. */
  findings: z.array(findingSchema).max(20),
});
export type TrainingImportRow = z.infer<typeof trainingImportRowSchema>;

/** A kind of problem: which rule found it, in which column (null: in the row as a whole). */
export const trainingProblemSchema = findingSchema.pick({ rule: true, severity: true, field: true });
export type TrainingProblem = z.infer<typeof trainingProblemSchema>;

/** What a person puts in a row: cells, or that it is left out. */
const fix = {
  values: z
    .array(z.strictObject({ field: trainingImportFieldSchema, text: z.string().max(2_000) }))
    .max(trainingImportFields.length)
    .default([]),
  leftOut: z.boolean().optional(),
};

export const trainingImportSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(255),
  /** The client employer that the whole list is for; null: a column says it row by row. */
  employerId: idSchema.nullable(),
  employerName: z.string().max(200),
  /** `cutOff`: the program was closed while it was read; nothing of it was kept. */
  state: z.enum(['staged', 'done', 'undone', 'cutOff']),
  stagedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  /** When the program was closed in the middle of reading or adding it. Nothing stays half: it can be gone on with, or is gone. */
  cutOffAt: z.iso.datetime().nullable(),
  /** As planned while staged; afterwards `create` is what became a draft. */
  counts: trainingImportCountsSchema,
  /** Fields that are needed and that no column holds: nothing can be imported yet. */
  missing: z.array(trainingImportFieldSchema).max(5),
  /** Drafts that undoing would take back, and those that stay because they were changed or sent since. */
  undo: z.strictObject({ removable: z.int(), changed: z.int(), sent: z.int() }),
});
export type TrainingImport = z.infer<typeof trainingImportSchema>;

const columns = z.strictObject({
  rows: z.int(),
  columns: z.array(trainingImportColumnSchema).max(mostTrainingColumns),
});
const byImport = z.strictObject({ importId: idSchema });
/** How a file is read: by its own signs where nothing is said. */
const reading = { encoding: encodingSchema.optional(), delimiter: delimiterSchema.optional() };
const headingLine = z.int().min(0).max(10_000).nullable().default(null);

/**
 * What reads or judges a whole list runs as a job `trainingList`, with progress and cancel, one after the other; the call is
 * answered when its job has ended. Failure cancelled: a list that was being read is gone, one that was staged is as it was.
 */
export const trainingImportCalls = {
  /** Looks into a chosen file; a text file in an encoding and with a separator of the person's choice when read again. */
  'trainingImport.open': act(z.strictObject({ selectionId: idSchema }), trainingListSchema),
  'trainingImport.reread': act(z.strictObject({ importId: idSchema, ...reading }), trainingListSchema),
  /**
   * Takes the rows of a sheet into the staging room, guesses what each column holds and judges the rows. Without an employer
   * a column must hold the enterprise numbers. Failures: selectionExpired, notFound (sheet, employer), those of reading.
   */
  'trainingImport.stage': act(
    z.strictObject({
      importId: idSchema,
      employerId: idSchema.nullable(),
      sheet: z.int().min(0).max(49).default(0),
      /** Line of the headings where the guess is wrong; 0: there are none. */
      headingLine,
    }),
    columns,
  ),
  /** The same in one go: for whoever knows the file. `fields` by heading win over the guess. */
  'trainingImport.take': act(
    z.strictObject({
      selectionId: idSchema,
      employerId: idSchema.nullable(),
      ...reading,
      /** Name of the sheet; the first whose headings say most to us when absent. */
      sheet: z.string().max(60).optional(),
      fields: z
        .array(z.strictObject({ heading: shortText, field: trainingImportFieldSchema.nullable() }))
        .max(mostTrainingColumns)
        .default([]),
      /** Judged by itself: without an employer no worker is looked for; no row is kept but those to be shown; it cannot be applied. */
      checkOnly: z.boolean().default(false),
    }),
    columns.extend({ importId: idSchema, counts: trainingImportCountsSchema }),
  ),
  'trainingImport.columns': read(byImport, columns),
  /**
   * Keeps what each column holds, remembered for this client employer and these headings, and judges all rows anew. Failure
   * invalidInput when a field is given twice.
   */
  'trainingImport.match': act(
    z.strictObject({
      importId: idSchema,
      fields: z.array(trainingImportFieldSchema.nullable()).max(mostTrainingColumns),
    }),
    trainingImportCountsSchema,
  ),
  'trainingImport.rows': read(
    z.strictObject({
      ...pageInput,
      pageSize: z.int().min(1).max(50).default(25),
      importId: idSchema,
      /** `attention`: refused, or with a warning. */
      show: z.enum(['all', 'attention', ...trainingImportOutcomeSchema.options]).default('all'),
      problem: trainingProblemSchema.nullable().default(null),
    }),
    pageOf(trainingImportRowSchema),
  ),
  /** Only where and what, for many rows at once. */
  'trainingImport.findings': read(
    z.strictObject({
      ...pageInput,
      importId: idSchema,
      show: z.enum(['attention', 'duplicate', 'refused']).default('attention'),
    }),
    pageOf(z.strictObject({ line: z.int(), findings: z.array(findingSchema).max(20) })),
  ),
  /** Kinds of problems of the rows that need attention, most rows first. */
  'trainingImport.problems': read(
    byImport,
    z.strictObject({
      rows: z.int(),
      kinds: z.array(trainingProblemSchema.extend({ rows: z.int() })).max(200),
    }),
  ),
  /**
   * Puts cells of a row right, or leaves the row out. With the problem that this is meant for, `alike` counts the other rows
   * that have the very same one, facts included, once the row itself no longer has it. Only the rows that it touches are judged.
   */
  'trainingImport.fix': act(
    z.strictObject({
      importId: idSchema,
      number: z.int().min(1).max(1_000_000),
      problem: findingSchema.optional(),
      ...fix,
    }),
    z.strictObject({ row: trainingImportRowSchema, counts: trainingImportCountsSchema, alike: z.int() }),
  ),
  /**
   * The same in all rows with this problem: the very same, facts included, or any of its kind. Failure nothingToSend: no row
   * has it.
   */
  'trainingImport.fixAlike': act(
    z.strictObject({
      importId: idSchema,
      problem: findingSchema,
      anyFacts: z.boolean().default(false),
      ...fix,
    }),
    z.strictObject({ fixId: idSchema, rows: z.int(), counts: trainingImportCountsSchema }),
  ),
  /** Puts back what those rows held, but not where a row was changed since. Failure notFound: undone, or of an earlier run. */
  'trainingImport.undoFix': act(
    z.strictObject({ fixId: idSchema }),
    z.strictObject({ rows: z.int(), counts: trainingImportCountsSchema }),
  ),
  /**
   * Makes drafts of the good rows as a job with progress; cancelled, nothing of it stays. Duplicates only when asked. Failure
   * nothingToSend when no row would become a draft.
   */
  'trainingImport.apply': act(
    z.strictObject({ importId: idSchema, duplicates: z.enum(['leaveOut', 'add']).default('leaveOut') }),
    z.strictObject({ jobId: idSchema }),
  ),
  'trainingImport.get': read(byImport, trainingImportSchema),
  /** The latest first. */
  'trainingImport.list': read(
    z.strictObject({ employerId: idSchema.nullable().default(null) }),
    z.strictObject({ rows: z.array(trainingImportSchema).max(20) }),
  ),
  /** Forgets what was staged; nothing was changed by it. */
  'trainingImport.cancel': act(byImport, nothing),
  /** Takes the drafts back that nobody changed or sent since; `kept` are the others. Failure stateNotAllowed. */
  'trainingImport.undo': act(byImport, z.strictObject({ removed: z.int(), kept: z.int() })),
  /** Refused and left-out rows as they came, with what is wrong; as the kind of file that came when no format is given. A text
   * file has the separator and the encoding of the one that came. */
  'trainingImport.saveRefused': act(
    z.strictObject({
      importId: idSchema,
      format: z.enum(['csv', 'xlsx']).nullable().default(null),
      language: languageSchema,
    }),
    z.strictObject({ name: z.string(), rows: z.int() }),
  ),
};
export const trainingImportEvents = { 'trainingImport.changed': event(changedSchema) };
