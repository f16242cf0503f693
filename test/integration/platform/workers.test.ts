// Worker threads: results, progress, cancelling, exceptions; the thread that asks stays free.
import { expect, it } from 'vitest';
import { keepThread, runInWorker } from '../../../main/platform/workers.ts';
import { codeOf, unwrap } from '../../unit/platform/scratch.ts';

it('gives the result, reports progress to the end, and leaves the asking thread free', async () => {
  const seen: (number | null)[][] = [];
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const result = await runInWorker(
    'self.count',
    { steps: 40, iterations: 20_000 },
    { onProgress: (done, total) => seen.push([done, total]) },
  );
  clearInterval(turning);
  expect(unwrap(result)).toBe(40);
  expect(seen.at(-1)).toEqual([40, 40]);
  expect(turns).toBeGreaterThan(5);
});

it('is cancelled at once, before and during the work', async () => {
  const long = { steps: 1_000_000, iterations: 1000 };
  expect(codeOf(await runInWorker('self.count', long, { signal: AbortSignal.abort() }))).toBe('cancelled');
  const ending = new AbortController();
  const running = runInWorker('self.count', long, {
    signal: ending.signal,
    onProgress: () => ending.abort(),
  });
  expect(codeOf(await running)).toBe('cancelled');
});

it('is ended when it takes longer than it may', async () => {
  const endless = { steps: 1_000_000, iterations: 100_000 };
  expect(codeOf(await runInWorker('self.count', endless, { maxMs: 100 }))).toBe('tooLarge');
});

it('throws what the task throws, without its message', async () => {
  const running = runInWorker('self.count', { steps: 3, iterations: 1, throwAt: 2 });
  await expect(running).rejects.toThrow('task self.count threw RangeError');
  await running.catch((error: Error) => expect(error.stack).toMatch(/self-count\.ts/));
});

it('keeps one thread for several tasks, and starts another after one that was stopped', async () => {
  const thread = keepThread({});
  const short = { steps: 2, iterations: 1 };
  expect(unwrap(await thread.run('self.count', short))).toBe(2);
  await expect(thread.run('self.count', { ...short, throwAt: 1 })).rejects.toThrow('threw RangeError');
  expect(unwrap(await thread.run('self.count', { ...short, steps: 3 }))).toBe(3);
  const endless = { steps: 1_000_000, iterations: 100_000 };
  expect(codeOf(await thread.run('self.count', endless, { maxMs: 50 }))).toBe('tooLarge');
  expect(unwrap(await thread.run('self.count', short))).toBe(2);
  thread.end();
  expect(unwrap(await thread.run('self.count', short))).toBe(2);
  thread.end();
});
