// A list of 100,000 trainings: decoded, matched, judged by all rules and stored, as CSV and as XLSX, beside papaparse only
// splitting the same text and exceljs only reading the same workbook; and the command line judging the same file, with
// every seeded error found and none besides.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { buildIfStale } from '../../main/launch/build.ts';
import { nodeFlags } from '../../main/launch/node-flags.ts';
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, type Row, runOnce, summarize } from './measure.ts';
import { benchFolder, copyOf, profileWithWorkers } from './profile-folder.ts';
import { rowsOfList, writeLists } from './training-list-files.ts';

const runs = 3;
const cliFile = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');

export async function bench(): Promise<void> {
  await buildIfStale((line) => process.stderr.write(`${line}\n`));
  const profile = await profileWithWorkers();
  const folder = join(benchFolder, 'lists');
  mkdirSync(folder, { recursive: true });
  const { csv, xlsx, text, wrongLines } = writeLists(folder);
  const take = async (what: string, path: string): Promise<Row> => {
    const figures: Figures[] = [];
    for (let run = 0; run < runs; run += 1) {
      const {
        rows,
        refused,
        wallMs: _,
        ...measured
      } = await runOnce(process.execPath, [...nodeFlags, childFile('training-list'), copyOf(profile), path]);
      if (rows !== rowsOfList || refused !== wrongLines.length)
        throw new Error(`${refused} of ${rows} rows were refused`);
      figures.push(measured);
    }
    return summarize(what, figures);
  };
  const fromCsv = await take('CSV, 100,000 rows', csv);
  const fromXlsx = await take('XLSX, 100,000 rows', xlsx);
  printRows(`A list of ${rowsOfList} trainings of 1,000 workers, one row in a hundred wrong`, [
    fromCsv,
    fromXlsx,
  ]);
  const exceljs = await readByExceljs(xlsx);
  if (exceljs === null)
    process.stdout.write('  exceljs is not there: npm --prefix test/bench/peers install\n');
  else printRows('The same workbook by a peer', [exceljs]);
  const validated: Figures[] = [];
  const split: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    validated.push(validate(copyOf(profile), csv, wrongLines));
    split.push(papaparse(text));
  }
  const onCommandLine = summarize('training validate, CSV', validated);
  const peer = summarize('papaparse, splitting only', split);
  printRows('The same list on the command line, and a peer', [onCommandLine, peer]);
  const median = (row: Row, figure: string) => row.figures[figure]?.median ?? 0;
  printTarget('CSV to stored, ms', median(fromCsv, 'takeMs'), 2_000, 'atMost');
  printTarget('CSV, peak MB', median(fromCsv, 'peakMb'), 250, 'atMost');
  printTarget('CSV, main held p99, ms', median(fromCsv, 'mainP99Ms'), 50, 'atMost');
  printTarget('XLSX to stored, ms', median(fromXlsx, 'takeMs'), 4_000, 'atMost');
  if (exceljs !== null) {
    const faster = median(exceljs, 'readMs') / median(fromXlsx, 'takeMs');
    printTarget('times faster than exceljs only reading the workbook', faster, 1, 'atLeast');
  }
  printTarget('XLSX, peak MB', median(fromXlsx, 'peakMb'), 300, 'atMost');
  printTarget('XLSX, main held p99, ms', median(fromXlsx, 'mainP99Ms'), 50, 'atMost');
  printTarget('command line, ms', median(onCommandLine, 'wallMs'), 2_500, 'atMost');
  const times = median(fromCsv, 'takeMs') / median(peer, 'splitMs');
  printTarget('times papaparse alone (stretch)', times, 5, 'atMost');
}

type Answer = { ok: boolean; value: { findings: { line: number; findings: { severity: string }[] }[] } };

/** Throws when a seeded error was not found, or anything else was. */
function validate(dir: string, path: string, wrongLines: readonly number[]): Figures {
  const words = ['training', 'validate', path, '--employer', '0999999130', '--profile', dir, '--json'];
  const started = performance.now();
  const run = spawnSync(process.execPath, [...nodeFlags, cliFile, ...words], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const wallMs = performance.now() - started;
  const answer = JSON.parse(run.stdout) as Answer;
  if (!answer.ok) throw new Error(run.stdout);
  const lines = answer.value.findings
    .filter(({ findings }) => findings.some(({ severity }) => severity === 'blocking'))
    .map(({ line }) => line);
  if (run.status !== 2 || JSON.stringify(lines) !== JSON.stringify(wrongLines))
    throw new Error(`the command line found ${lines.length} of ${wrongLines.length}`);
  return { wallMs, found: lines.length, others: answer.value.findings.length - lines.length };
}

/** Null where it is not installed. */
async function readByExceljs(workbook: string): Promise<Row | null> {
  const peers = join(import.meta.dirname, 'peers');
  if (!existsSync(join(peers, 'node_modules', 'exceljs'))) return null;
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const {
      readMs = 0,
      peakMb = 0,
      rows,
    } = await runOnce(process.execPath, [join(peers, 'read-whole.mjs'), workbook]);
    if (rows !== rowsOfList + 1) throw new Error(`exceljs read ${rows} rows`);
    figures.push({ readMs, peakMb });
  }
  return summarize('exceljs, reading only', figures);
}

function papaparse(text: string): Figures {
  const started = performance.now();
  const { data } = Papa.parse<string[]>(text, { delimiter: ';' });
  if (data.length !== rowsOfList + 1) throw new Error('papaparse lost rows');
  return { splitMs: performance.now() - started };
}
