// Runs a named task in a worker thread, with progress and cancelling, so that nothing over 50 ms blocks the window.
// A worker lives for one task: what it held in memory (an opened container, rows of a file) goes with it.
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

/** The result of a task; an exception inside it is thrown here, as it would be without a worker. */
export function runInWorker<N extends TaskName>(
  task: N,
  input: TaskInput<N>,
  { onProgress, onPart, signal, maxHeapMb = 256, youngMb, maxMs = longestTaskMs }: RunOptions = {},
): Promise<Result<TaskOutput<N>>> {
  if (signal?.aborted) return Promise.resolve(fail('cancelled', { retry: 'safe' }));
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), {
      workerData: { task, input },
      resourceLimits: {
        maxOldGenerationSizeMb: maxHeapMb,
        ...(youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb }),
      },
      // The worker needs nothing from the environment, and a key passed there must not reach it.
      env: {},
    });
    const stop = () => {
      resolve(fail('cancelled', { retry: 'safe' }));
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    const deadline = setTimeout(() => {
      resolve(fail('tooLarge'));
      void worker.terminate();
    }, maxMs);
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else if (message.kind === 'part') onPart?.(message.value);
      else if (message.kind === 'result') resolve(ok(message.value as TaskOutput<N>));
      else reject(Object.assign(new Error(`task ${task} threw ${message.name}`), { stack: message.stack }));
    });
    worker.on('error', (error) => {
      const code = 'code' in error ? error.code : '';
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(fail('tooLarge'));
      else reject(error);
    });
    worker.on('exit', () => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
      reject(new Error(`task ${task} ended without a result`));
    });
  });
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
