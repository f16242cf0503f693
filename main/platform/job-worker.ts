// The entry of every worker thread: runs the task it is given and posts its progress and result, then waits for another.
import { parentPort } from 'node:worker_threads';
import { type TaskName, type TaskRun, tasks } from './job-tasks.ts';
import type { WorkerMessage } from './workers.ts';

const PROGRESS_MS = 100;

type Order = { task: TaskName; input: never };

async function run({ task, input }: Order): Promise<void> {
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

parentPort?.on('message', (order: Order) => {
  run(order).catch((error: unknown) => {
    const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: '' };
    const frames = (stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
    post({ kind: 'threw', name, stack: frames.join('\n') });
  });
});
