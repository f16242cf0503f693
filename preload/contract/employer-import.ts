// Employers, establishments, mandates and routes from a list (CSV or XLSX): read, matched, put right, and only then done.
import { z } from 'zod';
import { importFields } from '../rules/employers/import-fields.ts';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { languageSchema } from './values.ts';

export const importFieldSchema = z.enum(importFields);
export const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export const delimiterSchema = z.enum([';', ',', '\t', '|']);

/** Rows that one import takes; columns that a list may have. */
export const mostImportRows = 5_000;
export const mostImportColumns = 100;
/** Bytes of a file that is taken: 5,000 rows of the fullest list are under 2 MB. */
export const mostImportBytes = 20_000_000;

const shortText = z.string().max(120);

/** What stands in the file, before anything is kept. */
export const importPreviewSchema = z.strictObject({
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
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importColumnSchema = z.strictObject({
  heading: shortText,
  samples: z.array(z.string().max(60)).max(3),
  field: importFieldSchema.nullable(),
  /** How the field was found: `similar` deserves a look. */
  how: z.enum(['exact', 'similar', 'remembered', 'none']),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

export const importOutcomeSchema = z.enum(['create', 'change', 'same', 'refused', 'leftOut']);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const importCountsSchema = z.strictObject({
  rows: z.int(),
  create: z.int(),
  change: z.int(),
  same: z.int(),
  refused: z.int(),
  leftOut: z.int(),
  /** Employers, not rows. */
  newEmployers: z.int(),
  changedEmployers: z.int(),
  establishments: z.int(),
  routes: z.int(),
  mandates: z.int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** One difference: values as codes, days, quarters, minutes or digits; `before` null where nothing stood. */
export const importChangeSchema = z.strictObject({
  field: importFieldSchema,
  before: shortText.nullable(),
  after: shortText,
});

export const importRowSchema = z.strictObject({
  number: z.int(),
  sheet: z.string().max(60),
  line: z.int(),
  outcome: importOutcomeSchema,
  /** Of the employer, as far as it is known. */
  employerName: z.string().max(200),
  values: z
    .array(
      z.strictObject({
        field: importFieldSchema,
        text: shortText,
        /** Put right by a person here. */
        fixed: z.boolean(),
      }),
    )
    .max(importFields.length),
  findings: z.array(findingSchema).max(20),
  changes: z.array(importChangeSchema).max(20),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** A kind of problem: which rule found it, in which column (null: in the row as a whole). */
export const importProblemSchema = findingSchema.pick({ rule: true, field: true });
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What a person puts in a row: cells, or that it is left out. */
const importFix = {
  values: z
    .array(z.strictObject({ field: importFieldSchema, text: z.string().max(400) }))
    .max(importFields.length)
    .default([]),
  leftOut: z.boolean().optional(),
};

export const employerImportSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(255),
  state: z.enum(['staged', 'done', 'undone']),
  stagedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  /** As planned while staged, as done afterwards. */
  counts: importCountsSchema,
  /** Employers that stand in the way of undoing it, by reason; all zero: it can be undone. */
  undoBlocked: z.strictObject({ sent: z.int(), workers: z.int(), changed: z.int() }),
});
export type EmployerImport = z.infer<typeof employerImportSchema>;

const byImport = z.strictObject({ importId: idSchema });

export const employerImportCalls = {
  /** Reads a chosen file; a text file in an encoding and with a separator of the person's choice when read again. */
  'employerImport.open': act(z.strictObject({ selectionId: idSchema }), importPreviewSchema),
  'employerImport.reread': act(
    z.strictObject({
      importId: idSchema,
      encoding: encodingSchema.optional(),
      delimiter: delimiterSchema.optional(),
    }),
    importPreviewSchema,
  ),
  /** Takes the rows of these sheets into the staging room and guesses what each column holds. */
  'employerImport.stage': act(
    z.strictObject({
      importId: idSchema,
      sheets: z.array(z.int().min(0).max(49)).min(1).max(50),
      /** Line of the headings where the guess is wrong; 0: there are none. */
      headingLine: z.int().min(0).max(10_000).nullable().default(null),
    }),
    z.strictObject({ rows: z.int(), columns: z.array(importColumnSchema).max(mostImportColumns) }),
  ),
  'employerImport.columns': read(
    byImport,
    z.strictObject({ rows: z.int(), columns: z.array(importColumnSchema).max(mostImportColumns) }),
  ),
  /** Keeps what each column holds, remembered by its heading. Failure invalidInput when a field is given twice. */
  'employerImport.match': act(
    z.strictObject({
      importId: idSchema,
      fields: z.array(importFieldSchema.nullable()).max(mostImportColumns),
    }),
    importCountsSchema,
  ),
  'employerImport.rows': read(
    z.strictObject({
      ...pageInput,
      pageSize: z.int().min(1).max(50).default(25),
      importId: idSchema,
      show: z.enum(['all', 'attention', ...importOutcomeSchema.options]).default('all'),
      problem: importProblemSchema.nullable().default(null),
    }),
    pageOf(importRowSchema),
  ),
  /** Kinds of problems of the rows that need attention, most rows first. */
  'employerImport.problems': read(
    byImport,
    z.strictObject({
      rows: z.int(),
      kinds: z.array(importProblemSchema.extend({ rows: z.int() })).max(200),
    }),
  ),
  /**
   * Puts cells of a row right, or leaves the row out. With the problem that this is meant for, `alike` counts the other rows
   * that have the very same one, once the row itself no longer has it.
   */
  'employerImport.fix': act(
    z.strictObject({
      importId: idSchema,
      number: z.int().min(1).max(1_000_000),
      problem: findingSchema.optional(),
      ...importFix,
    }),
    z.strictObject({ row: importRowSchema, counts: importCountsSchema, alike: z.int() }),
  ),
  /** The same in all rows with the very same problem, facts included. Failure nothingToSend: no row has it. */
  'employerImport.fixAlike': act(
    z.strictObject({ importId: idSchema, problem: findingSchema, ...importFix }),
    z.strictObject({ fixId: idSchema, rows: z.int() }),
  ),
  /** Puts back what those rows held, but not where a row was changed since. Failure notFound: undone, or of an earlier run. */
  'employerImport.undoFix': act(z.strictObject({ fixId: idSchema }), z.strictObject({ rows: z.int() })),
  /** Does it: all good rows in one transaction. Failure nothingToSend when no row would change anything. */
  'employerImport.apply': act(byImport, z.strictObject({ jobId: idSchema })),
  'employerImport.get': read(byImport, employerImportSchema),
  /** The latest first. */
  'employerImport.list': read(nothing, z.strictObject({ rows: z.array(employerImportSchema).max(20) })),
  /** Forgets what was staged; nothing was changed by it. */
  'employerImport.cancel': act(byImport, nothing),
  /** Failure stateNotAllowed (`details`: sent, workers, changed) as long as any employer stands in the way. */
  'employerImport.undo': act(byImport, z.strictObject({ removed: z.int(), putBack: z.int() })),
  /** Refused and left-out rows as they were, with the reason, for whoever made the list. */
  'employerImport.saveRefused': act(
    z.strictObject({ importId: idSchema, format: z.enum(['csv', 'xlsx']), language: languageSchema }),
    z.strictObject({ name: z.string(), rows: z.int() }),
  ),
  'employerImport.saveTemplate': act(
    z.strictObject({ format: z.enum(['csv', 'xlsx']), language: languageSchema }),
    z.strictObject({ name: z.string() }),
  ),
};
export const employerImportEvents = { 'employerImport.changed': event(changedSchema) };
