// Bounds what a file may make us compute: iteration counts come from the file, so a hostile one could ask for hours.
import { setImmediate } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

/** One derivation; OWASP recommends 600,000 for PBKDF2 with SHA-256, and no tool writes more by itself. */
export const maxIterations = 2_000_000;
/**
 * All derivations of one file together, in rounds of SHA-1: about a second and a half on an office computer. It is just
 * enough for what GnuTLS writes with 3DES: 600,000 iterations, in an HMAC-SHA-256 and six rounds of SHA-1.
 */
const maxTotal = 4_930_000;
/** How long the main thread computes before it lets other work in. */
const sliceMs = 4;

export type WorkBudget = {
  /**
   * Takes a derivation out of the budget; refuses zero, absurd and exhausted counts. `cost` is what one iteration takes
   * beside one round of SHA-1.
   */
  spend(iterations: number, cost?: number): void;
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
    spend(iterations, cost = 1) {
      check();
      if (iterations < 1) throw new Refusal('fileUnreadable');
      if (iterations > maxIterations || iterations * cost > left) {
        throw new Refusal('tooManyIterations', { details: { iterations, limit: maxIterations } });
      }
      left -= iterations * cost;
    },
    async breathe() {
      if (performance.now() < sliceEnd) return;
      await setImmediate();
      check();
      sliceEnd = performance.now() + sliceMs;
    },
  };
}
