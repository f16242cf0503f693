// Runs a named task in a worker thread, with progress and cancelling, so that nothing over 50 ms blocks the window.
// A worker lives for one task, or for those of one piece of work: what it held in memory (an opened container, rows of a file)
// goes with it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TaskInput, TaskName, TaskOutput } from './job-tasks.ts';

export type WorkerMessage =
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'part'; value: unknown }
  | { kind: 'result'; value: unknown }
  | { kind: 'threw'; name: string; stack: string };

export type RunOptions = {
  onProgress?: (done: number, total: number | null) => void;
  /** What the task hands over on the way, in its order. */
  onPart?: (part: unknown) => void;
  /** Ends the thread at once; the result is the failure `cancelled`. */
  signal?: AbortSignal;
  /** Heap of the thread in MiB; a task that needs more is ended with `tooLarge`. */
  maxHeapMb?: number;
  /** MiB for young objects: much passes through and little stays when a long list is read. */
  youngMb?: number;
  /** Milliseconds that the task may take; a task that needs more is ended with `tooLarge`. */
  maxMs?: number;
};

// The small nursery that the process is started with would hold for its workers too, whatever `youngMb` says; that of main is
// made by now and stays.
setFlagsFromString('--max-semi-space-size=0');

/** The fullest list takes some seconds on a slow computer: what takes longer was made to. */
const longestTaskMs = 30_000;

export type Thread = {
  /** The result of a task; an exception inside it is thrown here, as it would be without a worker. */
  run<N extends TaskName>(task: N, input: TaskInput<N>, options?: RunOptions): Promise<Result<TaskOutput<N>>>;
  end(): void;
};

/** Runs one task in a thread of its own. */
export async function runInWorker<N extends TaskName>(
  task: N,
  input: TaskInput<N>,
  options: RunOptions = {},
): Promise<Result<TaskOutput<N>>> {
  const thread = keepThread(options);
  try {
    return await thread.run(task, input, options);
  } finally {
    thread.end();
  }
}

/**
 * A thread for the tasks of one piece of work, one after the other: starting one for each of forty lists takes longer than
 * reading them. What was stopped or took too much is ended with its thread; the next task gets a fresh one.
 */
export function keepThread({ maxHeapMb = 256, youngMb }: Pick<RunOptions, 'maxHeapMb' | 'youngMb'>): Thread {
  let worker: Worker | null = null;
  const start = (): Worker => {
    const started = new Worker(workerFile(), {
      resourceLimits: {
        maxOldGenerationSizeMb: maxHeapMb,
        ...(youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb }),
      },
      // The worker needs nothing from the environment, and a key passed there must not reach it.
      env: {},
    });
    // Also between two tasks it may end; an error then is nobody's.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const end = (): void => {
    void worker?.terminate();
    worker = null;
  };
  return {
    async run(task, input, options = {}) {
      if (options.signal?.aborted) return fail('cancelled', { retry: 'safe' });
      worker ??= start();
      return askOf(worker, end, task, input, options);
    },
    end,
  };
}

function askOf<N extends TaskName>(
  worker: Worker,
  end: () => void,
  task: N,
  input: TaskInput<N>,
  { onProgress, onPart, signal, maxMs = longestTaskMs }: RunOptions,
): Promise<Result<TaskOutput<N>>> {
  let stopHearing = (): void => {};
  return new Promise<Result<TaskOutput<N>>>((resolve, reject) => {
    const giveUpWith = (result: Result<TaskOutput<N>>): void => {
      resolve(result);
      end();
    };
    const stop = () => giveUpWith(fail('cancelled', { retry: 'safe' }));
    const hear = (message: WorkerMessage): void => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else if (message.kind === 'part') onPart?.(message.value);
      else if (message.kind === 'result') resolve(ok(message.value as TaskOutput<N>));
      else reject(Object.assign(new Error(`task ${task} threw ${message.name}`), { stack: message.stack }));
    };
    const fall = (error: Error): void => {
      const code = 'code' in error ? error.code : '';
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') giveUpWith(fail('tooLarge'));
      else {
        reject(error);
        end();
      }
    };
    const leave = (): void => {
      reject(new Error(`task ${task} ended without a result`));
      end();
    };
    const deadline = setTimeout(() => giveUpWith(fail('tooLarge')), maxMs);
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', hear).on('error', fall).on('exit', leave);
    stopHearing = () => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
      worker.off('message', hear).off('error', fall).off('exit', leave);
    };
    worker.postMessage({ task, input });
  }).finally(() => stopHearing());
}

/** Beside this file as TypeScript, or `job-worker.js` beside the bundle (whose chunks stand one folder deeper). */
function workerFile(): string {
  const here = import.meta.dirname;
  const candidates = [
    join(here, 'job-worker.ts'),
    join(here, 'job-worker.js'),
    join(here, '..', 'job-worker.js'),
  ];
  const found = candidates.find((file) => existsSync(file));
  if (found === undefined) throw new Error('the worker file is missing');
  return found;
}
