// The thread that reads answers. It is kept for a moment after the last one, as starting it takes longer than reading, and messages
// of one session are read one after the other.
import type { CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { keepThread, type Thread } from '../../platform/workers.ts';
import type { AnswerResult, AnswerTask } from './answer-task.ts';
import { type Received, refused } from './refused-answer.ts';
import type { Finding } from './schema-check.ts';

/** A process that has nothing else to do ends no later than this. */
const keptMs = 1_500;
/** An answer of 1 MiB takes a tenth of it. */
const longestMs = 10_000;

let thread: Thread | null = null;
let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;
let ending: NodeJS.Timeout | undefined;

async function run(task: AnswerTask): Promise<Result<AnswerResult>> {
  waiting += 1;
  clearTimeout(ending);
  thread ??= keepThread({ maxHeapMb: 128 });
  const mine = thread;
  const work = queue.then(() => mine.run('cbss.read', task, { maxMs: longestMs }));
  queue = work.catch(() => {});
  try {
    return await work;
  } finally {
    waiting -= 1;
    if (waiting === 0) ending = setTimeout(end, keptMs);
  }
}

function end(): void {
  thread?.end();
  thread = null;
}

/** As `readAnswer`. What took the reader too long is no answer. */
export async function readInThread(received: Received): Promise<CbssOutcome> {
  const done = await run({ kind: 'answer', received });
  if (done.ok && done.value.kind === 'answer') return done.value.outcome;
  return refused(received, 'tooLarge');
}

/** What the schema finds in a message or in what stands in its body; none: all is well. Failures: tooLarge. */
export async function findingsInThread(text: string): Promise<Result<Finding[]>> {
  const done = await run({ kind: 'findings', text });
  if (!done.ok) return done;
  return ok(done.value.kind === 'findings' ? done.value.findings : []);
}
