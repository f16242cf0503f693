// A sheet becomes a file in a worker thread: thousands of rows packed on main would hold the window.
import type { Result } from '../../../preload/contract/result.ts';
import type { TaskRun } from '../job-tasks.ts';
import { runInWorker } from '../workers.ts';
import { type Sheet, writeCsv, writeXlsx } from './write-table.ts';

export type SheetOrder = { format: 'csv' | 'xlsx'; sheet: Sheet };

/** The task `table.write`. */
export const writeSheet: TaskRun<SheetOrder, Uint8Array> = async ({ format, sheet }) =>
  format === 'csv' ? writeCsv(sheet) : await writeXlsx(sheet);

/** Failure tooLarge: more than the thread may hold. */
export const sheetBytes = (format: SheetOrder['format'], sheet: Sheet): Promise<Result<Uint8Array>> =>
  runInWorker('table.write', { format, sheet });
