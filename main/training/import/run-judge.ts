// Has a list judged in a worker and keeps its rows block by block, each time for a moment only, while the worker goes on.
import { setImmediate } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type {
  TrainingImportColumn,
  TrainingImportCounts,
} from '../../../preload/contract/training-import.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { attemptInSlices, inSlices, type Steps } from '../../platform/slices.ts';
import { runInWorker } from '../../platform/workers.ts';
import { trainingParameters } from '../training-parameters.ts';
import { gatherFacts } from './facts-store.ts';
import type { Judged, JudgedBlock, JudgeInput } from './judge-list.ts';
import type { Rules } from './judge-row.ts';
import { keepIndex, stampOf } from './kept-indexes.ts';
import { countsOf } from './list-blocks.ts';
import type { ListRun } from './list-jobs.ts';
import { putBlock, setJudged, setReading } from './list-store.ts';

export type Judging = Pick<JudgeInput, 'source' | 'fields' | 'remembered' | 'change'> & {
  importId: string;
  employerId: string | null;
  checkOnly: boolean;
  /** How many rows there are, where that is known before: for the progress. */
  rows?: number | null;
};
export type JudgedList = {
  columns: TrainingImportColumn[];
  counts: TrainingImportCounts;
  changed: Judged['changed'];
  alike: number;
};

/** Heap of the worker in MiB, and the longest it may take: 100,000 rows of a workbook take some 3 seconds. */
export const threadOfLists = { maxHeapMb: 512, youngMb: 24 } as const;
const maxMs = 120_000;
/** Milliseconds of one transaction. */
const writeMs = 15;

export const rulesOf = (
  session: Session,
  { employerId, checkOnly }: Pick<Rules, 'employerId' | 'checkOnly'>,
): Rules => ({
  ...{ employerId, checkOnly },
  today: session.businessDate(),
  parameters: trainingParameters(session.resourcesDir),
});

/**
 * The rows of a file are written while the worker goes on: nobody sees them before the last. Rows that were kept are replaced
 * all at once, so that whatever ends it leaves the list as it was. Failures: those of reading a file, tooLarge, cancelled, and
 * of the database (diskFull).
 */
export async function runJudge(
  session: Session,
  judging: Judging,
  run: ListRun | null = null,
): Promise<Result<JudgedList>> {
  const { db } = session;
  const { importId, employerId, checkOnly, rows = null, ...rest } = judging;
  const stamp = stampOf(session);
  const facts = await inSlices(gatherFacts(db, employerId));
  const input = { ...rest, facts, rules: rulesOf(session, judging) };
  const fromFile = judging.source.kind === 'file';
  const writer = fromFile ? blockWriter(session, importId) : blockCollector();
  const ask = run?.thread?.run ?? runInWorker;
  const worked = await ask('trainingImport.judge', input, {
    ...{ ...threadOfLists, maxMs },
    onPart: (part) => writer.add(part as readonly JudgedBlock[]),
    onProgress: (done) => run?.progress(done, rows),
    ...(run === null ? {} : { signal: run.signal }),
  });
  const written = await writer.end();
  if (!worked.ok) return worked;
  if (!worked.value.ok) return worked.value;
  if (!written.ok) return written;
  const { columns, summary, workers, employers, changed, alike, index, reading } = worked.value.value;
  const counts = countsOf(summary, workers, employers);
  function* keeping(): Steps<Result<Record<string, never>>> {
    for (const block of writer.waiting()) {
      putBlock(db, importId, block.at, block.summary, block.rows);
      yield;
    }
    if (reading !== null) setReading(db, importId, reading);
    setJudged(db, importId, columns, counts, summary);
    return ok({});
  }
  if (run?.signal.aborted === true) return fail('cancelled', { retry: 'safe' });
  const kept = await attemptInSlices(db, keeping(), run?.signal);
  if (!kept.ok) return kept;
  keepIndex(session, importId, index, stamp);
  return ok({ columns, counts, changed, alike });
}

/** Holds blocks until all are there: packed they take some megabytes at most. */
function blockCollector() {
  const blocks: JudgedBlock[] = [];
  return {
    add: (more: readonly JudgedBlock[]): void => void blocks.push(...more),
    end: async (): Promise<Result<unknown>> => ok({}),
    waiting: (): readonly JudgedBlock[] => blocks,
  };
}

function blockWriter({ db }: Session, importId: string) {
  const waiting: JudgedBlock[] = [];
  let failed: Result<unknown> = ok({});
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (waiting.length > 0 && failed.ok) {
      await setImmediate();
      const until = performance.now() + writeMs;
      failed = attempt<Record<string, never>>(db, () => {
        while (waiting.length > 0 && performance.now() < until) {
          const block = waiting.shift();
          if (block !== undefined) putBlock(db, importId, block.at, block.summary, block.rows);
        }
        return ok({});
      });
    }
    writing = null;
  };
  return {
    add(blocks: readonly JudgedBlock[]): void {
      waiting.push(...blocks);
      writing ??= write();
    },
    async end(): Promise<Result<unknown>> {
      while (writing !== null) await writing;
      return failed;
    },
    /** All is written by then. */
    waiting: (): readonly JudgedBlock[] => [],
  };
}
