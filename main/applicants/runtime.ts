// What is under way for applicants in this process: requests that are being asked, what pages show, and when the service is asked next.
import type { Session } from '../platform/session.ts';
import type { LookEnd } from './look.ts';

/** Milliseconds between two calls in the background, alone and beside those for what stands before somebody. */
const paceMs = 1_000;
const paceBesideMs = 2_000;
/** How long a page's word counts that it shows a request. */
const leaseMs = 5 * 60_000;

export type Watch = { ids: ReadonlySet<string>; until: number };

export type ApplicantRuntime = {
  /** Requests whose answer is being waited for here: nobody else clears them up. */
  inFlight: Set<string>;
  /** Asking that is under way, by what is asked: a second click gets the same. */
  asking: Map<string, Promise<unknown>>;
  /** Looks that a person asked for, by employer: when the last one began, and what it leads to while it is under way. */
  prompted: Map<string, { at: number; work: Promise<LookEnd | null> | null }>;
  /** True where something is shown that was not before. */
  watch(windowId: string, ids: readonly string[], inFront: boolean): boolean;
  /** Requests that stand before somebody at this moment. */
  watched(): ReadonlySet<string>;
  /** When a group was last asked about, ISO 8601, and after how many seconds it is asked about again. */
  looks: Map<string, { at: string; everySeconds: number | null }>;
  /** Waits until another call may leave; false when the signal came first. */
  pace(signal: AbortSignal): Promise<boolean>;
  /** Milliseconds, or until something new is there to follow. */
  rest(ms: number, signal: AbortSignal): Promise<void>;
  wake(): void;
  /** Counts up with everything new that is to be followed. */
  news: number;
  /** Last business day for which the day's end was cleared up. */
  sweptOn: string | null;
};

const runtimes = new WeakMap<Session, ApplicantRuntime>();

/** One for each open environment. */
export function applicantRuntime(session: Session): ApplicantRuntime {
  let runtime = runtimes.get(session);
  if (runtime === undefined) {
    runtime = createRuntime(() => session.clock.monotonic());
    runtimes.set(session, runtime);
  }
  return runtime;
}

function createRuntime(now: () => number): ApplicantRuntime {
  const watches = new Map<string, Watch>();
  const sleepers = new Set<() => void>();
  let mayLeave = Number.NEGATIVE_INFINITY;
  const rest: ApplicantRuntime['rest'] = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        sleepers.delete(end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.max(0, ms));
      sleepers.add(end);
      signal.addEventListener('abort', end, { once: true });
    });
  return {
    inFlight: new Set(),
    asking: new Map(),
    prompted: new Map(),
    looks: new Map(),
    sweptOn: null,
    news: 0,
    rest,
    watch(windowId, ids, inFront) {
      const before = watches.get(windowId)?.ids;
      if (ids.length === 0 || !inFront) watches.delete(windowId);
      else watches.set(windowId, { ids: new Set(ids), until: now() + leaseMs });
      return inFront && ids.some((id) => before?.has(id) !== true);
    },
    watched() {
      for (const [windowId, { until }] of watches) if (until <= now()) watches.delete(windowId);
      return new Set([...watches.values()].flatMap(({ ids }) => [...ids]));
    },
    async pace(signal) {
      for (;;) {
        if (signal.aborted) return false;
        const left = mayLeave - now();
        if (left <= 0) break;
        await new Promise<void>((resolve) => setTimeout(resolve, left));
      }
      mayLeave = now() + (watches.size > 0 ? paceBesideMs : paceMs);
      return true;
    },
    wake() {
      for (const end of [...sleepers]) end();
    },
  };
}
