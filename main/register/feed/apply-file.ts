// Makes a staged file true, block by block: each with the note that it is done in one transaction, so that a run that is cut off goes on
// where it was, and nothing is begun before all of it was read and sound. Numbers first, then what is said of persons (F5); lines are
// never altered by data (F6). Who is not known here, or has no line on that day, is counted and nothing of it is kept (F2).
import { setImmediate } from 'node:timers/promises';
import type { FeedCounts } from '../../../preload/contract/register-feed.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { writeBackInTurns } from '../../platform/database.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { attemptInSlices, type Steps } from '../../platform/slices.ts';
import { applyData } from './apply-data.ts';
import { applyNumbers } from './apply-numbers.ts';
import type { Applying } from './applying.ts';
import { untilWhole } from './file-at-rest.ts';
import {
  blockContent,
  blockPositions,
  deleteBlock,
  keepProgress,
  type StagedFile,
  setApplied,
  stagedFile,
} from './file-store.ts';
import { readBlock } from './staged-block.ts';

type Run = Pick<JobRun, 'signal' | 'progress'>;
type Done = Result<Record<string, never>>;

type Applied = Result<{ fileId: string; counts: FeedCounts }>;

/**
 * Failures: notFound (nothing staged under the number), cancelled (before anything of it was made true: once begun it goes on to its
 * end) and those of the disk: then what is left waits. A kill leaves it waiting too, and what was made true already is not made true
 * again.
 */
export const applyStaged = (session: Session, sequence: number, run: Run): Promise<Applied> =>
  untilWhole(session, makeTrue(session, sequence, run));

async function makeTrue(session: Session, sequence: number, run: Run): Promise<Applied> {
  const { db } = session;
  const file = stagedFile(db, sequence);
  if (file === null) return fail('notFound');
  const applying: Applying = { session, file, ...begunWith(file) };
  const blocks = await applyBlocks(applying, run);
  if (!blocks.ok) return blocks;
  const done = await attemptInSlices(db, finish(applying, sequence));
  if (!done.ok) return done;
  session.changed('registerFeed.changed', [file.id]);
  session.changed('register.changed');
  return ok({ fileId: file.id, counts: applying.counts });
}

async function applyBlocks(applying: Applying, run: Run): Promise<Done> {
  const { session, file } = applying;
  const { db } = session;
  const log = writeBackInTurns(db);
  try {
    let begun = file.progress !== null;
    let left = file.records - sumOf(applying.counts);
    for (const position of blockPositions(db, file.id)) {
      if (run.signal.aborted && !begun) return fail('cancelled', { retry: 'safe' });
      begun = true;
      const block = await attemptInSlices(db, applyBlock(applying, position));
      if (!block.ok) return block;
      left -= block.value;
      run.progress(file.records - left, file.records);
      await setImmediate();
      log.writeBack();
      await setImmediate();
    }
    return ok({});
  } finally {
    log.end();
  }
}

/** As it stands after the blocks that a run before made true. */
function begunWith({ progress, records, repeated }: StagedFile): Pick<Applying, 'counts' | 'byClient'> {
  if (progress !== null) return JSON.parse(progress) as Pick<Applying, 'counts' | 'byClient'>;
  return {
    counts: {
      ...{ mutations: records, replaced: 0, cancelled: 0, quarantined: 0, changed: 0, told: 0 },
      ...{ known: repeated, unknown: 0, withoutLine: 0, tasks: 0 },
    },
    byClient: {},
  };
}

/** How many of its mutations have had their turn: each counts once. */
const sumOf = ({ mutations: _, tasks: __, ...each }: FeedCounts): number =>
  Object.values(each).reduce((sum, one) => sum + one, 0);

/** All that a block says, and that it was said, in one transaction. */
function* applyBlock(applying: Applying, position: number): Steps<Result<number>> {
  const { session, file, counts, byClient } = applying;
  const { db } = session;
  const block = readBlock(blockContent(db, file.id, position));
  yield;
  if ('numbers' in block) {
    const numbers = yield* applyNumbers(applying, block.numbers);
    if (!numbers.ok) return numbers;
  } else yield* applyData(applying, block.data);
  deleteBlock(db, file.id, position);
  keepProgress(db, file.id, JSON.stringify({ counts, byClient }));
  return ok('numbers' in block ? block.numbers.length : block.data.length);
}

function* finish({ session, file, counts, byClient }: Applying, sequence: number): Steps<Done> {
  setApplied(session.db, file.id, session.clock.now().toISOString(), counts);
  const subject = { kind: 'feedFile', id: file.id };
  const source = { file: file.name, sequence, sha256: file.sha256 };
  for (const [employerId, mutations] of Object.entries(byClient)) {
    recordAct(session, {
      ...{ employerId, kind: 'register.fed', subject, summary: String(sequence) },
      payload: { ...source, mutations },
    });
    yield;
  }
  recordAct(session, {
    ...{ employerId: null, kind: 'register.fed', subject, summary: String(sequence) },
    payload: { ...source, ...counts },
  });
  return ok({});
}
