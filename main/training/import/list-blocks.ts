// Rows of a staged list as they are kept: a few hundred to a block, each block with a summary, so that a page and a filter
// read few blocks and main never holds the whole list.
import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Finding } from '../../../preload/contract/finding.ts';
import type {
  TrainingImportCounts,
  TrainingImportOutcome,
  TrainingProblem,
} from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';

export type Fixes = Partial<Record<TrainingImportField, string>>;
export type ListRow = {
  number: number;
  line: number;
  cells: readonly string[];
  fixes: Fixes;
  leftOut: boolean;
  outcome: TrainingImportOutcome;
  employerId: string | null;
  workerId: string | null;
  findings: readonly Finding[];
};

export const rowsOfBlock = 250;

type Packed = [
  number,
  number,
  readonly string[],
  Fixes | 0,
  0 | 1,
  string,
  string | 0,
  string | 0,
  readonly Finding[] | 0,
];

const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export const packRows = (rows: readonly ListRow[]): Uint8Array<ArrayBuffer> =>
  // Packed quickly rather than tightly: what is not written need not be encrypted, twice over, on main.
  new Uint8Array(
    zstdCompressSync(
      JSON.stringify(
        rows.map(
          (row): Packed => [
            row.number,
            row.line,
            row.cells,
            Object.keys(row.fixes).length === 0 ? 0 : row.fixes,
            row.leftOut ? 1 : 0,
            row.outcome,
            row.employerId ?? 0,
            row.workerId ?? 0,
            row.findings.length === 0 ? 0 : row.findings,
          ],
        ),
      ),
      quickly,
    ),
  );

/** Lists that were staged by an earlier version are deflated: no such block begins with these four bytes (RFC 8878, 3.1.1). */
const unpacked = (bytes: Uint8Array): Buffer =>
  bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd
    ? zstdDecompressSync(bytes)
    : inflateRawSync(bytes);

export const unpackRows = (bytes: Uint8Array): ListRow[] =>
  (JSON.parse(unpacked(bytes).toString('utf8')) as Packed[]).map(
    ([number, line, cells, fixes, leftOut, outcome, employerId, workerId, findings]) => ({
      number,
      line,
      cells,
      fixes: fixes === 0 ? {} : fixes,
      leftOut: leftOut === 1,
      outcome: outcome as TrainingImportOutcome,
      employerId: employerId === 0 ? null : employerId,
      workerId: workerId === 0 ? null : workerId,
      findings: findings === 0 ? [] : findings,
    }),
  );

export type Kind = TrainingProblem & { rows: number };
export type Summary = Record<TrainingImportOutcome, number> & {
  rows: number;
  /** Rows that need attention, and of those the ones that are not refused. */
  attention: number;
  warned: number;
  kinds: Kind[];
};

export const emptySummary = (): Summary => ({
  rows: 0,
  create: 0,
  duplicate: 0,
  there: 0,
  refused: 0,
  leftOut: 0,
  attention: 0,
  warned: 0,
  kinds: [],
});

const isWarned = ({ outcome, findings }: ListRow): boolean =>
  (outcome === 'create' || outcome === 'duplicate' || outcome === 'there') &&
  findings.some(({ severity }) => severity === 'warning');

export const needsAttention = (row: ListRow): boolean => row.outcome === 'refused' || isWarned(row);

export const isOfKind = (finding: Finding, kind: TrainingProblem): boolean =>
  finding.rule === kind.rule && finding.field === kind.field && finding.severity === kind.severity;

const kindKey = ({ rule, field, severity }: TrainingProblem): string => `${rule} ${field} ${severity}`;

/** Counts rows as they come. */
export function summaryOf(rows: readonly ListRow[]): Summary {
  const summary = emptySummary();
  const kinds = new Map<string, Kind>();
  for (const row of rows) {
    summary.rows += 1;
    summary[row.outcome] += 1;
    if (isWarned(row)) summary.warned += 1;
    if (!needsAttention(row)) continue;
    summary.attention += 1;
    const seen = new Set<string>();
    for (const { rule, field, severity } of row.findings) {
      const key = kindKey({ rule, field, severity });
      if (severity === 'notice' || seen.has(key)) continue;
      seen.add(key);
      const kind = kinds.get(key);
      if (kind === undefined) kinds.set(key, { rule, field, severity, rows: 1 });
      else kind.rows += 1;
    }
  }
  return { ...summary, kinds: [...kinds.values()] };
}

/** Adds one block to the whole. */
export function addSummary(whole: Summary, part: Summary): void {
  for (const name of Object.keys(part) as (keyof Summary)[]) if (name !== 'kinds') whole[name] += part[name];
  for (const kind of part.kinds) {
    const known = whole.kinds.find((one) => kindKey(one) === kindKey(kind));
    if (known === undefined) whole.kinds.push({ ...kind });
    else known.rows += kind.rows;
  }
}

/** The kinds that most rows have first. */
export const inOrder = (summary: Summary): Summary => ({
  ...summary,
  kinds: summary.kinds.toSorted((a, b) => b.rows - a.rows),
});

export const countsOf = (summary: Summary, workers: number, employers: number): TrainingImportCounts => ({
  rows: summary.rows,
  create: summary.create,
  duplicate: summary.duplicate,
  there: summary.there,
  refused: summary.refused,
  leftOut: summary.leftOut,
  warned: summary.warned,
  workers,
  employers,
});
