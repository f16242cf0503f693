// Trainings pasted from a spreadsheet: read and judged first, then added as drafts in one step of undo.
import { z } from 'zod';
import { trainingImportFields } from '../rules/training/import-fields.ts';
import { act, idSchema, read } from './call.ts';
import { findingSchema } from './finding.ts';

export const mostPastedTrainings = 500;

/**
 * `good`: becomes a draft without a fault. `toFix`: becomes a draft that lacks something, to be filled in there. `bad`: not
 * added, as its worker is not known here or a cell cannot be read. `there`: the very same training is there already.
 */
export const pastedStateSchema = z.enum(['good', 'toFix', 'bad', 'there']);

export const pastedTrainingSchema = z.strictObject({
  line: z.int(),
  /** As pasted where it is no number of a worker here. */
  insz: z.string().max(40),
  workerName: z.string().max(300),
  title: z.string().max(255),
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  durationMinutes: z.int().nullable(),
  state: pastedStateSchema,
  findings: z.array(findingSchema).max(20),
});
export type PastedTraining = z.infer<typeof pastedTrainingSchema>;

const pasted = z.strictObject({ employerId: idSchema, text: z.string().max(200_000) });

export const trainingPasteCalls = {
  'trainingPaste.read': read(
    pasted,
    z.strictObject({
      rows: z.array(pastedTrainingSchema).max(mostPastedTrainings),
      /** What each column is; null: not read. */
      columns: z.array(z.enum(trainingImportFields).nullable()).max(100),
      /** Rows beyond the limit. */
      dropped: z.int(),
    }),
  ),
  /** Failures: notFound (no such employer), nothingToSend (no row can be added). */
  'trainingPaste.add': act(
    pasted,
    z.strictObject({ added: z.int(), toFix: z.int(), refused: z.int(), alreadyThere: z.int() }),
  ),
};
