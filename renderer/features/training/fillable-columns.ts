// Which columns of the register can be filled down, and with what.
import type { TrainingFields } from '../../../preload/contract/training.ts';

/** What a column of the register shows, as fields; null: it cannot be filled. */
export function fieldsOfColumn(column: string, fields: TrainingFields): Partial<TrainingFields> | null {
  if (column === 'title') return { title: fields.title };
  if (column === 'start') return { startDate: fields.startDate };
  if (column === 'end') return { endDate: fields.endDate };
  if (column === 'duration') return { durationMinutes: fields.durationMinutes };
  if (column === 'counts')
    return { countsForTrainingRight: fields.countsForTrainingRight, leaveScheme: fields.leaveScheme };
  return null;
}
