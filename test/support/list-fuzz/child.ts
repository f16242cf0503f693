// One process judges damaged lists one after another and keeps the records: what broke, the slowest, the largest growth.
// Arguments: number of cases, seed. Last line of standard output: the record as JSON.
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { type Judged, judgeList } from '../../../main/training/import/judge-list.ts';
import { cellOf, placesOf } from '../../../main/training/import/judge-row.ts';
import { type ListRow, unpackRows } from '../../../main/training/import/list-blocks.ts';
import { trainingParameters } from '../../../main/training/training-parameters.ts';
import { failureCodes, type Result } from '../../../preload/contract/result.ts';
import { readImportRow } from '../../../preload/rules/training/import-row.ts';
import { type Random, random } from '../container-fuzz/random.ts';
import { zipOf } from '../workbooks.ts';
import { damageBook, damageBytes } from './damage.ts';
import { sameMeaning, sameSigns, sameTable } from './oracle.ts';
import { asBook, asText, type Column, employerNumber, randomTable, type Table, workers } from './table.ts';

export type ListFuzzRecord = {
  cases: number;
  /** Judged, by the kind of file; what was refused, by code. */
  outcomes: Record<string, number>;
  rows: Record<string, number>;
  violations: string[];
  overTenSeconds: number;
  overTwoHundredMegabytes: number;
  slowest: { seed: number; cpuMs: number };
  largest: { seed: number; megabytes: number };
  bytes: number;
};

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const { positionals } = parseArgs({ allowPositionals: true });
const [cases = 1_000, firstSeed = 1] = positionals.map(Number);
const line = (...cells: unknown[]): string => JSON.stringify(cells);
const facts = {
  employers: [line('e1', employerNumber)],
  workers: [
    workers.map((insz, at) => line('e1', insz, `w${at}`, '2020-01-01', null, at === 2 ? 1 : 0)).join('\n'),
  ],
  records: [],
};
const rules = {
  ...{ employerId: 'e1', checkOnly: false, today: '2025-03-01' },
  parameters: trainingParameters(resourcesDir()),
};

type Case = { kind: 'text' | 'book' | 'damagedText' | 'damagedBook'; bytes: Buffer; table: Table };

function caseOf(chance: Random): Case {
  const table = randomTable(chance);
  const damaged = !chance.chance(3);
  if (chance.chance(2)) {
    const bytes = asText(table, chance);
    return damaged
      ? { kind: 'damagedText', bytes: damageBytes(bytes, chance), table }
      : { kind: 'text', bytes, table };
  }
  const parts = asBook(table, chance);
  if (!damaged) return { kind: 'book', bytes: zipOf(parts), table };
  const bytes = chance.chance(3) ? damageBytes(zipOf(parts), chance) : damageBook(parts, chance);
  return { kind: 'damagedBook', bytes, table };
}

type Answer = { judged: Result<Judged>; rows: ListRow[] };

async function judge(bytes: Buffer): Promise<Answer> {
  const rows: ListRow[] = [];
  const judged = await judgeList(
    {
      source: { kind: 'file', bytes, choice: {}, sheet: { headingLine: null } },
      ...{ fields: null, remembered: [], facts, rules, change: null },
    },
    () => undefined,
    (blocks) => rows.push(...blocks.flatMap((block) => unpackRows(block.rows))),
  );
  return { judged, rows };
}

/** Says in a few words what does not hold; null when all does. */
function wrongIn({ kind, bytes, table }: Case, { judged, rows }: Answer): string | null {
  if (!judged.ok)
    return (failureCodes as readonly string[]).includes(judged.failure.code) ? null : 'an unknown code';
  const { columns, summary, reading } = judged.value;
  if (summary.rows !== rows.length) return 'rows were lost on the way';
  const fields = columns.map(({ field }) => field);
  const places = placesOf(fields);
  const known = fields.map((field) => field as Column | null);
  for (const row of rows) {
    if (row.outcome === 'refused' && !row.findings.some(({ severity }) => severity === 'blocking'))
      return `line ${row.line} is refused without a finding`;
    if (!Number.isSafeInteger(row.line)) return `line ${row.line}`;
    const read = readImportRow(cellOf(places, row.cells, row.fixes));
    const wrong = sameMeaning(known, { row, fields: read.fields, insz: read.insz });
    if (wrong !== null) return `line ${row.line}: ${wrong}`;
  }
  if (kind === 'book') return sameTable(table, rows);
  if (kind === 'damagedText' || kind === 'text')
    return sameSigns(new TextDecoder(reading?.encoding ?? 'utf-8').decode(bytes), rows);
  return null;
}

async function one(record: ListFuzzRecord, seed: number): Promise<void> {
  const made = caseOf(random(seed));
  record.bytes += made.bytes.length;
  if (seed % 200 === 0) collect();
  const [cpu, memory, held] = [process.cpuUsage(), peak(), inUse()];
  let wrong: string | null;
  try {
    const answer = await judge(made.bytes);
    const outcome = answer.judged.ok ? `judged ${made.kind}` : answer.judged.failure.code;
    record.outcomes[outcome] = (record.outcomes[outcome] ?? 0) + 1;
    for (const { outcome: became } of answer.rows) record.rows[became] = (record.rows[became] ?? 0) + 1;
    wrong = wrongIn(made, answer);
  } catch (error) {
    wrong = `threw ${error instanceof Error ? error.stack?.slice(0, 300) : String(error)}`;
  }
  if (wrong !== null) record.violations.push(`${seed} ${made.kind}: ${wrong}`);
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1_000;
  const megabytes = Math.max(peak() - memory, inUse() - held);
  if (cpuMs > 10_000) record.overTenSeconds += 1;
  if (megabytes > 200) record.overTwoHundredMegabytes += 1;
  if (cpuMs > record.slowest.cpuMs) record.slowest = { seed, cpuMs };
  if (megabytes > record.largest.megabytes) record.largest = { seed, megabytes };
}

/** Megabytes: the highest resident memory of the process so far. */
const peak = (): number => process.resourceUsage().maxRSS / 1_024;

/** Megabytes that the heap and its buffers hold, garbage included. */
function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

const record: ListFuzzRecord = {
  ...{
    cases,
    outcomes: {},
    rows: {},
    violations: [],
    overTenSeconds: 0,
    overTwoHundredMegabytes: 0,
    bytes: 0,
  },
  slowest: { seed: 0, cpuMs: 0 },
  largest: { seed: 0, megabytes: 0 },
};
// What the reader takes when nothing is wrong is not growth.
for (let seed = 1; seed <= 200; seed += 1) await judge(caseOf(random(seed)).bytes).catch(() => null);
for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
  await one(record, seed);
  // A sign of life: a hang shows as silence.
  if (seed % 500 === 0) process.stderr.write('.');
}
process.stdout.write(`${JSON.stringify({ ...record, violations: record.violations.slice(0, 40) })}\n`);
