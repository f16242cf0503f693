// Whose turn it is in a run: what was lost before what is new, and of these the first whose account may send now.
import type { Session } from '../platform/session.ts';
import type { AccountGates } from './account-gates.ts';
import { type QueuedItem, queuedInState } from './item-store.ts';
import type { RunOptions } from './run-queue.ts';

export type Turns = {
  /** The next item that may leave now. */
  next(): QueuedItem | undefined;
  /** It went back to the queue: it has another turn, up to a number of times. */
  putBack(item: QueuedItem): void;
  finished(id: string): void;
  countFinished(): number;
  /** Whether items wait for an account, though none may leave now. */
  anyWaiting(): boolean;
  /** Until the next of those may leave, in milliseconds. */
  msToWait(): number;
  accountOf(item: QueuedItem): string | null;
};

const batch = 256;
const most = 1_000_000;
/** Times one item may be tried in one run. */
const mostTries = 6;

export function createTurns(
  session: Session,
  gates: AccountGates,
  options: Pick<RunOptions, 'scope' | 'only' | 'inFlight'>,
  routeOf: (employerId: string) => string | null,
): Turns {
  const { inFlight, only, scope } = options;
  const accounts = new Map<string, string | null>();
  const tries = new Map<string, number>();
  const finished = new Set<string>();
  let queue: QueuedItem[] = [];

  /** Asked once in a run for each employer: an item that then goes another way only waits with the wrong ones. */
  const accountOf = ({ employerId }: Pick<QueuedItem, 'employerId'>): string | null => {
    let account = accounts.get(employerId);
    if (account === undefined) {
      account = routeOf(employerId);
      accounts.set(employerId, account);
    }
    return account;
  };
  const isEnded = (item: QueuedItem): boolean => hasEnded(accountOf(item));
  const mayTurn = ({ id }: QueuedItem): boolean =>
    !inFlight.has(id) && !finished.has(id) && (only?.has(id) ?? true) && (tries.get(id) ?? 0) < mostTries;

  /** Queues what is not of an account that gave up; answers how many were read, besides those of `except`. */
  const refill = (except: readonly string[]): number => {
    let read = 0;
    for (const state of ['unknown', 'ready'] as const) {
      const limit = only === null ? batch + inFlight.size + finished.size : most;
      const day = session.businessDate();
      const items = queuedInState(session.db, { scope, state, limit, day, except }).filter(mayTurn);
      read += items.length;
      queue.push(...items.filter((item) => !isEnded(item)));
    }
    return read;
  };
  const employersWhose = (test: (account: string | null) => boolean): string[] =>
    [...accounts].filter(([, account]) => test(account)).map(([employerId]) => employerId);
  const hasEnded = (account: string | null): boolean => gates.of(account).ended() !== null;
  const isClosed = (account: string | null): boolean => gates.msToWait(account) > 0 || hasEnded(account);

  const taken = (item: QueuedItem | undefined): QueuedItem | undefined => {
    if (item !== undefined) tries.set(item.id, (tries.get(item.id) ?? 0) + 1);
    return item;
  };

  return {
    accountOf,
    next() {
      const [first] = queue;
      if (first !== undefined && !inFlight.has(first.id) && !isClosed(accountOf(first)))
        return taken(queue.shift());
      for (;;) {
        queue = queue.filter((item) => !isEnded(item));
        const closed = employersWhose(isClosed);
        const place = queue.findIndex(
          ({ id, employerId }) => !inFlight.has(id) && !closed.includes(employerId),
        );
        if (place !== -1) return taken(queue.splice(place, 1)[0]);
        // What is queued belongs to closed ones: what is read now cannot stand there already.
        if (refill(closed) === 0) return undefined;
      }
    },
    putBack(item) {
      if ((tries.get(item.id) ?? 0) < mostTries) queue.push(item);
    },
    finished: (id) => void finished.add(id),
    countFinished: () => finished.size,
    anyWaiting() {
      let read = 1;
      while (queue.length === 0 && read > 0) read = refill(employersWhose(hasEnded));
      return queue.length > 0;
    },
    msToWait: () => {
      const waits = [...new Set(queue.map(accountOf))].map((account) => gates.msToWait(account));
      return waits.length === 0 ? 0 : Math.min(...waits);
    },
  };
}
