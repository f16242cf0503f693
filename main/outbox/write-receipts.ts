// The task `receipts.write`: receipts as a workbook, in a worker thread.
import type { TaskRun } from '../platform/job-tasks.ts';
import { type Sheet, writeXlsx } from '../platform/tables/write-table.ts';

export const writeReceipts: TaskRun<Sheet, Uint8Array> = (sheet) => writeXlsx(sheet);
