// A sheet becomes a file in a worker thread: thousands of rows packed on main would hold the window.
import type { Result } from '../../../preload/contract/result.ts';
import type { TaskRun } from '../job-tasks.ts';
import { runInWorker } from '../workers.ts';
import { type CsvForm, type Sheet, writeCsv, writeXlsx } from './write-table.ts';

/** `form`: of a text file that goes back as it came. */
export type SheetOrder = { format: 'csv' | 'xlsx'; sheet: Sheet; form?: CsvForm | undefined };

/** The task `table.write`. */
export const writeSheet: TaskRun<SheetOrder, Uint8Array> = async ({ format, sheet, form }) =>
  format === 'csv' ? writeCsv(sheet, form) : await writeXlsx(sheet);

/** Failure tooLarge: more than the thread may hold. */
export const sheetBytes = (
  format: SheetOrder['format'],
  sheet: Sheet,
  form?: CsvForm,
): Promise<Result<Uint8Array>> => runInWorker('table.write', { format, sheet, form });
