// Lists of trainings of many client employers at once: taken in together, each recognised by its employer, their problems in
// one list, and all of them brought into the register with one act. Each stays a list of `trainingImport.*` of its own.
import { z } from 'zod';
import { trainingImportFields } from '../rules/training/import-fields.ts';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { failureCodeSchema } from './result.ts';
import {
  trainingImportCountsSchema,
  trainingImportFieldSchema,
  trainingImportRowSchema,
  trainingImportSchema,
  trainingProblemSchema,
} from './training-import.ts';

/** Files of one act, and lists that wait at the same time. */
export const mostTrainingLists = 200;

const nameOfFile = z.string().max(255);

export const waitingListSchema = trainingImportSchema.extend({
  /** Rows that need somebody: refused, or with a warning. */
  attention: z.int().min(0),
});
export type WaitingList = z.infer<typeof waitingListSchema>;

/** A file that did not become a list, and why; null: the very same file waits already. */
export const unreadListSchema = z.strictObject({ name: nameOfFile, code: failureCodeSchema.nullable() });

export const trainingListRowSchema = trainingImportRowSchema.extend({ importId: idSchema, list: nameOfFile });
export type TrainingListRow = z.infer<typeof trainingListRowSchema>;

/** The very same problem, facts included, in rows of one or more lists. */
export const sameProblemSchema = z.strictObject({
  problem: findingSchema,
  /** The column in which it is put right. */
  field: trainingImportFieldSchema,
  /** What stands in all these cells; empty where they differ. */
  text: z.string().max(400),
  rows: z.int(),
  lists: z.int(),
});
export type SameProblem = z.infer<typeof sameProblemSchema>;

export const trainingListCalls = {
  /**
   * Reads the chosen files as a job, one after the other: each is recognised by its employer and staged. What cannot be read
   * stands in `waiting` as unread. Failure stateNotAllowed: lists are being read or imported already.
   */
  'trainingLists.take': act(
    z.strictObject({
      files: z
        .array(z.strictObject({ selectionId: idSchema, name: nameOfFile }))
        .min(1)
        .max(mostTrainingLists),
    }),
    z.strictObject({ jobId: idSchema }),
  ),
  /** The lists that wait, in the order in which they came; what the last act could not read, and what it brought in. */
  'trainingLists.waiting': read(
    nothing,
    z.strictObject({
      lists: z.array(waitingListSchema).max(mostTrainingLists),
      unread: z.array(unreadListSchema).max(mostTrainingLists),
      done: z.array(trainingImportSchema).max(mostTrainingLists),
    }),
  ),
  /** Says whose a list is, where that was not recognised or wrongly. Failures: notFound, stateNotAllowed. */
  'trainingLists.assign': act(
    z.strictObject({ importId: idSchema, employerId: idSchema }),
    trainingImportCountsSchema,
  ),
  /** Rows that need somebody, list by list; lists of which nobody knows whose they are come later. */
  'trainingLists.rows': read(
    z.strictObject({
      ...pageInput,
      pageSize: z.int().min(1).max(50).default(25),
      problem: trainingProblemSchema.nullable().default(null),
    }),
    pageOf(trainingListRowSchema),
  ),
  /** Kinds of problems of all these rows, most rows first. */
  'trainingLists.problems': read(
    nothing,
    z.strictObject({
      rows: z.int(),
      kinds: z.array(trainingProblemSchema.extend({ rows: z.int() })).max(200),
    }),
  ),
  /** Problems that stand in two rows or more, most rows first: put right once for all of them. */
  'trainingLists.same': read(nothing, z.strictObject({ groups: z.array(sameProblemSchema).max(20) })),
  /** Puts the same in every row of every list with this very problem. Failure nothingToSend: no row has it. */
  'trainingLists.fixSame': act(
    z.strictObject({
      problem: findingSchema,
      values: z
        .array(z.strictObject({ field: trainingImportFieldSchema, text: z.string().max(2_000) }))
        .max(trainingImportFields.length)
        .default([]),
      leftOut: z.boolean().optional(),
    }),
    z.strictObject({ fixId: idSchema, rows: z.int(), lists: z.int() }),
  ),
  /** Puts back what those rows held, but not where a row was changed since. Failure notFound: undone, or of an earlier run. */
  'trainingLists.undoFix': act(z.strictObject({ fixId: idSchema }), z.strictObject({ rows: z.int() })),
  /**
   * Makes drafts of the good rows of all lists as one job; cancelled, the lists that were finished stay, and nothing of the
   * others. Failure nothingToSend when no row of any list would become a draft.
   */
  'trainingLists.apply': act(
    z.strictObject({ duplicates: z.enum(['leaveOut', 'add']).default('leaveOut') }),
    z.strictObject({ jobId: idSchema }),
  ),
};
