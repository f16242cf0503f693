// A task that only spends processor time, for the tests and the self-check of the worker threads.
import { pbkdf2Sync } from 'node:crypto';

export type CountInput = { steps: number; iterations: number; throwAt?: number };

/** Does `steps` slices of work and answers how many; reports each. */
export function countTask(input: CountInput, progress: (done: number, total: number | null) => void): number {
  for (let step = 1; step <= input.steps; step += 1) {
    if (step === input.throwAt) throw new RangeError('asked to throw');
    pbkdf2Sync('work', 'salt', input.iterations, 32, 'sha256');
    progress(step, input.steps);
  }
  return input.steps;
}
