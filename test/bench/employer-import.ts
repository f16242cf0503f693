// A list of 200 clients with four services each (800 rows of a workbook) from the file to done, step by step, and beside it
// what only unpacking the same workbook and only splitting the same rows as text takes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import unzipper from 'unzipper';
import { newId } from '../../main/platform/ids.ts';
import {
  addMandatary,
  csvOf,
  enterpriseNumbers,
  openLists,
  xlsxOf,
} from '../integration/employers/list-bench.ts';
import { removeFolder } from '../support/application-bench.ts';
import { type Figures, printRows, summarize } from './measure.ts';

const runs = 5;
const clients = 200;
const services = ['FLA', 'Check In and Out at Work', 'Burgermandaten', 'Dimona'];
const headings = [
  'Naam',
  'Ondernemingsnummer',
  'Taal',
  'Grootte',
  'Dienst',
  'Verzendweg',
  'Account',
  'Begin mandaat',
];

const list = [
  headings,
  ...enterpriseNumbers(clients).flatMap((number, at) =>
    services.map((service) => [
      `Klant ${at + 1} & Zonen bv`,
      `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`,
      at % 3 === 0 ? 'Frans' : 'nl',
      '10-19',
      service,
      'mandaat',
      'Klaver',
      '2025Q1',
    ]),
  ),
];

export async function bench(): Promise<void> {
  const bytes = await xlsxOf(list);
  const ours: Figures[] = [];
  const again: Figures[] = [];
  const peers: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [first, second] = await once(bytes);
    ours.push(first);
    again.push(second);
    peers.push(await peer(bytes));
  }
  printRows(
    'Importing 200 clients × 4 services (800 rows, XLSX), ms: open in the worker, stage, match and judge, apply in one transaction; heldMs is the longest that main was held',
    [
      summarize('from file to done', ours),
      summarize('the same file once more (nothing changes)', again),
      summarize(
        'peers, parsing only: unzipper unpacks the workbook, papaparse splits the rows as CSV',
        peers,
      ),
    ],
  );
}

async function once(bytes: Uint8Array): Promise<[Figures, Figures]> {
  const bench = await openLists();
  try {
    await addMandatary(bench);
    const path = join(bench.folder, 'klanten.xlsx');
    writeFileSync(path, bytes);
    const road = async (apply: boolean): Promise<Figures> => {
      const selectionId = newId();
      bench.app.terminal.offer('cli:test', [{ selectionId, path }], null);
      const watch = heldWatch();
      const marks = [performance.now()];
      const mark = () => void marks.push(performance.now());
      const { importId } = await bench.must('employerImport.open', { selectionId });
      mark();
      const { columns } = await bench.must('employerImport.stage', { importId, sheets: [0] });
      mark();
      const fields = columns.map(({ field }) => field);
      const counts = await bench.must('employerImport.match', { importId, fields });
      mark();
      if (apply) await bench.apply(importId);
      else await bench.must('employerImport.cancel', { importId });
      mark();
      if (counts.refused > 0 || counts.newEmployers !== (apply ? clients : 0))
        throw new Error(JSON.stringify(counts));
      const [openMs, stageMs, matchMs, applyMs] = marks
        .slice(1)
        .map((at, place) => at - (marks[place] ?? at));
      return {
        allMs: (marks.at(-1) ?? 0) - (marks[0] ?? 0),
        openMs: openMs ?? 0,
        stageMs: stageMs ?? 0,
        matchMs: matchMs ?? 0,
        applyMs: applyMs ?? 0,
        heldMs: watch(),
      };
    };
    return [await road(true), await road(false)];
  } finally {
    await bench.close();
    removeFolder(bench.folder);
    removeFolder(bench.profileDir);
  }
}

/** The longest gap between two turns of the event loop until the answer is asked for. */
function heldWatch(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    // What held main last may have ended in this very turn.
    return Math.max(longest, performance.now() - last - 1);
  };
}

async function peer(bytes: Buffer): Promise<Figures> {
  const start = performance.now();
  const directory = await unzipper.Open.buffer(bytes);
  for (const part of directory.files) await part.buffer();
  const unpacked = performance.now();
  const csv = csvOf(list);
  const splitting = performance.now();
  const { data } = Papa.parse<string[]>(csv, { delimiter: ';' });
  if (data.length !== list.length) throw new Error('papaparse lost rows');
  return { unzipMs: unpacked - start, papaparseMs: performance.now() - splitting };
}
