// exceljs reading a workbook as a whole, in a process of its own: `read-whole.mjs FILE`. The cells are counted afterwards.
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const [, , file = ''] = process.argv;
const started = performance.now();
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(file);
const readMs = performance.now() - started;
let rows = 0;
let cells = 0;
for (const sheet of book.worksheets)
  sheet.eachRow((row) => {
    rows += 1;
    row.eachCell(({ value }) => {
      if (value !== null) cells += 1;
    });
  });
const peak =
  process.platform === 'linux'
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
    : process.resourceUsage().maxRSS;
process.stdout.write(`${JSON.stringify({ readMs, peakMb: peak / 1_024, rows, cells })}\n`);
