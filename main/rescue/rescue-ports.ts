// What a rescue works with: the session, the tokens and routes that sending uses too, and its own pace.
import type { Failure } from '../../preload/contract/result.ts';
import type { Connections, RoutePort, TokenPort } from '../outbox/connection.ts';
import type { GroupCommit } from '../outbox/group-commit.ts';
import type { Gate } from '../outbox/queue-gate.ts';
import type { Session } from '../platform/session.ts';

export type RescueOptions = {
  tokens?: TokenPort;
  route?: RoutePort;
  sleep?: (ms: number) => Promise<void>;
  random?: () => number;
  /** Worker-years asked at once. */
  concurrency?: number;
  /** Least time in milliseconds between two requests, whoever makes them. */
  spaceMs?: number;
  /** First pause of our own in milliseconds, where the service names none. */
  firstPauseMs?: number;
};

export type RescuePorts = {
  session: Session;
  connections: Connections;
  commits: GroupCommit;
  route: RoutePort;
  gate: Gate;
  sleep(ms: number): Promise<void>;
  /** Resolves when the next request may leave. */
  turn(): Promise<void>;
  concurrency: number;
};

export type RescueTarget = { employerId: string; name: string; enterpriseNumber: string };

/** How one request ended for the run as a whole. */
export type AskEnd =
  | { kind: 'done' }
  /** Nothing came of it now; later perhaps. */
  | { kind: 'later' }
  /** This client, or this worker-year, is not answered. */
  | { kind: 'refused'; failure: Failure };

/** One request after the other leaves at least `spaceMs` apart. */
export function createTurns(spaceMs: number, sleep: (ms: number) => Promise<void>, now: () => number) {
  let next = 0;
  return async (): Promise<void> => {
    if (spaceMs <= 0) return;
    const at = Math.max(next, now());
    next = at + spaceMs;
    if (at > now()) await sleep(at - now());
  };
}
