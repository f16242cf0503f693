// The task `rescue.write`: tables of an archive as a file, in a worker thread. A workbook has a sheet for each table; a
// delimited text has one table.
import writeXlsxFile from 'write-excel-file/node';
import type { TaskRun } from '../platform/job-tasks.ts';
import { type Sheet, textCell, writeCsv } from '../platform/tables/write-table.ts';

export type Tables = { format: 'csv' | 'xlsx'; sheets: readonly Sheet[] };

/** Widest column in characters: longer words wrap in the eye of whoever widens it. */
const widest = 40;

export const writeTables: TaskRun<Tables, Uint8Array> = async ({ format, sheets }) => {
  const [first] = sheets;
  if (first === undefined) return new Uint8Array();
  if (format === 'csv') return writeCsv(first);
  const written = sheets.map(({ name, headings, rows }) => ({
    data: [
      headings.map((value) => ({ ...textCell(value), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(textCell)),
    ],
    sheet: name.slice(0, 31),
    stickyRowsCount: 1,
    columns: headings.map((heading, at) => {
      const lengths = rows.slice(0, 200).map((row) => row[at]?.length ?? 0);
      return { width: Math.min(widest, Math.max(heading.length, ...lengths) + 2) };
    }),
  }));
  return writeXlsxFile(written).toBuffer();
};
