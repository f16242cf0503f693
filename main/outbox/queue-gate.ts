// When a queue, or what of it goes over one account, may go on: pauses that the service asks for, growing pauses where it gives no time, and
// giving up after too many without any success in between.
import type { Failure } from '../../preload/contract/result.ts';
import type { Clock } from '../platform/clock.ts';

/** Longer than this nobody watches a progress bar: the run ends, the items keep their time of next attempt. */
export const longestPauseMs = 15 * 60_000;
/** The first pause of our own, where the service names none. */
export const usualPauseMs = 500;
const longestOwnPauseMs = 60_000;
const mostPauses = 8;
const mostOfflineTries = 3;
/** A wait from an earlier run that lies further off stems from a clock that was set since. */
const longestKeptMs = 86_400_000;

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

/** Over when either clock says so: neither a clock that is set back nor a computer that slept makes it longer. */
type Deadline = { wall: number; ticks: number };

/** `random` gives 0 … 1: pauses of several programs should not end at the same moment. */
export function createGate(
  clock: Clock,
  random: () => number,
  begin: Date | null,
  firstPauseMs = usualPauseMs,
): Gate {
  const inMs = (ms: number): Deadline => ({
    wall: clock.now().getTime() + ms,
    ticks: clock.monotonic() + ms,
  });
  const leftOf = (deadline: Deadline | null): number =>
    deadline === null
      ? 0
      : Math.max(0, Math.min(deadline.wall - clock.now().getTime(), deadline.ticks - clock.monotonic()));
  let until = begin === null ? null : inMs(Math.min(begin.getTime() - clock.now().getTime(), longestKeptMs));
  let end: Failure | null = null;
  let pauses = 0;
  let offlineTries = 0;
  const own = (tries: number): number =>
    Math.min(longestOwnPauseMs, firstPauseMs * 2 ** Math.max(0, tries - 1)) * (0.5 + random() / 2);
  const hold = (ms: number): void => {
    if (ms > leftOf(until)) until = inMs(ms);
  };
  return {
    until() {
      const left = leftOf(until);
      return left > 0 ? new Date(clock.now().getTime() + left) : null;
    },
    ended: () => end,
    succeeded() {
      pauses = 0;
      offlineTries = 0;
    },
    pause(failure, retryAt) {
      // Several items under way meet the same refusal: that is one pause, not many.
      const same = leftOf(until) > 0;
      if (!same) pauses += 1;
      const ms = retryAt === null ? own(pauses) : retryAt.getTime() - clock.now().getTime();
      if (pauses > mostPauses || ms > longestPauseMs) end ??= failure;
      if (retryAt !== null || !same) hold(ms);
    },
    offline(failure) {
      if (leftOf(until) > 0) return;
      offlineTries += 1;
      if (offlineTries >= mostOfflineTries) end ??= failure;
      else hold(own(offlineTries));
    },
    stop(failure) {
      end ??= failure;
    },
  };
}
