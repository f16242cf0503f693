// One gate for each account, and one for all: what a service asks of one account, or what is wrong with it, does not hold
// back the clients who are sent for over another.
import type { Failure, FailureCode } from '../../preload/contract/result.ts';
import type { Clock } from '../platform/clock.ts';
import { createGate, type Gate, usualPauseMs } from './queue-gate.ts';

/** Instants as ISO text by account; under the empty name what holds for all. */
export type Waits = Record<string, string>;
export type AccountGates = {
  all: Gate;
  /** Null: an item without a way to go is nobody's. */
  of(accountId: string | null): Gate;
  /** Milliseconds until anything over this account may leave; 0: now. */
  msToWait(accountId: string | null): number;
  /** Told how an attempt ended; answers the milliseconds that this one should wait by itself. */
  ended(accountId: string | null, end: { kind: string; failure?: Failure; retryAt?: Date | null }): number;
  waits(): Waits;
};

/** Refusals that are one item's bad luck, as long as others succeed; one more in a row is the service's. */
const mostStumbles = 2;
/** A longer time is meant for all. */
const longestStumbleMs = 5_000;
/** What is wrong with the network or the service, whatever the account. */
const ofAll = new Set<FailureCode>(['serviceReadOnly', 'serviceClosed', 'cancelled']);

export function createAccountGates(
  clock: Clock,
  random: () => number,
  begin: Waits,
  firstPauseMs = usualPauseMs,
): AccountGates {
  const gates = new Map<string, Gate>();
  const stumbles = new Map<string, number>();
  const named = (name: string): Gate => {
    let gate = gates.get(name);
    if (gate === undefined) {
      const at = begin[name] === undefined ? null : new Date(begin[name]);
      gate = createGate(clock, random, at, firstPauseMs);
      gates.set(name, gate);
    }
    return gate;
  };
  for (const name of Object.keys(begin)) named(name);
  const all = named('');
  const leftOf = (gate: Gate): number => (gate.until()?.getTime() ?? 0) - clock.now().getTime();
  const of = (accountId: string | null): Gate => named(accountId ?? '');
  return {
    all,
    of,
    msToWait: (accountId) => Math.max(0, leftOf(all), leftOf(of(accountId))),
    ended(accountId, { kind, failure, retryAt = null }) {
      if (kind === 'done') {
        all.succeeded();
        of(accountId).succeeded();
        stumbles.delete(accountId ?? '');
      }
      if (failure === undefined) return 0;
      const asked = retryAt === null ? 0 : retryAt.getTime() - clock.now().getTime();
      // Who sends too much does so with all that goes over the account.
      const mayBeAlone = failure.code !== 'tooManyRequests' && asked <= longestStumbleMs;
      if (kind === 'wait' && mayBeAlone && of(accountId).until() === null) {
        const count = (stumbles.get(accountId ?? '') ?? 0) + 1;
        stumbles.set(accountId ?? '', count);
        if (count <= mostStumbles) return Math.max(asked, firstPauseMs * (0.5 + random() / 2));
      }
      if (kind === 'wait') of(accountId).pause(failure, retryAt);
      if (kind === 'offline') all.offline(failure);
      if (kind === 'stop') (ofAll.has(failure.code) ? all : of(accountId)).stop(failure);
      return 0;
    },
    waits: () =>
      Object.fromEntries(
        [...gates].flatMap(([name, gate]) => {
          const until = gate.until();
          return until === null ? [] : [[name, until.toISOString()]];
        }),
      ),
  };
}

/** As it was kept over a restart; an instant alone, as earlier versions kept it, holds for all. */
export function readWaits(text: string | null): Waits {
  if (text === null) return {};
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, at]) => isInstant(at)));
  } catch {
    return isInstant(text) ? { '': text } : {};
  }
}

const isInstant = (at: unknown): at is string => typeof at === 'string' && !Number.isNaN(Date.parse(at));

/** The last instant for which anything still waits, or null. */
export function lastWait(waits: Waits, now: Date): Date | null {
  const ahead = Object.values(waits)
    .map((at) => new Date(at))
    .filter((at) => at > now)
    .toSorted((a, b) => b.getTime() - a.getTime());
  return ahead[0] ?? null;
}
