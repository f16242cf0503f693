// Takes files in as one piece of work at a time: what comes while it goes on joins it. Each is checked by its number, staged, and made
// true as soon as its turn has come; then what waited behind it.
import type { FeedFile, FeedTaken } from '../../../preload/contract/register-feed.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { keepThread, type Thread } from '../../platform/workers.ts';
import { applyStaged } from './apply-file.ts';
import { pairFiles } from './feed-names.ts';
import { lastDone } from './feed-sequence.ts';
import { refusal } from './feed-values.ts';
import { stagedFile } from './file-store.ts';
import { type GivenFile, takePair } from './take-pair.ts';

export type Take = { id: string; done: boolean; rows: FeedTaken[] };
type Waiting = { take: Take; files: readonly GivenFile[]; origin: FeedFile['origin'] };

export type FeedRun = {
  /** Joins the work that goes on, or begins it. */
  give(files: readonly GivenFile[], origin: FeedFile['origin']): Result<{ takeId: string; jobId: string }>;
  /** Makes true what waits and whose turn it is. Failure nothingToSend. */
  goOn(): Result<{ jobId: string }>;
  /** Null: too long ago. */
  taken(takeId: string): Take | null;
  /** The job that is under way. */
  jobId(): string | null;
  /** Ends once nothing goes on. */
  idle(): Promise<void>;
};

const mostRemembered = 50;
/** MiB of the thread: a file of 64 MiB as text, and what is read of it. */
const threadHeapMb = 700;

const runs = new WeakMap<Session, FeedRun>();

const inThread = (): Thread => keepThread({ maxHeapMb: threadHeapMb });

/** One for each open environment. `startThread` is where files are checked, for the first who asks. */
export function feedRun(session: Session, startThread: () => Thread = inThread): FeedRun {
  let run = runs.get(session);
  if (run === undefined) {
    run = createRun(session, startThread);
    runs.set(session, run);
  }
  return run;
}

function createRun(session: Session, startThread: () => Thread): FeedRun {
  const takes = new Map<string, Take>();
  const queue: Waiting[] = [];
  let job: { id: string; ended: Promise<unknown> } | null = null;

  const begin = (): Result<{ jobId: string }> => {
    if (job !== null) return ok({ jobId: job.id });
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const started = session.jobs.start('registerFeed', async (run) => {
      const thread = startThread();
      try {
        return await work(session, queue, thread, run);
      } finally {
        thread.end();
        for (const { take } of queue.splice(0)) take.done = true;
        job = null;
        session.changed('registerFeed.changed');
        end();
      }
    });
    if (!started.ok) return started;
    job = { id: started.value.id, ended };
    session.changed('registerFeed.changed');
    return ok({ jobId: job.id });
  };

  return {
    give(files, origin) {
      const take: Take = { id: session.ids.newId(), done: false, rows: [] };
      takes.set(take.id, take);
      for (const id of [...takes.keys()].slice(0, -mostRemembered)) takes.delete(id);
      queue.push({ take, files, origin });
      const begun = begin();
      return begun.ok ? ok({ takeId: take.id, jobId: begun.value.jobId }) : begun;
    },
    goOn: () => (stagedFile(session.db, lastDone(session.db) + 1) === null ? fail('nothingToSend') : begin()),
    taken: (takeId) => takes.get(takeId) ?? null,
    jobId: () => job?.id ?? null,
    idle: async () => {
      await job?.ended;
    },
  };
}

async function work(
  session: Session,
  queue: Waiting[],
  thread: Thread,
  run: JobRun,
): Promise<Result<Record<string, never>>> {
  // What waited before is made true first: the files that come now may follow it.
  const before = await applyWaiting(session, run, []);
  if (!before.ok) return before;
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    const { take, files, origin } = next;
    const { pairs, strange } = pairFiles(files);
    for (const { name } of strange)
      take.rows.push({
        ...{ name, outcome: 'refused', sequence: null, fileId: null, counts: null },
        refused: refusal('nameUnknown').refused,
      });
    for (const pair of pairs) {
      const taken = await takePair({ session, thread, origin, run }, pair);
      if (!taken.ok) return taken;
      take.rows.push(taken.value);
      if (taken.value.outcome !== 'held') continue;
      const applied = await applyWaiting(session, run, take.rows);
      if (!applied.ok) return applied;
    }
    take.done = true;
    queue.shift();
  }
  return ok({});
}

/** One after the other, as long as the next one is there. What comes of it is told in the rows of the same file. */
async function applyWaiting(
  session: Session,
  run: JobRun,
  rows: FeedTaken[],
): Promise<Result<Record<string, never>>> {
  for (;;) {
    const sequence = lastDone(session.db) + 1;
    if (stagedFile(session.db, sequence) === null) return ok({});
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
    const applied = await applyStaged(session, sequence, run);
    if (!applied.ok) return applied;
    const { fileId, counts } = applied.value;
    const at = rows.findIndex((row) => row.fileId === fileId);
    const row = rows[at];
    if (row !== undefined) rows[at] = { ...row, outcome: 'applied', counts };
  }
}
