// Has a list judged in a worker and keeps its rows block by block, each time for a moment only, while the worker goes on.
import { setImmediate } from 'node:timers/promises';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type {
  TrainingImportColumn,
  TrainingImportCounts,
} from '../../../preload/contract/training-import.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import { runInWorker } from '../../platform/workers.ts';
import { trainingParameters } from '../training-parameters.ts';
import { gatherFacts } from './facts-store.ts';
import type { Judged, JudgedBlock, JudgeInput } from './judge-list.ts';
import { countsOf } from './list-blocks.ts';
import { putBlock, setJudged } from './list-store.ts';

export type Judging = Pick<JudgeInput, 'source' | 'fields' | 'remembered' | 'change'> & {
  importId: string;
  employerId: string | null;
  checkOnly: boolean;
};
export type JudgedList = {
  columns: TrainingImportColumn[];
  counts: TrainingImportCounts;
  changed: Judged['changed'];
  alike: number;
};

/** Heap of the worker in MiB, and the longest it may take: 100,000 rows of a workbook take some 3 seconds. */
const maxHeapMb = 512;
const youngMb = 48;
const maxMs = 120_000;
/** Milliseconds of one transaction. */
const writeMs = 15;

/** Failures: those of reading a file, tooLarge, and of the database (diskFull). */
export async function runJudge(session: Session, judging: Judging): Promise<Result<JudgedList>> {
  const { db, resourcesDir } = session;
  const { importId, employerId, checkOnly, ...rest } = judging;
  const facts = await inSlices(gatherFacts(db, employerId));
  const rules = {
    ...{ employerId, checkOnly },
    today: session.businessDate(),
    parameters: trainingParameters(resourcesDir),
  };
  const writer = blockWriter(session, importId);
  const run = await runInWorker(
    'trainingImport.judge',
    { ...rest, facts, rules },
    { maxHeapMb, youngMb, maxMs, onPart: (part) => writer.add(part as JudgedBlock) },
  );
  const written = await writer.end();
  if (!run.ok) return run;
  if (!run.value.ok) return run.value;
  if (!written.ok) return written;
  const { columns, summary, workers, employers, changed, alike } = run.value.value;
  const counts = countsOf(summary, workers, employers);
  const kept = attempt<Record<string, never>>(db, () => {
    setJudged(db, importId, columns, counts, summary);
    return ok({});
  });
  return kept.ok ? ok({ columns, counts, changed, alike }) : kept;
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
    add(block: JudgedBlock): void {
      waiting.push(block);
      writing ??= write();
    },
    async end(): Promise<Result<unknown>> {
      while (writing !== null) await writing;
      return failed;
    },
  };
}
