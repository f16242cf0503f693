// The entry of every worker thread: runs the one task it was started for and posts its progress and result.
import { parentPort, workerData } from 'node:worker_threads';
import { type TaskName, type TaskRun, tasks } from './job-tasks.ts';
import type { WorkerMessage } from './workers.ts';

const PROGRESS_MS = 100;

async function run(): Promise<void> {
  const { task, input } = workerData as { task: TaskName; input: never };
  const load: (() => Promise<TaskRun<never, unknown>>) | undefined = Object.hasOwn(tasks, task)
    ? tasks[task]
    : undefined;
  if (load === undefined) throw new Error('unknown task');
  const work = await load();
  let last = 0;
  const progress = (done: number, total: number | null): void => {
    // Ten a second at most: the window shows no more.
    const now = performance.now();
    if (now - last < PROGRESS_MS && done !== total) return;
    last = now;
    post({ kind: 'progress', done, total });
  };
  const handOver = (value: unknown, transfer: ArrayBuffer[]): void => post({ kind: 'part', value }, transfer);
  const value = await work(input, progress, handOver);
  post({ kind: 'result', value });
}

function post(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

run().catch((error: unknown) => {
  const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: '' };
  const frames = (stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  post({ kind: 'threw', name, stack: frames.join('\n') });
});
