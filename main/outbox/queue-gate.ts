// When the whole queue may go on: pauses that the service asks for, growing pauses where it gives no time, and giving up
// after too many without any success in between.
import type { Failure } from '../../preload/contract/result.ts';
import type { Clock } from '../platform/clock.ts';

/** Longer than this nobody watches a progress bar: the run ends, the items keep their time of next attempt. */
export const longestPauseMs = 15 * 60_000;
/** The first pause of our own, where the service names none. */
export const usualPauseMs = 500;
const longestOwnPauseMs = 60_000;
const mostPauses = 8;
const mostOfflineTries = 3;

export type Gate = {
  /** Instant until which nothing leaves, or null. */
  until(): Date | null;
  /** Why the run must end, or null. */
  ended(): Failure | null;
  succeeded(): void;
  pause(failure: Failure, retryAt: Date | null): void;
  offline(failure: Failure): void;
  stop(failure: Failure): void;
};

/** `random` gives 0 … 1: pauses of several programs should not end at the same moment. */
export function createGate(
  clock: Clock,
  random: () => number,
  begin: Date | null,
  firstPauseMs = usualPauseMs,
): Gate {
  let until = begin;
  let end: Failure | null = null;
  let pauses = 0;
  let lastPauseAt: number | null = null;
  let offlineTries = 0;
  const own = (tries: number): number =>
    Math.min(longestOwnPauseMs, firstPauseMs * 2 ** Math.max(0, tries - 1)) * (0.5 + random() / 2);
  const hold = (at: Date): void => {
    if (until === null || at > until) until = at;
  };
  return {
    until: () => (until !== null && until > clock.now() ? until : null),
    ended: () => end,
    succeeded() {
      pauses = 0;
      offlineTries = 0;
    },
    pause(failure, retryAt) {
      const now = clock.now();
      // Several items under way meet the same refusal: that is one pause, not many.
      const same = lastPauseAt !== null && until !== null && until > now;
      if (!same) pauses += 1;
      lastPauseAt = clock.monotonic();
      const at = retryAt ?? new Date(now.getTime() + own(pauses));
      if (pauses > mostPauses || at.getTime() - now.getTime() > longestPauseMs) end ??= failure;
      if (retryAt !== null || !same) hold(at);
    },
    offline(failure) {
      const now = clock.now();
      if (until !== null && until > now) return;
      offlineTries += 1;
      if (offlineTries >= mostOfflineTries) end ??= failure;
      else hold(new Date(now.getTime() + own(offlineTries)));
    },
    stop(failure) {
      end ??= failure;
    },
  };
}
