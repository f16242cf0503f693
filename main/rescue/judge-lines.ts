// The rows of a list that was saved by hand: each matched with a worker and a year, or with the reason why it cannot be taken.
import { firstRescueYear, lastRescueYear, type RescueRefusal } from '../../preload/contract/rescue-values.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { TrainingImportField } from '../../preload/rules/training/import-fields.ts';
import { readImportRow } from '../../preload/rules/training/import-row.ts';
import { workerIdByInsz } from '../people/worker-store.ts';
import type { Database } from '../platform/database.ts';
import type { Steps } from '../platform/slices.ts';
import type { KnownSheet } from './list-file.ts';
import { type KnownWorker, knownWorkers, type YearRow } from './rescue-store.ts';

/** Cells that a person put right before the list is taken in, by line and field. */
export type Fixed = Readonly<Partial<Record<TrainingImportField, string>>>;
export type Fixes = ReadonlyMap<number, Fixed>;
export type JudgedLine = {
  line: number;
  reason: RescueRefusal | null;
  /** Null where it is not known at this employer. */
  worker: KnownWorker | null;
  year: number | null;
  fields: TrainingFields;
  externalReference: string;
};

export const cellOf =
  (cells: readonly string[], { fields }: Pick<KnownSheet, 'fields'>, fixed: Fixed | undefined) =>
  (field: TrainingImportField): string => {
    const mended = fixed?.[field];
    if (mended !== undefined) return mended;
    const at = fields.indexOf(field);
    return at < 0 ? '' : (cells[at] ?? '');
  };

/** `only`: the worker-year that the whole file is about. */
export function* judgeLines(
  db: Database,
  employerId: string,
  sheet: KnownSheet,
  fixes: Fixes,
  only: YearRow | null,
): Steps<JudgedLine[]> {
  const workers = knownWorkers(db, employerId);
  const byId = new Map(workers.map((worker) => [worker.id, worker]));
  const byKey = new Map(
    workers.flatMap((worker) => [
      [worker.insz, worker] as const,
      ...(worker.workerId === null ? [] : [[worker.workerId, worker] as const]),
    ]),
  );
  const byName = namesOf(workers);
  const judged: JudgedLine[] = [];
  for (const { line, cells } of sheet.rows) {
    yield;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cell = cellOf(cells, sheet, fixes.get(line));
    const { insz, fields, findings, externalReference } = readImportRow(cell);
    const own = insz === null ? null : workerIdByInsz(db, employerId, insz);
    const said = insz !== null || cell('insz').trim() !== '';
    const worker =
      (own === null ? undefined : byKey.get(own)) ??
      (insz === null ? undefined : byKey.get(insz)) ??
      // A number that is wrong or unknown is never overruled by a name.
      (said ? undefined : byName.get(plainName(cell('workerName')))) ??
      (said || cell('workerName').trim() !== '' || only === null ? undefined : byId.get(only.rescueWorkerId));
    const unreadable = findings.some(({ field }) => field === 'startDate' || field === 'endDate');
    const year = fields.startDate === null ? (only?.year ?? null) : Number(fields.startDate.slice(0, 4));
    judged.push({
      line,
      worker: worker ?? null,
      year,
      fields,
      externalReference,
      reason:
        worker === undefined
          ? 'workerUnknown'
          : fields.title.trim() === ''
            ? 'titleMissing'
            : unreadable
              ? 'dateUnreadable'
              : year === null || year < firstRescueYear || year > lastRescueYear
                ? 'yearUnknown'
                : null,
    });
  }
  return judged;
}

/** Without accents, case and signs, names in the order of letters: `Peeters, Anke` and `Anke PEETERS` are one. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');

/** Names that two workers share tell nobody apart. */
function namesOf(workers: readonly KnownWorker[]): Map<string, KnownWorker> {
  const found = new Map<string, KnownWorker>();
  const shared = new Set<string>(['']);
  for (const worker of workers) {
    const name = plainName(`${worker.familyName} ${worker.givenName}`);
    if (found.has(name)) shared.add(name);
    found.set(name, worker);
  }
  for (const name of shared) found.delete(name);
  return found;
}
