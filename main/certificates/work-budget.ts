// Bounds what a file may make us compute: iteration counts come from the file, so a hostile one could ask for hours.
import { setImmediate } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

/** One derivation; ten times what current tools write (OWASP recommends 600,000 for PBKDF2 with SHA-256). */
export const maxIterations = 5_000_000;
/** All derivations of one file together. */
const maxTotal = 20_000_000;
/** How long the main thread computes before it lets other work in. */
const sliceMs = 4;

export type WorkBudget = {
  /** Takes a derivation out of the budget; refuses zero, absurd and exhausted counts. */
  spend(iterations: number): void;
  /** To be called now and then in a loop: lets the event loop run when the slice is used up. */
  breathe(): Promise<void>;
};

export function workBudget(signal?: AbortSignal): WorkBudget {
  let left = maxTotal;
  let sliceEnd = performance.now() + sliceMs;
  const check = () => {
    if (signal?.aborted) throw new Refusal('cancelled');
  };
  return {
    spend(iterations) {
      check();
      if (iterations < 1) throw new Refusal('fileUnreadable');
      if (iterations > maxIterations || iterations > left) {
        throw new Refusal('tooManyIterations', { details: { iterations, limit: maxIterations } });
      }
      left -= iterations;
    },
    async breathe() {
      if (performance.now() < sliceEnd) return;
      await setImmediate();
      check();
      sliceEnd = performance.now() + sliceMs;
    },
  };
}
