// Writes intake sheets as workbooks in a worker thread: rows to fill in with their closed lists to choose from, and a second
// sheet that explains. Several workbooks go into one archive.
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { TaskRun } from '../../platform/job-tasks.ts';
import { textCell } from '../../platform/tables/write-table.ts';
import { storedZip } from './stored-zip.ts';

export type Explanation = { name: string; headings: readonly string[]; rows: readonly (readonly string[])[] };
export type Workbook = {
  /** Name of the file, its ending included. */
  file: string;
  sheet: string;
  headings: readonly string[];
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  /** Columns, from 0, with the words that may stand in them. */
  lists: readonly { column: number; words: readonly string[] }[];
  /** Columns, from 0, that are there for the way back: in a quieter ink. */
  quiet: readonly number[];
  explanation: Explanation;
};

const quietInk = '#5d686e';
const headInk = '#17242b';
const headFill = '#e4ecee';

/** The task `intake.write`: one workbook as it is, several in an archive. Done is counted in workbooks. */
export const writeWorkbooks: TaskRun<readonly Workbook[], Result<Uint8Array>> = async (
  workbooks,
  progress,
) => {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const workbook of workbooks) {
    files.push({ name: workbook.file, bytes: await workbookBytes(workbook) });
    progress(files.length, workbooks.length);
  }
  const [only] = files;
  return ok(only !== undefined && files.length === 1 ? only.bytes : storedZip(files));
};

async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const heading = (value: string) => ({
    ...textCell(value),
    fontWeight: 'bold' as const,
    textColor: headInk,
    backgroundColor: headFill,
    wrap: true,
  });
  const quiet = new Set(workbook.quiet);
  const data: SheetData = [
    workbook.headings.map(heading),
    ...workbook.rows.map((row) =>
      row.map((value, at) => (quiet.has(at) ? { ...textCell(value), textColor: quietInk } : textCell(value))),
    ),
  ];
  const { explanation } = workbook;
  const explained: SheetData = [
    explanation.headings.map(heading),
    ...explanation.rows.map((row) => row.map((value) => ({ ...textCell(value), wrap: true }))),
  ];
  const sheets = [
    {
      data,
      sheet: workbook.sheet.slice(0, 31),
      columns: workbook.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      data: explained,
      sheet: explanation.name.slice(0, 31),
      columns: [{ width: 30 }, { width: 60 }, { width: 50 }],
      stickyRowsCount: 1,
    },
  ];
  return writeXlsxFile(sheets, { features: [choices(workbook)] }).toBuffer();
}

type Features = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>;

/** Longest list that a spreadsheet takes in the sheet itself. */
const longestList = 255;
/** Rows further down may be filled in as well. */
const lastRow = 10_000;

/** Closed lists as a choice in each cell. Another word may still be typed: the import says what is wrong with it. */
function choices({ lists }: Workbook): Features[number] {
  const rules = lists
    .map(({ column, words }) => ({ letter: letterOf(column), list: words.join(',') }))
    .filter(({ list }) => list.length <= longestList)
    .map(
      ({ letter, list }) =>
        `<dataValidation type="list" allowBlank="1" errorStyle="information" sqref="${letter}2:${letter}${lastRow}"><formula1>"${escapeXml(list)}"</formula1></dataValidation>`,
    );
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) =>
            sheetIndex === 0 && rules.length > 0
              ? content.replace('</sheetData>', `</sheetData>${markup}`)
              : content,
        },
      },
    },
  };
}

/** 0 → `A`, 26 → `AA`. */
const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
